"""Regelside: one page for each rule, from its own documentation, and the list of them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent
from typing import get_args

from brukerutvalg_cli.forklaring import Forklaring, forklaringer
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.regelverk import Regel
from brukerutvalg_cli.referanse.skjema import skjema, slag
from brukerutvalg_cli.referanse.tabell import (
    i_klammer,
    kort_tabell,
    poster,
    tabell_av_poster,
    topp,
    verdityper,
)
from brukerutvalg_cli.referanse.tekst import MERKET, tekst

FELLES = frozenset(Bestemmelse.model_fields)
"""Keys that a kind does not explain: those every provision has."""

GRUPPER = {
    "BU0": "Filene: kan de leses?",
    "BU1": "Regelslagene i mandatspråket",
    "BU2": "Henger registeret sammen?",
    "BU3": "Stemmer det som er ført?",
}
"""What the first figure of a code means."""

EKSEMPEL = ("Galt", "Riktig")
_SECTION = re.compile(r"^(\S.*)\n((?:    .*\n)(?:    .*\n|\n)*)", re.MULTILINE)


def regelsider() -> dict[str, str]:
    """docs/regler/: the pages by file name."""
    rules = forklaringer()
    return {f"{rule.navn}.md": _side(rule) for rule in rules.values()} | {"README.md": _liste(rules)}


def slagene() -> dict[str, list[type[Bestemmelse]]]:
    """The models of each kind: one, or for `krav` one for each value of `hver`."""
    found: dict[str, list[type[Bestemmelse]]] = {}
    for choice in get_args(get_args(Regel)[0]):
        model = get_args(choice)[0]
        found.setdefault(model.kode, []).append(model)
    return found


def parametere(kode: str, rot: str = "") -> Iterator[str]:
    """The tables of what may stand in a provision of this kind, beside the common keys."""
    models = slagene().get(kode, ())
    if len(models) > 1:
        yield from _felles_parametere(models, rot)
    for whole in map(skjema, models):
        kind = slag(topp(whole))
        left_out, kalt = FELLES | kind.keys(), verdityper(whole, rot)
        if "hver" not in kind:
            yield kort_tabell([topp(whole)], kalt | i_klammer(whole, left_out), left_out)
        med = f", når `hver` er `{kind['hver']}`" if "hver" in kind else ""
        yield from tabell_av_poster(whole, kalt, left_out, med)


def _felles_parametere(models: Sequence[type[Bestemmelse]], rot: str) -> Iterator[str]:
    """One table of the keys that a kind has whichever records it is about, and what each of them is about."""
    wholes = [skjema(model) for model in models]
    hver = [topp(whole)["properties"]["hver"] for whole in wholes]
    words = "\n".join(
        f"- `{each['const']}`{each['description'].removeprefix(each['const'])}" for each in hver
    )
    whole = next(w for w in wholes if not poster(topp(w), w, FELLES))
    yield kort_tabell([topp(whole)], verdityper(whole, rot), FELLES | {"regel", "hver"})
    yield f"`hver` er én av disse:\n\n{words}\n"


def _side(rule: Forklaring) -> str:
    name, _, said = rule.tekst.partition("\n")[0].partition(" – ")
    parts = [f"{MERKET}# {name}\n", f"{_setning(said)} Kode: {rule.kode}.\n"]
    for heading, text in _SECTION.findall(f"{rule.tekst}\n"):
        body = dedent(text).strip("\n") + "\n"
        parts.append(f"## {heading}\n")
        parts.append(_example(body) if heading in EKSEMPEL else body)
    if tables := list(parametere(rule.kode, rot="../")):
        parts += ["## Nøkler\n", tekst_om_noekler(), *tables]
    parts.append("[Alle reglene](README.md), og hvordan eksemplene leses.\n")
    return "\n".join(parts)


def tekst_om_noekler() -> str:
    """What every page of a kind says before its tables."""
    link = "[nøklene alle bestemmelser har](../mandatspraak.md#nøklene-alle-bestemmelser-har)"
    return (
        f"I tillegg til {link}. Navn med store bokstaver er [verdityper](../mandatspraak.md#verditypene). "
        "Der det står «flere», kan det stå én eller en liste.\n"
    )


def _example(body: str) -> str:
    language = "jinja" if "{%" in body else "yaml"
    return f"```{language}\n{body}```\n"


def _setning(text: str) -> str:
    return text[:1].upper() + text[1:]


def _liste(rules: dict[str, Forklaring]) -> str:
    return tekst("regler", {"regler": "\n".join(_grupper(rules))})


def _grupper(rules: dict[str, Forklaring]) -> Iterator[str]:
    for prefix, title in GRUPPER.items():
        yield f"## {title}\n\n| Kode | Regel | Hva den sier |\n|---|---|---|"
        for rule in rules.values():
            if rule.kode.startswith(prefix):
                said = rule.tekst.partition("\n")[0].partition(" – ")[2]
                yield f"| {rule.kode} | [{rule.navn}]({rule.navn}.md) | {_setning(said)} |"
        yield ""
