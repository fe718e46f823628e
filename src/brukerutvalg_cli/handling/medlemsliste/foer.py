"""Foer: a list comes into the register – who is new, the terms that are not there yet, and the new organisations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling import organisasjon, person
from brukerutvalg_cli.handling.filer import Nektet, Postdata
from brukerutvalg_cli.handling.mandatets import krevd_av_oppnevning
from brukerutvalg_cli.handling.medlemsliste.liste import Listerad, Medlemsliste
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import kjent

KAN_VAERE_UKJENT = ("av", "foreslaatt_av", "fullmakt", "samtykke", "alder", "valgt_i")


class Opptelling(NamedTuple):
    """How many came in, and what was there already."""

    nye: int
    perioder: int
    sto: tuple[str, ...]


def personen(row: Listerad) -> Postdata:
    """The person of a row, by the keys of the file. When a post began is not in the list."""
    office = [{"funksjon": row.funksjon, "fra": "ukjent"}] if row.funksjon else None
    return {
        "navn": row.navn,
        "side": row.side or "ukjent",
        "representerer": row.representerer or None,
        "funksjon": office,
    }


def perioden(row: Listerad, wanted: Collection[str]) -> Postdata:
    """The term of a row. `wanted`: what the mandate wants on record of it, and the list does not say."""
    term: Postdata = {"verv": row.verv, "fra": row.fra or "ukjent", "til": row.til}
    own = {"vara_for": row.vara_for or None, "nummer": row.nummer}
    return term | own | {key: "ukjent" for key in KAN_VAERE_UKJENT if key in wanted}


def foer_nye(utkast: Utkast, register: Register, mappe: Utvalgsmappe, liste: Medlemsliste) -> list[str]:
    """The organisations and the people nobody knew of, without their terms; who they are."""
    for name, new in liste.nye.items():
        fields = {"navn": new.navn, "type": new.type, "side": new.side or "ukjent"}
        organisasjon.ny(utkast, register, mappe, fields, name, plass=False)
    people = {row.person: row for row in liste.rader if row.person not in mappe.kjente_personer}
    for name, row in people.items():
        person.ny(utkast, mappe, personen(row), name)
    return list(people)


def foer_liste(
    utkast: Utkast, register: Register, mappe: Utvalgsmappe, liste: Medlemsliste, rules: Sequence[Bestemmelse]
) -> Opptelling:
    """Everybody in the list, with the terms that are not on record.

    Raises:
        Nektet: when somebody has a verv already at the time that the list has them in it, from another day.
    """
    new = foer_nye(utkast, register, mappe, liste)
    there, count = [], 0
    against = list(_imot(mappe, liste.rader))
    if against:
        raise Nektet("; ".join(against))
    for row in liste.rader:
        medlem = mappe.medlemmer.get(row.person)
        if medlem and any(_samme(term, row) for term in medlem.oppnevninger):
            there.append(f"{row.navn} ({row.verv})")
            continue
        wanted = krevd_av_oppnevning(rules, row.verv, row.side)
        person.oppnevn(utkast, mappe, row.person, perioden(row, wanted) | _annerledes(medlem, row))
        count += 1
    return Opptelling(len(new), count, tuple(there))


def _imot(mappe: Utvalgsmappe, rows: Iterable[Listerad]) -> Iterable[str]:
    for row in rows:
        if row.person in mappe.kjente_personer and row.person not in mappe.medlemmer:
            yield f"fila til {row.person} kan ikke leses"
            continue
        medlem = mappe.medlemmer.get(row.person)
        for term in medlem.oppnevninger if medlem else ():
            if term.verv == row.verv and not _samme(term, row) and _samtidig(term, row):
                yield (
                    f"{row.hvor} har {row.navn} som {row.verv}, og det står alt en slik periode som ikke er slutt. "
                    f"Sett sluttdato på den først med «brukerutvalg avslutt {mappe.id} {row.person}»"
                )
                break


def _samme(term: Oppnevning, row: Listerad) -> bool:
    """Whether it is this term; of one whose first day the list does not say, any that is not over will do."""
    if term.verv != row.verv:
        return False
    return term.fra == row.fra if isinstance(row.fra, date) else _samtidig(term, row)


def _samtidig(term: Oppnevning, row: Listerad) -> bool:
    if term.tiltraadt is False:
        return False
    over = isinstance(term.til, date) and isinstance(row.fra, date) and term.til < row.fra
    ahead = isinstance(row.til, date) and isinstance(term.fra, date) and row.til < term.fra
    return not (over or ahead)


def _annerledes(medlem: Medlem | None, row: Listerad) -> Postdata:
    """What is another in this term than on the person's page."""
    if medlem is None:
        return {}
    other = {"side": row.side, "representerer": row.representerer}
    said = {key: value for key, value in other.items() if value not in ("", "ukjent")}
    return {key: value for key, value in said.items() if value != kjent(getattr(medlem, key))}
