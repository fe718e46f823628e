"""What is true of every fact that nobody knows: no breach is made of it, and none is passed over in silence.

A random register is judged with one fact `ukjent`, and then with other values of it. What is broken while it is
unknown is broken whatever it is, and what is put right, was and is so whatever it is; and where that depends on
what it is, the provision says that it cannot be judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from random import Random
from textwrap import dedent
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import brukerutvalg_cli.register.innlest as lesing
import smaa_registre
from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.deldato import Deldato, les_deldato
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import innebygde
from mandat.test_setninger import SETNINGER
from mandat.test_tabellene import ALLE_RADER, FLERE_BRUDD, FLERE_HOLDT, PROEVER
from smaa_registre import ROOT, tree
from tilfeldige_registre import eksempler

Post = dict[str, Any]
Register = dict[str, Any]
Route = tuple[str | int, ...]

# ── Seeds: what the provisions are tried with elsewhere, and shapes of every kind besides ─────────

EGNE = """
- funksjonstid, hvem: {verv: medlem}, lengde: valgperiode
- funksjonstid, hvem: {verv: medlem}, lengde: prosjekt
- funksjonstid, hvem: {verv: medlem}, inntil: 31. desember
- funksjonstid, hvem: {side: bruker}, inntil: 2022-12-31
- funksjonstid, hvem: {verv: medlem}, starter: 1. januar
- funksjonstid, hvem: {verv: medlem}, inntil: 31. mars i 2. aar, omtrent: 2 uker
- funksjonstid, hvem: {verv: medlem}, inntil: neste evaluering
- funksjonstid, hvem: {verv: leder}, starter: evaluering, inntil: neste moete, omtrent: 2 uker
- funksjonstid, hvem: {verv: medlem}, til_sammen: 2 perioder
- funksjonstid, hvem: {verv: medlem}, til_sammen: 3 aar, omtrent: 1 maaned
- funksjonstid, gjelder: utvalg, starter: evaluering, inntil: neste kurs
- funksjonstid, hvem: {verv: medlem}, paa_rad: 1 perioder
- funksjonstid, hvem: {verv: [medlem, leder]}, paa_rad: 2 perioder, pause: 6 maaneder
- funksjonstid, hvem: {verv: medlem}, paa_rad: 2 aar, kort_periode: teller_ikke
- funksjonstid, hvem: {verv: medlem}, lengde: 1 aar, paa_rad: 2 perioder, kort_periode: teller
- funksjonstid, hvem: {verv: leder}, lengde: 1 aar, paa_rad: 2 aar
- funksjonstid, gjelder: utvalg, lengde: 2 aar, starter: 1. januar
- funksjonstid, gjelder: utvalg, inntil: 31. desember
- sammensetning, blant: medlemmer, plasser: [{hvem: {side: bruker}, mer_enn: 1/2}]
- sammensetning, blant: medlemmer, for_hver: side, plasser: [{minst: 2}]
- sammensetning, blant: oppnevnte, for_hver: gruppe, plasser: [{hvem: {verv: vara}, minst: 1}]
- sammensetning, blant: medlemmer, naar: oppnevning, plasser: [{hvem: {ny: ja}, minst: 1}, {hvem: {ny: nei}, minst: 1}]
- sammensetning, blant: medlemmer, naar: oppnevning, plasser: [{hvem: {organisasjon: {type: paraply}}, minst: 1}]
- sammensetning, blant: medlemmer, naar: moete, plasser: [{hvem: til_stede, minst: 1/2}]
- sammensetning, blant: medlemmer, naar: vedtak, plasser: [{hvem: til_stede, mer_enn: 1/2}]
- sammensetning, blant: frammoette, plasser: [{hvem: {funksjon: nav-leder}, minst: 1}]
- sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, antall: 1}, {hvem: andre, hoeyst: 1}]
- sammensetning, blant: redaksjonsraad, ogsaa_tom: ja, plasser: [{minst: 1}]
- sammensetning, blant: leder, ogsaa_tom: nei, plasser: [{hvem: {side: bruker}, antall: 1}]
- sammensetning, blant: varamedlemmer, for_hver: medlem, plasser: [{antall: 1}]
- sammensetning, blant: varamedlemmer, for_hver: organisasjon, plasser: [{hoeyst: 1}]
- sammensetning, blant: frammoette, hos: overordnet, plasser: [{hvem: {verv: leder}, minst: 1}]
- frist, hva: redaksjonsraadsmoete, senest: 3 uker, foer: moete
- frist, hva: redaksjonsraadsmoete, senest: 10 arbeidsdager, tidligst: 6 uker, foer: moete
- frist, hva: sakspapirer, senest: 5 dager, etter: redaksjonsraadsmoete
- frist, hva: sakliste, senest: straks, etter: redaksjonsraadsmoete
- frist, hva: sakliste_publisering, senest: 1 uke, foer: moete
- frist, hva: referat, senest: 10 arbeidsdager, etter: moete
- frist, hva: referat, senest: straks, etter: moete
- frist, hva: godkjenning, senest: 6 uker, etter: moete
- frist, hva: publisering, senest: straks, etter: godkjenning
- frist, hva: moete, senest: 4 uker, etter: evaluering
- frist, hva: evaluering, senest: 1 maaned, foer: oppnevningsrunde
- frist, hva: evaluering, senest: 1. desember
- frist, hva: evaluering, senest: 2022-12-01
- frist, hva: ledervalg, senest: 1 maaned, etter: oppnevningsrunde
- frist, hva: saker, senest: 2 uker, foer: innkalling
- frist, hva: innkalling, senest: 2 uker, tidligst: 4 uker, omtrent: 2 dager, foer: moete
- frist, hva: oppfoelging, senest: neste moete, etter: moete, egen_frist: ja
- frist, hva: oppfoelging, egen_frist: ja, omtrent: 1 uke
- frist, hva: svar, senest: 2 maaneder, etter: moete, egen_frist: ja
- frist, hva: forfall, senest: 2 dager, foer: moete
- frist, hva: evaluering, senest: neste kurs, etter: oppnevningsrunde
- frist, hva: evaluering, senest: samme_dag, tidligst: samme_dag, etter: moete
- frist, hva: evaluering, senest: 1. desember, omtrent: 1 uke
- hyppighet, hva: moete, antall: 4, per: kalenderaar, omtrent: 2 uker
- hyppighet, hva: moete, minst: 1, per: maaned, unntatt: [juli, august]
- hyppighet, hva: moete, der: {form: fysisk}, minst: 1/2, per: kalenderaar
- hyppighet, hva: evaluering, antall: [1, 3], per: 2 vaar
- hyppighet, hva: evaluering, mer_enn: 0, per: april, omtrent: 1 uke
- hyppighet, hva: moete, minst: 2, per: kalenderaar
- hyppighet, hva: moete, minst: 1, hoeyst: 2, per: halvaar
- hyppighet, hva: evaluering, minst: 1, per: funksjonsperiode
- hyppighet, hva: evaluering, minst: 1, per: hoest
- hyppighet, hva: evaluering, hoeyst: 1, per: vaar
- hyppighet, hva: evaluering, minst: 1, per: 2 aar
- hyppighet, hva: evaluering, minst: 1, hoeyst: 2, per: 6 maaneder
- hyppighet, hva: evaluering, minst: 1, per: 20 uker
- hyppighet, hva: ledervalg, minst: 1, hoeyst: 1, per: kalenderaar
- hyppighet, hva: sak, der: {tema: helse, innmeldt_av: nav}, minst: 1, per: kalenderaar
- utsending, hva: referat, til: [vara, eier], foerst_naar: godkjent
- utsending, hva: [innkalling, sakspapirer], til: overordnet
- utsending, hva: sakliste, kanal: nav.no, via: eier
- utsending, hva: referat, kanal: nav.no, foerst_naar: godkjent
- krav, hver: moete, der: {form: fysisk}, skal_ha: {aapent: ja, sted: {universell_utforming: ja}}
- krav, hver: moete, skal_ha: {moeteleder: leder, referat: foert}
- krav, hver: moete, skal_ha: {sakliste: {foreslaatt_av: redaksjonsraad, godkjent_av: leder}}
- krav, hver: oppnevning, der: {side: bruker}, skal_ha: {foreslaatt_av: organisasjon, samtykke: ja, fullmakt: ja}
- krav, hver: oppnevning, der: {verv: leder}, skal_ha: {valgt_i: foert, ogsaa_verv: medlem}
- krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {gruppe: helse, representert_i_utvalget: ja}
- krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {opplaering: {modul: 1, innen: 6 maaneder}}
- krav, hver: forfall, skal_ha: {stedfortreder: {i_rekkefoelge: ja}, kalt_inn_av: sekretaer}
- krav, hver: vedtak, der: {type: vedtak}, skal_ha: {flertall: {mer_enn: 1/2}, ved_likhet: leder}
- krav, hver: sak, der: {type: [droefting, vedtak]}, skal_ha: {foer_beslutning: ja, fase: planlegging}
- krav, hver: sak, der: {oversendt_til: overordnet}, skal_ha: {finnes_hos_mottaker: ja, svar: foert}
- krav, hver: oppmoete, der: {side: bruker}, skal_ha: {dekker: {alle: [reise]}, godtgjoeres_etter: statens}
- krav, hver: oppfoelging, naar: {finnes: redaksjonsraad}, skal_ha: {ansvarlig: foert, frist: foert, fullfoert: i_tide}
- krav, hver: hendelse, der: {hva: kurs, modul: 1}, skal_ha: {evaluert: ja, arrangert_av: {bare: eier}}
- krav, hver: hendelse, der: {hva: kurs, modul: 2}, skal_ha: {deltakere: {funksjon: nav-leder}}
- funksjonstid, hvem: {funksjon: nav-leder}, lengde: 1 aar
- funksjonstid, hvem: {verv: medlem, ikke: {verv: leder}}, paa_rad: 1 perioder
- funksjonstid, hvem: {verv: redaksjonsraad}, lengde: 1 aar, paa_rad: 1 perioder, starter: 1. januar
- funksjonstid, hvem: {verv: vara}, paa_rad: 3 aar, pause: 1 aar
- sammensetning, blant: {side: nav}, plasser: [{hvem: {funksjon: nav-leder}, minst: 1}]
- sammensetning, blant: oppnevnte, plasser: [{hvem: {gruppe: rus}, minst: 1}]
- sammensetning, blant: oppnevnte, plasser: [{hvem: {organisasjon: {paraply: ja, har_plass: ja}}, hoeyst: 2}]
- sammensetning, blant: medlemmer, plasser: [{hvem: {fyller: {hoeyst: 40}}, hoeyst: 1}]
- sammensetning, blant: medlemmer, plasser: [{hvem: {alder: {minst: 18}, foreslaatt_av: egen_organisasjon}, hoeyst: 0}]
- sammensetning, blant: medlemmer, plasser: [{hvem: {oppnevnt_av: [nav, eier]}, minst: 1}]
- sammensetning, blant: nestleder, plasser: [{hvem: {annen_side_enn: leder}, antall: 1}]
- sammensetning, blant: leder, plasser: [{hvem: {samme_side_som: forrige_leder}, antall: 0}]
- sammensetning, blant: verv, plasser: [{hvem: {verv: sekretaer, side: nav}, antall: 1}]
- sammensetning, blant: oppnevnte, naar: oppnevning, for_hver: side, plasser: [{hvem: {ny: nei}, minst: 1}]
- sammensetning, blant: [medlemmer, varamedlemmer], for_hver: kjoenn, plasser: [{minst: 40 %}]
- sammensetning, blant: medlemmer, naar: moete, for_hver: organisasjon, plasser: [{hvem: til_stede, minst: 1}]
- krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {alder: {hoeyst: 30}, medlem_av: rio}
- krav, hver: hendelse, der: {hva: kurs, modul: 1}, skal_ha: {betalt_av: {bare: organisasjon}}
- rettighet, hvem: {side: nav}, stemmerett: nei
- rettighet, hvem: {side: nav}, stemmerett: etter_sak
- rettighet, hvem: {verv: vara}, moeterett: nei
- rettighet, hvem: {side: kommune}, talerett: nei, forslagsrett: nei
- rettighet, hvem: {ikke: {verv: leder}}, dobbeltstemme: nei
- rettighet, hvem: {verv: medlem}, kan_kreve_moete: {minst: 2}, innen: 3 uker
- bekreftelse, av: utvalget, hver: kalenderaar
- bekreftelse, av: utvalget, hver: funksjonsperiode
- bekreftelse, av: organisasjonene, per: organisasjon, hver: 2 aar
- bekreftelse, av: nav, per: kurs, hver: kalenderaar
- bekreftelse, av: utvalget, per: person, hver: kalenderaar, hvem: {side: bruker}
- bekreftelse, av: utvalget, per: person, hvem: {verv: medlem}, modul: 1, innen: 1 maaned
"""

HELE = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker, grupper: [helse]}
  rio: {navn: RIO, type: lokal, side: bruker, grupper: [rus], medlem_av: [ffo]}
  nav: {navn: Nav, type: offentlig, side: nav, innbyggere: 9000}
utvalg: {eier: nav, organisasjoner: [ffo, rio], grupper: [helse, rus], overordnet: over}
utvalgene/over/utvalg: {navn: Over, nivaa: sentral, maalform: nb}
utvalgene/over/moeter/2022-10-10:
  dato: 2022-10-10
  status: avholdt
  oppmoete: [{navn: Kari, fra_utvalg: utvalget, verv: leder}, {navn: Per, fra_utvalg: utvalget, verv: medlem}]
utvalgene/over/saker/2022-001: {tittel: Bil, innmeldt_av: nav, innmeldt: 2022-12-01, oversendt_fra: utvalget 2/22}
medlemmer/kari:
  representerer: ffo
  grupper: [helse]
  opplaering: [{modul: 1, dato: 2022-03-01}]
  oppnevninger:
    - {verv: medlem, fra: 2020-01-01, til: 2021-12-31, av: nav, fullmakt: ja}
    - {verv: medlem, fra: 2022-01-01, til: 2023-12-31, av: nav, foreslaatt_av: ffo, samtykke: ja, fullmakt: ja}
    - {verv: leder, fra: 2022-02-01, til: 2022-12-31, valgt_i: 1/22}
medlemmer/per:
  representerer: rio
  oppnevninger:
    - {verv: medlem, fra: 2022-01-01, til: 2023-12-31, alder: 39, fyller: 40}
    - {verv: redaksjonsraad, fra: 2022-01-01}
medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01, vara_for: kari, nummer: 1}]}
medlemmer/nina:
  side: nav
  funksjon: [{funksjon: nav-leder, fra: 2021-01-01}]
  oppnevninger:
    - {verv: sekretaer, fra: 2022-01-01}
    - {verv: redaksjonsraad, fra: 2022-01-01}
    - {verv: nestleder, fra: 2022-01-01}
    - {verv: leder, fra: 2021-02-01, til: 2022-01-31}
hendelser:
  - {hva: oppnevningsrunde, dato: 2019-12-01, fra: 2020-01-01, til: 2021-12-31}
  - {hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01, til: 2023-12-31,
     kjoenn: {medlemmer: {kvinner: 2, menn: 3}, varamedlemmer: {kvinner: 1, menn: 0}}}
  - {hva: valgperiode, dato: 2020-01-01, fra: 2020-01-01, til: 2023-12-31}
  - {hva: prosjekt, dato: 2022-01-01, til: 2023-06-30}
  - {hva: evaluering, dato: 2021-11-20, sak: 1/22}
  - {hva: evaluering, dato: 2022-11-20}
  - {hva: redaksjonsraadsmoete, dato: 2022-10-20, moete: 2022-11-16}
  - {hva: kurs, dato: 2022-03-01, modul: 1, arrangert_av: nav, deltakere: [nina, nav-leder], evaluert: ja}
  - {hva: moetekrav, dato: 2022-09-01, krevd_av: [kari, per]}
  - {hva: bekreftelse, dato: 2022-06-01, bestemmelse: regelen, ansvarlig: kari, gjelder: [kari, ffo], sak: 1/22}
moeter/2022-09-14:
  moeteleder: kari
  form: fysisk
  aapent: ja
  sted: {universell_utforming: ja}
  sendt: {innkalling: 2022-08-20, sakliste: 2022-08-25, sakspapirer: 2022-09-01, referat: 2022-09-20, til: [vara]}
  sakliste:
    foreslaatt_av: redaksjonsraad
    godkjent_av: kari
    dato: 2022-08-20
    publisert: {dato: 2022-08-25, kanal: nav.no, via: nav}
  oppmoete: [{person: kari, dekker: [reise]}, {person: per, dekker: [reise]}, {person: nina, stemmerett: nei}]
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      valg: [{verv: leder, valgt: [kari], fra: 2022-02-01, til: 2022-12-31},
             {verv: redaksjonsraad, valgt: [per, nina], fra: 2022-09-15, til: 2023-09-14}]
    - {nr: 2/22, tittel: Helse, type: droefting, innmeldt_av: nav, innmeldt: 2022-08-01, tema: [helse],
       foer_beslutning: ja, fase: planlegging, oversendt_til: over, svar: foert,
       oppfoelging: [{hva: Ringe, ansvarlig: nina, frist: 2022-10-01, fullfoert: 2022-09-30}]}
  referat: {godkjent: {moete: 2022-11-16, sak: 3/22}, publisert: {dato: 2022-11-20, kanal: nav.no},
            sendt_til: [vara, nav]}
moeter/2022-11-16:
  moeteleder: per
  sendt: {innkalling: 2022-10-20, sakliste: 2022-11-01, sakspapirer: 2022-11-06}
  oppmoete: [{person: per}, {person: vera, vara_for: kari, kalt_inn_av: sekretaer},
             {navn: Siv, side: kommune, funksjon: nav-leder}]
  forfall: [kari]
  saker:
    - {nr: 3/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-14]}
    - {nr: 4/22, tittel: Bil, type: vedtak, innmeldt: 2022-10-10, innmeldt_av: kommune, innleder: [Siv],
       vedtak: {tekst: Ja., stemmer: {for: 2, mot: 2}, ved_likhet: leder}}
moeter/2023-02-09: {status: innkalt, sendt: {innkalling: 2023-01-20}}
"""


