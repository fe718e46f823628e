"""Bilde as text: what eyes compare as tables, the rest as lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import UKEDAGER, dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.vet_av import deldag_i_ord
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Her, et_verv, omtalt
from brukerutvalg_cli.ord.levetid_i_ord import levetid
from brukerutvalg_cli.oversikt.bilde import (
    Bilde,
    Mangel,
    Ventende,
    Vervplass,
    foert_i,
    referatet,
    stedet,
    tittel,
)
from brukerutvalg_cli.personvern.private_opplysninger import sladdet
from brukerutvalg_cli.rapport.tabell import Rad, Side, Tabell, trygg_rad
from brukerutvalg_cli.tegn import one_line


def hele(her: Her, b: Bilde) -> Side:
    """All of it, each part under its heading."""
    outside = levetid(her, b.dag)
    return [
        f"{her.mappe.utvalg.navn.nb}, {dag_i_ord(b.dag)}",
        "",
        *([outside, ""] if outside else []),
        *neste(b),
        "",
        *folk(her, b),
        "",
        *saker(her, b),
        "",
        *moeter(b),
    ]


def neste(b: Bilde) -> Side:
    """The next meeting, and what it lacks."""
    if b.neste is None:
        return ["Neste møte: ikke på planen."]
    return [f"Neste møte: {naar(b.neste)}{hos(b.neste, b.utvalg)}", *mangler_i(b)]


def mangler_i(b: Bilde) -> list[str]:
    """What the next meeting lacks, where it is for this council to mend."""
    return [] if b.neste and foert_i(b.neste, b.utvalg) else mangler(b.mangler)


def hos(moete: Moete, utvalg: str) -> str:
    """`, ført i nav-vestland`, of a joint meeting that another council has the file of."""
    return f", ført i {other}" if (other := foert_i(moete, utvalg)) else ""


def mangler(lacking: Iterable[Mangel]) -> list[str]:
    """What the next meeting lacks, each with the command that mends it."""
    lacks = [f"  mangler {m.hva}: brukerutvalg {m.kommando}" for m in lacking]
    return lacks or ["  Ingenting mangler."]


def folk(her: Her, b: Bilde) -> Side:
    """Who sits, in what, for whom, and how long."""
    if not b.folk:
        known = len(her.mappe.kjente_personer)
        nobody = f"ingen sitter i utvalget {dag_i_ord(b.dag)}; {known} er ført" if known else "ingen er ført"
        return [f"Folk: {nobody}."]
    return [f"Folk ({len({p.person for p in b.folk})}):", _folket(her, b.folk)]


def _folket(her: Her, places: Iterable[Vervplass]) -> Tabell:
    rows = []
    for p in places:
        who = omtalt(p.person, her)
        verv = f"{'konstituert ' if p.konstituert else ''}{et_verv(p.verv, her)}"
        whose = _hvem(p.representerer, her)
        more = f", stedfortreder for {omtalt(p.i_stedet_for, her)}" if p.i_stedet_for else ""
        if p.permisjon:
            more += f", permisjon {alle_sammen(p.permisjon)}"
        begins, ends = _dagen(p.fra), _dagen(p.til, "uten sluttdato")
        # Of a leave its days are said last: between the office and its own days they would seem to be those.
        sentence = f"{who}, {verv}{f' for {whose}' if whose else ''}, fra {begins}, {_til(ends)}{more}"
        cells = (who, f"{verv}{more}", whose, kort(p.fra), kort(p.til))
        rows.append(trygg_rad(cells, sentence))
    return Tabell(("Navn", "Verv", "For", "Fra", "Til"), tuple(rows))


def saker(her: Her, b: Bilde) -> Side:
    """The cases that wait."""
    if not b.saker:
        return ["Saker som venter: ingen."]
    rows = tuple(_venter(case, her) for case in b.saker)
    return [f"Saker som venter ({len(rows)}):", Tabell(("Sak", "Tittel", "Meldt inn av", "Når"), rows)]


def _venter(case: Ventende, her: Her) -> Rad:
    shown = f"møtet {kort(case.moete)}" if case.moete else kort(case.innmeldt)
    cells = (case.sak, sladdet(case.tittel), _hvem(case.innmeldt_av, her), shown)
    return trygg_rad(cells, sak_i_ord(case, her))


def sak_i_ord(case: Ventende, her: Her) -> str:
    """A case that waits, on a line."""
    by, when = _hvem(case.innmeldt_av, her), _dagen(case.innmeldt, "")
    rest = f", meldt inn av {by}" if by else ""
    if case.moete:
        rest += f", sto på sakslista til møtet {dato_i_ord(case.moete)}"
    elif when:
        rest += f" {when}"
    return one_line(f"{case.sak}: {sladdet(case.tittel)}{rest}")


def moeter(b: Bilde) -> Side:
    """The meetings of the year."""
    if not b.moeter:
        return [f"Møter i {b.dag.year}: ingen er ført."]
    rows = tuple(_moetet(moete, b) for moete in b.moeter)
    return [
        f"Møter i {b.dag.year} ({len(rows)}):",
        Tabell(("Dag", "Tid", "Sted", "Status", "Saker", "Referat"), rows),
    ]


def _moetet(moete: Moete, b: Bilde) -> Rad:
    minutes = referatet(moete)
    number = len(moete.saker)
    status = f"{moete.status}{hos(moete, b.utvalg)}"
    there = foert_i(moete, b.utvalg)  # and so are the cases, which this council does not see
    cases = "" if there else f", {number} {'sak' if number == 1 else 'saker'}"
    sentence = f"{naar(moete)}: {status}{cases}"
    sentence += f", referatet er {minutes}" if minutes else ""
    cells = (kort_dag(moete.dato), str(kjent(moete.tid) or ""), stedet(moete) or "", status)
    return trygg_rad((*cells, "" if there else str(number), minutes), sentence)


def et_moete(her: Her, moete: Moete) -> Side:
    """One meeting: when, where, how far it has come, and its agenda."""
    lines = [f"Møtet {naar(moete)}", f"Status: {moete.status}"]
    if number := kjent(moete.nummer):
        lines.append(f"Møte nr.: {number}")
    if form := kjent(moete.form):
        lines.append(f"Form: {form}")
    for label, who in (("Møteleder", moete.moeteleder), ("Referent", moete.referent)):
        if who:
            lines.append(f"{label}: {_hvem(who, her)}")
    lines += oppmoetet(her, moete)
    if minutes := referatet(moete):
        lines.append(f"Referat: {minutes}")
    cases = [f"Sak {sak.navn}: {sladdet(tittel(sak))}" for sak in moete.saker]
    there = foert_i(moete, her.mappe.id)
    none = f"Saker: ført i {there}" if there else "Saker: ingen"
    return [*map(one_line, lines), "Saker:" if cases else none, *map(_linje, cases)]


def oppmoetet(her: Her, moete: Moete) -> list[str]:
    """Who came, who sent regrets and who did neither, as far as it is on record."""
    groups = (
        ("Til stede", moete.oppmoete, lambda o: _frammoett(o, her)),
        ("Meldt forfall", moete.forfall, lambda person: omtalt(person, her)),
        ("Ikke møtt", moete.ikke_moett, lambda person: omtalt(person, her)),
    )
    return [
        f"{label}: {'ukjent' if isinstance(who, Ukjent) else ', '.join(map(said, who)) or 'ingen'}"
        for label, who, said in groups
        if who is not None
    ]


def _frammoett(oppmoete: Oppmoete, her: Her) -> str:
    """`Anne Lie (for Ola Berg)`."""
    name = omtalt(oppmoete.person, her) if oppmoete.person else sladdet(oppmoete.kalt)
    instead = oppmoete.vara_for
    if oppmoete.lytter is True:
        return f"{name} (hørte på)"
    return f"{name} (for {_hvem(instead, her)})" if instead else name


def naar(moete: Moete) -> str:
    """`onsdag 16. november 2022 kl. 12:00, Rådhuset`."""
    at = f" kl. {kjent(moete.tid)}" if kjent(moete.tid) else ""
    place = stedet(moete)
    return f"{dag_i_ord(moete.dato)}{at}{f', {place}' if place else ''}"


def _hvem(name: str | Ukjent | None, her: Her) -> str:
    if name is None:
        return ""
    return "ukjent" if isinstance(name, Ukjent) else omtalt(name, her)


def _dagen(day: date | Deldato | Ukjent | None, ingen: str = "ukjent") -> str:
    return ingen if day is None else "ukjent" if isinstance(day, Ukjent) else deldag_i_ord(day)


def kort(day: date | Deldato | Ukjent | None) -> str:
    """`16.2.2023`: what there is room for in a cell."""
    if isinstance(day, Deldato):
        return day.i_ord
    return "" if day is None else "ukjent" if isinstance(day, Ukjent) else f"{day.day}.{day.month}.{day.year}"


def kort_dag(day: date) -> str:
    """`tor 16.2.2023`."""
    return f"{UKEDAGER[day.weekday()][:3]} {kort(day)}"


def _til(ends: str) -> str:
    return ends if ends.startswith("uten") else f"til {ends}"


def _linje(text: str) -> str:
    return f"  {one_line(text)}"
