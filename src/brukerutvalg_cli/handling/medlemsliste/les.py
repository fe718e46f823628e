"""Les: a list of people is read and judged, line by line; whatever is wrong in it is told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.handling.filer import Nektet, person_id
from brukerutvalg_cli.handling.medlemsliste import tid
from brukerutvalg_cli.handling.medlemsliste.lest import Lestrad, hvem
from brukerutvalg_cli.handling.medlemsliste.liste import (
    Kjente,
    Listedag,
    Listerad,
    Medlemsliste,
    NyOrganisasjon,
    Tillegg,
)
from brukerutvalg_cli.handling.medlemsliste.organisasjon import Fant, finn
from brukerutvalg_cli.handling.medlemsliste.overskrift import (
    IKKE_I_REGISTERET,
    Hode,
    bare_dager,
    finn_hode,
    hver_sitt,
)
from brukerutvalg_cli.handling.medlemsliste.personer import radene
from brukerutvalg_cli.handling.medlemsliste.rolle import Rolle, rollene, stilling, ukjente
from brukerutvalg_cli.handling.medlemsliste.tabell import Ark, Tabellinje
from brukerutvalg_cli.model.sagt_dag import IngenDag
from brukerutvalg_cli.nevnt import Kjent, kalt_slik, ordene
from brukerutvalg_cli.oppramsing import enten_eller
from brukerutvalg_cli.personvern.private_opplysninger import sladdet, uten_kontakt

FLEST = 500
"""More lines than this are not those of one council."""
_ADRESSE = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")


_TILLEGG = re.compile(
    r"(?P<navn>[^()]*(?:\([^()]*\)[^()]*)*?)"
    r"(?:\(([^()]*)\)|\s[-–—]\s+([a-zæøå].*)|,\s*((?:slutt|permi)\w*.*))\s*",
    re.DOTALL,
)
"""What people write behind a name, and is no part of it."""
_FOERES = {"permi": "permisjon", "slutt": "avslutt", "fratrådt": "avslutt"}


class Listefeil(Nektet):
    """What is wrong in a list, all of it, each with its line."""

    def __init__(self, feil: Sequence[str]) -> None:
        more = len(feil) - 20
        shown = [*feil[:20], *([f"og {more} feil til"] if more > 0 else [])]
        head = [f"lista har {len(feil)} feil:"] if len(feil) > 1 else []
        super().__init__("\n  ".join([*head, *shown]))


INGEN = Tillegg()
"""Nobody has been asked yet."""


def les_liste(arkene: Sequence[Ark], kjente: Kjente, tillegg: Tillegg = INGEN) -> Medlemsliste:
    """The list. What it leaves open is told, and answered by `tillegg` where somebody is asked.

    Raises:
        Ulest: when something in it cannot be understood, or two lines disagree.
        Nektet: when it is no list of people at all.
    """
    hode, lines = finn_hode(arkene)
    hode = bare_dager(hver_sitt(hode, lines, kjente.sider), lines, kjente.naa)
    if len(lines) > FLEST:
        raise Nektet(f"lista har mer enn {FLEST} linjer. Er det rett fil")
    read, wrong = [], []
    for line in lines:
        try:
            read.append(_linja(line, hode, kjente, tillegg))
        except Nektet as error:
            wrong += [f"{line.hvor} {each}" for each in str(error).split("\n")]
    rows, disagree = radene(read, kjente, tillegg.side)
    if wrong := [*wrong, *disagree]:
        raise Listefeil(wrong)
    return Medlemsliste(
        tuple(rows),
        {each.hos.id: _ny(each, rows) for each in read if each.hos.ny},
        tuple((c.overskrift, felt) for felt, c in hode.kolonner.items() if felt not in IKKE_I_REGISTERET),
        (*hode.utelatt, *(said for line in read for said in line.utelatt)),
        _adresser(read),
        tuple(_uten_side(rows, kjente)),
        tuple(dict.fromkeys(hvem(each) for each in read if not each.sagt_fra)),
        tuple(dict.fromkeys(_bare_aar(lines, hode, tillegg))),
    )


def _linja(linje: Tabellinje, hode: Hode, kjente: Kjente, tillegg: Tillegg) -> Lestrad:
    """The line. Raises Nektet with all that is wrong in it, each in a line."""
    wrong: list[str] = []
    whole, name, beside = _navnet(linje, hode)
    try:
        person = _personen(whole, name, kjente)
    except Nektet as error:
        person = ""
        wrong.append(str(error) if name else "mangler navn")
    try:
        body = finn(hode.verdi(linje, "representerer"), kjente)
    except Nektet as error:
        body = Fant()
        wrong.append(str(error))
    roles, post = _roller(linje, hode, kjente)
    wrong += [_ukjent("vervet", each, kjente.verv) for each in ukjente(roles)]
    said = hode.verdi(linje, "side")
    side = kalt_slik(said, kjente.sider) if said else []
    if said and not side:
        wrong.append(_ukjent("siden", said, kjente.sider))
    begins, ends = _dagene(linje, hode, kjente, tillegg, wrong)
    if wrong:
        raise Nektet("\n".join(wrong))
    sides = [side[0].id] if side else [body.side, *(role.side for role in roles)]
    email = _ADRESSE.search(hode.verdi(linje, "epost"))
    return Lestrad(
        linje.hvor,
        person,
        name,
        hos=body,
        side=next(filter(None, sides), ""),
        roller=roles,
        fra=begins,
        til=ends,
        funksjon=post,
        epost=email[0] if email else "",
        sagt_fra=bool(_tida(linje, hode)[0]),
        utelatt=tuple(
            f"«{sladdet(uten_kontakt(said))}» om {name} ({linje.hvor}){_foeres(said)}"
            for said in (*beside, *(role.ved_siden for role in roles))
            if said and said != person and not _sies_alt(said, roles, body, kjente)
        ),
    )


def _navnet(linje: Tabellinje, hode: Hode) -> tuple[str, str, tuple[str, ...]]:
    """The name as it is said – `Nordmann, Kari` is Kari Nordmann, and so are her two names in two columns – first with
    what is said beside it, then without, and that."""
    whole = hode.verdi(linje, "navn")
    if {"fornavn", "etternavn"} <= hode.kolonner.keys():
        both = f"{hode.verdi(linje, 'fornavn')} {hode.verdi(linje, 'etternavn')}".strip()
        if both:
            name, beside = _uten_tillegg(both)
            return both, name, beside
    name, beside = _uten_tillegg(whole)
    last, comma, first = name.partition(",")
    return whole, f"{first.strip()} {last.strip()}".strip() if comma else name, beside


def _uten_tillegg(navn: str) -> tuple[str, tuple[str, ...]]:
    """A name without what stands behind it in brackets or after a dash: `Ola (permisjon)`, `Lise Lie – sluttet`."""
    beside: list[str] = []
    while (found := _TILLEGG.fullmatch(navn)) and found["navn"].strip():
        navn = found["navn"].strip()
        beside.insert(0, next(filter(None, found.groups()[1:]), "").strip())
    return navn, tuple(beside)


def _sies_alt(tillegg: str, roller: Sequence[Rolle], hos: Fant, kjente: Kjente) -> bool:
    """Whether it only says again what the line says: `Lise Lie (sekretær)`, who is the secretary."""
    again = {role.verv for role in rollene(tillegg, kjente.verv, kjente.sider)}
    if "" not in again:
        return again <= {role.verv for role in roller}
    try:
        return bool(hos.id) and finn(tillegg, kjente).id == hos.id
    except Nektet:
        return False


def _foeres(tillegg: str) -> str:
    """Where what was said beside a name is recorded instead."""
    verb = next((verb for stem, verb in _FOERES.items() if tillegg.casefold().startswith(stem)), "")
    return f": føres etterpå med «brukerutvalg {verb}»" if verb else ""


def _personen(helt: str, navn: str, kjente: Kjente) -> str:
    known = kalt_slik(helt, kjente.personer) or kalt_slik(navn, kjente.personer)
    if len(known) > 1:
        raise Nektet(f"har «{navn}», som kan være {enten_eller(one.id for one in known)}")
    return known[0].id if known else person_id(navn)


def _roller(linje: Tabellinje, hode: Hode, kjente: Kjente) -> tuple[tuple[Rolle, ...], str]:
    """What the line says the person is in the council, and the post outside it."""
    roles = rollene(hode.verdi(linje, "verv"), kjente.verv, kjente.sider)
    said = hode.verdi(linje, "funksjon")
    offices = rollene(said, kjente.verv, kjente.sider)
    if said and not any(role.verv for role in roles) and any(role.verv for role in offices):
        roles, said = [*roles, *offices], ""  # a column that people call function, and mean the verv
    post = (stilling(said) or said) if said else next((r.funksjon for r in roles if r.funksjon), "")
    if hode.verdi(linje, "vara_for"):
        roles = [r._replace(vara_for=hode.verdi(linje, "vara_for")) if r.verv == "vara" else r for r in roles]
    if (number := hode.verdi(linje, "nummer")).isdecimal():
        roles = [r._replace(nummer=int(number)) if r.verv == "vara" else r for r in roles]
    side = "nav" if not any(r.side for r in roles) and post == "nav-leder" else ""
    return (*roles, *([Rolle(side=side)] if side else [])), post


def _dagene(
    linje: Tabellinje, hode: Hode, kjente: Kjente, tillegg: Tillegg, wrong: list[str]
) -> tuple[Listedag, Listedag]:
    begins, ends = _tida(linje, hode)
    days: list[Listedag] = []
    for text, last in ((begins, False), (ends, True)):
        try:
            first = (days[0] if begins else tillegg.fra) if last else None
            days.append(tid.dagen(text, kjente.naa, siste=last, hele_aar=tillegg.hele_aar, fra=first))
        except IngenDag as error:
            days.append("ukjent")
            wrong.append(f"har en dag som ikke kan leses: {error}")
    first, last_day = days
    if not begins and tillegg.fra:
        first = tillegg.foerste_dag
    if tid.er_foer(last_day, first):
        wrong.append(f"slutter ({ends}) før det begynner ({begins or first})")
    return first, last_day


def _tida(linje: Tabellinje, hode: Hode) -> tuple[str, str]:
    begins, ends = tid.delt(hode.verdi(linje, "periode"))
    return hode.verdi(linje, "fra") or begins, hode.verdi(linje, "til") or ends


def _bare_aar(lines: Iterable[Tabellinje], hode: Hode, tillegg: Tillegg) -> Iterator[str]:
    for line in lines:
        begins, ends = _tida(line, hode)
        yield from (text for text in (begins or str(tillegg.fra or ""), ends) if text and tid.bare_aar(text))


def _ny(line: Lestrad, rows: Iterable[Listerad]) -> NyOrganisasjon:
    """A new organisation sits on the side of those who sit for it."""
    assert line.hos.ny
    side = next((row.side for row in rows if row.representerer == line.hos.id), line.hos.ny.side)
    return line.hos.ny._replace(side=side)


def _adresser(lines: Iterable[Lestrad]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if line.epost:
            found.setdefault(line.person, line.epost)
    return found


def _uten_side(rows: Iterable[Listerad], kjente: Kjente) -> Iterator[str]:
    """Those who are new, and of whom neither their organisation nor what they are tells the side."""
    known = {one.id for one in kjente.personer}
    without = {row.person: row for row in rows if not row.side and row.person not in known}
    yield from (hvem(row) for row in without.values())


FOR_HVERT_MOETE = {
    "referent": "--referent PERSON",
    "referenten": "--referent PERSON",
    "ordstyrer": "--moeteleder PERSON",
}
"""What somebody is in a meeting, and not in the council, and the option that says it there."""


def _ukjent(what: str, word: str, known: Sequence[Kjent]) -> str:
    if said := FOR_HVERT_MOETE.get(ordene(word)):
        return (
            f"har {what} «{word}», som ikke finnes: det føres for hvert møte, med «brukerutvalg oppmoete … {said}». "
            "Er personen utvalgets sekretær, skriver du sekretær"
        )
    meant = forslag(word, (name for one in known for name in (one.id, *one.kalt)))
    names = ", ".join(one.id for one in known)
    return f"har {what} «{word}», som ikke finnes. " + (
        f"Mente du «{meant}»?" if meant else f"Velg blant {names}"
    )