class Proeve(NamedTuple):
    """A provision, and a register it has something to say of."""

    regel: Post
    register: Register


@cache
def faste() -> list[Proeve]:
    """Every provision that is tried elsewhere, with each register it is tried with there."""
    found = []
    for rules, row, trial in ALLE_RADER:
        (rule,) = (b for b in _bestemmelser(rules) if b["id"] == row)
        registers = (*PROEVER[trial], *FLERE_BRUDD.get(trial, ()), *FLERE_HOLDT.get(trial, ()))
        found += [_proeve(rule, lest(text)) for text in registers]
    for s in SETNINGER:
        found += [_proeve(lest(s.regler), lest(body)) for body in (s.holdt, s.brutt) if body]
    return found


@cache
def egne() -> list[Proeve]:
    """The provisions that are tried here alone, with a register that has something of everything."""
    rules = (lest(f"{{regel: {line.removeprefix('- ')}}}") for line in EGNE.strip().splitlines())
    return [_proeve(rule, lest(HELE)) for rule in rules]


def lest(text: str) -> Any:
    return yaml.load(dedent(text), yaml.CBaseLoader)


@cache
def _bestemmelser(regelverk: str) -> list[Post]:
    text = (ROOT / f"records/regelverk/{regelverk}.yaml").read_text(encoding="utf-8")
    found: list[Post] = lest(text)["bestemmelser"]
    return found


