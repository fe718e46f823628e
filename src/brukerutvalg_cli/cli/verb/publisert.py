"""The verb `publisert`: minutes, an agenda or papers were made public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving
from brukerutvalg_cli.model.ordvalg import PAA_NETT

if TYPE_CHECKING:
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.model.moetepapirer import Publisert


@skriver
def publisert(
    s: Skriving,
    moete: MOETE = "",
    hva: Annotated[str, typer.Argument(metavar="HVA", help="referat, sakliste eller sakspapirer.")] = "",
    kanal: Annotated[
        str, typer.Option("--kanal", metavar="STED", help="Hvor det ble lagt ut, som nav.no, eller «ukjent».")
    ] = "",
    via: Annotated[
        str, typer.Option("--via", metavar="HVEM", help="Hvem som la det ut, når det ikke var utvalget selv.")
    ] = "",
    url: Annotated[str, typer.Option("--url", metavar="ADRESSE", help="Adressen til siden.")] = "",
    paa_nytt: Annotated[
        bool,
        typer.Option("--paa-nytt", help="Det lå der før, og er lagt ut igjen etter at noe i det var rettet."),
    ] = False,
) -> Gjort:
    """Fører når og hvor referatet, sakslista eller sakspapirene ble lagt ut. Det ingen har sagt, er ukjent.

    Eksempler:
      brukerutvalg publisert nav-fjordvik siste referat --kanal nav.no
      brukerutvalg publisert nav-fjordvik siste referat --url https://www.nav.no/… --dato 1.12.2026
      brukerutvalg publisert nav-fjordvik siste referat --paa-nytt
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.cli.innvendinger import erstatter, ikke_vaert
    from brukerutvalg_cli.handling import mandatets
    from brukerutvalg_cli.handling.dokumentgang import lagt_ut
    from brukerutvalg_cli.handling.dokumentgang import publisert as record
    from brukerutvalg_cli.mandat.utsending import I_ORD
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.moetepapirer import Publisert
    from brukerutvalg_cli.model.verdier import Ukjent
    from brukerutvalg_cli.model.vet_av import vet_av
    from brukerutvalg_cli.ord.i_ord import Her

    question, either = "Hva ble lagt ut (referat, sakliste, sakspapirer)?", svar.en_av(PAA_NETT)
    hva = svar.om_sagt("HVA", hva, question, either) or ""
    meeting = s.moete(moete, har_vaert=hva not in PAA_NETT[1:])
    hva = hva or svar.svar("HVA", "", question, either, "referat")
    where, by = mandatets.kanal(Her(s.mappe, s.lastet.register), s.lastet.regelverk, meeting, hva)
    address = svar.om_sagt("--url", url, "Hva er adressen til siden?", _nettadresse)
    there = lagt_ut(meeting, hva)
    stood = there if isinstance(there, Publisert) else None
    site = Spoersmaal("--kanal", Publisert, "kanal", "Hvor ble det lagt ut?")
    agent = Spoersmaal("--via", Publisert, "via", "Hvem la det ut?")
    anybody = svar.helst_en_av(s.hvem_som_helst, filter(None, [by]))
    if paa_nytt:
        said = {
            "kanal": faktum(site, kanal, svar.tekst, savnes=False),
            "via": faktum(agent, via, anybody, savnes=False),
            "url": address,
        }
        return _paa_nytt(s, meeting, hva, said)
    channel = faktum(
        site, kanal or _sto(stood, "kanal") or _i_adressen(address, where), svar.tekst, tilbudt=where
    )
    fields = {
        "dato": (day := s.naar(Publisert, "dato")),
        "kanal": channel,
        "via": faktum(agent, via or _sto(stood, "via"), anybody, tilbudt=by, savnes=bool(by)),
        "url": address,
    }
    record(s.utkast, s.mappe, meeting.navn, hva, fields)
    against = list(ikke_vaert(s, meeting)) if hva == "referat" else []
    replaced = erstatter(
        f"{I_ORD[hva].capitalize()} er alt ført som lagt ut", stood and vet_av(stood, "dato"), day
    )
    against += [f"{each} Er det lagt ut igjen, skriver du --paa-nytt." for each in replaced]
    where_to = ", ukjent hvor" if isinstance(channel, Ukjent) else f" på {channel}"
    melding = f"Førte {hva} fra møtet {dag_i_ord(meeting.dato)} som lagt ut{where_to}"
    return Gjort(melding, f"brukerutvalg status {s.mappe.id}", innvendinger=against)


def _paa_nytt(s: Skriving, meeting: Moete, hva: str, felter: dict[str, Any]) -> Gjort:
    from brukerutvalg_cli.handling.dokumentgang import publisert_paa_nytt
    from brukerutvalg_cli.model.kalender import dag_i_ord

    publisert_paa_nytt(s.utkast, s.mappe, meeting.navn, hva, s.dag, felter)
    melding = f"Førte {hva} fra møtet {dag_i_ord(meeting.dato)} som lagt ut på nytt"
    return Gjort(melding, f"brukerutvalg status {s.mappe.id}")


def _sto(stod: Publisert | None, felt: str) -> str:
    """What is on record of it already: that nobody says it again, takes nothing away."""
    from brukerutvalg_cli.model.verdier import kjent

    return kjent(getattr(stod, felt)) or "" if stod else ""


def _i_adressen(adresse: str | None, kanal: str) -> str:
    """The channel that the mandate wants, where the address that was given is there: then it was said."""
    from urllib.parse import urlsplit

    host = urlsplit(adresse or "").hostname or ""
    return kanal if kanal and (host == kanal or host.endswith(f".{kanal}")) else ""


def _nettadresse(text: str) -> str:
    from brukerutvalg_cli.cli.svar import Ugyldig

    if not text.startswith(("https://", "http://")) or len(text.split()) > 1:
        raise Ugyldig(f"«{text}» er ikke en nettadresse. Den begynner med https://.")
    return text
