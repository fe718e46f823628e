"""The verb `oppmoete`: who came, and who sent regrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from brukerutvalg_cli.cli import oppmoetevalg as valg
from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.handling.frammoete import Vara
    from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
    from brukerutvalg_cli.model.forfall import Meldt
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.model.verdier import Ukjent
    from brukerutvalg_cli.ord.i_ord import Her


@skriver
def oppmoete(
    s: Skriving,
    moete: MOETE = "",
    forfall: valg.FORFALL = None,
    vara: valg.VARA = None,
    gjest: valg.GJEST = None,
    observatoer: valg.OBSERVATOER = None,
    sekretariat: valg.SEKRETARIAT = None,
    lytter: valg.LYTTER = None,
    kom: valg.KOM = None,
    gikk: valg.GIKK = None,
    ogsaa: valg.OGSAA = None,
    ikke_moett: valg.IKKE_MOETT = None,
    ukjent: valg.UKJENT = None,
    godtgjort: valg.GODTGJORT = "",
    moeteleder: valg.MOETELEDER = "",
    referent: valg.REFERENT = "",
    antall_stemmeberettigede: valg.ANTALL_STEMMEBERETTIGEDE = "",
    undertegnes_av: valg.UNDERTEGNES_AV = None,
) -> Gjort:
    """Fører hvem som var på møtet. Da er møtet holdt.

    Alle innkalte er med når du ikke sier noe annet; du nevner dem som meldte forfall, vara og gjester. Er det ukjent om
    noen har verv den dagen, blir det spurt om hver av dem. Hvem som ledet møtet, skrev referatet og fikk godtgjørelse,
    er ukjent til noen sier det.

    Eksempler:
      brukerutvalg oppmoete nav-fjordvik neste --forfall "kari-nordmann 14.11.2026" --vara per-hansen
      brukerutvalg oppmoete nav-fjordvik 16.11.2026 --gjest "Siv Haug, avdelingsdirektør" --moeteleder liv-sandvik
      brukerutvalg oppmoete nav-fjordvik siste --kom "ola-berg 12:30" --gikk "liv-sandvik etter sak 4/26"
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent, tall
    from brukerutvalg_cli.cli.frammoetesvar import kanskje_ventet, om_ingen_leder
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.cli.oppholdssvar import SagtOpphold, har_naar, lest
    from brukerutvalg_cli.cli.varasvar import hvem_de_moette_for, vara_som_moette
    from brukerutvalg_cli.handling import frammoete
    from brukerutvalg_cli.handling.mandatets import gjeldende, kalles_i_rekkefoelge, krevd_av_moete
    from brukerutvalg_cli.handling.moetebok import neste_aa_foere
    from brukerutvalg_cli.handling.moetebok import oppmoete as record
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.moete import Moete as Model

    meeting = s.moete(moete, har_vaert=True)
    known = s.person
    reported = {str(each): each for each in _forfall(s, forfall, (kom, ikke_moett, ukjent))}
    absent = [*reported]
    missed = svar.alle("--ikke-moett", ikke_moett, "Hvem?", known)
    nobody_knows = svar.alle("--ukjent", ukjent, "Hvem?", known)
    said_of = svar.uten_motsigelse("--vara", (vara_som_moette(text, known) for text in vara or ()))
    deputies = hvem_de_moette_for(
        s.her, meeting.dato, [*absent, *missed, *nobody_knows], list(said_of.items())
    )
    listening = svar.alle("--lytter", lytter, "Hvem?", known)
    rules = list(gjeldende(s.mappe, s.lastet.regelverk, meeting.dato))
    deputies += _tilbudt(s.her, meeting.dato, absent, deputies, listening, kalles_i_rekkefoelge(rules))
    beside = lest(
        s, meeting, SagtOpphold(gjest or (), observatoer or (), sekretariat or (), kom or (), gikk or ())
    )
    came = svar.alle("--kom", (text for text in kom or () if not har_naar(text)), "Hvem?", known)
    also = svar.alle("--ogsaa", ogsaa, "Hvem?", known)
    led = {"moeteleder": moeteleder.strip(), "referent": referent.strip()}
    om_ingen_leder(s, meeting)
    fields: dict[str, Any] = {**_ledet(s, meeting, led, absent, krevd_av_moete(rules))}
    also += [p for p in fields.values() if isinstance(p, str) and p not in came]
    also += [p for p in beside.kom_eller_gikk if p in s.mappe.kjente_personer and p not in (*came, *also)]
    accounted = {*absent, *came, *also, *missed, *nobody_knows, *listening, *(p for p, _ in deputies)}
    accounted |= {*beside.i_rolle}
    said = kanskje_ventet(s.her, meeting.dato, accounted, alle_nevnt=bool(came))
    also, absent, missed = also + said.kom, absent + said.forfall, missed + said.ikke_moett
    listed = frammoete.liste(
        s.mappe,
        meeting.dato,
        frammoete.SagtFrammoete(
            came,
            also,
            [*absent, *missed, *nobody_knows],
            deputies,
            listening,
            beside.gjester,
            beside.roller,
            dict(beside.kom),
            dict(beside.gikk),
        ),
    )
    listed = _godtgjort(s, meeting, listed, rules, godtgjort)
    counted = svar.om_sagt(
        "--antall-stemmeberettigede",
        antall_stemmeberettigede,
        "Hvor mange?",
        eller_ukjent(tall, Model, "antall_stemmeberettigede"),
    )
    sign = svar.alle("--undertegnes-av", undertegnes_av, "Hvem?", known)
    fields |= {"antall_stemmeberettigede": counted, "undertegnes_av": sign}
    record(s.utkast, s.mappe, meeting.navn, listed, [reported.get(p, p) for p in absent], fields, missed)
    held = meeting.status == "avholdt"
    again = ", i stedet for det som sto der" if held else ""
    against = ikke_vaert(s, meeting)
    if held and meeting.oppmoete is not None:
        against.append(f"Oppmøtet {dag_i_ord(meeting.dato)} er alt ført. Det som sto der, blir byttet ut.")
    neste = f"brukerutvalg {neste_aa_foere(s.mappe, meeting)}"
    return Gjort(
        f"Førte {len(listed)} til stede og {len(absent)} forfall i møtet {dag_i_ord(meeting.dato)}{again}",
        neste,
        innvendinger=against,
    )