def _proeve(regel: Post, register: Register) -> Proeve:
    """With the first day on record stated: where it is not, it is the day of the first thing there is."""
    return Proeve(regel, register | {"utvalg": {"registrert_fra": "2020-01-01"} | register.get("utvalg", {})})


@pytest.fixture(autouse=True, scope="module")
def _hver_fil_en_gang() -> Iterator[None]:
    """Registers that differ in one file are written and read in that file only: five times as many in the same time."""
    written: dict[str, str] = {}
    read: dict[tuple[str, bytes], Any] = {}

    def dump(value: Any) -> str:
        key = repr(value)
        if key not in written:
            written[key] = dump_it(value)
        return written[key]

    def lest_fil(files: MemoryTree, path: str) -> Any:
        raw = files.read(path)
        if not isinstance(raw, bytes) or path.endswith("/utvalg.yaml"):  # which is told what the others say
            return read_it(files, path)
        if (path, raw) not in read:
            read[path, raw] = read_it(files, path)
        return read[path, raw]

    dump_it, read_it = smaa_registre._dump, lesing.les
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(smaa_registre, "_dump", dump)
        patch.setattr(lesing, "les", lest_fil)
        yield


# ── What is said of a register ────────────────────────────────────────────────────────────────────


class Sagt(NamedTuple):
    """Where a provision is broken (or departed from), or was and is put right; what cannot be judged; and the words."""

    brutt: frozenset[tuple[str, str]]
    rettet: frozenset[tuple[str, str]]
    uvisst: frozenset[tuple[str, str, str]]
    tekster: tuple[str, ...]
    lastet: Lastet

    def bryter(self, emne: str, place: str) -> bool:
        """Whether it is broken of this subject, or there."""
        return any(emne == e or place == p for e, p in self.brutt)

    def retter(self, emne: str, place: str) -> bool:
        """Whether it was so until somebody put it right."""
        return any(emne == e or place == p for e, p in self.rettet)

    @property
    def filene(self) -> frozenset[tuple[str, str]]:
        """What is wrong with the register, whatever its rules."""
        return frozenset((f.name, _at(f.place)) for f in innebygde(self.lastet))


