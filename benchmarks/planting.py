"""Planting: how a breach is put into the files of a council – where, and what becomes of a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Filer = dict[str, str]


class Brudd(NamedTuple):
    """What was planted: the name of the finding, and the file that it is to be in."""

    navn: str
    fil: str


class Sted(NamedTuple):
    """Where one is planted: a council, one of its meetings, and who leads it and keeps the minutes that day."""

    utvalg: str
    moete: str
    dag: str
    leder: str
    sekretaer: str

    @property
    def mappe(self) -> str:
        """The folder of the council."""
        return f"utvalg/{self.utvalg}"

    @property
    def runde(self) -> int:
        """The year in which the terms began that run on the day."""
        return int(self.leder[-4:])

    def medlem(self, person: str) -> str:
        """The file of a person."""
        return f"{self.mappe}/medlemmer/{person}.yaml"


Plantet = Callable[[Filer, Sted], str]
"""Plants it, and says in which file it is to be found."""


def stedet(utvalg: str, moete: str) -> Sted:
    """The place of a meeting, by its path."""
    day = moete.rpartition("/")[2].removesuffix(".yaml")
    year = int(day[:4]) - int(day[:4]) % 2
    return Sted(utvalg, moete, day, f"kari-nordmann-{year}", f"per-nordmann-{year}")


def bytt(files: Filer, path: str, old: str, new: str) -> str:
    """Something else in a file, once. That it was there to begin with, is the least one can ask."""
    assert old in files[path], (old, path)
    files[path] = files[path].replace(old, new, 1)
    return path


def tillagt(text: str) -> Plantet:
    """A line more in the meeting."""

    def plant(files: Filer, sted: Sted) -> str:
        files[sted.moete] += text.format(**sted._asdict())
        return sted.moete

    return plant


def byttet(old: str, new: str) -> Plantet:
    """Something else in the meeting."""
    return lambda files, sted: bytt(
        files, sted.moete, old.format(**sted._asdict()), new.format(**sted._asdict())
    )


def hos_lederen(old: str, new: str) -> Plantet:
    """Something else in the file of who leads it."""
    return lambda files, sted: bytt(
        files, sted.medlem(sted.leder), old.format(aar=sted.runde), new.format(aar=sted.runde)
    )


def ny_fil(path: str, text: str) -> Plantet:
    """A file more in the council's folder."""

    def plant(files: Filer, sted: Sted) -> str:
        new = f"{sted.mappe}/{path}"
        files[new] = text
        return new

    return plant


def regelverk(type: str, mer: str = "", bestemmelser: str = "[]") -> str:
    """A rule set of its own, with what else is to stand in it."""
    return f"tittel: Vårt eget\ntype: {type}\ndatert: 2012-01-01\nmaalform: nb\n{mer}bestemmelser: {bestemmelser}\n"


def nytt_regelverk(text: str) -> Plantet:
    """A rule set more, which nobody goes by."""

    def plant(files: Filer, sted: Sted) -> str:
        path = f"regelverk/eget-{sted.utvalg}.yaml"
        files[path] = text
        return path

    return plant


def bundet_av(text: str) -> Plantet:
    """A rule set more, which binds the council."""

    def plant(files: Filer, sted: Sted) -> str:
        files[f"regelverk/eget-{sted.utvalg}.yaml"] = text
        bound = f"regelverk:\n  - {{id: eget-{sted.utvalg}, fra: {sted.runde}-01-01}}\n"
        return bytt(files, f"{sted.mappe}/utvalg.yaml", "regelverk:\n", bound)

    return plant
