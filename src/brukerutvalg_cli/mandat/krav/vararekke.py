"""Vararekke: whether a deputy was called before others who were to be asked first."""

from __future__ import annotations

from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.sete import VARAVERV, Sete
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, ikke, noen
from brukerutvalg_cli.ord.i_ord import alle_sammen, omtalt


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
        passed = [(sete, alle(self._forbigaatt(sete, kom).values())) for sete in others]
        free = ikke(noen(claim for _, claim in passed))
        holds = free if moette else free or UVISST
        skipped = sorted({sete.person for sete, claim in passed if claim})
        before = alle_sammen(self._kalt(person) for person in skipped)
        text = f"skal ha vara i rekkefølge, men {self._kalt(kom.kalt)} kom før {before}"
        if not isinstance(holds, Uvisst):
            return Felt(self._at(kom, "person"), holds, text)
        unsure = next((sete for sete, claim in passed if isinstance(claim, Uvisst)), None)
        place, fact = self._om_rekka(unsure, kom) if moette and unsure else self._om_moette(kom)
        return Felt(place, holds, text, fact)

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

    def _forbigaatt(self, sete: Sete, kom: Oppmoete) -> dict[str, Visshet]:
        """What makes one with this seat passed over by the one who came: all of it together."""
        return {
            "sitter": sete.dekker(self.moete.dato),
            "i rekka": self._i_rekka(sete),
            "foran": noen((self._utenfor(kom), _before(_number(sete), self._nummer(kom)))),
            "kom ikke": ikke(noen(o.deltok for o in self._oppmoete if o.person == sete.person)),
        }

    def _i_rekka(self, sete: Sete) -> Visshet:
        """Whether the deputy may be called for the member: of the same side, and of the same body where tied to one."""
        member = self.utvalg.kandidat(self.borte, self.moete.dato)
        if not member.kjent:
            return UVISST
        tied_to = sete.oppnevning.vara_for if sete.oppnevning else None
        if isinstance(tied_to, Ukjent):
            return UVISST
        if tied_to is not None:
            if tied_to == self.borte or isinstance(member.representerer, Ukjent):
                return True if tied_to == self.borte else UVISST
            return tied_to == member.representerer
        side = self.utvalg.kandidat(sete.person, self.moete.dato, sete).side
        return UVISST if isinstance(side, Ukjent) or isinstance(member.side, Ukjent) else side == member.side

    def _egne(self, kom: Oppmoete) -> list[tuple[Sete, Visshet]]:
        """The seats as a deputy of the one who came, each with whether it is in the pool that day."""
        own = (sete for sete in self._varaer if sete.person == kom.person)
        return [(sete, alle((sete.dekker(self.moete.dato), self._i_rekka(sete)))) for sete in own]

    def _nummer(self, kom: Oppmoete) -> int | None:
        return _number(next((sete for sete, inside in self._egne(kom) if inside), None))

    def _utenfor(self, kom: Oppmoete) -> Visshet:
        """Whether the one who came is not in the pool: on a list that is not whole, that nobody knows."""
        more = self.utvalg.mappe.noen_flere(VARAVERV, self.moete.dato)
        return alle((ikke(noen(inside for _, inside in self._egne(kom))), ikke(more)))

    def _om_moette(self, kom: Oppmoete) -> tuple[Place, str]:
        """What is missing, where nobody knows whether this one came in the member's place."""
        if isinstance(kom.deltok, Uvisst):
            return self._at(kom, "lytter"), f"om {self._kalt(kom.kalt)} bare hørte på, er ukjent"
        fact = f"om {self._kalt(kom.kalt)} møtte for {self._kalt(self.borte)}, er ukjent"
        return self._at(kom, "vara_for"), fact

    def _om_rekka(self, forbi: Sete, kom: Oppmoete) -> tuple[Place, str]:
        """The first thing that is missing, where nobody knows whether the one with a seat was passed over."""
        claims = self._forbigaatt(forbi, kom)
        if isinstance(claims["sitter"], Uvisst) or isinstance(claims["i rekka"], Uvisst):
            return self._om_sete(forbi)
        own = self._egne(kom)
        if isinstance(claims["foran"], Uvisst) and not any(inside for _, inside in own):
            unsure = next((sete for sete, inside in own if isinstance(inside, Uvisst)), None)
            fact = f"medlemslista er ikke fullstendig, så det er ukjent om {self._kalt(kom.kalt)} er vara"
            whole = self.utvalg.mappe.utvalg.at("medlemsliste", otherwise=("navn",)), fact
            return self._om_sete(unsure) if unsure else whole
        if isinstance(claims["foran"], Uvisst):
            return self._at(kom, "person"), "nummeret i vararekka er ukjent"
        there = next(o for o in self._oppmoete if o.person == forbi.person and isinstance(o.deltok, Uvisst))
        return self._at(there, "lytter"), f"om {self._kalt(forbi.person)} bare hørte på, er ukjent"

    def _om_sete(self, sete: Sete) -> tuple[Place, str]:
        """What is missing of a seat, where nobody knows whether it is in the pool."""
        who = self._kalt(sete.person)
        if isinstance(sete.dekker(self.moete.dato), Uvisst):
            key = "fra" if isinstance(sete.fra, Ukjent) else "til"
            return sete.at(key), f"om {who} var vara da, er ukjent"
        return sete.at("vara_for"), f"om {who} er vara for {self._kalt(self.borte)}, er ukjent"


def _number(sete: Sete | None) -> int | None:
    """The place in the pool; None where it is not known. Not recorded is not known either."""
    number = sete.oppnevning.nummer if sete and sete.oppnevning else None
    return number if isinstance(number, int) else None


def _before(one: int | None, other: int | None) -> Visshet:
    return UVISST if one is None or other is None else one < other