def sagt(regel: Post, register: Register, dato: date) -> Sagt | None:
    """The verdict; None where a file does not take what is written."""
    lastet = load(tree(register | {"regler": [regel]}))
    if lastet.findings:
        return None
    dom = doem(lastet.register, lastet.regelverk, dato)
    broken = (*dom.findings, *dom.fortsatt)
    return Sagt(
        frozenset((emnet(regel, f.emne), _at(f.place)) for f in broken)
        | frozenset((emnet(regel, f.emne), _at(f.place)) for f in dom.fraveket),
        frozenset((emnet(regel, r.emne), _at(r.place)) for r in dom.rettet),
        frozenset((u.emne, _at(u.place), u.message) for u in dom.uvurdert),
        (
            *(text for f in broken for text in (f.message, f.label)),
            *(u.message for u in dom.uvurdert),
            *(text for r in dom.rettet for text in (r.message, r.rettelse.ved)),
        ),
        lastet,
    )


def _at(place: Place) -> str:
    return f"{place.path} {place.route}"


def varer(regel: Post) -> bool:
    """Whether a breach of it lasts, and so is called by the day it begins: that may be what nobody knows."""
    at_times = regel.get("naar", "alltid") != "alltid" or regel.get("blant") == "frammoette"
    return regel.get("regel") == "funksjonstid" or (regel.get("regel") == "sammensetning" and not at_times)


