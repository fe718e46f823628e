"""The verb `sendt`: the day a document went out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving
from brukerutvalg_cli.model.ordvalg import Dokument, Forsendelsesmaate, Sendeform
from brukerutvalg_cli.oppramsing import alle_sammen, enten_eller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.model.verdier import Ukjent


@skriver
def sendt(
    s: Skriving,
    moete: MOETE = "",
    hva: Annotated[
        list[str] | None,
        typer.Argument(metavar="HVA", help=f"{enten_eller(get_args(Dokument))}."),
    ] = None,
    til: Annotated[
        str,
        typer.Option(
            "--til", metavar="HVEM", help="Hvem det gikk til utenom medlemmene, «ingen» eller «ukjent»."
        ),
    ] = "",
    maate: Annotated[
        str,
        typer.Option(
            "--maate", metavar="MÅTE", help=f"Måten det gikk på: {enten_eller(get_args(Forsendelsesmaate))}."
        ),
    ] = "",
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="UTFORMING",
            help=f"Formen det hadde: {enten_eller(get_args(Sendeform))}.",
        ),
    ] = "",
) -> Gjort:
    """Fører dagen noe ble sendt. Når innkallingen er sendt, er møtet innkalt.

    Vil mandatet at andre enn medlemmene skal ha det, blir du spurt om hvem som fikk det. Ellers er det ukjent.
    Hvordan det gikk ut, føres bare når du sier det: med --maate eller --format er --til dem som fikk det slik, og uten
    --til er det medlemmene. Er dagen alt ført, blir den stående.

    Eksempler:
      brukerutvalg sendt nav-fjordvik neste innkalling sakspapirer
      brukerutvalg sendt nav-fjordvik neste innkalling --maate brev --til kari-nordmann
      brukerutvalg sendt nav-fjordvik siste referat --til varamedlemmer,nav-troendelag --dato 20.11.2026
    """
    from datetime import date

    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.innvendinger import erstatter, etter_moetet, ikke_vaert
    from brukerutvalg_cli.handling import dokumentgang as handling
    from brukerutvalg_cli.mandat.utsending import I_ORD
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.moetepapirer import Sendt
    from brukerutvalg_cli.model.verdier import kjent
    from brukerutvalg_cli.model.vet_av import naar_i_ord, vet_av
    from brukerutvalg_cli.oversikt.publisering import flyttet_siden, gjenstaar, kan_legges_ut

    meeting = s.moete(moete, har_vaert="referat" in (hva or ()))
    documents = svar.flere_svar(
        "HVA", hva, "Hva ble sendt? Komma mellom flere:", svar.en_av(get_args(Dokument))
    )
    stood = kjent(meeting.sendt) or Sendt()
    slik = _slik(s, maate, format, til)
    against = ikke_vaert(s, meeting) if "referat" in documents else []
    for document in documents:
        day, before = s.naar(Sendt, document), vet_av(stood, document)
        if slik and isinstance(before, date | Deldato):
            day = before  # only how it went out is new
        elif document != "referat":
            against += etter_moetet(s, meeting, f"{I_ORD[document]} føres som sendt")
        said = f"{I_ORD[document].capitalize()} er alt ført som sendt"
        if document == "referat" or not flyttet_siden(meeting, before):  # sent anew, it says what is so now
            against += erstatter(said, before, day)
        to = None if slik else _mottakere(s, meeting, documents, document, til)
        handling.sendt(s.utkast, s.mappe, meeting.navn, document, day, to, slik)
    if "referat" in documents:
        public = kan_legges_ut(s.mappe, s.lastet.regelverk, meeting, s.dag)
        neste = f"publisert {s.mappe.id} {meeting.navn} referat" if public else f"status {s.mappe.id}"
    else:
        left = gjenstaar(s.mappe, s.lastet.regelverk, meeting, documents)
        neste = left or f"oppmoete {s.mappe.id} {meeting.navn}"
    melding = f"Førte {alle_sammen(documents)} som sendt {naar_i_ord(day)}"
    return Gjort(melding, f"brukerutvalg {neste}", innvendinger=against)


def _slik(s: Skriving, maate: str, format: str, til: str) -> dict[str, object] | None:
    """How it went out, as far as that was said, and to whom so."""
    from brukerutvalg_cli.cli import svar

    way = svar.om_sagt("--maate", maate, "Hvordan gikk det ut?", svar.en_av(get_args(Forsendelsesmaate)))
    form = svar.om_sagt("--format", format, "Hvilken form hadde det?", svar.en_av(get_args(Sendeform)))
    if not way and not form:
        return None
    anybody = svar.flere(svar.Blant(list(s.hvem_som_helst), fritekst=True))
    to = svar.om_sagt("--til", til, "Hvem fikk det slik?", anybody)
    said = {"til": to or None, "maate": way, "format": form}
    return {key: value for key, value in said.items() if value}


def _mottakere(
    s: Skriving, meeting: Moete, documents: Sequence[str], document: str, sagt: str
) -> Sequence[str] | Ukjent | None:
    """Who got a document beside the members, asked once for those that have one list of it."""
    from brukerutvalg_cli.cli import kjente, svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, eller_ingen, faktum
    from brukerutvalg_cli.handling.dokumentgang import mottakerne
    from brukerutvalg_cli.handling.mandatets import mottakere
    from brukerutvalg_cli.mandat.utsending import I_ORD
    from brukerutvalg_cli.model.moetepapirer import Referat, Sendt
    from brukerutvalg_cli.nevnt import Kjent
    from brukerutvalg_cli.ord.i_ord import Her

    together = [each for each in documents if (each == "referat") is (document == "referat")]
    if document != together[0]:
        return None
    here, rules = Her(s.mappe, s.lastet.register), s.lastet.regelverk
    wanted = list(dict.fromkeys(name for each in together for name in mottakere(here, rules, meeting, each)))
    field = ("sendt_til", Referat) if document == "referat" else ("til", Sendt)
    question = f"Hvem gikk {alle_sammen(I_ORD[each] for each in together)} til, utenom medlemmene?"
    om = Spoersmaal("--til", field[1], field[0], f"{question} Komma mellom flere, eller «ingen».")
    bodies = [*kjente.organisasjoner(s.lastet.register), *kjente.utvalgene(s.lastet.register)]
    near = [body for body in bodies if body.id in wanted]
    near += [Kjent(name) for name in wanted if name not in {body.id for body in bodies}]
    others = [body for body in bodies if body not in near]
    read = eller_ingen(svar.flere(svar.Blant(near, fritekst=True, slingring=2, ogsaa=others)))
    lacking = bool(wanted) and mottakerne(meeting, document) is None
    return faktum(om, sagt, read, tilbudt=", ".join(wanted), savnes=lacking)
