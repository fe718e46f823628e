"""Moetets dager: the days a meeting has beside its own – when papers went out, when the minutes were approved."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Ukjent


class Moetedag(NamedTuple):
    """One of them: where it is recorded, the words for it, and whether it comes before the meeting."""

    rute: Route
    det: str
    skjedde: str
    som: str
    selve: str
    foer: bool


_UT = ("gikk ut", "sendt")
_LAGT_UT = ("ble lagt ut", "lagt ut")

DAGER = {
    "innkalling": Moetedag(("sendt", "innkalling"), "innkallingen", *_UT, "innkallingen", True),
    "sakliste": Moetedag(("sendt", "sakliste"), "sakslista", *_UT, "sakslista", True),
    "sakspapirer": Moetedag(("sendt", "sakspapirer"), "sakspapirene", *_UT, "sakspapirene", True),
    "referat": Moetedag(("sendt", "referat"), "referatet", *_UT, "referatet", False),
    "sakliste_publisering": Moetedag(
        ("sakliste", "publisert", "dato"), "sakslista", *_LAGT_UT, "publiseringen av sakslista", True
    ),
    "sakspapirer_publisering": Moetedag(
        ("sakspapirer", "publisert", "dato"), "sakspapirene", *_LAGT_UT, "publiseringen av sakspapirene", True
    ),
    "publisering": Moetedag(
        ("referat", "publisert", "dato"), "referatet", *_LAGT_UT, "publiseringen av referatet", False
    ),
    "godkjenning": Moetedag(
        ("referat", "godkjent", "moete"),
        "referatet",
        "ble godkjent",
        "godkjent",
        "godkjenningen av referatet",
        False,
    ),
}


def dagen(moete: Moete, hva: str) -> date | Ukjent | None:
    """The day as recorded; `ukjent` where what holds it is, None where nothing is recorded."""
    value: object = moete
    for step in DAGER[hva].rute:
        if value is None or isinstance(value, Ukjent):
            break
        value = value.dag if isinstance(value, Godkjent) else getattr(value, str(step))
    assert value is None or isinstance(value, date | Ukjent)
    return value


def deldatoen(moete: Moete, hva: str) -> Deldato | None:
    """What is known of the day where all of it is not."""
    *way, last = DAGER[hva].rute
    holder: object = moete
    for step in way:
        holder = getattr(holder, str(step), None)
    if isinstance(holder, Godkjent):
        return holder.deldato.get("dato")
    return holder.deldato.get(str(last)) if isinstance(holder, Post) else None


def mangler(moete: Moete, hva: str) -> str:
    """The first key on the way to the day that is not there."""
    value: object = moete
    for step in DAGER[hva].rute:
        value = getattr(value, str(step))
        if value is None:
            return str(step)
    raise ValueError(f"nothing is missing: {hva}")


def dagen_som_sto(moete: Moete, gjort: date) -> date:
    """The meeting's day as it stood when this was done, unless the meeting was since moved earlier."""
    moves = sorted(moete.flyttet, key=lambda move: move.dato)
    return min(next((move.fra.dag for move in moves if move.dato > gjort), moete.dato), moete.dato)