def emnet(regel: Post, emne: str) -> str:
    """What a breach is about, by a name that does not change with the facts."""
    return DAG.sub("", emne) if varer(regel) else emne


# ── Facts, and the values they can have ───────────────────────────────────────────────────────────

DAG = re.compile(r"\d{4}-\d\d-\d\d")
INGEN_FAKTA = {
    "navn",
    "tittel",
    "tekst",
    "merknad",
    "hva",
    "nr",
    "dokument",
    "registrert_fra",
    "registrert_til",
    "mottakere",
}
"""Names, words for people, and how far the records reach."""
SPRANG = (0, 0, 1, -1, 7, -14, -21, 30, -30, 183, -183, 365, -365, 731, -731)
"""How many days from a day on record another may be: what a rule counts in, and the day beside."""


def fakta(data: Any, route: Route = ()) -> Iterator[Route]:
    """The route to every fact, and to every group of them."""
    inside: Any = (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    )
    for key, value in inside:
        if key not in INGEN_FAKTA and (route or (key != "dato" and not key.startswith("regelverk/"))):
            if route:
                yield (*route, key)
            yield from fakta(value, (*route, key))


def ved(data: Any, route: Route) -> Any:
    """What stands there."""
    for step in route:
        data = data[step]
    return data


def satt(register: Register, route: Route, value: Any) -> Register:
    """The register with another value there; None: without it."""
    step: Any
    step, *rest = route
    copy = register.copy()  # of what is on the way only: what is beside it is the same, and nobody changes it
    if rest:
        copy[step] = satt(copy[step], tuple(rest), value)
    elif value is None:
        del copy[step]
    else:
        copy[step] = value
    return copy


