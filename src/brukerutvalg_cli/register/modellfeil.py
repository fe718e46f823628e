"""What a model refused, as findings: the place in the file, in Norwegian, with what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.model.post import er_antatt, kan_leses
from brukerutvalg_cli.model.verdier import ANTATT
from brukerutvalg_cli.oppramsing import enten_eller
from brukerutvalg_cli.register.filfeil.innhold import FEIL_VERDI, MANGLER_NOEKKEL, UKJENT_NOEKKEL, UMULIG_DATO
from brukerutvalg_cli.register.noekkelraad import (
    holdere,
    ment,
    noekler_i_klammer,
    skrives_naa,
    ukjent_noekkel,
)
from brukerutvalg_cli.register.yamlproblemer import MAX_PROBLEMS

_EXPECTED = re.compile(r"'([^']*)'")
_LIST = "en liste: [a, b]"
_KEYS = "«nøkkel: verdi»"
_SHAPES = {
    "string_type": "en tekst",
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
}


def modellfeil(path: str, data: Any, error: ValidationError, model: Any) -> tuple[Finding, ...]:
    """Everything the model refused in one file, each mistake once."""
    deepest = list(innerst(data, error).items())
    found = dict(deepest)
    shown = deepest[:MAX_PROBLEMS]
    unknown = {
        route: ment(model, errors[0]["loc"], _holder(data, route))
        for route, errors in shown
        if errors[0]["type"] == "extra_forbidden"
    }
    misplaced = {
        (*route[:-1], holder)
        for route, meant in unknown.items()
        for holder in ([meant] if meant else holdere(model, found[route][0]["loc"]))
    }
    findings = [
        _finding(path, data, model, route, errors, unknown.get(route))
        for route, errors in shown
        # where the key is there, misspelt, or what should stand under it, that is one mistake
        if errors[0]["type"] != "missing" or route not in misplaced
    ]
    if len(deepest) > MAX_PROBLEMS:
        text = f"fila har {len(deepest)} feil; resten vises når disse er rettet"
        findings.append(FEIL_VERDI.finding(text, Place(path), emne="flere"))
    return tuple(findings)


def innerst(data: Any, error: ValidationError) -> dict[Route, list[ErrorDetails]]:
    """What was refused at each place, what weighs most first; not where something within it was refused."""
    found: dict[Route, list[ErrorDetails]] = {}
    for e in error.errors(include_url=False):
        found.setdefault(_route(data, e), []).append(e)
    for at_route in found.values():
        # A key that one of several models has, is known: its value is what is wrong. So is what an empty list lacks.
        at_route.sort(key=lambda e: (e["type"] == "extra_forbidden", not _er_tom(e)))
    outer = {route[:length] for route in found for length in range(len(route))}
    return {route: errors for route, errors in found.items() if route not in outer}


def _er_tom(error: ErrorDetails) -> bool:
    """Whether it is a list with nothing in it. One whose only item is wrong is said to be too short, too."""
    return error["type"] == "too_short" and not error["input"]


def _route(data: Any, error: ErrorDetails) -> Route:
    """The error's location without the names of models and tags that pydantic puts between."""
    route: list[str | int] = []
    here = data
    steps = error["loc"]
    for nr, step in enumerate(steps):
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
        elif er_antatt(here) and isinstance(here[ANTATT], list) and isinstance(step, int):
            here = here[ANTATT][step]
            route.append(ANTATT)
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


def _holder(data: Any, route: Route) -> Any:
    """What the last step of a route is a key of."""
    here = data
    for step in route[:-1]:
        here = here[step]
    return here


def _finding(
    path: str, data: Any, model: Any, route: Route, errors: Sequence[ErrorDetails], meant: str | None
) -> Finding:
    error = errors[0]
    kind, value = error["type"], error["input"]
    if er_antatt(value) or (kind == "extra_forbidden" and route[-1] == ANTATT):
        return _ikke_antatt(path, route, value)
    if kind == "extra_forbidden":
        return _ukjent_noekkel(Place(path, route, at_key=True), model, error, _holder(data, route), meant)
    if kind == "fremmed_noekkel":
        help = "slett den, eller flytt den til en bestemmelse om det den står i"
        return UKJENT_NOEKKEL.finding(error["msg"], Place(path, route, at_key=True), help=help)
    if kind == "missing":
        text = f"«{route[-1]}» mangler"
        return MANGLER_NOEKKEL.finding(text, Place(path, route), help=f"legg til «{route[-1]}: …»", emne=text)
    ctx = error.get("ctx", {})
    if key := ctx.get("noekkel"):  # a key that does not go with another, or with the place it stands in
        help = ctx.get("hjelp", "bytt dem, eller rett den som er feil")
        return FEIL_VERDI.finding(error["msg"], Place(path, (*route, key)), help=help)
    if inside := ctx.get("rute"):  # what is wrong stands further in
        return FEIL_VERDI.finding(error["msg"], Place(path, (*route, *inside)), help=ctx["hjelp"])
    place = Place(path, route)
    if kind == "umulig_dato":
        return UMULIG_DATO.finding(error["msg"], place, help="skriv datoen som år-måned-dag: 2026-02-09")
    if value is None or kind == "feil_tom":
        text = f"«{route[-1]}» har ingen verdi" if route else "fila har ikke noe innhold"
        return FEIL_VERDI.finding(text, place, help=_noe_aa_skrive(error))
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
    wanted = error.get("ctx", {}).get("forslag")
    if shape := _SHAPES.get(kind):
        whole = isinstance(value, dict | list)
        text = f"her står {said}, men det skal stå {shape}" if whole else f"{said}: her skal det stå {shape}"
        return FEIL_VERDI.finding(text, place, help=_shaped(model, error, shape))
    reason = {"too_short": "her trengs det minst én"}.get(kind) or (
        error["msg"] if kind.startswith("feil_") else "verdien passer ikke her"
    )
    text = reason if isinstance(value, dict) and kind.startswith("feil_") else f"{said}: {reason}"
    return FEIL_VERDI.finding(text, place, help=f"skriv {wanted}" if wanted else "")


