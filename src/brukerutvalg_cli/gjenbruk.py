"""Gjenbruk: every council judged, but for those whose verdict is kept and still holds; what is judged, is kept.

A verdict is found again by all it was found from: what the council's own files hold, what it asked of other councils
and of what all share, the program, and the days it was noted to hold on (`model/vurderingsdag.py`). Where anything is
amiss – with what is kept, or a file that changes meanwhile – nothing more is kept, and the report is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from brukerutvalg_cli.arbeidere import fordelt, prosesser
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.hurtiglager.fakta import faktum, for_alle_kodet, for_alle_lest
from brukerutvalg_cli.hurtiglager.fellesfakta import fellesfaktum
from brukerutvalg_cli.hurtiglager.innhold import holder
from brukerutvalg_cli.hurtiglager.koding import rapport_kodet, rapportene_lest
from brukerutvalg_cli.hurtiglager.oppslag import ALLE, FELLES, LESEMAATE, Avsagt, Omrissvar, Oppslagsnoekkel
from brukerutvalg_cli.hurtiglager.stand import BEGYNT, UANSETT, Stand, spurte
from brukerutvalg_cli.hurtiglager.svarene import HELE, VERTER, Svarene
from brukerutvalg_cli.model.vurderingsdag import Holdbarhet
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.rapport.samlet import samlet
from brukerutvalg_cli.register.innlest import posten
from brukerutvalg_cli.register.spor import GRUNNLAG, MALER, UFORUTSETT, SporetLandet
from brukerutvalg_cli.validering import (
    SAMLET,
    de_felles,
    uten_dom,
    utvalgets,
)


class Avgjort(NamedTuple):
    """What came of judging one council: the report as it is coded, in which mode, until when it holds, what was asked
    for it and what was answered, what the council itself answers, and whether a file was another one than when it was
    looked at."""

    kode: Any
    modus: str
    til: date
    spurt: frozenset[Oppslagsnoekkel]
    svar: Mapping[Oppslagsnoekkel, str]
    fortalt: Omrissvar
    endret: bool


def rapporten(stand: Stand) -> Rapport:
    """All there is to say of a register on a day, as `validering.valider` says it. What is found out, is kept."""
    if found := stand.rapport():
        stand.lagre()
        return found
    run = _Runde(stand)
    report = run.rapport()
    run.lagre()
    return report


class _Runde:
    """One run over all councils: what is kept of each, and what has to be found out."""

    def __init__(self, stand: Stand) -> None:
        self._stand, self._hos, self._dato = stand, stand.hos, stand.dato
        self._endret = False
        self._svar: dict[Oppslagsnoekkel, str] = {}
        self._avsagt: dict[str, Avsagt] = {}
        self._landet = SporetLandet(stand.tree, self._aapnet)
        self._utvalgene = self._landet.utvalgene
        for name in self._utvalgene:
            if name not in self._hos:
                stand.uten_mappe(name)
        self._spoer([(LESEMAATE, FELLES)])

    def _aapnet(self, path: str, raw: bytes | Finding) -> None:
        """A file was read: what it holds has to be what the verdict is to be kept under."""
        if not holder(self._stand.tree, path, raw, self._stand.summer(eieren(path)).get(path)):
            self._endret = True

    # What is kept

    def _fortalt(self, name: str) -> Omrissvar:
        """What a council answers as it is now, or all share, as far as anybody has asked."""
        told, key = self._hos[name].fortalt, self._stand.svarnoekkel(name)
        if key not in told:
            with self._landet.uhoert():
                guests = sorted(self._landet.gjester(name)) if name != FELLES else []
            told[key] = Omrissvar(gjester=guests)
            self._stand.nye.add(name)
        return told[key]

    def _finn_avsagte(self) -> None:
        """The verdicts that are kept and hold still."""
        names = (FELLES, *self._utvalgene)
        self._spoer(spurte(each for name in names for each in self._stand.kanskje_avsagt(name)))
        answers = self._svarene()
        found = ((name, self._stand.avsagt(name, answers)) for name in names)
        self._avsagt = {name: dom for name, dom in found if dom}

    def _svarene(self) -> Svarene:
        for name in self._utvalgene:
            self._fortalt(name)
        return self._stand.svarene()

    def _spoer(self, spurt: Iterable[Oppslagsnoekkel]) -> None:
        """Has each council, or what all share, answer what is asked of it, where it is not known from before."""
        for what, whom in spurt:
            for name in self._utvalgene if whom == ALLE else (whom,):
                if what not in (VERTER, HELE, UFORUTSETT) and name in self._hos:
                    facts = self._fortalt(name).fakta
                    if what not in facts:
                        facts[what] = self._faktum(what, name)
                        self._stand.nye.add(name)

    def _faktum(self, what: str, name: str) -> str:
        if (what, name) not in self._svar:
            held = self._stand.noekler[name].innhold
            with self._landet.uhoert():
                self._svar[what, name] = (
                    faktum(self._landet, what, name, held)
                    if name != FELLES
                    else fellesfaktum(self._landet, what, held)
                )
        return self._svar[what, name]

    # What has to be found out

    def rapport(self) -> Rapport:
        """What is kept, and what was found out now, as one report."""
        for name in self._utvalgene:
            told = self._hos[name].fortalt.get(self._stand.svarnoekkel(name))
            if told:
                self._landet.kjenner(name, told.gjester, None)
        self._finn_avsagte()
        missing = [name for name in self._utvalgene if name not in self._avsagt]
        if missing or FELLES not in self._avsagt:
            self._landet.forbered()
        dead = self._doem(missing) if missing else ()
        if FELLES not in self._avsagt:
            self._doem_felles()
        judged = [self._avsagt[name] for name in (*self._utvalgene, FELLES) if name not in dead]
        found = rapportene_lest([each.data["rapport"] for each in judged], self._dato)
        return samlet([found, uten_dom(dead, self._dato)], self._dato) if dead else found

    def _doem(self, names: Sequence[str]) -> Sequence[str]:
        """Judges these councils, in as many processes as there is work for; those of which nothing came."""
        files = sum(len(self._landet.paths.get(name, ())) for name in names)
        processes = prosesser(len(names), files)
        for name in self._utvalgene if processes > 1 else ():
            self._fortalt(name)  # once here, and not once in each process
        answers = fordelt(names, self._og_glem if len(names) > SAMLET else self._avgjort, processes)
        for name, judged in answers.gjort.items():
            self._kjenn(name, judged)
        return answers.doede

    def _og_glem(self, name: str) -> Avgjort:
        found = self._avgjort(name)
        posten.cache_clear()
        return found

    def _avgjort(self, name: str) -> Avgjort:
        """Judges one council, and finds the sums of what was asked for that."""
        lasts = Holdbarhet(self._dato)
        asked = self._landet.lytt()
        found = utvalgets(self._landet, name, lasts.dagen(), begynt=self._stand.modus == BEGYNT)
        code = rapport_kodet(found)
        mine = {(what, whom) for what, whom in asked if whom != name or what == VERTER}
        with self._landet.uhoert():
            told = Omrissvar(
                gjester=sorted(self._landet.gjester(name)),
                for_alle=for_alle_kodet(self._landet.fortalt(name)),
            )
        return self._med_svar(code, lasts, frozenset(mine | {(GRUNNLAG, FELLES)}), told, name)

    def _med_svar(
        self, code: Any, lasts: Holdbarhet, asked: frozenset[Oppslagsnoekkel], told: Omrissvar, name: str
    ) -> Avgjort:
        asked = self._kort(asked, name)
        before = set(self._svar)
        for what, whom in (each for each in asked if each[0] not in (VERTER, HELE, UFORUTSETT)):
            for each in self._utvalgene if whom == ALLE else (whom,):
                if each != name and each in self._hos and what not in self._fortalt(each).fakta:
                    self._faktum(what, each)
        new = {key: answer for key, answer in self._svar.items() if key not in before}
        modus = self._stand.modus if lasts.for_den_som_spoer else UANSETT
        return Avgjort(code, modus, lasts.til, asked, new, told, self._endret)

    def _kort(self, asked: frozenset[Oppslagsnoekkel], name: str) -> frozenset[Oppslagsnoekkel]:
        """The same with a star for what every other council was asked."""
        whom: dict[str, set[str]] = defaultdict(set)
        for what, each in asked:
            if what not in (VERTER, HELE) and each != FELLES:
                whom[what].add(each)
        with self._landet.uhoert():
            others = self._landet.kjente - {name}
        all_of_them = {
            what for what, each in whom.items() if ALLE in each or (len(each) > 1 and each >= others)
        }
        return frozenset((what, ALLE if what in all_of_them else each) for what, each in asked)

    def _doem_felles(self) -> None:
        """What is found in what all share, in all councils together, and in the templates."""
        for name in self._utvalgene:
            if told := self._fortalt(name).for_alle:
                self._landet.kjenner(name, self._fortalt(name).gjester, for_alle_lest(told))
        lasts = Holdbarhet(self._dato)
        asked = self._landet.lytt()
        code = rapport_kodet(de_felles(self._landet, lasts.dagen(), self._utvalgene))
        asked.add((MALER, ALLE))
        others = frozenset(each for each in asked if each[1] != FELLES or each[0] == UFORUTSETT)
        self._kjenn(FELLES, self._med_svar(code, lasts, others, Omrissvar(), FELLES))

    def _kjenn(self, name: str, avgjort: Avgjort) -> None:
        """Takes in what came of judging a council."""
        self._endret |= avgjort.endret
        for (what, whom), answer in avgjort.svar.items():
            facts = self._fortalt(whom).fakta
            self._endret |= facts.setdefault(what, answer) != answer
            self._stand.nye.add(whom)
        if name:
            told = self._fortalt(name)
            told.gjester, told.for_alle = list(avgjort.fortalt.gjester), avgjort.fortalt.for_alle
        data: dict[str, Any] = {"spurt": sorted(avgjort.spurt), "rapport": avgjort.kode}
        if not name:
            data |= {
                "utvalgene": self._utvalgene,
                "maler": any("/templates/" in p for p in self._stand.tree.paths()),
            }
        key = self._stand.noekler[name]
        self._avsagt[name] = Avsagt(
            key, avgjort.modus, "", self._dato.isoformat(), avgjort.til.isoformat(), data
        )
        self._stand.nye.add(name)

    # What is kept from now on

    def lagre(self) -> None:
        """Keeps what was found out, if the files were the same all the while."""
        if self._endret:
            return
        answers = self._svarene()
        for name, dom in self._avsagt.items():
            answered = "" if (UFORUTSETT, "") in dom.spurt else answers.sum(dom.spurt, name)
            if answered and not dom.svar:
                self._hos[name].avsi(dom._replace(svar=answered))
        self._stand.lagre()
