"""Prøve: a test of one record, key by key. All of it must hold; a record behind a key is tested alike."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, Protocol, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.setninger import setning
from brukerutvalg_cli.mandat.proeve.valg import FOERT, Foert, Ordvalg
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, noen, uvisst


class Vilkaar(Protocol):
    """What is demanded of one field."""

    @property
    def tomt_holder(self) -> Visshet:
        """What is said of a field with nothing in it."""

    def holder(self, verdi: object, g: Gjenstand) -> Visshet:
        """Whether what is recorded is as demanded."""

    def i_ord(self, g: Gjenstand) -> str:
        """The demand, as it is said after a verb."""


class Egenart(ABC):
    """What is demanded of a field in a way of its own: it says itself whether it holds, and in which words."""

    @abstractmethod
    def felt(self, key: str, g: Gjenstand) -> Felt:
        """The field, held up against the demand."""


class Proeve(Post):
    """A test of a record of one model. Its keys are the record's own, and those that follow from it."""

    har_fakta: ClassVar[bool] = False
    om: ClassVar[type[Post]] = Post
    """The record it is a test of."""
    alltid: ClassVar[frozenset[str]] = frozenset()
    """Its keys for what is always there: where it is not recorded, nobody knows."""
    etterpaa: ClassVar[frozenset[str]] = frozenset()
    """Its keys for what comes of a meeting: nobody asks for it before."""
    _orden: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="after")
    def _demands_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError(
                "feil_krav", "her spørres det ikke om noe: skriv minst én nøkkel, og hva som skal stå der"
            )
        return self

    def felter(
        self, g: Gjenstand, *, der: bool = False, uten: frozenset[str] = frozenset()
    ) -> Iterator[Felt]:
        """Each field that is asked for, held up against what is demanded of it.

        `der`: it is asked which record this is, and not what it lacks; else what comes of a meeting is not asked for
        before it was held. `uten`: keys that whoever asks answers for itself.
        """
        for key, demand in self.krav.items():
            if key not in uten and (der or g.holdt or key not in self.etterpaa):
                yield from self._felt(key, demand, g, der=der)

    def svarene(
        self, g: Gjenstand, *, der: bool = False, uten: frozenset[str] = frozenset()
    ) -> Iterator[Visshet]:
        """Whether each of the same fields is as demanded: no place and no sentence is made of what is in order."""
        for key, demand, inner, own in self._plan:
            if key in uten or not (der or g.holdt or key not in self.etterpaa):
                continue
            if inner:
                yield from self._svarene_inni(key, demand, g.verdi(key), g, der=der)
            elif own:
                yield demand.felt(key, g).holder
            else:
                yield self._svar(key, demand, g.verdi(key), g, der=der)

    def har_alt(self, g: Gjenstand, uten: frozenset[str] = frozenset()) -> bool:
        """Whether something is demanded of the record, and it has all of it."""
        answers = list(self.svarene(g, uten=uten))
        return bool(answers) and alle(answers) is True

    @cached_property
    def krav(self) -> Mapping[str, Any]:
        """What is demanded, by key, in the order in which it is written."""
        fields = type(self).model_fields
        asked = ((fields[name].alias or name, getattr(self, name)) for name in self._orden or fields)
        return {key: demand for key, demand in asked if demand is not None}

    @cached_property
    def _plan(self) -> tuple[tuple[str, Any, bool, bool], ...]:
        """The same, with whether it is a test of a record behind the key, and whether it answers in its own way.

        To ask that of a model takes as long as the answer does, and every record comes by here.
        """
        return tuple(
            (key, demand, isinstance(demand, Proeve), isinstance(demand, Egenart))
            for key, demand in self.krav.items()
        )

    def skrevet_som(self, data: Mapping[str, Any]) -> Self:
        """The same test, told in which order its keys are written. For whoever reads it."""
        names = {field.alias or name: name for name, field in type(self).model_fields.items()}
        self.__dict__["_orden"] = tuple(names[key] for key in data)
        self._spoer_paa_nytt()
        return self

    def omfatter(self, g: Gjenstand) -> Visshet:
        """Whether the record is one of these."""
        return alle(self.svarene(g, der=True))

    def spurt(self, *route: str) -> Any:
        """What is demanded behind a key, or behind one within it; None where nothing is."""
        first, *rest = route
        demand = self.krav.get(first)
        return demand.spurt(*rest) if rest and isinstance(demand, Proeve) else None if rest else demand

    def ordene(self, *route: str) -> tuple[str, ...]:
        """The plain words among what is demanded there: those that would do, and those that all must be there."""
        demand = self.spurt(*route)
        stated = (*(demand.en_av or ()), *(demand.alle or ())) if isinstance(demand, Ordvalg) else ()
        return tuple(word for word in stated if isinstance(word, str))

    def kan_passe(self, **kjent: str) -> bool:
        """Whether a record of which these words are known may be one of these, whatever else it is."""
        asked = {key: self.spurt(key) for key in kjent}
        return all(
            not isinstance(demand, Ordvalg) or demand.kan_vaere(kjent[key]) for key, demand in asked.items()
        )

    def _felt(self, key: str, demand: Any, g: Gjenstand, *, der: bool) -> Iterator[Felt]:
        value = g.verdi(key)
        if isinstance(demand, Proeve):
            yield from self._inni(key, demand, value, g, der=der)
            return
        if isinstance(demand, Egenart):
            yield demand.felt(key, g)
            return
        holds = self._svar(key, demand, value, g, der=der)
        if der or holds is not False:
            yield Felt(g.at(key), holds, "")
            return
        from brukerutvalg_cli.mandat.proeve.ledig import fungerte  # late: only for what is wrong

        yield Felt(
            g.at(key), holds, setning(self.om, key, demand, value, g), ellers=fungerte(demand, value, g)
        )

    def _svar(self, key: str, demand: Any, value: object, g: Gjenstand, *, der: bool) -> Visshet:
        """Whether one field is as demanded."""
        if isinstance(value, Ukjent):
            return g.ukjent(key)
        if isinstance(demand, Foert):
            return (value not in (None, ())) is (demand is FOERT)
        if value in (None, ()) and der and key in self.alltid:
            return uvisst("ikke_foert", key, g.at(key))
        if isinstance(demand, bool):
            return (bool(value) if der else value) is demand
        holds: Visshet = demand.tomt_holder if value in (None, ()) else demand.holder(value, g)
        return g.ukjent(key) if holds == UVISST else holds

    def _inni(self, key: str, test: Proeve, value: object, g: Gjenstand, *, der: bool) -> Iterator[Felt]:
        """The record behind a key, field by field; of several, one that is so is enough."""
        if isinstance(value, tuple):
            (holds,) = self._svarene_inni(key, test, value, g, der=der)
            yield Felt(g.at(key), holds, setning(self.om, key, test, value, g))
        elif self._mangler(key, value, der=der):
            yield Felt(g.at(key), False, "")
        else:
            yield from test.felter(g.inni(key, _posten(value)), der=der)

    def _svarene_inni(
        self, key: str, test: Proeve, value: object, g: Gjenstand, *, der: bool
    ) -> Iterator[Visshet]:
        if isinstance(value, tuple):
            yield noen(test.omfatter(g.inni(key, post, nr)) for nr, post in enumerate(value))
        elif self._mangler(key, value, der=der):
            yield False
        else:
            yield from test.svarene(g.inni(key, _posten(value)), der=der)

    def _mangler(self, key: str, value: object, *, der: bool) -> bool:
        """Whether a record that has nothing behind the key is none of those that are meant."""
        return value is None and der and key not in self.alltid


def _posten(value: object) -> Post | Ukjent | None:
    return value if isinstance(value, Post | Ukjent) else None
