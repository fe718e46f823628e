"""Rediger: one change in a text of YAML, with every character outside it left as it was.

The library that keeps comments (ruamel.yaml) was tried: it loses those between brackets, indents lists anew,
and joins lines and takes out spaces in places nobody touched. Here the positions come from libyaml, only
the new text is made by PyYAML, and the result is read back: it must say the same as before, plus the change.
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
    return _checked(text, _after(text, last, lines), _with(data, route, [*there, item]))


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
        start, end = first.start_mark.index, _end(text, last)
        if nr + 1 < len(pairs):
            to = pairs[nr + 1][0].start_mark.index
            line_end = Lines(text).bounds(end)[1]
            own_lines = "#" in text[line_end:to]  # of the next one: they stay
            cut = Bytt(start, line_end if own_lines else to, "")
        elif (
            "#" in text[(before_end := _end(text, pairs[nr - 1][1])) : start]
        ):  # beside the one before: it stays
            comma = text[end:].lstrip()[:1] == ","
            cut = Bytt(start, text.index(",", end) + 1 if comma else end, "")
        else:
            cut = Bytt(before_end, end, "")
        return _checked(text, [cut], wanted)
    start, _ = Lines(text).bounds(first.start_mark.index)
    before = text[start : first.start_mark.index].strip()
    if before not in ("", "-") or (before == "-" and isinstance(parent, yaml.MappingNode)):
        raise KanIkkeRedigere(f"«{_navn(route)}» deler linje med noe annet")
    return _checked(text, [Bytt(start, _below(text, last), "")], wanted)


# The whole of a change


def _edited(text: str, route: Route, value: Data, wanted: Data, order: Sequence[str]) -> str:
    if not route:
        return _checked(text, _replaced(text, _root(text), value, -2, None, in_flow=False), wanted)
    parent, depth, in_flow = _root(text), 0, False
    key_end = None
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
            return _checked(text, _new_key(text, parent, str(step), new, order, in_flow=in_flow), wanted)
        key_end = _key_end(text, parent, step)
        parent, depth = child, depth + 1
    node = parent
    column = _column(text, route[:depth])
    new = _nested(route[depth:], value)
    return _checked(text, _replaced(text, node, new, column, key_end, in_flow=in_flow), wanted)


def _checked(text: str, changes: Sequence[Bytt], wanted: Data) -> str:
    new = text
    for change in sorted(changes, reverse=True):
        new = new[: change.fra] + change.tekst + new[change.til :]
    # A text of several lines needs a line end after it, also where the file had none.
    for found in (new, new + _eol(new, len(new))) if text[-1:] not in ("\r", "\n") else (new,):
        parsed = parse("", found.encode())
        if not parsed.problems and parsed.data == wanted:
            return found
    raise KanIkkeRedigere(
        "filen er skrevet slik at den ikke kan endres trygt herfra; gjør endringen i filen selv"
    )


def _replaced(
    text: str, node: Any, value: Data, column: int, key_end: int | None, *, in_flow: bool
) -> list[Bytt]:
    """A value in the place of another. `column`: of the key or dash it belongs to; `key_end`: behind its colon."""
    start, end = node.start_mark.index, _end(text, node)
    if not isinstance(node, yaml.ScalarNode) and not node.value and "#" in text[start:end]:
        written = flyt(value)
        if written[0] == text[start]:  # the same brackets, with a comment in them
            return [Bytt(end - 1, end - 1, written[1:-1])]
    if in_flow:
        return [Bytt(start, end, flyt(value) if start < end else f" {flyt(value)}")]
    line_start = Lines(text).bounds(start)[0]
    new = skrevet(value, column, start - line_start - column)
    space = " " if start == end and text[start - 1 : start] in (":", "-") else ""
    eol = _eol(text, start)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        header_end = Lines(text).bounds(start)[1]
        comment = text[start:header_end].partition(" #")
        kept = f" #{comment[2]}" if comment[1] else ""
        below = "".join(eol + line for line in new.linjer)
        last_end = eol if text[end - 1 : end] in ("\r", "\n") and end > header_end else ""
        return [Bytt(start, max(end, header_end), new.inline + kept + below + last_end)]
    if not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        if text[line_start:start].strip():
            raise KanIkkeRedigere("verdien deler linje med noe annet")
        before = len(text[:line_start].rstrip("\r\n"))
        last_end = eol if text[end - 1] in "\r\n" else ""
        below = "".join(eol + line for line in new.linjer)
        if not new.inline:
            return [Bytt(line_start, end, below.removeprefix(eol) + last_end)]
        # What filled lines of its own is now on the line of its key.
        if "#" not in text[key_end or 0 : line_start]:
            return [Bytt(before, end, f" {new.inline}{below}{last_end}")]
        if key_end is None:
            raise KanIkkeRedigere("det står en kommentar der verdien skulle stå")
        return [Bytt(key_end, key_end, f" {new.inline}"), Bytt(before, end, below + last_end)]
    if not new.linjer:
        return [Bytt(start, end, space + new.inline)]
    rest_end = Lines(text).bounds(end)[1]
    rest = text[end:rest_end].rstrip()  # a comment stays behind the key
    head = f"{space}{new.inline}{rest}" if new.inline or rest else ""
    cut = start if head or space else start - (text[start - 1 : start] == " ")
    below = eol.join(new.linjer)
    return [Bytt(cut, rest_end, head + (eol if head or text[line_start:cut] else "") + below)]


def _new_key(
    text: str, mapping: Any, key: str, value: Data, order: Sequence[str], *, in_flow: bool
) -> list[Bytt]:
    if mapping.flow_style or in_flow:
        at = _end(text, mapping.value[-1][1])
        return [Bytt(at, at, f", {flyt(key)}: {flyt(value)}")]
    predecessor = mapping.value[-1][1]
    if key in order:
        earlier = frozenset(order[: order.index(key)])
        known = [v for k, v in mapping.value if k.value in earlier]
        predecessor = known[-1] if known else predecessor
    return _after(text, predecessor, par(key, value, mapping.start_mark.column))


def _after(text: str, node: Any, lines: Sequence[str]) -> list[Bytt]:
    """New lines below the last line of a value, and of the comment beside it."""
    at = _below(text, node)
    eol = _eol(text, max(at - 1, 0))
    if at and text[at - 1] in "\r\n":
        return [Bytt(at, at, "".join(line + eol for line in lines))]
    return [*_uten_linjeskift(text, node), Bytt(at, at, "".join(eol + line for line in lines))]


def _below(text: str, node: Any) -> int:
    """Where the line after a value begins; the end of a file whose last line has no end."""
    end = _end(text, node)
    if end and text[end - 1] in "\r\n":  # a block scalar that keeps its last empty lines
        return end
    line_end = Lines(text).bounds(end)[1]
    return next((line_end + len(e) for e in ("\r\n", "\n", "\r") if text.startswith(e, line_end)), line_end)


def _uten_linjeskift(text: str, node: Any) -> list[Bytt]:
    """Where a block of text ended with the file, without a line end, it is said so when lines come below it."""
    while not isinstance(node, yaml.ScalarNode) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    if not isinstance(node, yaml.ScalarNode) or node.style not in ("|", ">"):
        return []
    start = node.start_mark.index
    header = text[start : Lines(text).bounds(start)[1]].split()[0]
    if "-" in header or node.end_mark.index < len(text):
        return []
    return [Bytt(start, start + len(header), header.replace("+", "") + "-")]


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


def _key_end(text: str, parent: Any, step: str | int) -> int | None:
    """Behind the colon of a key; None for an item of a list."""
    if isinstance(step, int):
        return None
    key, value = parent.value[_keys(parent).index(step)]
    return text.index(":", key.end_mark.index, max(value.start_mark.index, key.end_mark.index + 1)) + 1


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


def _eol(text: str, index: int) -> str:
    """How the line around an index ends; where it does not, as the one before it."""
    line_start, line_end = Lines(text).bounds(index)
    found = text[line_end : line_end + 2] or text[:line_start][-2:]
    return "\r\n" if found == "\r\n" else found[0] if found[:1] in ("\r", "\n") else found[-1:] or "\n"