def verdier(p: Proeve, route: Route, rng: Random) -> list[Any]:
    """Some of the values this fact can have, its own first."""
    own = ved(p.register, route)
    return [own, *_andre(own, p, rng)]


def _andre(own: Any, p: Proeve, rng: Random) -> list[Any]:
    if isinstance(own, dict):
        less = [{}, *({k: v for k, v in own.items() if k != key} for key in own)]
        facts = (key for key in own if key not in INGEN_FAKTA)
        return [*less, *(own | {key: v} for key in facts for v in _andre(own[key], p, rng)[:3])]
    if isinstance(own, list):
        nr = rng.randrange(len(own)) if own else 0
        others = _andre(own[nr], p, rng)[:4] if own else []
        more = [[*own, v] for v in others if isinstance(v, str) and v not in own]
        return [[], own[1:], own[:-1], *more, *([*own[:nr], v, *own[nr + 1 :]] for v in others)]
    if own in ("ja", "nei"):
        return ["ja", "nei"]
    if DAG.fullmatch(own):
        near = [str(date.fromisoformat(own) + timedelta(n)) for n in (1, -1)]
        return [*rng.sample(dagene(p.register), 4), *near, "1990-01-01", "2060-01-01"]
    if own.isdigit():
        return [str(n) for n in (0, 1, 2, 3, 9, 30000, int(own) + 1)]
    named = (key.partition("/")[2] for key in p.register)
    words = {*blader(p.register), *blader(p.regel), *named, *p.register.get("organisasjoner", ())}
    words |= {"nav", "bruker", "kommune"}
    listed = sorted(word for word in words - {"ukjent", ""} if len(word) < 25 and not DAG.fullmatch(word))
    return rng.sample(listed, min(12, len(listed)))


def dagene(register: Register) -> list[str]:
    """The days on record, and days about them."""
    days = {*blader(register), *(key.partition("/")[2] for key in register), "2022-01-01"}
    known = [date.fromisoformat(day) for day in days if DAG.fullmatch(day)]
    return sorted({str(day + timedelta(n)) for day in known for n in SPRANG})


def blader(data: Any) -> Iterator[str]:
    """Every single value."""
    if isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from blader(value)
    else:
        yield str(data)


