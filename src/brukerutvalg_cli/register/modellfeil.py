"""What a model refused, as findings: the place in the file, in Norwegian, with what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.register.filfeil import FEIL_VERDI, MANGLER_NOEKKEL, UKJENT_NOEKKEL, UMULIG_DATO
from brukerutvalg_cli.register.noekler import noekler_ved
from brukerutvalg_cli.register.parse import MAX_PROBLEMS

_EXPECTED = re.compile(r"'([^']*)'")
_SHAPES = {
    "string_type": "her skal det stå en tekst",
    "tuple_type": "her skal det stå en liste: [a, b]",
    "list_type": "her skal det stå en liste: [a, b]",
    "dict_type": "her skal det stå «nøkkel: verdi»",
    "model_type": "her skal det stå «nøkkel: verdi»",
    "model_attributes_type": "her skal det stå «nøkkel: verdi»",
    "too_short": "her trengs det minst én",
}


def modellfeil(path: str, data: Any, error: ValidationError, model: Any) -> tuple[Finding, ...]:
    """Everything the model refused in one file, each mistake once."""
    found: dict[Route, list[ErrorDetails]] = {}
    for e in error.errors(include_url=False):
        found.setdefault(_route(data, e), []).append(e)
    outer = {route[:length] for route in found for length in range(len(route))}
    deepest = [(route, errors) for route, errors in found.items() if route not in outer]
    shown = deepest[:MAX_PROBLEMS]
    unknown = {
        route: _meant(model, data, route, errors[0])
        for route, errors in shown
        if errors[0]["type"] == "extra_forbidden"
    }
    misspelt = {(*route[:-1], meant) for route, meant in unknown.items() if meant}
    findings = [
        _finding(path, data, route, errors, unknown.get(route))
        for route, errors in shown
        # where the key is there, misspelt, that is one mistake
        if errors[0]["type"] != "missing" or route not in misspelt
    ]
    if len(deepest) > MAX_PROBLEMS:
        text = f"filen har {len(deepest)} feil; resten vises når disse er rettet"
        findings.append(FEIL_VERDI.finding(text, Place(path), emne="flere"))
    return tuple(findings)


def _route(data: Any, error: ErrorDetails) -> Route:
    """The error's location without the names of models and tags that pydantic puts between."""
    route: list[str | int] = []
    here = data
    steps = error["loc"]
    for nr, step in enumerate(steps):
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        elif nr != len(steps) - 1 or error["type"] != "missing":
            continue
        route.append(step)
    return tuple(route)


def _allowed(error: ErrorDetails) -> list[str]:
    """The words that may stand where one of them should: of a choice between several, each says its own."""
    expected = error.get("ctx", {}).get("expected", "") if error["type"] == "literal_error" else ""
    return _EXPECTED.findall(str(expected))


def _meant(model: Any, data: Any, route: Route, error: ErrorDetails) -> str | None:
    here = data
    for step in route[:-1]:
        here = here[step]
    free = [key for key in noekler_ved(model, error["loc"][:-1]) if key not in here]
    return forslag(str(route[-1]), free)


def _finding(
    path: str, data: Any, route: Route, errors: Sequence[ErrorDetails], meant: str | None
) -> Finding:
    error = errors[0]
    kind, value = error["type"], error["input"]
    if kind == "extra_forbidden":
        text = f"ukjent nøkkel «{route[-1]}»" + (f"; mente du «{meant}»?" if meant else "")
        help = (
            f"skriv «{meant}» i stedet"
            if meant
            else "hører den til teksten før et komma, setter du hermetegn rundt hele teksten; ellers sletter du den"
            if value is None
            else "slett den, eller gjør den til en kommentar med # foran"
        )
        return UKJENT_NOEKKEL.finding(text, Place(path, route, at_key=True), help=help)
    if kind == "missing":
        text = f"«{route[-1]}» mangler"
        return MANGLER_NOEKKEL.finding(text, Place(path, route), help=f"legg til «{route[-1]}: …»", emne=text)
    if key := error.get("ctx", {}).get("noekkel"):  # two keys that do not go together: said of one of them
        return FEIL_VERDI.finding(
            error["msg"], Place(path, (*route, key)), help="bytt dem, eller rett den som er feil"
        )
    place = Place(path, route)
    if kind == "umulig_dato":
        return UMULIG_DATO.finding(error["msg"], place, help="skriv datoen som år-måned-dag: 2026-02-09")
    said = _said(value)
    allowed = [word for each in errors for word in _allowed(each)]
    if allowed and not isinstance(value, dict | list):
        return _not_one_of(place, said, str(value), allowed)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        tags = [
            tag
            for tag in _EXPECTED.findall(str(error.get("ctx", {}).get("expected_tags", "")))
            if tag != "ingen"
        ]
        return _unknown_kind(path, route, value, tags)
    if value is None:
        text = f"«{route[-1]}» har ingen verdi" if route else "filen har ikke noe innhold"
        return FEIL_VERDI.finding(text, place, help="skriv verdien, eller «ukjent» der det er lov")
    wanted = error.get("ctx", {}).get("forslag")
    reason = _SHAPES.get(kind) or (error["msg"] if kind.startswith("feil_") else "verdien passer ikke her")
    text = reason if isinstance(value, dict) and kind.startswith("feil_") else f"{said}: {reason}"
    return FEIL_VERDI.finding(text, place, help=f"skriv {wanted}" if wanted else "")


def _not_one_of(place: Place, said: str, value: str, allowed: Sequence[str]) -> Finding:
    meant = forslag(value, allowed)
    text = f"{said} kan ikke stå her" + (f"; mente du «{meant}»?" if meant else "")
    return FEIL_VERDI.finding(text, place, help=f"skriv {_or(allowed)}")


def _unknown_kind(path: str, route: Route, value: Any, allowed: Sequence[str]) -> Finding:
    regel = value.get("regel") if isinstance(value, dict) else None
    kinds = list(dict.fromkeys(tag.split(" ")[0] for tag in allowed))
    if regel == "krav":
        sorts = [tag.removeprefix("krav hver ") for tag in allowed if tag.startswith("krav hver ")]
        if value.get("hver") is None:
            place = Place(path, (*route, "hver"), (*route, "regel"))
            return MANGLER_NOEKKEL.finding("«hver» mangler", place, help=f"skriv hver: {_or(sorts)}")
        return _not_one_of(
            Place(path, (*route, "hver"), (*route, "id")),
            f"hver: {value.get('hver')}",
            str(value.get("hver")),
            sorts,
        )
    if regel is None:
        return FEIL_VERDI.finding("her skal det stå en bestemmelse med «nøkkel: verdi»", Place(path, route))
    return _not_one_of(Place(path, (*route, "regel")), f"regel: {regel}", str(regel), kinds)


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return "«nøkkel: verdi»"
    if isinstance(value, list):
        return "en liste"
    text = str(value)
    return f"«{text if len(text) <= 40 else text[:39] + '…'}»"


def _or(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + " eller " + words[-1] if len(words) > 1 else "".join(words)
