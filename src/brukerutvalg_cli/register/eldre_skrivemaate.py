"""Eldre skrivemåte: a rule set written as the language was before is read as it was meant, and told how to be written.

Whoever copied a mandate of ours last year has done nothing wrong, and an update must not turn a register red. What the
model refuses, and says itself how to write now, is put so; a file with anything else wrong in it is refused as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.register.filfeil.innhold import ELDRE_SKRIVEMAATE
from brukerutvalg_cli.register.modellfeil import innerst
from brukerutvalg_cli.register.noekkelraad import skrives_naa

RUNDER = 6
"""So many times at most a file is read anew: what stands inside something is refused only when that is right."""
MENTE_ALLE = ("dekker", "faste_saker", "deltakere")
"""Where a list meant all of these. It means one of them now, so that only the rest of the file tells which it is."""
_PLASS = re.compile(r"(\w+): (?:\{(\w+): …\}|…)")
"""How a model says where a key stands now: `organisasjon: {type: …}`."""
_OMVENDT = {"ja": "nei", "nei": "ja"}


class Omskrevet(NamedTuple):
    """One thing that is written otherwise now: where it stands, and how it was and is written."""

    rute: Route
    foer: str
    naa: str

    def funn(self, path: str) -> Finding:
        """It as told: the file is read all the same."""
        place = Place(path, self.rute, at_key=True)
        said, help = f"«{self.foer}» skrives nå {self.naa}", f"skriv {self.naa}"
        return ELDRE_SKRIVEMAATE.finding(said, place, help=help, severity=Severity.ADVARSEL)


def lest_som_foer(
    adapter: TypeAdapter[Any], model: Any, path: str, data: Any, error: ValidationError
) -> tuple[Any, tuple[Finding, ...]] | None:
    """The record and what is told of it; None where something else is wrong."""
    now, changed = deepcopy(data), list[Omskrevet]()
    for _ in range(RUNDER):
        for route, errors in innerst(now, error).items():
            ways = (_skriv_om(model, now, route, each) for each in errors)
            if (written := next(filter(None, ways), None)) is None:
                return None
            changed.append(written)
        try:
            record = adapter.validate_python(now)
        except ValidationError as left:
            error = left
            continue
        lists = list(_lister(now))
        said = sorted({*changed, *lists}, key=lambda each: tuple(map(str, each.rute)))
        record = adapter.validate_python(now) if lists else record
        return record, tuple(each.funn(path) for each in said)
    return None


def _skriv_om(model: Any, data: Any, route: Route, error: ErrorDetails) -> Omskrevet | None:
    """What was refused, put as it is written now; None where nobody says how that is."""
    if not route:
        return None
    value = error["input"]
    *way, key = route
    here = _ved(data, way)
    if error["type"] == "extra_forbidden" and isinstance(here, dict):
        return _flytt(here, route, str(key), skrives_naa(model, error["loc"]))
    provision = _ved(data, route[:2])
    if (
        error["type"] == "union_tag_invalid"
        and isinstance(provision, dict)
        and provision.get("hver") == "kurs"
    ):
        provision |= {"hver": "hendelse", "der": {"hva": "kurs", **(provision.get("der") or {})}}
        return Omskrevet((*route[:2], "hver"), "hver: kurs", "hver: hendelse, der: {hva: kurs}")
    if not isinstance(here, dict) or (new := _ny_verdi(str(key), value, error)) is None:
        return None
    here[key] = new[0]
    return Omskrevet(route, f"{key}: {value}", new[1])


def _flytt(here: dict[str, Any], route: Route, key: str, naa: str | None) -> Omskrevet | None:
    """The key under the one it is part of now."""
    if naa is None or key not in here:
        return None
    if key == "hvis_finnes" and here.get("regel") == "sammensetning":
        said = here.pop(key)
        here["ogsaa_tom"] = _OMVENDT.get(said, said) if isinstance(said, str) else said
        return Omskrevet(route, key, naa)
    found = _PLASS.fullmatch(naa)
    if found is None:
        return None
    value, (outer, inner) = here.pop(key), found.groups()
    if inner is None:
        here.setdefault(outer, value)
    else:
        held = here.setdefault(outer, {})
        if not isinstance(held, dict) or inner in held:
            return None
        held[inner] = value
    return Omskrevet(route, key, naa)


def _ny_verdi(key: str, value: Any, error: ErrorDetails) -> tuple[Any, str] | None:
    """The value as it is written now, and the words for it."""
    match key, value:
        case "fullfoert", "ja":
            return "i_tide", "fullfoert: i_tide"
        case "kan_kreve_moete", str() | int() if str(value).isdigit():
            return {"minst": value}, f"kan_kreve_moete: {{minst: {value}}}"
    wanted = error.get("ctx", {}).get("forslag")
    if error["type"] == "feil_krav" and isinstance(value, str) and value in _OMVENDT and wanted:
        return wanted, f"{key}: {wanted}"
    return None


def _lister(data: Any) -> Iterator[Omskrevet]:
    """The lists that meant all of what stands in them, put so."""
    for nr, provision in enumerate(data.get("bestemmelser") or ()):
        demands: Any = provision.get("skal_ha") if isinstance(provision, dict) else None
        for key in MENTE_ALLE if isinstance(demands, dict) else ():
            listed = demands.get(key)
            if isinstance(listed, list) and len(listed) > 1:
                demands[key] = {"alle": listed}
                yield Omskrevet(("bestemmelser", nr, "skal_ha", key), f"{key}: […]", f"{key}: {{alle: […]}}")


def _ved(data: Any, route: Iterable[str | int]) -> Any:
    """What stands there; None where nothing does."""
    here = data
    for step in route:
        there = here.keys() if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
        if step not in there:
            return None
        here = here[step]
    return here