# ── Random registers: a seed with some things otherwise ───────────────────────────────────────────

EKSTRA: dict[str, Post] = lest("""
oppnevninger: {til: 2022-06-01, av: nav, valgt_i: 1/22, vara_for: kari, side: nav, representerer: ffo, fullmakt: ja,
               samtykke: ja, alder: 17, fyller: 18, nummer: 1, fraviker: [regelen]}
oppmoete: {lytter: ja, stemmerett: ja, vara_for: kari, side: nav, funksjon: nav-leder, fra_utvalg: over, verv: leder,
           rolle: observatoer, kom: "13:00", gikk: 1/22, dekker: [reise], kalt_inn_av: sekretaer}
hendelser: {fra: 2022-06-01, til: 2022-06-01, moete: 2022-11-16, modul: 1, gjelder: [kari]}
saker: {innmeldt: 2022-06-01, innmeldt_av: nav, fortrolig: ja, utsatt: ja, foer_beslutning: ja, tema: [helse],
        innleder: [kari], fase: planlegging, godkjenner: [2022-09-14], tatt_opp: "13:30", inhabil: [{person: kari}]}
valg: {til: 2022-12-31, fraviker: [regelen]}
moeter: {moeteleder: kari, forfall: [kari], aapent: ja, form: fysisk}
medlemmer: {representerer: ffo, medlem_av: rio, grupper: [helse], opplaering: [{modul: 1, dato: 2022-03-01}],
            funksjon: [{funksjon: nav-leder, fra: 2022-01-01}]}
utvalg: {eier: nav, grupper: [helse]}
""")
"""What records may have besides, by the key they stand under."""


def endret(p: Proeve, rng: Random) -> Proeve:
    """The register with one thing about it otherwise, where the files take it."""
    routes = list(fakta(p.register))
    change = rng.choice((_annen_verdi, _annen_verdi, _uten, _to_ganger, _med_mer, _med_mer, _ukjent))
    register = change(p, routes, rng) if routes else p.register
    return p._replace(register=register) if sagt(p.regel, register, date(2023, 1, 1)) else p


def _annen_verdi(p: Proeve, routes: list[Route], rng: Random) -> Register:
    route = rng.choice(routes)
    return satt(p.register, route, rng.choice(verdier(p, route, rng)))


def _uten(p: Proeve, routes: list[Route], rng: Random) -> Register:
    return satt(p.register, rng.choice(routes), None)


def _ukjent(p: Proeve, routes: list[Route], rng: Random) -> Register:
    return satt(p.register, rng.choice(routes), "ukjent")


def _to_ganger(p: Proeve, routes: list[Route], rng: Random) -> Register:
    """One record twice: an entry of a list, a person or a meeting."""
    tops = [(key,) for key in p.register if key.startswith(("medlemmer/", "moeter/"))]
    route = rng.choice([*tops, *(r for r in routes if isinstance(r[-1], int))] or routes)
    copy = deepcopy(p.register)
    if isinstance(route[-1], int):
        ved(copy, route[:-1]).append(deepcopy(ved(copy, route)))
    elif len(route) == 1:
        kind, _, name = str(route[0]).partition("/")
        other = f"{name}-b" if kind == "medlemmer" else rng.choice(dagene(p.register))
        copy.setdefault(f"{kind}/{other}", deepcopy(copy[str(route[0])]))
    return copy


def _med_mer(p: Proeve, routes: list[Route], rng: Random) -> Register:
    """One fact more of a record."""
    kind, route = rng.choice(list(poster(p.register)))
    key = rng.choice(sorted(EKSTRA[kind]))
    if key in ved(p.register, route):
        return p.register
    more = p._replace(register=satt(p.register, (*route, key), EKSTRA[kind][key]))
    return satt(more.register, (*route, key), rng.choice(verdier(more, (*route, key), rng)))


def poster(data: Any, kind: str = "", route: Route = ()) -> Iterator[tuple[str, Route]]:
    """Every record that may have more facts, with the sort it is."""
    if isinstance(data, dict):
        if kind in EKSTRA:
            yield kind, route
        for key, value in data.items():
            yield from poster(value, key.partition("/")[0], (*route, key))
    elif isinstance(data, list):
        for nr, value in enumerate(data):
            yield from poster(value, kind, (*route, nr))


# ── What must be true ─────────────────────────────────────────────────────────────────────────────

SOM_NAVN = re.compile(
    r"\b(?:fra|til|den|av|med|som|på|for|i|innen) ukjent\b|Ukjent|«ukjent»|None|\bukjent (?:har|er|ledet)\b"
)
"""Where the word stands for somebody, or for a day."""


