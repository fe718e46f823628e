"""A finding: one thing to mend, as data. Reports are made of these, and of nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place


class Severity(StrEnum):
    """How much a finding weighs. The provision's `styrke` decides it, never the code of a rule."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    RAAD = "raad"

    @property
    def rank(self) -> int:
        """0 is the most severe."""
        return list(Severity).index(self)


class Kilde(NamedTuple):
    """The provision a finding rests on: which rule set, which provision, where in it, how strongly."""

    regelverk: str
    bestemmelse: str
    avsnitt: str
    styrke: str


class Hviler(NamedTuple):
    """That something is so only as far as these assumptions hold, each in words.

    `faller` is False where it is so in any case, and only what is said of it rests on them.
    """

    paa: tuple[str, ...]
    faller: bool = True


class Related(NamedTuple):
    """Another place that explains a finding, with what there is to see."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, why and how to mend it. Texts are Norwegian, for the secretary.

    `name` is the rule's name and the primary identity; `code` is its stable number. `label` is said
    beside the marked text. `emne` is what was judged (a meeting, a case, a person), and with the
    rule and the file it makes the fingerprint. `since` is the day on which the finding became
    true, where that depends on time. `skjul` says that the text at the place is not to be shown.
    `hviler` are the assumptions it rests on.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    utvalg: str = ""
    kilde: Kilde | None = None
    emne: str = ""
    since: date | None = None
    skjul: bool = False
    hviler: Hviler | None = None

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay the same when lines move, lists are reordered or files renamed.

        What breaks a provision is known by the council and what it is about, whatever file that is in; what is wrong
        with a file, by the file. Several may be alike: whoever needs them apart, or compares, counts them (`nye.py`).
        """
        where = (
            (self.utvalg, self.kilde.regelverk, self.kilde.bestemmelse) if self.kilde else (self.place.path,)
        )
        return fingeravtrykk(self.code, *where, uten_nummer(self.emne) or self.message)


def fingeravtrykk(*parts: str) -> str:
    """Sixteen hexadecimal digits of these texts."""
    from hashlib import sha256  # late: only some formats ask, and OpenSSL takes its time

    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


_NUMMER = re.compile(r"(?<![^ .])\d{1,3}(?![^ .])", re.ASCII)


def uten_nummer(emne: str) -> str:
    """What a finding is about, without the numbers of what stands in lists: they are others when somebody adds to one.

    Days, years and the numbers of cases (28/22) stay.
    """
    return _NUMMER.sub("*", emne)