def _ukjent_noekkel(place: Place, model: Any, error: ErrorDetails, holder: Any, meant: str | None) -> Finding:
    """A key the place does not know: an older word for one it does, a slip, a piece of a text, or none of these."""
    key = place.route[-1]
    if now := skrives_naa(model, error["loc"]):
        return UKJENT_NOEKKEL.finding(f"«{key}» skrives nå {now}", place, help=f"skriv {now}")
    if meant:
        text = f"ukjent nøkkel «{key}»; mente du «{meant}»?"
        return UKJENT_NOEKKEL.finding(text, place, help=f"skriv «{meant}» i stedet")
    help = (
        "hører den til teksten før et komma, setter du hermetegn rundt hele teksten; ellers sletter du den"
        if error["input"] is None
        else ukjent_noekkel(model, error["loc"], holder)
    )
    return UKJENT_NOEKKEL.finding(f"ukjent nøkkel «{key}»", place, help=help)


def _ikke_antatt(path: str, route: Route, value: Any) -> Finding:
    """An assumption where there can be none: of what everybody must know, of nothing, or beside the fact."""
    if not er_antatt(value):
        text, help = "her kan det ikke stå «antatt»", "skriv det rundt verdien som er antatt: {antatt: …}"
        return FEIL_VERDI.finding(text, Place(path, route, at_key=True), help=help)
    if kan_leses(value[ANTATT]):
        text = f"«{route[-1]}» kan ikke være antatt"
        help = "skriv verdien uten «antatt», eller slett nøkkelen til noen vet det"
    else:
        text = "det som er ukjent, er ikke antatt"
        help = "skriv «ukjent» uten «antatt», eller skriv hva som er antatt: {antatt: …}"
    return FEIL_VERDI.finding(text, Place(path, route), help=help)


def _noe_aa_skrive(error: ErrorDetails) -> str:
    """What to put behind a key where nothing stands. Without a value a key that guards is better left out."""
    allowed = _allowed(error)
    what = f"skriv {enten_eller(allowed)}" if allowed else "skriv verdien, eller «ukjent» der det er lov"
    return f"{what}; skal det ikke stå noe, sletter du nøkkelen" if error["type"] == "feil_tom" else what


def _shaped(model: Any, error: ErrorDetails, shape: str) -> str:
    """How to give a value the shape that is asked for, where that can be said of any."""
    value = error["input"]
    if shape is _KEYS:
        return noekler_i_klammer(model, error["loc"])
    if shape is _LIST and isinstance(value, dict):
        return "sett hakeklammer rundt det som står: [{…}]"
    if isinstance(value, list):
        return "skriv én; gjelder det flere, er det flere bestemmelser eller poster"
    return ""


def _not_one_of(place: Place, said: str, value: str, allowed: Sequence[str]) -> Finding:
    meant = forslag(value, allowed)
    text = f"{said} kan ikke stå her" + (f"; mente du «{meant}»?" if meant else "")
    return FEIL_VERDI.finding(text, place, help=f"skriv {enten_eller(allowed)}")


def _unknown_kind(path: str, route: Route, value: Any, allowed: Sequence[str]) -> Finding:
    regel = value.get("regel") if isinstance(value, dict) else None
    kinds = list(dict.fromkeys(tag.split(" ")[0] for tag in allowed))
    if regel == "krav":
        sorts = [tag.removeprefix("krav hver ") for tag in allowed if tag.startswith("krav hver ")]
        if value.get("hver") is None:
            place = Place(path, (*route, "hver"), (*route, "regel"))
            return MANGLER_NOEKKEL.finding("«hver» mangler", place, help=f"skriv hver: {enten_eller(sorts)}")
        hver = value["hver"]
        word = hver if isinstance(hver, str) else ""
        place = Place(path, (*route, "hver"), (*route, "id"))
        return _not_one_of(place, f"hver: {word or _said(hver)}", word, sorts)
    if regel is None:
        return FEIL_VERDI.finding("her skal det stå en bestemmelse med «nøkkel: verdi»", Place(path, route))
    found = _not_one_of(Place(path, (*route, "regel")), f"regel: {regel}", str(regel), kinds)
    return replace(found, help=f"{found.help}; det ingen skal kontrollere, har ingen «regel»")


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return "«nøkkel: verdi»"
    if isinstance(value, list):
        return "en liste"
    text = str(value)
    return f"«{text if len(text) <= 40 else text[:39] + '…'}»"
