"""Rediger: one change in a text of YAML, with every character outside it left as it was.

The library that keeps comments (ruamel.yaml) was tried: it loses those between brackets, indents lists anew,
and joins lines and takes out spaces in places nobody touched. Here the positions come from libyaml, only
the new text is made by PyYAML, and the result is read back: it must say the same as before, plus the change.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from brukerutvalg_cli.endring import fasit
from brukerutvalg_cli.endring.bytt import Bytt, erstatt, fjernet, ny_noekkel, nytt_punkt
from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
from brukerutvalg_cli.endring.merknader import berget
from brukerutvalg_cli.endring.ombytt import ombyttet
from brukerutvalg_cli.endring.yamlsted import (
    behind_colon,
    child_of,
    column_of,
    eol_at,
    keys_of,
    node_at,
    root_of,
    sti,
)
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.register.parse import parse
from brukerutvalg_cli.register.yamldata import Data

ANTATT = "antatt"
"""The word before what is assumed."""


def sett(text: str, route: Route, value: Data, rekkefoelge: Sequence[str] = ()) -> str:
    """The text with this value at the route; what lacks on the way there is made.

    `rekkefoelge`: the usual order of keys, for the place of one that is new.

    Raises:
        KanIkkeRedigere: when the file has errors, or is written in a way that cannot be changed safely.
    """
    return _edited(text, route, value, fasit.med(fasit.les(text), route, value), rekkefoelge)


def legg_til(text: str, route: Route, item: Data, rekkefoelge: Sequence[str] = ()) -> str:
    """The text with one more item last in the list at the route. A single value becomes the first of two.

    Raises:
        KanIkkeRedigere: as `sett`.
    """
    data = fasit.les(text)
    there = fasit.verdi(data, route)
    if there is None or there == []:
        return _edited(text, route, [item], fasit.med(data, route, [item]), rekkefoelge)
    if isinstance(there, str):
        return _edited(text, route, [there, item], fasit.med(data, route, [there, item]), rekkefoelge)
    if isinstance(there, dict) and [*there] == [ANTATT]:
        raise _er_antatt(route)
    if not isinstance(there, list):
        raise KanIkkeRedigere(f"«{sti(route)}» er ingen liste")
    return _checked(
        text, nytt_punkt(text, node_at(text, route), item), fasit.med(data, route, [*there, item])
    )


def fjern(text: str, route: Route) -> str:
    """The text without what stands at the route: a key with its value, or an item of a list.

    Raises:
        KanIkkeRedigere: as `sett`; also when it shares its line with something that is to stay.
    """
    data = fasit.les(text)
    *way, step = route
    wanted = fasit.uten(data, route)
    parent = node_at(text, tuple(way))
    if len(parent.value) == 1:
        empty: Data = {} if isinstance(parent, yaml.MappingNode) else []
        return _edited(text, tuple(way), empty, wanted, ())
    nr = step if isinstance(step, int) else keys_of(parent).index(step)
    return _checked(text, [fjernet(text, parent, nr, route)], wanted)


def _er_antatt(route: Route) -> KanIkkeRedigere:
    """What is assumed as a whole cannot be added to: then some of it would be known, and some not."""
    return KanIkkeRedigere(f"«{sti(route)}» er antatt som helhet. Bekreft det først, eller rett det i fila")


def ombytt(text: str, route: Route, til: int) -> str:
    """The text with the item at the route moved to this place in its list, from 0.

    Raises:
        KanIkkeRedigere: as `sett`.
    """
    *way, fra = route
    data = fasit.les(text)
    items = fasit.verdi(data, tuple(way))
    if not isinstance(fra, int) or not isinstance(items, list):
        raise KanIkkeRedigere(f"«{sti(route)}» er ingen liste")
    wanted = list(items)
    wanted.insert(til, wanted.pop(fra))
    changes = ombyttet(text, node_at(text, tuple(way)), fra, til)
    return _checked(text, changes, fasit.med(data, tuple(way), wanted))


def _edited(text: str, route: Route, value: Data, wanted: Data, order: Sequence[str]) -> str:
    if not route:
        return _checked(text, erstatt(text, root_of(text), value, -2, None, in_flow=False), wanted)
    parent, depth, in_flow = root_of(text), 0, False
    key_end = None
    while depth < len(route):
        if isinstance(parent, yaml.ScalarNode) or not parent.value:
            break
        step = route[depth]
        if isinstance(parent, yaml.MappingNode) and keys_of(parent) == [ANTATT]:
            raise _er_antatt(route[:depth])
        child = child_of(parent, step)
        in_flow = in_flow or bool(parent.flow_style)
        if child is None:
            if not isinstance(parent, yaml.MappingNode):
                raise KanIkkeRedigere(f"«{sti(route)}» finnes ikke")
            new = fasit.inni(route[depth + 1 :], value)
            return _checked(text, ny_noekkel(text, parent, str(step), new, order, in_flow=in_flow), wanted)
        key_end = behind_colon(text, parent, step)
        parent, depth = child, depth + 1
    node = parent
    column = column_of(text, route[:depth])
    new = fasit.inni(route[depth:], value)
    changes = erstatt(text, node, new, column, key_end, in_flow=in_flow)
    kept = [] if in_flow else berget(text, node, changes, key_end or node.start_mark.index, max(column, 0))
    return _checked(text, [*changes, *kept], wanted)


def _checked(text: str, changes: Sequence[Bytt], wanted: Data) -> str:
    new = text
    for change in sorted(changes, reverse=True):
        new = new[: change.fra] + change.tekst + new[change.til :]
    # A text of several lines needs a line end after it, also where the file had none.
    for found in (new, new + eol_at(new, len(new))) if text[-1:] not in ("\r", "\n") else (new,):
        parsed = parse("", found.encode())
        if not parsed.problems and parsed.data == wanted:
            return found
    raise KanIkkeRedigere(
        "fila er skrevet slik at den ikke kan endres trygt herfra; gjør endringen i fila selv"
    )