class Feil(NamedTuple):
    """What is wrong, of which fact of which register, and what shows it."""

    hva: str
    proeve: Proeve
    dato: date
    route: Route
    vist_av: tuple[Any, ...]


def feil(p: Proeve, dato: date, route: Route, rng: Random, skrevet: str = "ukjent") -> Iterator[Feil]:
    """Everything wrong with what is said while this fact is unknown, or known by no more than this."""
    own = ved(p.register, route)
    unknown = sagt(p.regel, satt(p.register, route, skrevet), dato)
    if unknown is None or "ukjent" in (own if isinstance(own, list) else [own]):
        return
    for text in filter(SOM_NAVN.search, unknown.tekster):
        yield Feil("ukjent som navn", p, dato, route, (text,))
    part = les_deldato(skrevet)
    values = [own, *_dager_i(part, rng)] if part else verdier(p, route, rng)
    known = _kjente(p, dato, route, values)
    for emne, place in unknown.brutt:
        spared = [v for v, said in known if not said.bryter(emne, place)]
        if spared:
            yield Feil("brutt av det ukjente", p, dato, route, (emne, place, *spared))
    for emne, place in unknown.rettet:
        spared = [v for v, said in known if not said.retter(emne, place)]
        if spared:
            yield Feil("rettet av det ukjente", p, dato, route, (emne, place, *spared))
    for value, said in known:
        for emne, place in said.brutt | said.rettet:
            so = Sagt.bryter if (emne, place) in said.brutt else Sagt.retter
            kept = next(((v, s) for v, s in known if not so(s, emne, place)), None)
            if so(unknown, emne, place) or (kept is None and not part):
                continue
            if (
                kept is None
            ):  # whichever day is meant, as far as was tried: then it is said, or that it is not judged
                if not unknown.uvisst:
                    yield Feil("ikke funnet", p, dato, route, (emne, place, skrevet))
                continue
            said_anyway = frozenset() if varer(p.regel) else said.uvisst & kept[1].uvisst
            if not unknown.uvisst - said_anyway:
                yield Feil("forbigått", p, dato, route, (emne, place, value, kept[0]))


def _dager_i(part: Deldato, rng: Random) -> list[str]:
    """Some of the days that may be meant: the outermost, and a few between."""
    between = rng.sample(range((part.senest - part.tidligst).days), 3)
    return [str(part.tidligst), str(part.senest), *(str(part.tidligst + timedelta(n)) for n in between)]


def _kjente(p: Proeve, dato: date, route: Route, values: list[Any]) -> list[tuple[Any, Sagt]]:
    """What is said of each value that makes nothing else wrong, such as a name that nobody has."""
    judged = ((v, sagt(p.regel, satt(p.register, route, v), dato)) for v in values)
    known = [(v, said) for v, said in judged if said]
    if not any(said.brutt or said.rettet for _, said in known):
        return known  # all alike, so that none need be looked at more closely
    before = known[0][1].filene
    return [(v, said) for v, said in known if said.filene <= before]


@given(st.booleans(), st.integers(0, 10**9))
@eksempler(300)
def test_what_nobody_knows_breaks_nothing_and_is_never_passed_over(own_shapes: bool, seed: int) -> None:
    rng = Random(seed)
    p = rng.choice(egne() if own_shapes else faste())
    dato = rng.choice((date.fromisoformat(p.register.get("dato", "2023-01-01")), date(2024, 6, 1)))
    for _ in range(rng.randrange(4)):
        p = endret(p, rng)
    routes = list(fakta(p.register))
    for route in rng.sample(routes, min(2, len(routes))):
        assert [*feil(p, dato, route, rng)] == []


@given(st.booleans(), st.integers(0, 10**9))
@eksempler(300)
def test_nor_does_what_is_known_of_a_day_break_or_pass_over_what_every_day_of_it_does_not(
    own_shapes: bool, seed: int
) -> None:
    """A day that is known by its month, or its year: what any day of it would keep, it does not break."""
    rng = Random(seed)
    p = rng.choice(egne() if own_shapes else faste())
    dato = rng.choice((date.fromisoformat(p.register.get("dato", "2023-01-01")), date(2024, 6, 1)))
    for _ in range(rng.randrange(4)):
        p = endret(p, rng)
    days = [route for route in fakta(p.register) if DAG.fullmatch(str(ved(p.register, route)))]
    for route in rng.sample(days, min(3, len(days))):
        written = ved(p.register, route)[: rng.choice((4, 7))]
        assert [*feil(p, dato, route, rng, written)] == []