def _godtgjort(
    s: Skriving, meeting: Moete, listed: list[Postdata], rules: Sequence[Bestemmelse], sagt: str
) -> list[Postdata]:
    """The entries with what each is paid for: asked, where the mandate pays anybody."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.handling import frammoete
    from brukerutvalg_cli.handling.mandatets import godtgjoerelse
    from brukerutvalg_cli.model.oppmoete import Oppmoete

    paid = {side: godtgjoerelse(rules, side) for side in s.mappe.utvalg.alle_sider}
    if not any(paid.values()) and not sagt:
        return listed
    om = Spoersmaal("--godtgjort", Oppmoete, "dekker", "Får de godtgjørelsen mandatet gir dem (ja/nei)?")
    got = faktum(om, sagt, svar.ja_eller_nei, tilbudt="ja")
    # Said of all of them: also of those whose side is only assumed.
    council = s.lastet.register.mapper[s.mappe.id]
    return frammoete.godtgjort(council, listed, paid, got, meeting)


def _forfall(s: Skriving, sagt: Sequence[str] | None, andre: Iterable[object]) -> list[Meldt]:
    """Who sent regrets: asked for where nothing is said of who was not there, for all others were."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ingen
    from brukerutvalg_cli.cli.forfallssvar import Forfallssvar

    read = Forfallssvar(s.person)
    if sagt or any(andre) or not svar.kan_spoerre():
        return svar.alle("--forfall", sagt, "Hvem?", read)
    question = "Hvem meldte forfall? Komma mellom flere, eller «ingen»:"
    return svar.svar("--forfall", "", question, eller_ingen(svar.flere(read)), "ingen")


def _ledet(
    s: Skriving, meeting: Moete, sagt: Mapping[str, str], borte: Sequence[str], krevd: Collection[str]
) -> dict[str, str | Ukjent | None]:
    """Who led the meeting and who wrote the minutes; the leader and the secretary are the offered answers."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.handling import frammoete
    from brukerutvalg_cli.model.moete import Moete as Model

    usual = {
        "moeteleder": frammoete.leder(s.mappe, meeting.dato, borte),
        "referent": frammoete.sekretaer(s.mappe, meeting.dato),
    }
    asked = {"moeteleder": "Hvem ledet møtet?", "referent": "Hvem skrev referatet?"}
    return {
        key: faktum(
            Spoersmaal(f"--{key}", Model, key, question),
            sagt[key],
            s.person,
            tilbudt=usual[key],
            savnes=getattr(meeting, key) is None and (key in krevd or svar.kan_spoerre()),
        )
        for key, question in asked.items()
    }


def _tilbudt(
    her: Her,
    dag: date,
    forfall: Sequence[str],
    varaer: Sequence[Vara],
    lyttere: Sequence[str],
    i_rekkefoelge: bool,
) -> list[Vara]:
    """The deputies of those nobody stands in for, asked after in turn, or told of where nobody can be."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.handling import frammoete
    from brukerutvalg_cli.ord.i_ord import omtalt

    taken = {*lyttere, *(person for person, _ in varaer), *forfall}
    open_seats = frammoete.uten_vara(her.mappe, dag, forfall, varaer)
    found: list[Vara] = []
    for member in open_seats:
        for person in frammoete.kan_kalles(her.mappe, dag, member, taken, i_rekkefoelge=i_rekkefoelge):
            question = f"Møtte {omtalt(person, her)} for {omtalt(member, her)}"
            if not svar.kan_spoerre():
                typer.echo(f"{question}? Før det med --vara {person}={member}.", err=True)
                break
            if svar.svar("--vara", "", f"{question} (ja/nei)?", svar.ja_eller_nei):
                found.append((person, member))
                taken.add(person)
                break
    return found
