"""Organisasjon: whom somebody sits for – one that is known, a public body, or a new one – and the side that tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from brukerutvalg_cli.forslag import skrivefeil
from brukerutvalg_cli.handling.filer import Nektet, person_id
from brukerutvalg_cli.handling.medlemsliste.liste import Kjente, NyOrganisasjon
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.nevnt import Kjent, kalt_slik, ordene


class Fant(NamedTuple):
    """The organisation by id, where there is one, and the side its people sit for, where that follows from it."""

    id: str = ""
    side: str = ""
    ny: NyOrganisasjon | None = None


def finn(text: str, kjente: Kjente) -> Fant:
    """What a cell names.

    Raises:
        Nektet: when it is one slip from an organisation that is known, or no file could be called so.
    """
    if not text:
        return Fant()
    if len(sides := kalt_slik(text, kjente.sider)) == 1:
        return Fant(side=sides[0].id)
    known = list(_kalt(kjente))
    if found := kalt_slik(text, known):
        side = kjent(kjente.organisasjoner[found[0].id].side) or ""
        return Fant(found[0].id, side if side in {each.id for each in kjente.sider} else "")
    if near := skrivefeil(text, (name for one in known for name in (one.id, *one.kalt))):
        raise Nektet(f"har organisasjonen «{text}», som ikke finnes. Mente du «{near}»?")
    side, kind = _offentlig(text) or (_gren_av(text, kjente), "ukjent")
    name = person_id(text)
    taken = name in kjente.opptatt or name in kjente.organisasjoner
    return Fant(f"{name}-kontor" if taken else name, side, NyOrganisasjon(text, side, kind))


def _kalt(kjente: Kjente) -> Iterator[Kjent]:
    for name, body in kjente.organisasjoner.items():
        yield Kjent(name, tuple(filter(None, (body.navn, body.forkortelse))))


def _offentlig(text: str) -> tuple[str, str] | None:
    """The side and the sort of a public body that is known by its name: `Nav Storelva`, `Nordre Elv kommune`."""
    words = ordene(text).split()
    if words[:1] == ["nav"]:
        return "nav", "offentlig"
    municipality = words and words[-1] in ("kommune", "fylkeskommune") and len(words) <= 3
    return ("kommune", "offentlig") if municipality and not {"i", "for", "ved"} & set(words) else None


def _gren_av(text: str, kjente: Kjente) -> str:
    """The side of the organisation that this is a branch of, as `Mental Helse Storelva` is."""
    words = ordene(text)
    for one in _kalt(kjente):
        for name in (one.id, *one.kalt):
            if re.match(rf"{re.escape(ordene(name))} ", words):
                return kjent(kjente.organisasjoner[one.id].side) or ""
    return ""
