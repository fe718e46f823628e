"""Antatt: what is assumed becomes known, and what nobody knows is assumed – one fact at a time, by where it stands."""

from __future__ import annotations

from typing import Any

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.handling.filer import Nektet, hendelsesfil, utvalgsfil
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
from brukerutvalg_cli.model.verdier import ANTATT


def sted(mappe: Utvalgsmappe, text: str) -> Place:
    """Where a fact that is named so stands.

    Raises:
        Nektet: when there is no such record, or no fact is named.
    """
    file, *steps = text.strip().split(".")
    known = {person: medlem.path for person, medlem in mappe.medlemmer.items()}
    known |= {str(moete.navn): moete.path for moete in mappe.moeter}
    known |= {sak.path.rpartition("/")[2].removesuffix(".yaml"): sak.path for sak in mappe.saker.values()}
    known |= _faste(mappe)
    if file not in known:
        raise Nektet(
            f"«{file}» er verken en person, et møte eller en sak i {mappe.id}. Skriv for eksempel PERSON.side"
        )
    if not steps:
        raise Nektet(f"hva er antatt? Skriv for eksempel {file}.side")
    route: Route = tuple(max(int(step) - 1, 0) if step.isdecimal() else step for step in steps)
    return Place(known[file], route)


def anta(utkast: Utkast, place: Place, text: str) -> None:
    """A fact that nobody knows is assumed to be this; commas between several.

    Raises:
        Nektet: when it is on record as something else, or there is no such record.
    """
    there, key = utkast.verdi(place.path, place.route), place.route[-1]
    if isinstance(key, int) or not isinstance(utkast.verdi(place.path, place.route[:-1]), dict):
        raise Nektet(
            f"{place.path} har ikke noe slikt sted å føre det. «antatt vis» viser hvordan det skrives"
        )
    values = [part.strip() for part in text.split(",") if part.strip()]
    value: Any = values if isinstance(_inni(there), list) or len(values) > 1 else "".join(values)
    if there not in (None, "ukjent", value) and not _er_antatt(there):
        raise Nektet(f"«{key}» er ført som noe annet. Er det galt, retter du det i {place.path}")
    utkast.sett(place.path, place.route, {ANTATT: value})


def bekreft(utkast: Utkast, place: Place, text: str) -> None:
    """What was assumed is known: to be so, or (with a text) to be this instead.

    Raises:
        Nektet: when it is not assumed.
    """
    there, key = utkast.verdi(place.path, place.route), place.route[-1]
    if not _er_antatt(there):
        raise Nektet(f"«{key}» er ikke antatt. «brukerutvalg antatt vis» sier hva som er det")
    values = [part.strip() for part in text.split(",") if part.strip()]
    assumed = _inni(there)
    utkast.sett(
        place.path, place.route, (values if isinstance(assumed, list) else text) if values else assumed
    )


def _faste(mappe: Utvalgsmappe) -> dict[str, str]:
    """The files that are not one of many."""
    own = {"utvalg": utvalgsfil(mappe), "hendelser": hendelsesfil(mappe)}
    return own | {"organisasjoner": ORGANISASJONER}


def _er_antatt(there: Any) -> bool:
    return isinstance(there, dict) and [*there] == [ANTATT]


def _inni(there: Any) -> Any:
    return there[ANTATT] if _er_antatt(there) else there
