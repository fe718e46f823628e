"""krav hver kurs: who held it, who paid, who took part, and whether it was evaluated."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.krav.felt import Felt, ja_nei, men, navngitt_felt
from brukerutvalg_cli.mandat.krav.hver import Krav, Tilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Hvem, Navngitt, Ord, navngitt
from brukerutvalg_cli.mandat.verdier.som_krevd import er
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Heltall, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle, noen
from brukerutvalg_cli.ord.i_ord import en_av_dem


class KursFilter(Post):
    """Which courses."""

    modul: Heltall | None = Field(None, description="Bare kurs i denne modulen.")


class KursFelter(Post):
    """What each of them shall have."""

    arrangert_av: Ord | None = Field(
        None,
        description="Hvem som holder kurset. Også: eier, overordnet; «organisasjon» er en med plass i utvalget.",
    )
    betalt_av: Ord | None = Field(None, description="Hvem som betaler kurset, på samme måte.")
    deltakere: tuple[Hvem, ...] | None = Field(
        None, description="Hver linje er noen som skal være med: [{funksjon: fylkesdirektoer}]."
    )
    evaluert: JaNei | None = Field(None, description="ja: kurset er evaluert.")


class KravKurs(Krav):
    """A demand on each course on record."""

    hver: Literal["kurs"] = Field(description="kurs: hvert kurs i hendelser.yaml.")
    der: KursFilter = Field(default_factory=KursFilter, description="Hvilke kurs.")
    skal_ha: KursFelter = Field(description="Det hvert av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The courses held in the period. One whose day is unknown belongs to every period."""
        for nr, kurs in enumerate(utvalg.mappe.hendelser):
            if kurs.hva != "kurs" or (isinstance(kurs.dato, date) and not utvalg.gjelder(kurs.dato)):
                continue
            when = "" if isinstance(kurs.dato, Ukjent) else f" {dato_i_ord(kurs.dato)}"
            felter = tuple(self._felter(utvalg, nr, kurs))
            # Of a day nobody knows, nobody knows whether the provision bound then.
            bound = None if isinstance(kurs.dato, Ukjent) and (utvalg.fra or utvalg.til) else True
            lacking = "dato" if bound is None else "modul"
            unclear = (utvalg.mappe.hendelse_at(nr, lacking), f"«{lacking}» er ukjent")
            taken_in = alle((self._taken_in(kurs), bound))
            yield Tilfelle(
                f"kurset{when}", kurs.emne(nr), felter, taken_in, (str(kurs.dato),), uklart=unclear
            )

    def _taken_in(self, kurs: Hendelse) -> Visshet:
        if self.der.modul is None:
            return True
        return None if isinstance(kurs.modul, Ukjent) else kurs.modul == self.der.modul

    def _felter(self, utvalg: UtvalgIPeriode, nr: int, kurs: Hendelse) -> Iterator[Felt]:
        want = self.skal_ha

        def at(key: str) -> Place:
            return utvalg.mappe.hendelse_at(nr, key)._replace(otherwise=(nr, "hva"))

        for key, names, done in (
            ("arrangert_av", want.arrangert_av, "arrangert av"),
            ("betalt_av", want.betalt_av, "betalt av"),
        ):
            if names:
                stated: tuple[str, ...] | Ukjent = getattr(kurs, key)
                text = f"skal være {done} {en_av_dem(names, utvalg)}{men(stated, utvalg)}"
                allowed = _allowed(names, utvalg, kurs.dato)
                yield navngitt_felt(at(key), _all_by(stated, allowed), text, allowed, stated, utvalg)
        for hvem in want.deltakere or ():
            text = f"skal ha deltakere {hvem.i_ord(utvalg)}"
            yield Felt(at("deltakere"), _there(utvalg, kurs, hvem), text)
        if want.evaluert is not None:
            text = f"skal {ja_nei(want.evaluert)}være evaluert"
            yield Felt(at("evaluert"), er(kurs.evaluert, want.evaluert), text)


def _allowed(names: tuple[str, ...], utvalg: UtvalgIPeriode, dag: date | Ukjent) -> Navngitt:
    """Whom the names stand for; «organisasjon» is any with a seat in the council that day."""
    allowed = navngitt(names, utvalg.mappe.utvalg)
    if "organisasjon" not in allowed.navn:
        return allowed
    seats = utvalg.mappe.utvalg.organisasjoner
    if isinstance(seats, Ukjent):
        return Navngitt(allowed.navn, (*allowed.uvisst, "organisasjoner"))
    council = utvalg.mappe.utvalg
    seated = (name for name in seats if isinstance(dag, Ukjent) or council.med(name, dag) is not False)
    return Navngitt((*allowed.navn, *seated), allowed.uvisst)


def _all_by(stated: tuple[str, ...] | Ukjent, allowed: Navngitt) -> Visshet:
    """Whether it was these and nobody else: a course that others paid for in part is not paid for by these."""
    if isinstance(stated, Ukjent):
        return None
    return alle(map(allowed.omfatter, stated)) if stated else False


def _there(utvalg: UtvalgIPeriode, kurs: Hendelse, hvem: Hvem) -> Visshet:
    """Whether one of those who took part is one of these: a person of the council, or an office by its name."""
    if isinstance(kurs.deltakere, Ukjent):
        return None
    people = utvalg.mappe.kjente_personer

    def who(name: str) -> Kandidat:
        if name not in people:
            return Kandidat(name, funksjoner={name: True})
        # Of a day nobody knows, nobody knows who they were then.
        return (
            Kandidat(name, kjent=False) if isinstance(kurs.dato, Ukjent) else utvalg.kandidat(name, kurs.dato)
        )

    return noen(hvem.velger(who(name), utvalg.mappe.utvalg) for name in kurs.deltakere)
