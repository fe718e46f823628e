"""Utvalgsmappe: one council's folder: what stands in its files, who sits by them, and what is not known of that."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.dagspenn import skifter
from brukerutvalg_cli.model.hendelse import RUNDE, Hendelse
from brukerutvalg_cli.model.medlem import Permisjon
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.seter import seter
from brukerutvalg_cli.model.sittende import sitter_over
from brukerutvalg_cli.model.utvalgsfiler import Utvalgsfiler
from brukerutvalg_cli.model.valghandling import Valghandling, valghandlinger
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.vervtid import Vervtid
from brukerutvalg_cli.model.visshet import Faktum, Uvisst, Visshet, alle, noen


@dataclass(frozen=True)
class Utvalgsmappe(Utvalgsfiler):
    """Everything on record about one council, with the facts that follow from it."""

    @cached_property
    def valghandlinger(self) -> tuple[Valghandling, ...]:
        """Every election, oldest meeting first."""
        return tuple(valghandlinger(self.moeter, self.tenkt))

    @cached_property
    def seter(self) -> tuple[Sete, ...]:
        """Every seat, by person; then those of who sits on until others are appointed."""
        found = tuple(seter(self.medlemmer, self.valghandlinger))
        return (*found, *sitter_over(found, self.til_avloest, self.hendelser)) if self.til_avloest else found

    @cached_property
    def seter_av(self) -> dict[str, tuple[Sete, ...]]:
        """Every seat of each person."""
        found: dict[str, list[Sete]] = {}
        for sete in self.seter:
            found.setdefault(sete.person, []).append(sete)
        return {person: tuple(held) for person, held in found.items()}

    @cached_property
    def seter_i(self) -> dict[str, tuple[Sete, ...]]:
        """Every seat in each verv."""
        found: dict[str, list[Sete]] = {}
        for sete in self.seter:
            found.setdefault(sete.verv, []).append(sete)
        return {verv: tuple(held) for verv, held in found.items()}

    @cached_property
    def starter_i(self) -> dict[str, list[date]]:
        """The known first days of the terms in each verv, oldest first."""
        found: dict[str, set[date]] = {}
        for verv, held in self.seter_i.items():
            found[verv] = {s.fra for s in held if s.er_periode and isinstance(s.fra, date)}
        return {verv: sorted(days) for verv, days in found.items()}

    @cached_property
    def uten_kjent_start_i(self) -> dict[str, list[Sete]]:
        """The terms in each verv of which nobody knows the first day."""
        return {
            verv: [s for s in held if s.er_periode and isinstance(s.fra, Ukjent)]
            for verv, held in self.seter_i.items()
        }

    @cached_property
    def fravikende(self) -> tuple[Sete, ...]:
        """The seats that say themselves, or by their election, that they depart from a provision."""
        return tuple(
            s
            for s in self.seter
            if (s.oppnevning and s.oppnevning.fraviker) or (s.valg and s.valg.valg.fraviker)
        )

    @cached_property
    def vervtider(self) -> dict[str, dict[str, Vervtid]]:
        """The days on which each person has each verv."""
        found: dict[str, dict[str, list[Sete]]] = {}
        for sete in self.seter:
            found.setdefault(sete.person, {}).setdefault(sete.verv, []).append(sete)
        return {
            person: {verv: Vervtid(held) for verv, held in vervene.items()}
            for person, vervene in found.items()
        }

    @cached_property
    def skiftedager(self) -> tuple[date, ...]:
        """The days on which somebody may begin or cease to have a verv or an office, in order."""
        offices = (f for medlem in self.medlemmer.values() for f in kjent(medlem.funksjon) or ())
        spans = [(f.fra, f.til, f.deldato) for f in offices]
        spans += [(v.valg.fra, v.valg.til, v.valg.deldato) for v in self.uvisse_valg]
        days = {day for span in spans for day in skifter(*span)}
        return tuple(sorted(days.union(*(sete.skifter() for sete in self.seter))))

    def sitter_i(self, person: str, dag: date) -> list[Sete | None]:
        """The seats by which somebody may be seen that day: the first that they surely have, and before it those that
        they perhaps have. The last is None where they may have none."""
        found: list[Sete | None] = []
        for sete in self.seter_av.get(person, ()):
            covers = sete.dekker(dag)
            if covers is not False:
                found.append(sete)
            if covers is True:
                return found
        return [*found, None]

    def noen_er(self, dag: date, *vervene: str) -> Visshet:
        """Whether somebody has one of these verv that day."""
        known = (sete.dekker(dag) for verv in vervene for sete in self.seter_i.get(verv, ()))
        return noen((*known, self.noen_flere(frozenset(vervene), dag)))

    @cached_property
    def runder(self) -> tuple[tuple[int, Hendelse], ...]:
        """The rounds of appointments with a known first day, oldest first, with their place in the list."""
        rounds = [
            (nr, h) for nr, h in enumerate(self.hendelser) if h.hva == RUNDE and h.begynte is not UKJENT
        ]
        return tuple(sorted(rounds, key=lambda item: rundestart(item[1])))

    def rundestart_at(self, nr: int) -> Place:
        """Where the first day of a round stands, by its place in the list."""
        return self.hendelse_at(nr, "fra" if self.hendelser[nr].fra else "dato")

    @cached_property
    def uvisse_seter(self) -> tuple[Sete, ...]:
        """The seats in a verv that is declared nowhere: that is one mistake, and it may be any verv."""
        known = self.utvalg.alle_verv
        return tuple(s for verv, held in self.seter_i.items() if verv not in known for s in held)

    @cached_property
    def uvisse_valg(self) -> tuple[Valghandling, ...]:
        """The elections of which nobody knows who was elected."""
        return tuple(v for v in self.valghandlinger if v.valg.valgt is UKJENT)

    def ukjente_stedfortredere(self, dag: date | None = None) -> Iterator[tuple[str, Sete]]:
        """The verv in which somebody may stand in that day for one on leave, nobody knows who; and for which seat."""
        for sete, permisjon in self._uten_kjent_stedfortreder:
            away = dag is None or alle((sete.har(dag), permisjon.dekker(dag)))
            if away is not False:
                yield "medlem" if sete.verv in MEDLEMSVERV else sete.verv, sete

    @cached_property
    def _uten_kjent_stedfortreder(self) -> tuple[tuple[Sete, Permisjon], ...]:
        leaves = ((sete, permisjon) for sete in self.seter for permisjon in sete.permisjoner)
        return tuple((sete, permisjon) for sete, permisjon in leaves if permisjon.stedfortreder is UKJENT)

    def uten_valg(self, valg: Collection[Valghandling]) -> Utvalgsmappe:
        """The same folder, as if these elections had not been held."""
        gone = {v.at() for v in valg}
        left = replace(self, sett={})
        left.__dict__["valghandlinger"] = tuple(v for v in self.valghandlinger if v.at() not in gone)
        return left

    def kan_ha_flere(self, vervene: frozenset[str] | None, dag: date | None = None) -> bool:
        """Whether one of these verv (None: any) may be held by somebody who is not on record with it."""
        return any(True for _ in self._hvem_flere(vervene, dag))

    def noen_flere(self, vervene: frozenset[str] | None, dag: date | None = None) -> Visshet:
        """Whether one of these verv is held by somebody who is not on record with it: no, or nobody knows."""
        facts = tuple(self._hvem_flere(vervene, dag))
        return Uvisst(facts) if facts else False

    def _hvem_flere(self, vervene: frozenset[str] | None, dag: date | None) -> Iterator[Faktum]:
        """What is not known of who holds them."""
        if not self.medlemsliste_hel:
            yield Faktum("medlemsliste", place=self.utvalg.at("medlemsliste", otherwise=("navn",)))
        for sete in self.uvisse_seter:
            if dag is None or sete.dekker(dag) is not False:
                yield Faktum("verv", sete.person, sete.at("verv"))
        for verv, sete in self.ukjente_stedfortredere(dag):
            if vervene is None or verv in vervene:
                yield Faktum("stedfortreder", sete.person, sete.at("permisjon"))
        for v in self.uvisse_valg:
            if (vervene is None or v.valg.verv in vervene) and (dag is None or v.dekker(dag) is not False):
                yield Faktum("valgt", v.sak.navn, v.at("valgt"))


def rundestart(runde: Hendelse) -> date:
    """The first day of a round's period: `fra`, else the day it was decided."""
    assert isinstance(runde.begynte, date)
    return runde.begynte
