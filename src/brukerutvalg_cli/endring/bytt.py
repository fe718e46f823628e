"""Bytt: the characters that are taken out and put in, for a value in the place of another, or lines below one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
from brukerutvalg_cli.endring.yamlsted import dash_line, end_of, eol_at, line_below, sti
from brukerutvalg_cli.endring.yamltekst import Skrevet, flyt, par, punkt, skrevet
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.register.linjer import Lines
from brukerutvalg_cli.register.yamldata import Data


class Bytt(NamedTuple):
    """These characters are taken out, and this text is put there."""

    fra: int
    til: int
    tekst: str


def erstatt(
    text: str, node: Any, value: Data, column: int, key_end: int | None, *, in_flow: bool
) -> list[Bytt]:
    """A value in the place of another. `column`: of the key or dash it belongs to; `key_end`: behind its colon."""
    start, end = node.start_mark.index, end_of(text, node)
    if not isinstance(node, yaml.ScalarNode) and not node.value and "#" in text[start:end]:
        written = flyt(value)
        if written[0] == text[start]:  # the same brackets, with a comment in them
            return [Bytt(end - 1, end - 1, written[1:-1])]
    if in_flow:
        return [Bytt(start, end, flyt(value) if start < end else f" {flyt(value)}")]
    line_start = Lines(text).bounds(start)[0]
    new = skrevet(value, column, start - line_start - column)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return [_for_tekstblokk(text, start, end, new)]
    if not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        if text[line_start:start].strip():
            raise KanIkkeRedigere("verdien deler linje med noe annet")
        if column < 0 and new.inline:  # the whole file: what stands above it, stays there
            return [Bytt(line_start, end, new.inline + _siste_linjeskift(text, start, end))]
        return _for_egne_linjer(text, line_start, end, new, key_end)
    return [_paa_linja(text, start, end, new, line_start)]


def _for_tekstblokk(text: str, start: int, end: int, new: Skrevet) -> Bytt:
    """In the place of a block of text, with the comment behind its mark."""
    eol, header_end = eol_at(text, start), Lines(text).bounds(start)[1]
    comment = text[start:header_end].partition(" #")
    kept = f" #{comment[2]}" if comment[1] else ""
    below = "".join(eol + line for line in new.linjer)
    last_end = _siste_linjeskift(text, start, end) if end > header_end else ""
    return Bytt(start, max(end, header_end), new.inline + kept + below + last_end)


def _for_egne_linjer(text: str, line_start: int, end: int, new: Skrevet, key_end: int | None) -> list[Bytt]:
    """In the place of a list or of keys on lines of their own below the key."""
    eol = eol_at(text, line_start)
    last_end = _siste_linjeskift(text, line_start, end)
    below = "".join(eol + line for line in new.linjer)
    if not new.inline:
        return [Bytt(line_start, end, below.removeprefix(eol) + last_end)]
    # What filled lines of its own is now on the line of its key.
    before = len(text[:line_start].rstrip("\r\n"))
    if "#" not in text[key_end or 0 : line_start]:
        return [Bytt(before, end, f" {new.inline}{below}{last_end}")]
    if key_end is None:
        raise KanIkkeRedigere("det står en kommentar der verdien skulle stå")
    return [Bytt(key_end, key_end, f" {new.inline}"), Bytt(before, end, below + last_end)]


def _paa_linja(text: str, start: int, end: int, new: Skrevet, line_start: int) -> Bytt:
    """In the place of what stands on the line of its key, before its comment."""
    space = " " if start == end and text[start - 1 : start] in (":", "-") else ""
    if not new.linjer:
        return Bytt(start, end, space + new.inline)
    eol, rest_end = eol_at(text, start), Lines(text).bounds(end)[1]
    rest = text[end:rest_end].rstrip()  # a comment stays behind the key
    head = f"{space}{new.inline}{rest}" if new.inline or rest else ""
    cut = start if head or space else start - (text[start - 1 : start] == " ")
    below = eol.join(new.linjer)
    return Bytt(cut, rest_end, head + (eol if head or text[line_start:cut] else "") + below)


def _siste_linjeskift(text: str, start: int, end: int) -> str:
    """The line end that a value took with it, which is to be there still."""
    return eol_at(text, start) if text[end - 1 : end] in ("\r", "\n") else ""


def ny_noekkel(
    text: str, mapping: Any, key: str, value: Data, order: Sequence[str], *, in_flow: bool
) -> list[Bytt]:
    """A key that was not there, behind the last of those that `order` has before it."""
    if mapping.flow_style or in_flow:
        at = end_of(text, mapping.value[-1][1])
        return [Bytt(at, at, f", {flyt(key)}: {flyt(value)}")]
    predecessor = mapping.value[-1][1]
    if key in order:
        earlier = frozenset(order[: order.index(key)])
        known = [v for k, v in mapping.value if k.value in earlier]
        predecessor = known[-1] if known else predecessor
    return _nedenfor(text, predecessor, par(key, value, mapping.start_mark.column))


def nytt_punkt(text: str, sequence: Any, item: Data) -> list[Bytt]:
    """One more item, last in a list that has some."""
    last = sequence.value[-1]
    if sequence.flow_style:
        at = end_of(text, last)
        return [Bytt(at, at, f", {flyt(item)}")]
    column = sequence.start_mark.column
    spaces = (
        max(last.start_mark.column - column - 1, 1) if last.start_mark.line == dash_line(text, last) else 1
    )
    return _nedenfor(text, last, punkt(item, column, spaces))


def fjernet(text: str, parent: Any, nr: int, route: Route) -> Bytt:
    """The pair or item of this number taken out of a collection that has others.

    Raises:
        KanIkkeRedigere: when it shares its line with something that is to stay.
    """
    pairs = [pair if isinstance(pair, tuple) else (pair, pair) for pair in parent.value]
    first, last = pairs[nr]
    start, end = first.start_mark.index, end_of(text, last)
    if not parent.flow_style:
        line_start = Lines(text).bounds(start)[0]
        before = text[line_start:start].strip()
        if before not in ("", "-") or (before == "-" and isinstance(parent, yaml.MappingNode)):
            raise KanIkkeRedigere(f"«{sti(route)}» deler linje med noe annet")
        return Bytt(line_start, line_below(text, last), "")
    if nr + 1 < len(pairs):
        to = pairs[nr + 1][0].start_mark.index
        line_end = Lines(text).bounds(end)[1]
        own_lines = "#" in text[line_end:to]  # of the next one: they stay
        return Bytt(start, line_end if own_lines else to, "")
    before_end = end_of(text, pairs[nr - 1][1])
    if "#" in text[before_end:start]:  # beside the one before: it stays
        comma = text[end:].lstrip()[:1] == ","
        return Bytt(start, text.index(",", end) + 1 if comma else end, "")
    return Bytt(before_end, end, "")


def _nedenfor(text: str, node: Any, lines: Sequence[str]) -> list[Bytt]:
    """New lines below the last line of a value, and of the comment beside it."""
    at = line_below(text, node)
    eol = eol_at(text, max(at - 1, 0))
    if at and text[at - 1] in "\r\n":
        return [Bytt(at, at, "".join(line + eol for line in lines))]
    return [*_uten_linjeskift(text, node), Bytt(at, at, "".join(eol + line for line in lines))]


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
