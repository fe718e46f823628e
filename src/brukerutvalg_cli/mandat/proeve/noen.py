"""Valg av noen: who a field may, must or must not name – by word, by HVEM, or the one where the other is away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.valg import SOM_VALG, Ordvalg
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.navneord import SAGT
from brukerutvalg_cli.mandat.verdier.navngitt import Navngitt, den_nevnte, navngitt
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, med_grunn, noen, uvisst
from brukerutvalg_cli.oppramsing import alle_sammen, enten_eller
from brukerutvalg_cli.ord.i_ord import Omgivelser, omtalt

EnEllerHvem = Annotated[str | Hvem, Field(union_mode="left_to_right")]
ORGANISASJON = "organisasjon"
"""Stands for any organisation there is, and no public body."""


class Noenvalg(Ordvalg[EnEllerHvem]):
    """Whom a field shall name: a verv, a side, an organisation, a council, a person, or a selector of people.

    A verv or a side stands for whoever has it that day. What a body does, one member alone has not done.
    """

    def treff(self, ord: str | Hvem, verdi: object, g: Gjenstand) -> Visshet:
        """Whether somebody named is one of these."""
        return _treff(ord, verdi, g)

    def i_ord(self, g: Gjenstand, verdi: object = None) -> str:
        """The demand, as it is said after a verb: `lederen eller sekretæren`."""
        said = [_one_of(self.en_av, g)] if self.en_av else []
        said += [alle_sammen(_said(each, g) for each in self.alle)] if self.alle else []
        said += [f"bare {_one_of(self.bare, g)}"] if self.bare else []
        said += [f"ikke {_one_of(self.ikke, g)}"] if self.ikke else []
        return alle_sammen(said)

    def ikke_sagt(self, utvalg: Omgivelser) -> Navngitt | None:
        """The bodies it names, where it names no others and the council does not say it has them."""
        words = tuple(word for word in self.alle_ord() if isinstance(word, str))
        missing = [word for word in self.alle_ord() if word in SAGT and not den_nevnte(str(word), utvalg)]
        return navngitt(words, utvalg) if words and len(missing) == len([*self.alle_ord()]) else None

    def alle_ord(self) -> Iterator[str | Hvem]:
        """Every word and selector in it."""
        for way in type(self).model_fields:
            stated = getattr(self, way) or ()
            yield from stated if isinstance(stated, tuple) else (stated,)


class NoenIMoete(Noenvalg):
    """The same in a meeting, where somebody may be away."""

    foerst: EnEllerHvem | None = Field(None, description="Den som skal, når den ikke er borte.")
    ellers: EnEllerHvem | None = Field(None, description="Den som skal, bare når den første er borte.")

    @model_validator(mode="after")
    def _one_and_the_other(self) -> Self:
        if (self.foerst is None) is not (self.ellers is None):
            raise PydanticCustomError("feil_krav", "«foerst» og «ellers» hører sammen: skriv begge")
        return self

    @property
    def tomt_holder(self) -> Visshet:
        """What is said of a field that names nobody."""
        return self.foerst is None and super().tomt_holder

    def holder(self, verdi: object, g: Gjenstand) -> Visshet:
        """Whether who is named is as demanded."""
        stated = verdi if isinstance(verdi, tuple) else (verdi,)
        claims = list(self._claims(stated, self.treff, g))
        if self.foerst is not None and self.ellers is not None:
            first = noen(_treff(self.foerst, value, g) for value in stated)
            other = noen(_treff(self.ellers, value, g) for value in stated)
            claims.append(
                noen((first, alle((other, _borte(self.foerst, g))) if other is not False else False))
            )
        return alle(claims)

    def i_ord(self, g: Gjenstand, verdi: object = None) -> str:
        """The demand, as it is said after a verb: `lederen, og nestlederen bare når lederen er borte`."""
        if self.foerst is None or self.ellers is None:
            return super().i_ord(g)
        first, other = _said(self.foerst, g), _said(self.ellers, g)
        return f"{first}, og {other} bare når {first} er borte"


Noen = Annotated[Noenvalg, SOM_VALG]
NoenDer = Annotated[NoenIMoete, SOM_VALG]


def _treff(ord: str | Hvem, navn: object, g: Gjenstand) -> Visshet:
    """Whether somebody named is one of these."""
    if not isinstance(navn, str):
        return False
    if isinstance(ord, Hvem):
        return ord.velger(g.den(navn), g.utvalg, g.forhold)
    if navn == ord:
        return True
    names = navngitt((ord,), g.utvalg, g.forhold)
    meant = names.omfatter(navn)
    if meant is not False:
        return names.fordi(g.utvalg) if names.uvisst else meant
    if not g.er_noe(navn):
        return uvisst("hvem", navn)
    if ord == ORGANISASJON:
        return _not_public(navn, g)
    return _er(ord, g.den(navn), g) if g.er_person(navn) else False


def _er(ord: str, hvem: Kandidat, g: Gjenstand) -> Visshet:
    """Whether a person has the verv, or sits for the side, that a word names."""
    if g.vervene((ord,)):
        return med_grunn(hvem.har_verv(ord), "verv", hvem.id) if hvem.kjent else uvisst("fil", hvem.id)
    if ord in g.utvalg.mappe.utvalg.alle_sider:
        if not hvem.kjent or isinstance(hvem.side, Ukjent):
            return uvisst("side" if hvem.kjent else "fil", hvem.id)
        return hvem.side == ord
    return False


def _not_public(navn: str, g: Gjenstand) -> Visshet:
    known = g.utvalg.register.organisasjoner.get(navn)
    if known is None:
        return False
    return known.type != "offentlig" if isinstance(known.type, str) else uvisst("organisasjonstype", navn)


def _borte(ord: str | Hvem, g: Gjenstand) -> Visshet:
    """Whether nobody of these was at the meeting."""
    if any(_is_one(ord, each, g) for each in g.borte):
        return True
    there = g.frammoette
    if there is None:
        return uvisst("oppmoete", place=g.moete.at("oppmoete") if g.moete else None)
    return ikke(noen(_is_one(ord, each, g) for each in there))


def _is_one(ord: str | Hvem, hvem: Kandidat, g: Gjenstand) -> Visshet:
    if isinstance(ord, Hvem):
        return ord.velger(hvem, g.utvalg, g.forhold)
    return True if hvem.id == ord else _er(ord, hvem, g)


def _said(ord: str | Hvem, g: Gjenstand) -> str:
    return omtalt(ord, g.utvalg) if isinstance(ord, str) else f"en {ord.i_ord(g.utvalg)}"


def _one_of(words: Iterable[str | Hvem], g: Gjenstand) -> str:
    return enten_eller(dict.fromkeys(_said(word, g) for word in words))
