"""Vilkår om dager, klokkeslett og tall: before, after, between; a weekday or a month; how many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.tid import TID
from brukerutvalg_cli.model.kalender import EN_DAG, MAANEDER, UKEDAGER, Maaned, Ukedag, dato_i_ord
from brukerutvalg_cli.model.moete import minutter
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Dato, Klokkeslett, LestFoerst
from brukerutvalg_cli.model.visshet import Visshet, alle
from brukerutvalg_cli.oppramsing import alle_sammen, enten_eller
from brukerutvalg_cli.ord.i_ord import noekkel_i_ord

MOETET = "moete"
"""The meeting's own day, where a day is held up against it."""


def _small_letters(value: Any) -> Any:
    """A weekday however it is written: `Lørdag`, `loerdag`, `laurdag`."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list):
        return value
    nynorsk = {"laurdag": "lørdag", "sundag": "søndag", "måndag": "mandag", "tysdag": "tirsdag"}
    words = [each.lower().replace("oe", "ø") if isinstance(each, str) else each for each in listed]
    return [nynorsk.get(each, each) if isinstance(each, str) else each for each in words]


EN_ELLER_FLERE_DAGER = LestFoerst(_small_letters)


class Vilkaarspost(Post):
    """A demand made of keys, of which it needs one."""

    har_fakta: ClassVar[bool] = False

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("feil_krav", "her må det stå hva det skal være")
        return self

    @property
    def tomt_holder(self) -> Visshet:
        """What is said of a field with nothing in it."""
        return False


class Dagvilkaar(Vilkaarspost):
    """A day: within a stretch, on a weekday, in a month, or so long before or after another day of the record."""

    dag: Dato | None = Field(None, description="Den dagen.")
    fra: Dato | None = Field(None, description="Tidligst den dagen.")
    til: Dato | None = Field(None, description="Senest den dagen.")
    ukedag: Annotated[tuple[Ukedag, ...], EN_ELLER_FLERE_DAGER] | None = Field(
        None, description="En av disse ukedagene."
    )
    maaned: Annotated[tuple[Maaned, ...], EN_ELLER_FLERE_DAGER] | None = Field(
        None, description="I en av disse månedene."
    )
    senest: TID | None = Field(None, description="Så lenge før, eller innen så lenge etter.")
    foer: str | None = Field(None, description="Før dagen som står bak denne nøkkelen, eller «moete».")
    etter: str | None = Field(None, description="Etter dagen som står bak denne nøkkelen, eller «moete».")

    @model_validator(mode="after")
    def _before_or_after_something(self) -> Self:
        if self.foer and self.etter:
            raise PydanticCustomError("feil_krav", "«foer» og «etter» kan ikke stå sammen")
        if self.senest and not (self.foer or self.etter):
            raise PydanticCustomError("feil_krav", "«senest» trenger «foer» eller «etter»")
        return self

    def holder(self, verdi: object, g: Gjenstand) -> Visshet:
        """Whether the day is as demanded."""
        return alle(self._claims(verdi, g)) if isinstance(verdi, date) else False

    def _claims(self, dag: date, g: Gjenstand) -> Iterator[Visshet]:
        yield self.dag is None or dag == self.dag
        yield self.fra is None or self.fra <= dag
        yield self.til is None or dag <= self.til
        yield not self.ukedag or UKEDAGER[dag.weekday()] in self.ukedag
        yield not self.maaned or MAANEDER[dag.month - 1] in self.maaned
        if key := self.foer or self.etter:
            yield self._held_up_against(dag, key, g)

    def _held_up_against(self, dag: date, key: str, g: Gjenstand) -> Visshet:
        other = _the_other_day(key, g)
        if not isinstance(other, date):
            return g.ukjent(key)
        if self.foer:
            return dag <= (self.senest.foer(other) if self.senest else other - EN_DAG)
        return other < dag if self.senest is None else dag <= self.senest.etter(other)

    def i_ord(self, g: Gjenstand) -> str:
        """The demand, as it is said after a verb: `på en tirsdag eller torsdag`."""
        said = [dato_i_ord(self.dag)] if self.dag else []
        said += [f"tidligst {dato_i_ord(self.fra)}"] if self.fra else []
        said += [f"senest {dato_i_ord(self.til)}"] if self.til else []
        said += [f"på en {enten_eller(self.ukedag)}"] if self.ukedag else []
        said += [f"i {enten_eller(self.maaned)}"] if self.maaned else []
        if key := self.foer or self.etter:
            way = "før" if self.foer else "etter"
            when = f"{self.senest} " if self.senest else ""
            within = "senest " if self.senest else ""
            said += [f"{within}{when}{way} {'møtet' if key == MOETET else f'«{noekkel_i_ord(key)}»'}"]
        return alle_sammen(said)


def _the_other_day(key: str, g: Gjenstand) -> object:
    if key == MOETET:
        return g.moete.dato if g.moete else None
    return g.verdi(key)


class Klokkevilkaar(Vilkaarspost):
    """A time of day, or a stretch of the day."""

    klokka: Klokkeslett | None = Field(None, description="Det klokkeslettet.")
    fra: Klokkeslett | None = Field(None, description="Tidligst da.")
    til: Klokkeslett | None = Field(None, description="Senest da.")

    def holder(self, verdi: object, g: Gjenstand) -> Visshet:
        """Whether the time is as demanded."""
        if not isinstance(verdi, str):
            return False
        time = minutter(verdi)
        same = self.klokka is None or time == minutter(self.klokka)
        return same and minutter(self.fra) <= time and (self.til is None or time <= minutter(self.til))

    def i_ord(self, g: Gjenstand) -> str:
        """The demand, as it is said after a verb: `mellom 10.00 og 14.00`."""
        if self.fra and self.til:
            return f"mellom {self.fra} og {self.til}"
        return alle_sammen(
            f"{word}{time}"
            for word, time in (("kl. ", self.klokka), ("tidligst kl. ", self.fra), ("senest kl. ", self.til))
            if time
        )


class Tallvilkaar(Mengde):
    """A number, or bounds on one."""

    har_fakta: ClassVar[bool] = False

    @model_validator(mode="after")
    def _is_of_nothing(self) -> Self:
        if self.er_andel:
            raise PydanticCustomError("feil_mengde", "her er det ikke noe å ta en andel av: skriv et tall")
        return self

    @property
    def tomt_holder(self) -> Visshet:
        """What is said of a field with nothing in it."""
        return False

    def holder(self, verdi: object, g: Gjenstand) -> Visshet:
        """Whether the number is as demanded."""
        return isinstance(verdi, int) and self.oppfylt(verdi, verdi)

    def i_ord(self, g: Gjenstand | None = None) -> str:
        """The bounds as they are said in a message."""
        return super().i_ord()


def _under(key: str) -> LestFoerst:
    """A value that stands for itself is written without the key it would stand behind."""
    return LestFoerst(lambda value: value if isinstance(value, dict) else {key: value})


Dagproeve = Annotated[Dagvilkaar, _under("dag")]
Klokkeproeve = Annotated[Klokkevilkaar, _under("klokka")]
Tallproeve = Annotated[Tallvilkaar, _under("antall")]
