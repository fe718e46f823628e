"""Forklaring av en sak: where it was, what was decided, elected and taken on, what was found, and what is next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.mandat.binding import bindinger
from brukerutvalg_cli.model.avvik import Avvik
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.traad import senere
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslag, Oppslagsfunn, brutte_valg, om_saken
from brukerutvalg_cli.oversikt.forklaring_valg import Lovlig, lovlig
from brukerutvalg_cli.oversikt.forklaring_vervets import besetter
from brukerutvalg_cli.oversikt.publisering import i_kraft
from brukerutvalg_cli.personvern.private_opplysninger import sladdet

UNNTATT = "Unntatt offentlighet"


class Saken(NamedTuple):
    """A case explained. Of a confidential one (`lukket`) nothing but its number, its public title and its meeting."""

    moete: Moete
    sak: Sak
    tittel: str
    lukket: bool
    valg: tuple[Valghandling, ...]
    fra: str
    """The case that it takes up again."""
    igjen: tuple[tuple[date, str], ...]
    """Where it was taken up again: the meetings, and its numbers there."""
    avvik: tuple[Avvik, ...]
    """The deviations that it decided or took note of."""
    bestemmelser: tuple[Gjeldende, ...]
    funnet: Oppslagsfunn
    lovlig: tuple[Lovlig, ...]

    @property
    def ikke_gjort(self) -> int:
        """The number of the first thing somebody took on here and has not done; 0 where there is none."""
        entries = () if self.lukket else self.sak.oppfoelging
        return next((nr for nr, entry in enumerate(entries, 1) if entry.fullfoert is None), 0)

    def kommando(self, utvalg: str) -> str:
        """The next command: about what is wrong, what was taken on, or the meeting."""
        if self.lovlig:
            return self.lovlig[0].kommando
        if self.funnet.brutt:
            return f"brukerutvalg valider {utvalg}"
        if self.ikke_gjort:
            return f"brukerutvalg oppfoelging ferdig {utvalg} {self.sak.i_kommando} {self.ikke_gjort}"
        verb = "referat" if self.moete.status == "avholdt" else "innkalling"
        return f"brukerutvalg {verb} {utvalg} {self.moete.navn}"


def foert(mappe: Utvalgsmappe, nr: str) -> tuple[Moete, int] | None:
    """The last case of this number: its meeting, and its place on the agenda."""
    return mappe.saken(nr) if nr else None


def saken(oppslag: Oppslag, moete: Moete, at: int) -> Saken:
    """The case on the day."""
    mappe, sak = oppslag.mappe, moete.saker[at]
    held = [v for v in mappe.valghandlinger if v.moete is moete and v.sak_nr == at]
    shown = [] if sak.fortrolig else held
    own = list(_om_vervene(oppslag, moete, {v.valg.verv for v in shown}))
    people = [person for v in shown for person in v.valgte]
    about = {(g.id, g.bestemmelse.id) for g in own}
    funnet = om_saken(oppslag, moete.at("saker", at), sak.navn, people, about)
    now = () if sak.fortrolig else tuple(_lovlig(oppslag, sak, funnet))
    own = list(_om_vervene(oppslag, moete, {*(v.valg.verv for v in shown), *(each.verv for each in now)}))
    return Saken(
        moete,
        sak,
        sladdet((kjent(sak.offentlig_tittel) or UNNTATT) if sak.fortrolig else sak.tittel),
        bool(sak.fortrolig),
        tuple(shown),
        "" if sak.fortrolig else kjent(sak.fra_sak) or "",
        tuple((m.dato, case.navn) for m, case in senere(mappe.moeter, moete, sak) if not case.fortrolig),
        tuple(a for a in mappe.utvalg.avvik if sak.navn in (a.vedtatt_i, a.notert_i)),
        tuple(_bestemmelser(oppslag, own, funnet)),
        funnet,
        now,
    )


def _om_vervene(oppslag: Oppslag, moete: Moete, vervene: set[str]) -> Iterator[Gjeldende]:
    """The provisions on who may have these verv, as they bound on the day of the meeting."""
    for g in i_kraft(oppslag.mappe, oppslag.regelverk, moete.dato):
        if vervene & {*besetter(g.bestemmelse)}:
            yield g


def _bestemmelser(oppslag: Oppslag, own: list[Gjeldende], funnet: Oppslagsfunn) -> Iterator[Gjeldende]:
    """Those that say who may be elected, and every other that something found in the case rests on."""
    yield from own
    known = {(g.id, g.bestemmelse.id) for g in own}
    for binding in bindinger(oppslag.mappe, oppslag.regelverk):
        for g in binding.for_nivaa(oppslag.mappe.utvalg.nivaa):
            key = (g.id, g.bestemmelse.id)
            if key in funnet.kilder and key not in known:
                known.add(key)
                yield g


def _lovlig(oppslag: Oppslag, sak: Sak, funnet: Oppslagsfunn) -> Iterator[Lovlig]:
    """Each election that is wrong: in the case, or in the one that it takes up again."""
    before = foert(oppslag.mappe, kjent(sak.fra_sak) or "")
    found = list(brutte_valg(oppslag.mappe, funnet))
    if before:
        earlier = om_saken(oppslag, before[0].at("saker", before[1]), before[0].saker[before[1]].nr)
        found += [v for v in brutte_valg(oppslag.mappe, earlier) if v not in found]
    wrong: dict[str, list[str]] = {}
    for handling in found:
        if not handling.sak.fortrolig:
            wrong.setdefault(handling.valg.verv, []).append(handling.sak.navn)
    yield from (lovlig(oppslag, verv, cases) for verv, cases in wrong.items())
