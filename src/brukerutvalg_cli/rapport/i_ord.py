"""What every format for people says in the same words: severities, sources, places, deadlines, counts."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Hviler, Kilde, Severity
from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.styrke import styrke_i_ord
from brukerutvalg_cli.rapport.fortsettelse import forklaringen
from brukerutvalg_cli.rapport.rapport import Located, Rapport, rettet_dag
from brukerutvalg_cli.tegn import one_line

ALVOR: dict[Severity, tuple[str, str]] = {
    Severity.FEIL: ("feil", "feil"),
    Severity.ADVARSEL: ("advarsel", "advarsler"),
    Severity.RAAD: ("råd", "råd"),
}
"""A severity in words: one, and several."""


def alvor(severity: Severity) -> str:
    """`feil`, `advarsel` or `råd`."""
    return ALVOR[severity][0]


def sted(path: str, span: Span | None) -> str:
    """`path:row:column`, or the path alone where the file as such is meant."""
    return f"{one_line(path)}:{span.row}:{span.column}" if span else one_line(path)


def kilde_i_ord(kilde: Kilde) -> str:
    """`Arbeidsform, «skal», i nav-vestland-2019 (sakspapirer)`."""
    return one_line(
        f"{kilde.avsnitt}, «{styrke_i_ord(kilde.styrke)}», i {kilde.regelverk} ({kilde.bestemmelse})"
    )


def beskjed(located: Located) -> str:
    """A finding for those who see it beside the line it is about: what, why and how to mend it, a line for each."""
    finding = located.finding
    lines = [one_line(finding.message)]
    if finding.kilde:
        lines.append(f"kilde: {kilde_i_ord(finding.kilde)}")
    if rests := hviler_i_ord(finding.hviler):
        lines.append(rests)
    if finding.help:
        lines.append(f"hjelp: {one_line(finding.help)}")
    if located.kommando:
        lines.append(f"rett: brukerutvalg {located.kommando}")
    return "\n".join([*lines, f"mer: brukerutvalg {forklaringen(finding)}"])


def frist_i_ord(frist: Fristvarsel, dato: date) -> str:
    """The last day by the mandate, and the last working day where that is another."""
    rests = f", {found}" if (found := hviler_i_ord(frist.hviler)) else ""
    return f"{_dagen_i_ord(frist, dato)}{rests}"


def _dagen_i_ord(frist: Fristvarsel, dato: date) -> str:
    last = dag_i_ord(frist.siste_dag)
    if frist.siste_dag < dato:
        return f"fristen var {last}"
    if frist.siste_arbeidsdag == frist.siste_dag:
        return last
    send = dag_i_ord(frist.siste_arbeidsdag)
    if frist.siste_arbeidsdag.year == frist.siste_dag.year:
        send = send.removesuffix(f" {frist.siste_dag.year}")
    return f"{last} – send senest {send}"


def hva_skal_sendes(frist: Fristvarsel) -> str:
    """`sakspapirene til møtet onsdag 16. november 2022`."""
    return one_line(frist.i_ord(dag_i_ord))


def avvik_i_ord(finding: Finding) -> str:
    """Why a provision is departed from, what decided it, and how long it holds; empty where none is stated."""
    fravik = finding.fravik
    parts = (
        one_line(fravik.grunn),
        _vedtatt(one_line(fravik.vedtatt_i)),
        f"notert i sak {one_line(fravik.notert_i)}" if fravik.notert_i else "",
        f"til {dato_i_ord(fravik.til)}" if fravik.til else "",
    )
    return ", ".join(part for part in parts if part)


def _vedtatt(hvor: str) -> str:
    """`vedtatt i sak 2/23`; of a decision made elsewhere, in the words that say where."""
    return f"vedtatt {'i sak ' if ' ' not in hvor else ''}{hvor}" if hvor else ""


def rettet_i_ord(finding: Finding) -> str:
    """`brutt fra 16. november 2022, rettet 9. februar 2023 ved valget i sak 2/23`."""
    lasted = finding.rettelse
    begun = f"brutt fra {dato_i_ord(lasted.fra)}, " if lasted.fra else ""
    return one_line(f"{begun}rettet {dato_i_ord(rettet_dag(finding))} {lasted.ved}").strip()


def hviler_i_ord(hviler: Hviler | None) -> str:
    """`hviler på en antakelse: Anne Lie sitter for brukersiden`; nothing where it rests on none."""
    if hviler is None:
        return ""
    what = one_line(f"{'en antakelse' if len(hviler.paa) == 1 else 'antakelser'}: {'; '.join(hviler.paa)}")
    return f"hviler på {what}" if hviler.faller else f"står fast, men ordene hviler på {what}"


def oppsummering(rapport: Rapport) -> str:
    """`1 feil, 2 advarsler og 3 råd i 14 filer (2 utvalg), vurdert per 1. desember 2022`."""
    counts = [f"{n} {ALVOR[severity][n != 1]}" for severity, n in rapport.antall().items() if n]
    found = alle_sammen(counts) or ("Ingen funn" if rapport.fra_foer is None else "Ingen nye funn")
    files = "1 fil" if rapport.filer == 1 else f"{rapport.filer} filer"
    known = f". {rapport.fra_foer} som sto der fra før, er ikke med" if rapport.fra_foer else ""
    return f"{found} i {files} ({rapport.utvalg} utvalg), vurdert per {dato_i_ord(rapport.dato)}{known}"


def kan_ikke_vurderes(rapport: Rapport) -> str:
    """The one line about what is not known, for who has not asked for all of it."""
    number = len(rapport.ikke_vurdert)
    why = "noe er ukjent eller utenfor registeret"
    return f"{number} ting kan ikke vurderes, for {why}. De vises av «brukerutvalg valider --alt»"


def neste_steg(rapport: Rapport) -> str:
    """The one thing to do now, as a command or with one."""
    if rapport.funn:
        worst = min(rapport.funn, key=lambda located: located.finding.severity.rank)
        if worst.kommando:
            return f"Neste steg: brukerutvalg {worst.kommando}"
        verb = "rett" if worst.finding.severity is Severity.FEIL else "se på"
        line = f", linje {worst.span.row}," if worst.span else ""
        return f"Neste steg: {verb} {one_line(worst.path)}{line} og kjør «brukerutvalg valider» igjen"
    return "Neste steg: brukerutvalg status"
