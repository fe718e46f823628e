"""Who is shown, and how: by name and organisation, or by organisation only, wherever somebody is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from brukerutvalg_cli.dokument.datoer import klokke
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.sakstittel import merket
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.naervaer import klokka
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.ordliste import funksjonen
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.utvalg import ORGANER, STANDARD_VERV
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.oppramsing import alle_sammen

SEKRETAER = "sekretaer"


class Personer:
    """The people of one council as its documents show them on one day."""

    def __init__(self, register: Register, mappe: Utvalgsmappe, ord: Ord, dag: date) -> None:
        self._register = register
        self._mappe = mappe
        self._maalform = mappe.utvalg.maalform
        self._ord = ord
        self._dag = dag
        self._uten_navn = _uten_navn(mappe)

    @cached_property
    def seter(self) -> tuple[Sete, ...]:
        """The seats that are held this day, as far as is known. A confidential election gives none away."""
        held = (sete for sete in self._mappe.seter if sete.dekker(self._dag) is not False)
        return tuple(s for s in held if not s.fortrolig)

    def side(self, ref: str | None) -> str | None:
        """The side that a person's own file names: a director has no seat, and still comes from Nav."""
        medlem = self._mappe.medlemmer.get(ref or "")
        return medlem.side if medlem and isinstance(medlem.side, str) else None

    def vis(self, ref: str) -> str:
        """Whoever a record names: a person, an organisation, a side, a verv, a council, or in plain text."""
        return self._person(self._id(ref), self._mappe) or self._annet(ref)

    def valgt(self, ref: str) -> str:
        """One who was elected. The secretary is told of as such: whoever reads of a body sees who keeps its papers."""
        som = (self.verv(SEKRETAER),) if self._id(ref) in self.med_verv(SEKRETAER) else ()
        return self._person(self._id(ref), self._mappe, som=som) or self._annet(ref)

    def navn(self, ref: str) -> str:
        """The same within a sentence: without the organisation that follows a name."""
        nameless = self._person(self._id(ref), self._mappe, bestemt=True)
        return self._kjent_ved_navn(ref) or nameless or self._annet(ref)

    def oppgitt(self, ref: str | Ukjent | None) -> str:
        """The same for a fact that may not be known, or not be on record: then it is empty."""
        known = kjent(ref)
        return self.vis(known) if known else ""

    def utvalg(self, ref: str) -> str:
        """A council by its own name, also where the body it belongs to has the same id; else as any other."""
        other = self._register.utvalget(self._ved_navn(ref))
        return other.navn.paa(self._maalform) if other else self.vis(ref)

    def med_verv(self, verv: str) -> tuple[str, ...]:
        """The ids of those who have a verv this day."""
        return tuple(dict.fromkeys(sete.person for sete in self.seter if sete.verv == verv))

    def i_vervet(self, verv: str) -> tuple[str, ...]:
        """Those who have a verv this day, as they are shown; who only acts in it until the election, is said to."""
        seats = {sete.person: sete for sete in self.seter if sete.verv == verv}
        return tuple(
            self._person(person, self._mappe, som=(self._ord.konstituert,)) or self.vis(person)
            if sete.konstituert is True
            else self.vis(person)
            for person, sete in seats.items()
        )

    def kontakt(self, ref: str | None) -> str:
        """Whom to turn to: `sekretær Kari Nordmann` where the council has named a verv, else `sekretæren`."""
        if not ref or not self._er_verv(ref):
            return self.vis(ref) if ref else ""
        seats = {s.person: s for s in self.seter if s.verv == ref}
        named = [(self.vervet(s), name) for s in seats.values() if (name := self._kjent_ved_navn(s.person))]
        if named:
            said = list(dict.fromkeys(verv for verv, _ in named))
            by_verv = (f"{verv} {', '.join(name for one, name in named if one == verv)}" for verv in said)
            return ", ".join(by_verv)
        own = ref in self._mappe.utvalg.verv
        known = None if own else self._ord.verv_bestemt.get(ref)
        return known or f"{self._ord.den_som_er} {self.verv(ref)}"

    def verv(self, verv: str) -> str:
        """What a verv is called."""
        own = self._mappe.utvalg.verv.get(verv)
        return own.paa(self._maalform) if own else self._ord.verv.get(verv) or verv

    def vervet(self, sete: Sete) -> str:
        """What somebody is by a seat: who only acts in the verv until the election, is said to."""
        return (
            f"{self._ord.konstituert} {self.verv(sete.verv)}"
            if sete.konstituert is True
            else self.verv(sete.verv)
        )

    def frammoett(self, oppmoete: Oppmoete, moete: Moete) -> str:
        """One who was there: `Ola Vara (SAFO), møtte for Kari Nordmann, digitalt, gikk kl. 13.00`."""
        shown = self._i_lista(oppmoete.person) if oppmoete.person else self._gjest(oppmoete, moete)
        said = [shown]
        if (stands_in := kjent(oppmoete.vara_for)) and not kjent(oppmoete.lytter):
            said.append(f"{self._ord.moette_for} {self.navn(stands_in)}")
        if kjent(oppmoete.digitalt):
            said.append(str(self._ord.digitalt))
        return ", ".join((*said, *self._kom_og_gikk(oppmoete, moete)))

    def har_fil(self, ref: str) -> bool:
        """Whether it is a person of the council with a file that can be read."""
        return ref in self._mappe.medlemmer

    def egen_side(self, side: str) -> str:
        """What a side of the council's own is called, as a heading; empty for the sides that are everywhere."""
        own = self._mappe.utvalg.sider.get(side)
        name = own.paa(self._maalform) if own else ""
        return f"{name[:1].upper()}{name[1:]}"

    def _i_lista(self, ref: str) -> str:
        """A person on the attendance list, with what they are in the council: `Kari Nordmann (leder, LHL)`."""
        held = (s for s in self.seter if s.person == self._id(ref) and s.dekker(self._dag))
        called = (self.vervet(s) for s in held if s.verv not in OPPNEVNES and s.verv not in ORGANER)
        som = list(dict.fromkeys(called))
        return self._person(self._id(ref), self._mappe, som=som) or self._annet(ref)

    def _kom_og_gikk(self, oppmoete: Oppmoete, moete: Moete) -> Iterator[str]:
        """`kom kl. 12.30`, `gikk etter sak 4/26`."""
        words = (
            (kjent(oppmoete.kom), self._ord.kom, self._ord.kom_til),
            (kjent(oppmoete.gikk), self._ord.gikk, self._ord.gikk_etter),
        )
        for said, at_time, at_case in words:
            if said:
                is_time = klokka(moete, said) is not None
                yield f"{at_time} {klokke(said)}" if is_time else f"{at_case} {self._saken(said, moete)}"

    def _saken(self, navn: str, moete: Moete) -> str:
        """A case of the meeting, as its document calls it; by no name of ours."""
        called = (merket(sak, self._ord) for sak in moete.saker if navn in (sak.navn, sak.nr))
        return next(called, f"{self._ord.sak.lower()} {navn}")

    def _gjest(self, oppmoete: Oppmoete, moete: Moete) -> str:
        name = kjent(oppmoete.navn) or self._ord.representant
        home = self._register.naboen(kjent(oppmoete.fra_utvalg) or "") or self._mappe
        if nameless := self._person(_uten_navn(home).get(_spoken(name), ""), home):
            return ", ".join(filter(None, (nameless, self._herkomst(oppmoete, moete))))
        office, ref = kjent(oppmoete.funksjon), kjent(oppmoete.representerer)
        funksjon = self._funksjon(office) if office else ""
        body = self._annet(ref) if ref else ""
        return _med(name, (funksjon, self._herkomst(oppmoete, moete), body))

    def _herkomst(self, oppmoete: Oppmoete, moete: Moete) -> str:
        """`leder i Ungdomsrådet`: the verv of a guest elsewhere. Of a joint meeting the heading says where."""
        home, held = kjent(oppmoete.fra_utvalg), kjent(oppmoete.verv)
        council = self.utvalg(home) if home and home not in (kjent(moete.felles_med) or ()) else ""
        verv = self.verv(held) if held else ""
        return f"{verv} {self._ord.i} {council}" if verv and council else verv or council

    def _id(self, ref: str) -> str:
        return self._uten_navn.get(_spoken(ref), ref)

    def _kjent_ved_navn(self, ref: str) -> str | None:
        medlem = self._mappe.medlemmer.get(self._id(ref))
        return medlem.navn if medlem and medlem.publisering == "navn" else None

    def _person(
        self, person: str, mappe: Utvalgsmappe, *, bestemt: bool = False, som: Sequence[str] = ()
    ) -> str | None:
        medlem = mappe.medlemmer.get(person)
        if medlem is None:
            return None
        held = (
            s for s in mappe.seter_av.get(person, ()) if s.oppnevning and s.dekker(self._dag) is not False
        )
        sete = next(held, None)
        body = sete.representerer if sete else medlem.representerer
        organisasjon = self._annet(body) if isinstance(body, str) else ""
        if medlem.publisering == "navn":
            return _med(medlem.navn, (*som, *self._funksjoner(medlem), organisasjon))
        side = sete.side if sete else medlem.side
        instead = organisasjon or (self._side(side) if isinstance(side, str) else "")
        noun = self._ord.representanten if bestemt else self._ord.representant
        return f"{noun} {self._ord.for_} {instead}" if instead else noun

    def _annet(self, ref: str) -> str:
        """What is no person."""
        ref = self._ved_navn(ref)
        if ref == "eier" and (owners := kjent(self._mappe.utvalg.eier)):
            return alle_sammen(self._annet(owner) for owner in owners)
        if organisasjon := self._register.organisasjoner.get(ref):
            return organisasjon.kort
        if other := self._register.utvalget(ref):
            return other.navn.paa(self._maalform)
        if ref not in self._mappe.utvalg.verv and (body := self._ord.organ.get(ref)):
            return str(body)
        return self.verv(ref) if self._er_verv(ref) else self._side(ref)

    def _ved_navn(self, ref: str) -> str:
        """The id of what a relative name stands for in this council; any other as it is."""
        utvalg = self._mappe.utvalg
        relative = {
            "eier": utvalg.eneste_eier,
            "overordnet": kjent(utvalg.overordnet),
            "ungdomsraad": kjent(utvalg.ungdomsraad),
        }
        return relative.get(ref) or ref

    def _side(self, side: str) -> str:
        own = self._mappe.utvalg.sider.get(side)
        return own.paa(self._maalform) if own else self._ord.side.get(side) or side

    def _er_verv(self, ref: str) -> bool:
        return ref in STANDARD_VERV or ref in self._mappe.utvalg.verv

    def _funksjoner(self, medlem: Medlem) -> Iterator[str]:
        offices = kjent(medlem.funksjon) or ()
        current = (kjent(f.funksjon) for f in offices if f.kan_gjelde(self._dag))
        return (self._funksjon(name) for name in current if name)

    def _funksjon(self, funksjon: str) -> str:
        return funksjonen(funksjon, self._mappe.utvalg, self._register.ordliste, self._maalform)


def _uten_navn(mappe: Utvalgsmappe) -> dict[str, str]:
    """The ids of those who are not to be named, by their names: one may stand where the other should."""
    people = mappe.medlemmer.items()
    return {_spoken(name): p for p, m in people if m.publisering != "navn" for name in m.alle_navn}


def _med(navn: str, parts: Iterable[str]) -> str:
    """`Kari Nordmann (fylkesdirektør, Nav Vestland)`."""
    inside = ", ".join(filter(None, parts))
    return f"{navn} ({inside})" if inside else navn


def _spoken(navn: str) -> str:
    return " ".join(navn.casefold().split())
