"""Fasit: the same change in the data, which the changed text must say when it is read back."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.register.parse import parse
from brukerutvalg_cli.register.yamldata import Data


def les(text: str) -> Data:
    """What a text says.

    Raises:
        KanIkkeRedigere: when it cannot be read. What the mistake is, may be words of a confidential case: here it is
            said where it is, and the report says the rest as it may be shown.
    """
    parsed = parse("", text.encode())
    if parsed.problems:
        span = parsed.problems[0].place.span
        where = f" på linje {span.row}" if span else ""
        raise KanIkkeRedigere(f"fila har en feil{where}. «brukerutvalg valider» sier hva den er")
    return parsed.data


def verdi(data: Data, route: Route) -> Data:
    """What stands at a route; None where nothing does."""
    for step in route:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def med(data: Data, route: Route, value: Data) -> Data:
    """The data with this value at the route; what lacks on the way there is made."""
    if not route:
        return value
    whole: Data = deepcopy(data) or {}
    here: Any = whole
    for step in route[:-1]:
        if isinstance(here, dict) and here.get(step) is None:
            here[step] = {}
        here = here[step]
    here[route[-1]] = value
    return whole


def uten(data: Data, route: Route) -> Data:
    """The data without what stands at the route."""
    whole = deepcopy(data)
    here: Any = whole
    for step in route[:-1]:
        here = here[step]
    del here[route[-1]]
    return whole


def inni(route: Route, value: Data) -> Data:
    """A value inside the mappings of a route that is not there yet."""
    for step in reversed(route):
        value = {str(step): value}
    return value
