"""Vararekke: whether a deputy was called before others who were to be asked first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.sete import VARAVERV, Sete
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, ikke, noen, uvisst
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import omtalt


class Vararekke(NamedTuple):
    """The pool of deputies who may be called for a member who was away from a meeting."""

    utvalg: UtvalgIPeriode
    moete: Moete
    borte: str
    """The member, by id."""

    def i_rekkefoelge(self, kom: Oppmoete, moette: Visshet) -> Felt:
        """Whether every deputy before this one in the pool came too, or could not.

        All in the pool are before one who is not in it. `moette`: whether this one came in the member's place.
        """
        excused = (kom.person, *(kjent(self.moete.forfall) or ()))
        others = [sete for sete in self._varaer if sete.person not in excused]
        passed = [(sete, alle(self._forbigaatt(sete, kom))) for sete in others]
        free = ikke(noen(claim for _, claim in passed))
        skipped = sorted({sete.person for sete, claim in passed if claim})
        before = alle_sammen(self._kalt(person) for person in skipped)
        text = f"skal ha vara i rekkefølge, men {self._kalt(kom.kalt)} kom før {before}"
        return Felt(self._at(kom, "person"), free if moette else noen((moette, free)), text)

    @property
    def _varaer(self) -> tuple[Sete, ...]:
        return self.utvalg.mappe.seter_i.get("vara", ())

    @property
    def _oppmoete(self) -> tuple[Oppmoete, ...]:
        return kjent(self.moete.oppmoete) or ()

    def _at(self, oppmoete: Oppmoete, key: str) -> Place:
        return self.moete.at("oppmoete", self._oppmoete.index(oppmoete), key)

    def _kalt(self, person: str) -> str:
        return omtalt(person, self.utvalg)

    def _forbigaatt(self, sete: Sete, kom: Oppmoete) -> Iterator[Visshet]:
        """What makes one with this seat passed over by the one who came: all of it together."""
        yield sete.dekker(self.moete.dato)
        yield self._i_rekka(sete)
        yield noen((self._utenfor(kom), self._foran(sete, kom)))
        came = (nr for nr, o in enumerate(self._oppmoete) if o.person == sete.person)
        yield ikke(noen(deltok(self.moete, nr) for nr in came))

    def _i_rekka(self, sete: Sete) -> Visshet:
        """Whether the deputy may be called for the member: of the same side, and of the same body where tied to one."""
        member = self.utvalg.kandidat(self.borte, self.moete.dato)
        if not member.kjent:
            return uvisst("fil", self.borte)
        tied_to = sete.oppnevning.vara_for if sete.oppnevning else None
        if isinstance(tied_to, Ukjent):
            return uvisst("medlem", sete.person, sete.at("vara_for"))
        if tied_to is not None:
            if tied_to == self.borte or isinstance(member.representerer, Ukjent):
                return True if tied_to == self.borte else uvisst("organisasjon", self.borte)
            return tied_to == member.representerer
        side = self.utvalg.kandidat(sete.person, self.moete.dato, sete).side
        if isinstance(side, Ukjent) or isinstance(member.side, Ukjent):
            return uvisst("side", sete.person if isinstance(side, Ukjent) else self.borte)
        return side == member.side

    def _egne(self, kom: Oppmoete) -> list[tuple[Sete, Visshet]]:
        """The seats as a deputy of the one who came, each with whether it is in the pool that day."""
        own = (sete for sete in self._varaer if sete.person == kom.person)
        return [(sete, alle((sete.dekker(self.moete.dato), self._i_rekka(sete)))) for sete in own]

    def _foran(self, sete: Sete, kom: Oppmoete) -> Visshet:
        """Whether one has a lower number than the one who came. Not recorded is not known."""
        own = next((sete for sete, inside in self._egne(kom) if inside), None)
        one, other = _number(sete), _number(own)
        if one is None or (own is not None and other is None):
            unsure = sete if one is None else own or sete
            return uvisst("nummer", unsure.person, unsure.at("nummer"))
        return UVISST if other is None else one < other

    def _utenfor(self, kom: Oppmoete) -> Visshet:
        """Whether the one who came is not in the pool: on a list that is not whole, that nobody knows."""
        more = self.utvalg.mappe.noen_flere(VARAVERV, self.moete.dato)
        facts = (
            fact._replace(noekkel="vara_uten_liste", om=kom.kalt) if fact.noekkel == "medlemsliste" else fact
            for fact in (more.fakta if isinstance(more, Uvisst) else ())
        )
        listed = Uvisst(tuple(facts)) if isinstance(more, Uvisst) else True
        return alle((ikke(noen(inside for _, inside in self._egne(kom))), listed))


def deltok(moete: Moete, nr: int) -> Visshet:
    """Whether one on the attendance list took part, and where it would stand."""
    claim = (kjent(moete.oppmoete) or ())[nr].deltok
    if not isinstance(claim, Uvisst):
        return claim
    return Uvisst(tuple(f._replace(place=moete.at("oppmoete", nr, f.noekkel)) for f in claim.fakta))


def _number(sete: Sete | None) -> int | None:
    """The place in the pool; None where it is not known. Not recorded is not known either."""
    number = sete.oppnevning.nummer if sete and sete.oppnevning else None
    return number if isinstance(number, int) else None
