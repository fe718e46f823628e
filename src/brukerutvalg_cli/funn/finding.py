"""A finding: what was found of one thing – broken, not to be known, departed from, put right – as data.

A rule makes it, the judge completes it, and reports are made of these and of nothing else.
"""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

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


class Utfall(StrEnum):
    """What was found: kept, broken, not to be known, departed from as somebody decided, or put right since."""

    HOLDT = "holdt"
    BRUTT = "brutt"
    UVISST = "uvisst"
    FRAVEKET = "fraveket"
    RETTET = "rettet"


class Varer(NamedTuple):
    """How long something broken stays so, where it is a state and not a thing done: from `fra` on.

    `over` is the first day on which it is so no longer, by what the records say. Where something was done
    about it, `rettet` is the day, `ved` what was done, and `place` where that stands. `kanskje` is the fact
    that is missing where nobody knows whether it is so still; `place` is then where to find it.
    """

    fra: date | None = None
    over: date | None = None
    rettet: date | None = None
    ved: str = ""
    place: Place | None = None
    kanskje: str = ""


class Fravik(NamedTuple):
    """What answers for a breach: why it was departed from, the case that decided it or took note, the last day."""

    grunn: str = ""
    vedtatt_i: str = ""
    til: date | None = None
    notert_i: str = ""


INTET = Fravik()
"""What answers for a breach that nothing answers for."""


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

    `utfall` is broken unless it says another; of what cannot be known, the message is the fact that is missing.
    `name` is the rule's name and the primary identity; `code` is its stable number. `label` is said
    beside the marked text. `emne` is what was judged (a meeting, a case, a person), and with the
    rule and the file it makes the fingerprint. `since` is the day on which the finding became
    true, where that depends on time. `skjul` says that the text at the place is not to be shown.
    `hviler` are the assumptions it rests on. `varer` is how long it lasts; without it, what was done wrong is done,
    and nothing can mend it. `fravik` answers for what is departed from.

    The last are for the judge alone. `emner` are further names by which a decided deviation may mean the same thing
    (an election is its case and its meeting). `fortsetter` is the subject of an earlier breach that this one goes on
    with: one lasting breach is told of once, unless the first of it is answered for. `mulig_til` is the last day on
    which it could be kept, where that is another than the day it is called by.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    _: KW_ONLY
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    utvalg: str = ""
    kilde: Kilde | None = None
    emne: str = ""
    since: date | None = None
    skjul: bool = False
    hviler: Hviler | None = None
    utfall: Utfall = Utfall.BRUTT
    varer: Varer | None = None
    fravik: Fravik = INTET
    emner: tuple[str, ...] = field(default=(), compare=False, repr=False)
    fortsetter: str = field(default="", compare=False, repr=False)
    mulig_til: date | None = field(default=None, compare=False, repr=False)

    @property
    def hjemmel(self) -> Kilde:
        """The provision it rests on, of a finding that rests on one."""
        assert self.kilde
        return self.kilde

    @property
    def rettelse(self) -> Varer:
        """How long it lasted and what ended it, of what was put right."""
        assert self.varer
        return self.varer

    @property
    def over(self) -> date | None:
        """The first day on which it was so no more, where it has ended."""
        return self.varer.over if self.varer else None

    def som(self, utfall: Utfall, **endret: Any) -> Finding:
        """The same with another outcome, and without what there is to do about a breach."""
        return replace(self, utfall=utfall, **{"label": "", "help": "", "related": (), **endret})

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
