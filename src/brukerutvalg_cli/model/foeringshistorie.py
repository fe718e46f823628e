"""Føringshistorie: when the facts of the register were recorded, as far as what was saved can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.forseglet import Segl


class Tekstdengang(NamedTuple):
    """What a document said when something was recorded of it: the day, a sum of the text, and its seal."""

    dag: date
    sum: str
    segl: Segl | None = None


@dataclass(frozen=True)
class Foeringshistorie:
    """By file and way: the day on which what stands there now was recorded. What was taken over is not there.

    `godkjent` and `lagt_ut` are what minutes, by file, said when they were approved and made public; `sakliste` the
    same of agendas. `brukt_foer`: the case numbers, by file, that another case had, and the day it was taken out.
    `uvisst`: why not all can be known.
    """

    foert: Mapping[tuple[str, Route], date] = field(default_factory=dict)
    godkjent: Mapping[str, Tekstdengang] = field(default_factory=dict)
    lagt_ut: Mapping[str, Tekstdengang] = field(default_factory=dict)
    sakliste: Mapping[str, Tekstdengang] = field(default_factory=dict)
    brukt_foer: Mapping[tuple[str, str], date] = field(default_factory=dict)
    uvisst: str = ""
