"""Oppholdssvar: when somebody came or left, and who was there as something else than a member, as a verb is told of it.

`liv-moen 13:00`, `Liv Moen etter sak 4/26`, `Siv Haug, rådgiver, Helse Vest`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import typer

from brukerutvalg_cli.cli import kjente, svar
from brukerutvalg_cli.cli.faktum import VET_IKKE
from brukerutvalg_cli.cli.klokkesvar import klokka

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.model.verdier import Ukjent

_BEGYNNER = re.compile(
    r"(?:[\s,=:]+)(?=(?:(?:klokka|klokken|kl|etter|før|foer|til|ved|fra|i|sak|saken|da|ukjent|ukjend)\b|\d|\?))",
    re.IGNORECASE,
)
_RETNING = re.compile(r"^(etter|før|foer|til|ved|fra|i|da)\s+", re.IGNORECASE)
_KLOKKE = re.compile(r"(?:kl|klokka|klokken)\b.*|\d{1,2}[:.]\d{2}", re.IGNORECASE)


class Opphold(NamedTuple):
    """Somebody, and when they came or left: a time of day, or a case."""

    hvem: str
    naar: str | Ukjent


class SagtOpphold(NamedTuple):
    """What was said of those who were there beside the members, and of when somebody came or left."""

    gjester: Sequence[str] = ()
    observatoerer: Sequence[str] = ()
    sekretariat: Sequence[str] = ()
    kom: Sequence[str] = ()
    gikk: Sequence[str] = ()


class LestOpphold(NamedTuple):
    """The same, read: the entries of guests and of those with a role, and when who came or left."""

    gjester: list[Postdata]
    roller: list[Postdata]
    kom: list[Opphold]
    gikk: list[Opphold]

    @property
    def i_rolle(self) -> list[str]:
        """The people on file who were there as something else than they are called for."""
        return [str(entry["person"]) for entry in self.roller if "person" in entry]

    @property
    def kom_eller_gikk(self) -> list[str]:
        """Those who were there for a part of it, as what they are called for."""
        return [each.hvem for each in (*self.kom, *self.gikk) if each.hvem not in self.i_rolle]


def lest(s: Skriving, moete: Moete, sagt: SagtOpphold) -> LestOpphold:
    """What was said, read. A name alone under `--kom` is no part of it.

    Raises:
        typer.BadParameter: where something cannot be read, and nobody can be asked again.
    """
    from brukerutvalg_cli.handling import frammoete

    guests = [frammoete.gjest(text) for text in sagt.gjester]
    roles = i_rolle(s, "--observatoer", sagt.observatoerer, "observatoer")
    roles += i_rolle(s, "--sekretariat", sagt.sekretariat, "sekretariat")
    without_file = [str(entry["navn"]) for entry in (*guests, *roles) if "navn" in entry]
    late = [text for text in sagt.kom if har_naar(text)]
    return LestOpphold(
        guests,
        roles,
        opphold(s, moete, "--kom", late, without_file),
        opphold(s, moete, "--gikk", sagt.gikk, without_file),
    )


def har_naar(text: str) -> bool:
    """Whether it is said when, beside who."""
    return _BEGYNNER.search(text.strip()) is not None


def opphold(
    s: Skriving, moete: Moete, valg: str, sagt: Iterable[str], gjester: Sequence[str]
) -> list[Opphold]:
    """Each of these, read. `valg` is `--kom` or `--gikk`; `gjester` are those who are there without a file.

    Raises:
        typer.BadParameter: where one cannot be read, and nobody can be asked again.
    """
    people = svar.en_av(kjente.personer(s.mappe, s.lastet.register, s.gjelder), gjester, hva="Utvalget har")
    found = []
    for text in sagt:
        who, *when = _BEGYNNER.split(text.strip(), maxsplit=1)
        if not when:
            raise typer.BadParameter(
                f"{valg}: «{text}» sier ikke når. Skriv klokkeslettet eller saken etter navnet: "
                f'"{who} 13:00" eller "{who} {_eksempel(moete)}"'
            )
        person = svar.svar(valg, who, "Hvem?", people)
        at: str | Ukjent = svar.svar(valg, when[0], "Når?", Oppholdstid(moete, valg == "--kom"))
        found.append(Opphold(person, at))
    return [Opphold(*each) for each in svar.uten_motsigelse(valg, found).items()]


def _eksempel(moete: Moete) -> str:
    return f"sak {moete.saker[-1].navn}" if moete.saker else "ukjent"


@dataclass(frozen=True)
class Oppholdstid:
    """Reads when somebody came (`kom`) or left: a time of day, or a case on the agenda of the meeting."""

    moete: Moete
    kom: bool

    def __call__(self, text: str) -> str | Ukjent:
        from brukerutvalg_cli.model.verdier import UKJENT

        said = text.strip()
        if said.lower() in VET_IKKE:
            return UKJENT
        direction = found[1].lower() if (found := _RETNING.match(said)) else ""
        rest = said[len(direction) :].strip()
        if _KLOKKE.fullmatch(rest):
            return klokka(rest)
        number = svar.en_av(kjente.saker((self.moete,)), hva="Møtet har")(rest)
        return self._nabo(number, direction)

    def _nabo(self, nr: str, direction: str) -> str:
        """The first case somebody was there for who came after this one; the last, of who left before it."""
        beside = {("etter", True): 1, ("før", False): -1, ("foer", False): -1}.get((direction, self.kom), 0)
        numbers = [sak.navn for sak in self.moete.saker]
        at = numbers.index(nr) + beside
        if not 0 <= at < len(numbers):
            where = "etter" if beside > 0 else "før"
            raise svar.Ugyldig(f"Det er ingen sak {where} {nr}. Var de ikke med på noen, var de ikke der.")
        return numbers[at]


def i_rolle(s: Skriving, valg: str, sagt: Iterable[str], rolle: str) -> list[Postdata]:
    """The entries of those who were there as something else: a person on file, or a guest by name."""
    from brukerutvalg_cli.handling import frammoete
    from brukerutvalg_cli.nevnt import kalt_slik

    found = []
    for text in sagt:
        people = kjente.personer(s.mappe, s.lastet.register)
        # A guest is said with commas, as is somebody with the verv behind the name.
        guest = "," in text and not kalt_slik(text, people)
        who = text if guest else svar.svar(valg, text, "Hvem?", svar.helst_en_av(people))
        entry = {"person": who} if who in s.mappe.kjente_personer else frammoete.gjest(who)
        found.append(entry | {"rolle": rolle})
    return found
