"""HVEM: a selector of people. Keys combine with *and*; a list is *one of*."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from types import NoneType
from typing import Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.mandat.verdier.hvem_i_ord import hvem_i_ord
from brukerutvalg_cli.mandat.verdier.hvemnoekler import Hvemnoekler
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.navneord import EGEN, FORHOLD, RELATIVE, SAGT
from brukerutvalg_cli.mandat.verdier.navngitt import Forhold, Navngitt, den_nevnte, navngitt
from brukerutvalg_cli.mandat.verdier.organisasjonsvalg import Organisasjonsvalg
from brukerutvalg_cli.model.dagen import FORRIGE
from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.organisasjon import organisasjonen
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import (
    UVISST,
    Visshet,
    alle,
    fordi,
    ikke,
    med_grunn,
    noen,
    uvisst,
)
from brukerutvalg_cli.ord.i_ord import Omgivelser

OrdetAlle = Literal["alle"]
OrdetAndre = Literal["andre"]
OrdetTilStede = Literal["til_stede"]

BARE_FORHOLD = frozenset(FORHOLD) - {"moeteleder"}
"""Those that mean nothing else where they stand by themselves: whoever chairs may decide a tie."""


class Hvem(Hvemnoekler):
    """Which people. Without a key: everybody.

    A word of `FORHOLD` is bound by the place where the selector stands: its provision names the words it knows
    (`Bestemmelse.forhold`), whoever judges a record says whom they stand for there (`forhold`), and any other place
    refuses them when the rule set is read. In `oppnevnt_av` and `foreslaatt_av` the person's own organisation is known
    everywhere.
    """

    ikke: Hvem | None = Field(None, description="Unntatt disse.")

    def velger(self, hvem: Kandidat, utvalg: Omgivelser, forhold: Forhold | None = None) -> Visshet:
        """Whether the person is one of these. Of one whose file could not be read, nothing is known at all."""
        return alle(self.svar(hvem, utvalg, forhold)) if hvem.kjent else uvisst("fil", hvem.id)

    def bruker(self, noekkel: str) -> bool:
        """Whether this key decides who is meant, be it by who is taken in or by who is left out."""
        left_out = self.ikke is not None and self.ikke.bruker(noekkel)
        return getattr(self, noekkel) is not None or left_out

    @property
    def om_alder(self) -> bool:
        """Whether how old they are decides who is meant."""
        return self.bruker("alder") or self.bruker("fyller")

    @property
    def om_folketall(self) -> bool:
        """Whether how many live in a municipality decides who is meant."""
        bodies = (self.organisasjon, self.oppnevnt_av, self.foreslaatt_av)
        here = any(isinstance(each, Organisasjonsvalg) and each.innbyggere for each in bodies)
        return here or (self.ikke is not None and self.ikke.om_folketall)

    @property
    def alle_verv(self) -> tuple[str, ...]:
        """The verv that decide who is meant, be it by who is taken in or by who is left out."""
        return (*(self.verv or ()), *(self.ikke.alle_verv if self.ikke else ()))

    @property
    def andres_verv(self) -> tuple[str, ...]:
        """The verv whose holders decide who is meant, though these are others."""
        own = (*(self.samme_side_som or ()), *(self.annen_side_enn or ()))
        return (*own, *(self.ikke.andres_verv if self.ikke else ()))

    def ubundne(self, bundne: Collection[str]) -> Iterator[tuple[Route, str]]:
        """Each word for the people of a record that the place does not know, and where it stands."""
        for key in ("organisasjon", "samme_side_som", "annen_side_enn", "oppnevnt_av", "foreslaatt_av"):
            names = getattr(self, key)
            own = (EGEN,) if key in ("oppnevnt_av", "foreslaatt_av") else ()
            for name in names if isinstance(names, tuple) else ():
                if name in FORHOLD and name not in (*bundne, *own):
                    yield (key,), name
        if self.ikke:
            yield from ((("ikke", *route), name) for route, name in self.ikke.ubundne(bundne))

    def svar(self, hvem: Kandidat, utvalg: Omgivelser, forhold: Forhold | None = None) -> Iterator[Visshet]:
        """Whether what is asked of the person is so, key by key; where nobody knows, the fact is called by the key."""
        if self.side:
            yield uvisst("side", hvem.id) if hvem.side is UKJENT else hvem.side in self.side
        if self.verv:
            yield med_grunn(hvem.har_verv(*self.verv), "verv", hvem.id)
        if self.funksjon:
            yield fordi(hvem.har_funksjon(*self.funksjon), "funksjon", hvem.id)
        if isinstance(self.organisasjon, Organisasjonsvalg):
            council = utvalg.mappe.utvalg
            yield from self.organisasjon.svar(hvem.representerer, hvem.organisasjon, council, hvem.id)
        elif self.organisasjon:
            # From a body the council does not have, nobody comes. Where no other is meant, nothing is judged.
            stated = (n for n in self.organisasjon if n not in RELATIVE or den_nevnte(n, utvalg))
            names = navngitt(stated, utvalg, forhold)
            claim = noen((names.omfatter(hvem.representerer), names.omfatter(hvem.fra_utvalg)))
            yield fordi(claim, names.uvisst[0] if names.uvisst else "organisasjon", hvem.id)
        if self.gruppe:
            yield uvisst("gruppe", hvem.id) if hvem.grupper is UKJENT else hvem.taler_for(*self.gruppe)
        if self.oppnevnt_av:
            yield _gitt_av("oppnevnt_av", self.oppnevnt_av, hvem, utvalg, forhold)
        if self.foreslaatt_av:
            yield _gitt_av("foreslaatt_av", self.foreslaatt_av, hvem, utvalg, forhold)
        if self.alder or self.fyller:
            yield from _aar(hvem, self.alder, self.fyller)
        if self.samme_side_som:
            yield _paa_siden(self.samme_side_som, hvem, forhold)
        if self.annen_side_enn:
            yield ikke(_paa_siden(self.annen_side_enn, hvem, forhold))
        if self.er:
            yield hvem.er_organisasjon is (self.er == "organisasjon")
        if self.ny is not None:
            yield fordi(hvem.ny if self.ny else ikke(hvem.ny), "ny", hvem.id)
        if self.til_stede is not None:
            yield fordi(hvem.til_stede if self.til_stede else ikke(hvem.til_stede), "til_stede", hvem.id)
        if self.ikke:
            yield ikke(self.ikke.velger(hvem, utvalg, forhold))

    def i_ord(self, utvalg: Omgivelser | None = None) -> str:
        """`fra brukersiden`, `fra FFO`: the selector as it is said after a number, by the names a council knows.

        Without a council the words are those that a subject is known by, and stay as they are.
        """
        return hvem_i_ord(self, utvalg) or "til sammen"


def ubundne(post: Post, bundne: Collection[str]) -> Iterator[tuple[Route, str]]:
    """The words for the people of a record within a provision that it does not know, in selectors or by themselves."""
    if isinstance(post, Hvem):
        yield from post.ubundne(bundne)
        return
    for top, value in _verdiene(post):
        if isinstance(value, str):
            if value in BARE_FORHOLD and value not in bundne:
                yield top, value
        elif not isinstance(value, INGEN_POST) and isinstance(value, Post):
            yield from (((*top, *route), name) for route, name in ubundne(value, bundne))


def ikke_sagt(post: Post, utvalg: Omgivelser) -> Iterator[Navngitt]:
    """The selectors within a provision that mean one body alone, which the council does not say it has."""
    for bodies in _bare_sagt(post):
        if not any(den_nevnte(name, utvalg) for name in bodies):
            yield navngitt(bodies, utvalg)


@en_gang  # a provision is put to many councils
def _bare_sagt(post: Post) -> tuple[tuple[str, ...], ...]:
    """The selectors in it that mean nothing but bodies that a council says that it has."""
    bodies = post.organisasjon if isinstance(post, Hvem) else None
    own = (bodies,) if isinstance(bodies, tuple) and SAGT.issuperset(bodies) else ()
    inside = (value for _, value in _verdiene(post) if not isinstance(value, INGEN_POST))
    return (*own, *(each for value in inside if isinstance(value, Post) for each in _bare_sagt(value)))


def _verdiene(post: Post) -> Iterator[tuple[Route, object]]:
    """All that stands in a record, each by itself, and where."""
    for key in type(post).model_fields:
        value = post.__dict__[key]
        if isinstance(value, tuple):
            yield from (((key, nr), inner) for nr, inner in enumerate(value))
        else:
            yield (key,), value


INGEN_POST = (int, str, NoneType)
"""What most keys hold: to ask whether that is a record takes as long as all the rest."""


def _gitt_av(
    key: Literal["oppnevnt_av", "foreslaatt_av"],
    wanted: tuple[str, ...] | Organisasjonsvalg,
    hvem: Kandidat,
    utvalg: Omgivelser,
    forhold: Forhold | None,
) -> Visshet:
    """Whether somebody such gave them a seat they have."""
    if hvem.dagen is None:
        return uvisst(key, hvem.id)
    claims: list[Visshet] = []
    for covers, sete in hvem.seter:
        by: str | Ukjent | None = getattr(sete, key)
        if isinstance(wanted, Organisasjonsvalg):
            body = organisasjonen(hvem.dagen.organisasjoner, by, hvem.dagen.dag)
            claim = fordi(alle(wanted.svar(by, body, utvalg.mappe.utvalg, hvem.id)), key, hvem.id)
        else:
            missing: str = key
            names = navngitt(wanted, utvalg, {**(forhold or {}), EGEN: sete.representerer})
            claim = names.omfatter(by)
            if names.uvisst and by is not UKJENT:
                missing = "organisasjon" if EGEN in names.uvisst else names.uvisst[0]
            claim = fordi(claim, missing, hvem.id)
        claims.append(alle((covers, claim)))
    return noen(claims)


def _aar(hvem: Kandidat, alder: Mengde | None, fyller: Mengde | None) -> Iterator[Visshet]:
    """Whether they are, and turn, so old: what is on record leaves a few ages open. An organisation has none."""
    born, day = hvem.foedt, hvem.oppnevnt or (hvem.dagen.dag if hvem.dagen else None)
    for key, size in (("alder", alder), ("fyller", fyller)):
        if not size:
            continue
        ages: Iterable[int] = ()
        if born and day:
            ages = born.alder(day) if key == "alder" else born.fyller(day.year)
        held = {size.oppfylt(age, age) for age in ages}
        yield False if hvem.er_organisasjon else held.pop() if len(held) == 1 else uvisst(key, hvem.id)


def _uklar_side(hvem: Kandidat, names: Iterable[str]) -> str:
    """What nobody knows, where that decides: the person's own side, who was before them, or another's side."""
    if hvem.side is UKJENT:
        return "side"
    return "forrige" if any(name.startswith(FORRIGE) for name in names) else "annen_side"


def _paa_siden(names: Iterable[str], hvem: Kandidat, forhold: Forhold | None) -> Visshet:
    """Whether one of these is on the person's own side. Where there is nobody, nobody is."""
    if hvem.dagen is None:
        return uvisst(_uklar_side(hvem, names), hvem.id)
    bound = {name: forhold[name] for name in names if name in forhold} if forhold else {}
    claims = [hvem.dagen.paa_siden(hvem.side, [name for name in names if name not in bound])]
    for stated in bound.values():
        people = (stated,) if isinstance(stated, str) else () if isinstance(stated, Ukjent) else stated or ()
        claims += [hvem.dagen.person_paa_siden(hvem.side, person) for person in people]
        claims += [UVISST] if isinstance(stated, Ukjent) else []
    return fordi(noen(claims), _uklar_side(hvem, names), hvem.id)
