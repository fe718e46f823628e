"""Rediger: one change in a text of YAML, with every character outside it left as it was.

The library that keeps comments (ruamel.yaml) was tried: it moves them, indents lists anew and joins or
folds long lines in places nobody touched. Here the positions come from libyaml, only the new text is
made by PyYAML, and the result is read back: it must say the same as before, plus the change.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, NamedTuple
from unicodedata import normalize

import yaml

from brukerutvalg_cli.endring.yamltekst import flyt, par, punkt, skrevet
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.register.linjer import Lines
from brukerutvalg_cli.register.parse import Data, parse

_HIDE = str.maketrans("\x85\u2028\u2029", "\U0001fffe\U0001ffff\U0002fffe")


class KanIkkeRedigere(Exception):
    """The text cannot be changed safely; the message says why, for the secretary."""


class Bytt(NamedTuple):
    """These characters are taken out, and this text is put there."""

    fra: int
    til: int
    tekst: str


def sett(text: str, route: Route, value: Data, rekkefoelge: Sequence[str] = ()) -> str:
    """The text with this value at the route; what lacks on the way there is made.

    `rekkefoelge`: the usual order of keys, for the place of one that is new.

    Raises:
        KanIkkeRedigere: when the file has errors, or is written in a way that cannot be changed safely.
    """
    return _edited(text, route, value, _with(_data(text), route, value), rekkefoelge)


def legg_til(text: str, route: Route, item: Data, rekkefoelge: Sequence[str] = ()) -> str:
    """The text with one more item last in the list at the route. A single value becomes the first of two.

    Raises:
        KanIkkeRedigere: as `sett`.
    """
    data = _data(text)
    there = _at(data, route)
    if there is None or there == []:
        return _edited(text, route, [item], _with(data, route, [item]), rekkefoelge)
    if isinstance(there, str):
        return _edited(text, route, [there, item], _with(data, route, [there, item]), rekkefoelge)
    if not isinstance(there, list):
        raise KanIkkeRedigere(f"«{_navn(route)}» er ingen liste")
    node = _node(text, route)
    last = node.value[-1]
    if node.flow_style:
        at = _end(text, last)
        return _checked(text, [Bytt(at, at, f", {flyt(item)}")], _with(data, route, [*there, item]))
    column = node.start_mark.column
    spaces = (
        max(last.start_mark.column - column - 1, 1) if last.start_mark.line == _dash_line(text, last) else 1
    )
    lines = punkt(item, column, spaces)
    return _checked(text, [_after(text, last, lines)], _with(data, route, [*there, item]))


def fjern(text: str, route: Route) -> str:
    """The text without what stands at the route: a key with its value, or an item of a list.

    Raises:
        KanIkkeRedigere: as `sett`; also when it shares its line with something that is to stay.
    """
    data = _data(text)
    *way, step = route
    wanted = _without(data, route)
    parent = _node(text, tuple(way))
    if len(parent.value) == 1:
        empty: Data = {} if isinstance(parent, yaml.MappingNode) else []
        return _edited(text, tuple(way), empty, wanted, ())
    nr = step if isinstance(step, int) else _keys(parent).index(step)
    pairs = [pair if isinstance(pair, tuple) else (pair, pair) for pair in parent.value]
    first, last = pairs[nr]
    if parent.flow_style:
        if nr:
            cut = Bytt(_end(text, pairs[nr - 1][1]), _end(text, last), "")
        else:
            cut = Bytt(first.start_mark.index, pairs[1][0].start_mark.index, "")
        return _checked(text, [cut], wanted)
    start, _ = Lines(text).bounds(first.start_mark.index)
    before = text[start : first.start_mark.index].strip()
    if before not in ("", "-") or (before == "-" and isinstance(parent, yaml.MappingNode)):
        raise KanIkkeRedigere(f"«{_navn(route)}» deler linje med noe annet")
    return _checked(text, [Bytt(start, _after(text, last, ()).fra, "")], wanted)


# The whole of a change


def _edited(text: str, route: Route, value: Data, wanted: Data, order: Sequence[str]) -> str:
    if not route:
        return _checked(text, [_replaced(text, _root(text), value, 0, in_flow=False)], wanted)
    parent, depth, in_flow = _root(text), 0, False
    while depth < len(route):
        if isinstance(parent, yaml.ScalarNode) or not parent.value:
            break
        step = route[depth]
        child = _child(parent, step)
        in_flow = in_flow or bool(parent.flow_style)
        if child is None:
            if not isinstance(parent, yaml.MappingNode):
                raise KanIkkeRedigere(f"«{_navn(route)}» finnes ikke")
            new = _nested(route[depth + 1 :], value)
            return _checked(text, [_new_key(text, parent, str(step), new, order, in_flow=in_flow)], wanted)
        parent, depth = child, depth + 1
    node = parent
    column = _column(text, route[:depth])
    new = _nested(route[depth:], value)
    return _checked(text, [_replaced(text, node, new, column, in_flow=in_flow)], wanted)


def _checked(text: str, changes: list[Bytt], wanted: Data) -> str:
    new = text
    for change in sorted(changes, reverse=True):
        new = new[: change.fra] + change.tekst + new[change.til :]
    parsed = parse("", new.encode())
    if parsed.problems or parsed.data != wanted:
        raise KanIkkeRedigere("filen er skrevet slik at den ikke kan endres trygt herfra")
    return new


def _replaced(text: str, node: Any, value: Data, column: int, *, in_flow: bool) -> Bytt:
    """A value in the place of another. `column`: of the key or dash it belongs to."""
    start, end = node.start_mark.index, _end(text, node)
    if in_flow:
        return Bytt(start, end, flyt(value) if start < end else f" {flyt(value)}")
    new = skrevet(value, column, start - Lines(text).bounds(start)[0] - column)
    space = " " if start == end and text[start - 1 : start] in (":", "-") else ""
    eol = _eol(text)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        header_end = Lines(text).bounds(start)[1]
        comment = text[start:header_end].partition(" #")
        kept = f" #{comment[2]}" if comment[1] else ""
        return Bytt(
            start, max(end, header_end), new.inline + kept + "".join(eol + line for line in new.linjer)
        )
    if not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        line_start = Lines(text).bounds(start)[0]
        if text[line_start:start].strip():
            raise KanIkkeRedigere("verdien deler linje med noe annet")
        before = text[:line_start].rstrip("\r\n")
        if new.inline:  # what filled lines of its own is now on the line of its key
            return Bytt(len(before), end, f" {new.inline}") if "#" not in _last_line(before) else _refuse()
        return Bytt(line_start, end, eol.join(new.linjer))
    if not new.linjer:
        return Bytt(start, end, space + new.inline)
    rest_end = Lines(text).bounds(end)[1]
    rest = text[end:rest_end].rstrip()  # a comment stays behind the key
    head = f"{space}{new.inline}{rest}" if new.inline or rest else ""
    cut = start if head or space else start - (text[start - 1 : start] == " ")
    return Bytt(cut, rest_end, head + "".join(eol + line for line in new.linjer))


def _new_key(text: str, mapping: Any, key: str, value: Data, order: Sequence[str], *, in_flow: bool) -> Bytt:
    if mapping.flow_style or in_flow:
        at = _end(text, mapping.value[-1][1])
        return Bytt(at, at, f", {flyt(key)}: {flyt(value)}")
    predecessor = mapping.value[-1][1]
    if key in order:
        earlier = frozenset(order[: order.index(key)])
        known = [v for k, v in mapping.value if k.value in earlier]
        predecessor = known[-1] if known else predecessor
    return _after(text, predecessor, par(key, value, mapping.start_mark.column))


def _after(text: str, node: Any, lines: Sequence[str]) -> Bytt:
    """New lines below the last line of a value, and of the comment beside it."""
    end = _end(text, node)
    eol = _eol(text)
    if end and text[end - 1] in "\r\n":  # a block scalar that keeps its last empty lines
        return Bytt(end, end, "".join(line + eol for line in lines))
    line_end = Lines(text).bounds(end)[1]
    for ending in ("\r\n", "\n", "\r"):
        if text.startswith(ending, line_end):
            at = line_end + len(ending)
            return Bytt(at, at, "".join(line + eol for line in lines))
    return Bytt(line_end, line_end, "".join(eol + line for line in lines))


# Where things are


def _end(text: str, node: Any) -> int:
    """Where the last character of a value is over: a block by itself ends where the next thing begins."""
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark.index
        if node.style not in ("|", ">"):
            return int(end)
        header = text[node.start_mark.index : Lines(text).bounds(node.start_mark.index)[1]]
        if "+" in header.partition("#")[0]:
            return int(end)
        return int(node.start_mark.index + len(text[node.start_mark.index : end].rstrip(" \t\r\n")))
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(text, last[1] if isinstance(last, tuple) else last)


def _column(text: str, route: Route) -> int:
    """The column of the key or dash that a value belongs to."""
    if not route:
        return -2
    parent = _node(text, route[:-1])
    return int(parent.start_mark.column)


def _dash_line(text: str, node: Any) -> int:
    """The line of the dash before an item: its own, unless the item begins further down."""
    start = Lines(text).bounds(node.start_mark.index)[0]
    return int(node.start_mark.line) if "-" in text[start : node.start_mark.index] else -1


def _root(text: str) -> Any:
    return yaml.compose(text.translate(_HIDE), Loader=yaml.CSafeLoader)


def _node(text: str, route: Route) -> Any:
    node = _root(text)
    for step in route:
        node = _child(node, step)
        if node is None:
            raise KanIkkeRedigere(f"«{_navn(route)}» finnes ikke")
    return node


def _child(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node.value[step] if isinstance(node, yaml.SequenceNode) and step < len(node.value) else None
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if normalize("NFC", key.value) == step), None)


def _keys(node: Any) -> list[str]:
    return [normalize("NFC", key.value) for key, _ in node.value]


# The same change in the data


def _data(text: str) -> Data:
    parsed = parse("", text.encode())
    if parsed.problems:
        raise KanIkkeRedigere(f"filen har en feil: {parsed.problems[0].message}")
    return parsed.data


def _at(data: Data, route: Route) -> Data:
    for step in route:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _with(data: Data, route: Route, value: Data) -> Data:
    if not route:
        return value
    whole: Any = deepcopy(data) or {}
    here = whole
    for step in route[:-1]:
        if isinstance(here, dict) and here.get(step) is None:
            here[step] = {}
        here = here[step]
    here[route[-1]] = value
    return whole  # type: ignore[no-any-return]


def _without(data: Data, route: Route) -> Data:
    whole: Any = deepcopy(data)
    here = whole
    for step in route[:-1]:
        here = here[step]
    del here[route[-1]]
    return whole  # type: ignore[no-any-return]


def _nested(route: Route, value: Data) -> Data:
    for step in reversed(route):
        value = {str(step): value}
    return value


def _navn(route: Route) -> str:
    return ".".join(map(str, route))


def _eol(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]


def _refuse() -> Bytt:
    raise KanIkkeRedigere("det står en kommentar der verdien skulle stå")
