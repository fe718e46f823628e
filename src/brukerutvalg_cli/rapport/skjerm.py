"""Skjerm: what is found, with nothing in it that a confidential case says – the one way from findings to what is shown.

What is blotted out goes by where a finding is, never by a word that any text may have: in a closed stretch of a
file (see `lukket`), all that stands there and the names it leads to; elsewhere, only the names of those who hold
what a confidential election alone has given them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding, Hviler, Related, Varer
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.rapport.lukket import lukket
from brukerutvalg_cli.rapport.lukket_tekst import Lukket
from brukerutvalg_cli.rapport.ordforraad import INTERN, egne_ord
from brukerutvalg_cli.rapport.rapport import Located
from brukerutvalg_cli.rapport.sladd import Hemmelig, dekket, emne, gjentar, rute
from brukerutvalg_cli.rapport.strekk import INGEN
from brukerutvalg_cli.register.filfeil.innhold import MANGLER_NOEKKEL, UKJENT_NOEKKEL
from brukerutvalg_cli.register.filfeil.skrivemaate import DOBBEL_NOEKKEL, FIL_YAML, YAML_ANKER
from brukerutvalg_cli.register.locate import Locator

if TYPE_CHECKING:
    from brukerutvalg_cli.dommer.tenkt import Utslag

HJELP = "se på stedet i fila; det vises ikke her, for fila har noe fortrolig i seg"
MERKNAD = "rett det på stedet i fila; det vises ikke her, for det er en intern merknad"

_OM_NOEKLER = frozenset(kind.code for kind in (DOBBEL_NOEKKEL, MANGLER_NOEKKEL, UKJENT_NOEKKEL))
_GJENTAR = frozenset(kind.code for kind in (FIL_YAML, YAML_ANKER))
"""Kinds whose help may write a line of the file as it should be."""


class Skjerm:
    """Blots out, in what was found in one register."""

    def __init__(self, locator: Locator, register: Register) -> None:
        self._locator = locator
        self._register = register
        self._filer: dict[str, Lukket | None] = {}
        self._notater: dict[str, Lukket | None] = {}
        self._aapne: dict[str, Lukket] = {}
        self._ord: dict[tuple[object, ...], Hemmelig] = {}
        self._valgte: dict[str, dict[str, frozenset[str]]] = {}

    def located(self, located: Located) -> Located:
        """A finding as it may be shown, with its lines."""
        places = [(located.path, located.span), *((r.path, r.span) for r in located.related)]
        finding = self._uten_ruter(self._finding(located.finding, places))
        related = tuple(
            r._replace(linje=self._linje(r.path, r.span, r.linje), label=shown.label)
            for r, shown in zip(located.related, finding.related, strict=True)
        )
        linje = self._linje(located.path, located.span, located.linje)
        if finding is located.finding and linje == located.linje and related == located.related:
            return located
        return replace(located, finding=finding, linje=linje, related=related)

    def _uten_ruter(self, finding: Finding) -> Finding:
        """A finding whose places are found already: a key that is none of ours may be a text that lost its place."""
        varer = finding.varer
        shown = replace(
            finding,
            place=self._vist(finding.place),
            related=tuple(r._replace(place=self._vist(r.place)) for r in finding.related),
            varer=varer and varer._replace(place=varer.place and self._vist(varer.place)),
        )
        return finding if shown == finding else shown

    def _vist(self, place: Place) -> Place:
        return place._replace(route=rute(place.route)) if self._fil(place.path) else place

    def finding(self, finding: Finding) -> Finding:
        """A finding that is told of without its lines."""
        places = [self._sted(place) for place in (finding.place, *(r.place for r in finding.related))]
        return self._finding(finding, places)

    def dom(self, dom: Dom) -> Dom:
        """All that the rules said."""
        return dom._replace(
            findings=tuple(map(self.finding, dom.findings)),
            uvurdert=tuple(map(self.finding, dom.uvurdert)),
            fraveket=tuple(map(self.finding, dom.fraveket)),
            rettet=tuple(map(self.finding, dom.rettet)),
            holdt=tuple(h._replace(hviler=self.hviler(h.hviler, h.utvalg)) for h in dom.holdt),
        )

    def hviler(self, hviler: Hviler | None, utvalg: str) -> Hviler | None:
        """What something rests on that has no place of its own in the council's records."""
        at = Place(f"records/utvalg/{utvalg}/utvalg.yaml")
        return _som_vist(hviler, self._alt(at, utvalg, *_paa(hviler)))

    def utslag(self, utslag: Utslag) -> Utslag:
        """What they said of something thought of."""
        return utslag._replace(
            brudd=tuple(map(self.finding, utslag.brudd)),
            uvurdert=tuple(map(self.finding, utslag.uvurdert)),
            fraveket=tuple(map(self.finding, utslag.fraveket)),
        )

    def _alt(self, place: Place, utvalg: str, *texts: str) -> tuple[str, ...]:
        at = self._sted(place)
        words = self._skjulte(at, [at], utvalg)
        closed = self._inne(*at)
        return tuple(dekket(text, words, quotes=closed is not None) for text in texts)

    def _finding(self, finding: Finding, places: list[tuple[str, Span | None]]) -> Finding:
        if finding.code in _GJENTAR and INTERN in finding.help:
            finding = replace(finding, help=MERKNAD)
        own = places[0]
        words = self._skjulte(own, places, finding.utvalg)
        closed = self._inne(*own)
        varer, fravik = finding.varer, finding.fravik
        done = self._gjort(varer, finding.utvalg)
        if not words and closed is None and not (varer and varer.ved != done):
            return finding
        of_keys = finding.code in _OM_NOEKLER

        def blot(text: str) -> str:
            return dekket(text, words, quotes=closed is not None, keys=of_keys)

        related = tuple(
            Related(r.place, blot(r.label)) if self._inne(*at) else r
            for r, at in zip(finding.related, places[1:], strict=True)
        )
        repeats = closed is not None and finding.code in _GJENTAR and gjentar(finding.help, closed)
        return replace(
            finding,
            message=blot(finding.message),
            label=blot(finding.label),
            help=HJELP if repeats else blot(finding.help),
            emne=emne(blot(finding.emne), of_file=closed is not None and finding.code < "BU100"),
            related=related,
            hviler=_som_vist(finding.hviler, map(blot, _paa(finding.hviler))),
            varer=varer and varer._replace(ved=blot(done)),
            fravik=fravik._replace(grunn=blot(fravik.grunn)),
        )

    def _gjort(self, varer: Varer | None, utvalg: str) -> str:
        """What put something right, as may be said where that stands."""
        if varer is None or varer.place is None or not varer.ved:
            return varer.ved if varer else ""
        (done,) = self._alt(varer.place, utvalg, varer.ved)
        return done

    def _skjulte(
        self, own: tuple[str, Span | None], places: list[tuple[str, Span | None]], utvalg: str
    ) -> Hemmelig:
        """The words that must not be said of what is at these places."""
        closed = tuple(
            path
            for path, span in dict.fromkeys(places)
            if (file := self._fil(path)) and (span is None or file.har(span))
        )
        key = own[0], self._inne(*own) is not None, closed, utvalg
        if key not in self._ord:  # asked of every finding, and the same of most in one file
            self._ord[key] = Hemmelig(self._ordene(*key))
        return self._ord[key]

    def _ordene(self, path: str, inne: bool, closed: Iterable[str], utvalg: str) -> frozenset[str]:
        words = {word for each in closed if (file := self._fil(each)) for word in file.verdier}
        if not inne:
            words = {word for word in words if not self._sagt_i(path, word)}
        named = {name for word in words for name in self._register.kalt(word)}
        only_there = {
            name
            for person, names in self._bare_valgt(utvalg).items()
            if not path.endswith(f"/medlemmer/{person}.yaml")
            for name in names
        }
        return frozenset(words | named | only_there) - egne_ord()

    def _sagt_i(self, path: str, word: str) -> bool:
        """Whether a file says the same openly: then it is no secret of what is found there."""
        file = self._fil(path)
        if path.endswith(f"/{word}.yaml"):
            return True
        if path not in self._aapne:
            self._aapne[path] = file or Lukket(self._locator.text(path), INGEN)
        return self._aapne[path].sagt_aapent(word)

    def _inne(self, path: str, span: Span | None) -> Lukket | None:
        file = self._fil(path)
        return file if file and file.har(span) else None

    def _linje(self, path: str, span: Span | None, linje: str) -> str:
        if not span or not linje:
            return linje
        if file := self._fil(path):
            linje = file.dempet(linje, span.row)
        notes = self._merknader(path) if INTERN in linje else None
        return notes.dempet(linje, span.row) if notes else linje

    def _merknader(self, path: str) -> Lukket | None:
        """The notes of a file, which no report has: looked for where one stands on a line that is shown."""
        from brukerutvalg_cli.rapport.alt_lukket import det_interne, interne

        if path not in self._notater:
            internal = interne(path) & {INTERN}
            self._notater[path] = det_interne(path, self._locator.text(path), internal) if internal else None
        return self._notater[path]

    def _sted(self, place: Place) -> tuple[str, Span | None]:
        return place.path, self._locator.locate(place) if self._fil(place.path) else None

    def _fil(self, path: str) -> Lukket | None:
        if path not in self._filer:
            self._filer[path] = lukket(path, self._locator.text(path))
        return self._filer[path]

    def _bare_valgt(self, utvalg: str) -> dict[str, frozenset[str]]:
        """Those in a council who sit by a confidential election and by nothing else, with their names."""
        if utvalg not in self._valgte:
            mappe = self._register.naboen(utvalg)
            only = bare_valgt(mappe) if mappe else ()
            self._valgte[utvalg] = {person: self._register.kalt(person) | {person} for person in only}
        return self._valgte[utvalg]


def _paa(hviler: Hviler | None) -> tuple[str, ...]:
    return hviler.paa if hviler else ()


def _som_vist(hviler: Hviler | None, texts: Iterable[str]) -> Hviler | None:
    return hviler and hviler._replace(paa=tuple(texts))


def bare_valgt(mappe: Utvalgsmappe) -> Iterator[str]:
    """The people who sit in the council by a confidential election, and by nothing else.

    Where a meeting cannot be read, whoever has no seat that can be seen may have one by an election there.
    """
    if any(sak.valg and sak.fortrolig for moete in mappe.moeter for sak in moete.saker):
        yield from (person for person, seats in mappe.seter_av.items() if all(s.fortrolig for s in seats))
    if any(path.startswith(f"{mappe.path}/moeter/") for path in mappe.feilet):
        yield from (person for person in mappe.medlemmer if person not in mappe.seter_av)
