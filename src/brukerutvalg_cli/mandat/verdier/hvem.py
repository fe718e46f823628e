"""HVEM: a selector of people. Keys combine with *and*; a list is *one of*."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.utvalg import ORGANER, Utvalg
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, noen
from brukerutvalg_cli.ord.i_ord import Omgivelser, eller, et_verv, omtalt, siden, tusener

Ord = Annotated[tuple[str, ...], EN_ELLER_FLERE]
Alle = Literal["alle"]
Andre = Literal["andre"]
TilStede = Literal["til_stede"]


class Hvem(Post):
    """Which people. Without a key: everybody."""

    side: Ord | None = Field(None, description="Siden de sitter for: bruker, nav, kommune …")
    verv: Ord | None = Field(None, description="Vervet de er ført med den dagen.")
    funksjon: Ord | None = Field(None, description="Stillingen de har: fylkesdirektoer, nav-leder …")
    organisasjon: Ord | None = Field(
        None,
        description="Organisasjonen de representerer, eller utvalget de kommer fra. Også: eier, overordnet, "
        "ungdomsraad, underordnede.",
    )
    organisasjonstype: Ord | None = Field(None, description="paraply, landsdekkende, lokal eller offentlig.")
    har_paraply: JaNei | None = Field(None, description="Om organisasjonen deres er medlem av en paraply.")
    gruppe: Ord | None = Field(
        None, description="Brukergruppen de taler for, selv eller gjennom organisasjonen."
    )
    innbyggere: Mengde | None = Field(
        None, description="Folketallet i kommunen de representerer, som {mer_enn: 10000}."
    )
    er: Literal["organisasjon", "person"] | None = Field(
        None, description="organisasjon: det er organisasjonen selv som er valgt, ikke en person."
    )
    ny: JaNei | None = Field(None, description="Om de ikke satt i utvalget i forrige periode.")
    til_stede: JaNei | None = Field(
        None, description="Om de selv eller en vara møtte. Bare der det telles i et møte."
    )
    ikke: Hvem | None = Field(None, description="Den som passer her, regnes ikke med.")

    def velger(self, hvem: Kandidat, utvalg: Utvalg) -> Visshet:
        """Whether the person is one of these; None where a fact that decides it is unknown."""
        if not hvem.kjent:
            return None
        return alle(self._claims(hvem, utvalg))

    def bruker(self, noekkel: str) -> bool:
        """Whether this key decides who is meant, be it by who is taken in or by who is left out."""
        left_out = self.ikke is not None and self.ikke.bruker(noekkel)
        return getattr(self, noekkel) is not None or left_out

    @property
    def alle_verv(self) -> tuple[str, ...]:
        """The verv that decide who is meant, be it by who is taken in or by who is left out."""
        return (*(self.verv or ()), *(self.ikke.alle_verv if self.ikke else ()))

    def _claims(self, hvem: Kandidat, utvalg: Utvalg) -> Iterable[Visshet]:
        if self.side:
            yield _one_of(hvem.side, self.side)
        if self.verv:
            yield hvem.har_verv(*self.verv)
        if self.funksjon:
            yield hvem.har_funksjon(*self.funksjon)
        if self.organisasjon:
            # From a body the council does not have, nobody comes.
            stated = (n for n in self.organisasjon if n not in RELATIVE or getattr(utvalg, n))
            names = navngitt(stated, utvalg)
            yield noen((names.omfatter(hvem.representerer), names.omfatter(hvem.fra_utvalg)))
        if self.organisasjonstype:
            yield _type_of(hvem, self.organisasjonstype)
        if self.har_paraply is not None:
            yield _has_umbrella(hvem) if self.har_paraply else ikke(_has_umbrella(hvem))
        if self.gruppe:
            yield None if hvem.grupper is UKJENT else not hvem.grupper.isdisjoint(self.gruppe)
        if self.innbyggere:
            yield _of_size(hvem, self.innbyggere)
        if self.er:
            yield hvem.er_organisasjon is (self.er == "organisasjon")
        if self.ny is not None:
            yield hvem.ny if self.ny else ikke(hvem.ny)
        if self.til_stede is not None:
            yield hvem.til_stede if self.til_stede else ikke(hvem.til_stede)
        if self.ikke:
            yield ikke(self.ikke.velger(hvem, utvalg))

    def uklare(self, hvem: Kandidat, utvalg: Utvalg) -> Iterable[str]:
        """The keys that decide whether the person is one of these, and cannot be answered."""
        if self.velger(hvem, utvalg) is not None:
            return
        for key in Hvem.model_fields:
            value = getattr(self, key)
            if isinstance(value, Hvem):
                yield from value.uklare(hvem, utvalg)
            elif value is not None and Hvem.model_construct(**{key: value}).velger(hvem, utvalg) is None:
                yield key

    def i_ord(self, utvalg: Omgivelser | None = None) -> str:
        """`fra brukersiden`, `fra FFO`: the selector as it is said after a number, by the names a council knows.

        Without a council the words are those that a subject is known by, and stay as they are.
        """
        return " ".join(_phrases(self, utvalg)) or "til sammen"


RELATIVE = ("eier", "overordnet", "ungdomsraad", "underordnede")
"""Names for what each council says of itself in utvalg.yaml; who is below it, the others say."""


class Navngitt(NamedTuple):
    """What names stand for in one council, and the keys in its file that would say of the others, and do not."""

    navn: tuple[str, ...]
    uvisst: tuple[str, ...] = ()

    def omfatter(self, value: str | tuple[str, ...] | Ukjent | None) -> Visshet:
        """Whether what is recorded is (or includes) one of these; None where that may be what nobody knows."""
        if isinstance(value, Ukjent):
            return None
        stated = (value,) if isinstance(value, str) else value or ()
        return noen((any(name in self.navn for name in stated), None if self.uvisst else False))

    def savnet(self, utvalg: Utvalg) -> tuple[Place, str]:
        """The first fact that is missing: where it should stand, and what to say of it."""
        key = self.uvisst[0]
        if key == "underordnede":
            return utvalg.at("navn"), "hvilke utvalg som er under dette, er ukjent"
        how = "er ukjent" if getattr(utvalg, key) is UKJENT else "står ikke i utvalg.yaml"
        return utvalg.at(key, otherwise=("navn",)), f"«{key}» {how}"


def navngitt(names: Iterable[str], utvalg: Utvalg) -> Navngitt:
    """What relative names (`eier`, `overordnet`) and plain ones stand for in this council."""
    found: list[str] = []
    unknown = []
    for name in names:
        stated = getattr(utvalg, name) if name in RELATIVE else name
        if isinstance(stated, Ukjent) or (not stated and name != "underordnede"):
            unknown.append(name)
        else:
            found += (stated,) if isinstance(stated, str) else stated
    return Navngitt(tuple(found), tuple(unknown))


def _one_of(value: str | Ukjent | None, names: tuple[str, ...]) -> Visshet:
    return None if value is UKJENT else value in names


def _type_of(hvem: Kandidat, types: tuple[str, ...]) -> Visshet:
    if hvem.organisasjon is None:
        return _without_organisation(hvem)
    return _one_of(hvem.organisasjon.type, types)


def _has_umbrella(hvem: Kandidat) -> Visshet:
    if hvem.organisasjon is None:
        return _without_organisation(hvem)
    umbrellas = hvem.organisasjon.medlem_av
    return None if umbrellas is UKJENT else bool(umbrellas)


def _of_size(hvem: Kandidat, size: Mengde) -> Visshet:
    """A municipality whose inhabitants nobody has counted has some: not recorded is unknown of a public body."""
    if hvem.organisasjon is None:
        return _without_organisation(hvem)
    count = hvem.organisasjon.innbyggere
    if isinstance(count, int):
        return size.oppfylt(count, count)
    return None if mangler_folketall(hvem.organisasjon) else False


def mangler_folketall(organisasjon: Organisasjon) -> bool:
    """Whether it may be a municipality, and nobody has recorded how many live there."""
    public = organisasjon.type in ("offentlig", UKJENT)
    return organisasjon.innbyggere is UKJENT or (organisasjon.innbyggere is None and public)


def _without_organisation(hvem: Kandidat) -> Visshet:
    """One who represents nobody has no such organisation; of one that is not on record nothing is known."""
    return False if hvem.representerer is None else None


def _phrases(hvem: Hvem, utvalg: Omgivelser | None) -> Iterable[str]:
    if hvem.verv:
        bodies = [name for name in hvem.verv if name in ORGANER]
        offices = [name for name in hvem.verv if name not in ORGANER]
        said = ["er " + _said(et_verv, offices, utvalg)] if offices else []
        in_bodies = ["sitter i " + _said(et_verv, bodies, utvalg)] if bodies else []
        yield "som " + " eller ".join([*said, *in_bodies])
    if hvem.funksjon:
        yield "som er " + eller(hvem.funksjon)
    a_municipality = hvem.innbyggere and utvalg and hvem.side == ("kommune",)
    if hvem.side and not a_municipality:
        yield "fra " + _said(siden, hvem.side, utvalg)
    if hvem.organisasjon:
        yield "fra " + _said(omtalt, hvem.organisasjon, utvalg)
    if hvem.organisasjonstype:
        yield "fra en organisasjon som er " + eller(hvem.organisasjonstype)
    if hvem.har_paraply is not None:
        yield "fra en organisasjon " + ("med" if hvem.har_paraply else "uten") + " paraply"
    if hvem.gruppe:
        yield "som taler for " + eller(hvem.gruppe)
    if hvem.innbyggere:
        named = not a_municipality and (hvem.side or hvem.organisasjon or hvem.organisasjonstype)
        size = hvem.innbyggere.i_ord()
        yield ("" if named else "fra en kommune ") + f"med {tusener(size) if utvalg else size} innbyggere"
    if hvem.er:
        yield f"som er {'en ' if utvalg else ''}{hvem.er}"
    if hvem.ny is not None:
        yield "som ikke satt i forrige periode" if hvem.ny else "som satt i forrige periode"
    if hvem.til_stede is not None:
        yield "til stede" if hvem.til_stede else "som ikke er til stede"
    if hvem.ikke:
        yield "utenom dem " + hvem.ikke.i_ord(utvalg)


def _said(word: Callable[[str, Omgivelser], str], names: Iterable[str], utvalg: Omgivelser | None) -> str:
    return eller(word(name, utvalg) if utvalg else name for name in names)
