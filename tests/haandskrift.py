"""Records written out anew as people write them: any layout that is allowed, comments wherever they can stand."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Any

from brukerutvalg_cli.register.parse import parse

NOTAT = re.compile(r"# notat \d+")


def for_haand(raw: bytes, rng: random.Random) -> bytes:
    """The same data in another layout."""
    data = parse("", raw).data
    lines = _Penn(rng).fil(data)
    ending = rng.choice(["\n", "\n", "\r\n", "\r\n", "blandet"])
    ends = [rng.choice(["\n", "\r\n"]) if ending == "blandet" else ending for _ in lines]
    if rng.random() < 0.3:
        ends[-1] = ""
    mark = b"\xef\xbb\xbf" if rng.random() < 0.2 else b""
    found = mark + "".join(line + end for line, end in zip(lines, ends, strict=True)).encode()
    parsed = parse("", found)
    return found if not parsed.problems and parsed.data == data else raw


class _Penn:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def sjelden(self, share: float = 0.2) -> bool:
        return self.rng.random() < share

    def notat(self) -> str:
        return f"# notat {self.rng.randrange(10**6)} «æ»: [-|"

    def hale(self) -> str:
        """What stands at the end of a line."""
        return (
            self.rng.choice([" ", "    "]) + self.notat()
            if self.sjelden(0.3)
            else self.rng.choice(["", "", "  "])
        )

    def mellom(self, indent: int) -> list[str]:
        some = ["", "  ", self.notat(), " " * indent + self.notat()]
        return [self.rng.choice(some)] if self.sjelden() else []

    def fil(self, data: Any) -> list[str]:
        head = [*self.mellom(0), *(["---" + self.hale()] if self.sjelden(0.15) else [])]
        tail = [*self.mellom(0), *(["..."] if self.sjelden(0.1) else [])]
        body = self.kart(data, 0) if isinstance(data, dict) else self.liste(data, 0)
        return [*head, *body, *tail]

    def ord(self, text: str, *, flow: bool) -> str:
        plain = re.fullmatch(r"[\wæøåÆØÅ][\wæøåÆØÅ ./-]*[\wæøåÆØÅ.]|\w", text) and text not in ("null", "~")
        style = self.rng.choice(["plain", "plain", "single", "double"])
        if plain and style == "plain":
            return text
        if style == "double" or "\n" in text:
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        return "'" + text.replace("'", "''") + "'"

    def noekkel(self, key: str) -> str:
        return self.rng.choice([key, key, key, f'"{key}"', f"'{key}'"])

    def flyt(self, data: Any, indent: int, *, lines: bool) -> str:
        if not isinstance(data, dict | list):
            return "~" if data is None else self.ord(data, flow=True)

        def gap() -> str:
            if not lines or not self.sjelden(0.4):
                return self.rng.choice(["", " "])
            return f"{self.hale()}\n{' ' * (indent + self.rng.choice([2, 3]))}"

        if isinstance(data, dict):
            items = [f"{self.noekkel(k)}: {self.flyt(v, indent, lines=lines)}" for k, v in data.items()]
        else:
            items = [self.flyt(item, indent, lines=lines) for item in data]
        body = "".join(gap() + item + ("," if nr < len(items) - 1 else "") for nr, item in enumerate(items))
        comma = "," if items and self.sjelden() else ""
        opened, closed = "{}" if isinstance(data, dict) else "[]"
        return f"{opened}{body}{comma}{gap()}{closed}"

    def verdi(self, data: Any, indent: int) -> tuple[str, list[str]]:
        """What stands behind the colon or the dash, and the lines below it."""
        if data is None:
            return self.rng.choice(["", " ~"]) + self.hale(), []
        if isinstance(data, str):
            return self.tekst(data, indent)
        if data and self.sjelden(0.6):
            if isinstance(data, dict):
                return self.hale(), self.kart(data, indent + self.rng.choice([1, 2, 4]))
            return self.hale(), self.liste(data, indent + self.rng.choice([0, 2, 3]))
        first, *rest = self.flyt(data, indent, lines=self.sjelden(0.5)).split("\n")
        if rest:
            rest[-1] += self.hale()
            return f" {first}", rest
        return f" {first}{self.hale()}", []

    def tekst(self, text: str, indent: int) -> tuple[str, list[str]]:
        body = text.rstrip("\n")
        if (
            ("\n" in text or self.sjelden(0.1))
            and body
            and text in (body, body + "\n")
            and body[0] not in " \n"
        ):
            inner = self.rng.choice([2, 3, 4])
            number = str(inner) if self.sjelden() else ""
            mark = "|" + number + ("" if text.endswith("\n") else "-")
            return f" {mark}{self.hale()}", [
                " " * (indent + inner) + x if x else "" for x in body.split("\n")
            ]
        return f" {self.ord(text, flow=False)}{self.hale()}", []

    def kart(self, data: dict[str, Any], indent: int) -> list[str]:
        lines = []
        for key, value in data.items():
            inline, below = self.verdi(value, indent)
            lines += [
                *self.mellom(indent),
                f"{' ' * indent}{self.noekkel(key)}{self.rng.choice(['', '', ' '])}:{inline}",
            ]
            lines += below
        return lines

    def liste(self, data: list[Any], indent: int) -> list[str]:
        lines = []
        for item in data:
            lines += self.mellom(indent)
            if isinstance(item, dict) and item and self.sjelden(0.6):
                spaces = self.rng.choice([1, 1, 3])
                below = self.kart(item, indent + 1 + spaces)
                while not below[0].strip() or below[0].lstrip().startswith("#"):
                    below = below[1:]
                lines += [" " * indent + "-" + " " * spaces + below[0].lstrip(), *below[1:]]
                continue
            first, *rest = self.flyt(item, indent, lines=self.sjelden()).split("\n")
            lines += [f"{' ' * indent}- {first}", *rest]
            lines[-1] += self.hale()
        return lines


TAR_UT = (("sak", "utsett"), ("person", "alle"))
"""What takes something out: an election that was not held after all, the word that the list is not whole."""


def tar_ut(kommando: Sequence[str]) -> bool:
    """Whether a command takes something out of the files; the notes on it go with it."""
    return kommando[0] == "slett" or "--stryk" in kommando or tuple(kommando[:2]) in TAR_UT


def bare_noen(left: Sequence[str], there: Sequence[str]) -> bool:
    """Whether what is left was there, and in the same order."""
    rest = iter(there)
    return all(note in rest for note in left)
