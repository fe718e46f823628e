"""The registers that are attacked: one made up, with something of everything, and two cut from the shipped records."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from smaa_registre import ROOT, filer

DAG = "2023-01-01"


class Register(NamedTuple):
    """A small register, and the names that its commands are given."""

    filer: dict[str, bytes]
    utvalg: str
    moeter: tuple[str, ...]
    regelverk: str
    person: str
    dag: str = DAG


_BLANDET = """
regler:
  - {id: papirer, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
  - {id: referat, regel: frist, hva: referat, senest: 3 uker, etter: moete}
  - {id: leder, regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}, styrke: hovedregel}
  - {id: raadet, regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, antall: 2}]}
  - {id: utvalget, regel: sammensetning, blant: medlemmer, plasser: [{hvem: {side: bruker}, antall: 1/2}]}
  - {id: evaluering, regel: hyppighet, hva: evaluering, minst: 1, per: kalenderaar}
  - {id: moeter, regel: hyppighet, hva: moete, minst: 2, hoeyst: 6, per: halvaar, styrke: hovedregel}
  - {id: periode, regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar, paa_rad: 2 perioder}
  - {id: likeverd, regel: bekreftelse, av: utvalget}
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  nav-vest: {navn: Nav Vest, type: offentlig, side: nav}
utvalg:
  eier: nav-vest
  organisasjoner: [ffo]
  registrert_fra: 2020-01-01
  regelverk: [{id: regelverket, fra: 2000-01-01}]
  avvik: [{bestemmelse: papirer, gjelder: 2022-06-15, grunn: Nytt system, vedtatt_i: 1/22, til: 2022-12-31}]
hendelser:
  - {hva: oppnevningsrunde, dato: 2020-01-01, til: 2021-12-31}
  - {hva: evaluering, dato: 2021-05-05, sak: 1/22, merknad: Kort.}
medlemmer/kari-nordmann:
  representerer: ffo
  oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}, {verv: leder, fra: 2020-01-01}]
medlemmer/per-hansen:
  oppnevninger: [{verv: medlem, fra: 2020-01-01}, {verv: vara, fra: 2021-01-01, vara_for: kari-nordmann}]
medlemmer/nina-dahl:
  side: nav
  oppnevninger: [{verv: sekretaer, fra: 2022-01-01}, {verv: redaksjonsraad, fra: 2022-07-01, valgt_i: 1/22}]
saker/2022-001: {tittel: Ventetid på hjelpemidler, innmeldt_av: bruker, innmeldt: 2022-10-01}
saker/2022-002:
  {tittel: En klage som er vår, fortrolig: ja, offentlig_tittel: Unntatt, innmeldt_av: nav, innmeldt: 2022-11-01}
moeter/2022-06-15:
  sendt: {sakspapirer: 2022-06-10}
  referat: ukjent
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      valg: [{verv: redaksjonsraad, valgt: [nina-dahl], fra: 2022-07-01, til: 2022-12-31}]
      vedlegg: [{tittel: Plan, fil: plan.pdf}]
      oppfoelging: [{hva: Undersøke, ansvarlig: leder, frist: 2022-09-01}]
moeter/2022-09-22:
  tid: "12.15"
  slutt: "14:00"
  sted: {navn: Møterommet}
  sendt: {sakspapirer: 2022-09-01, innkalling: ukjent}
  oppmoete: [{person: kari-nordmann}, {person: per-hansen}]
  forfall: [nina-dahl]
  referat: {godkjent: {moete: 2022-11-16, sak: 3/22}}
  saker:
    - {nr: 2/22, tittel: Orientering, type: orientering, framlegg: "Om *noe* [her](https://nav.no)."}
    - {nr: 4/22, tittel: En hemmelig sak, type: vedtak, fortrolig: ja, offentlig_tittel: Unntatt, vedtak: {tekst: Ja.}}
moeter/2023-02-09: {status: planlagt, tid: "12:00", sted: {navn: Nav}, saker: [{nr: 1/23, tittel: Nytt, type: vedtak}]}
"""

_FJORDVIK = ("medlemmer/knut-solheim", "medlemmer/samira-nordahl", "moeter/2023-05-04", "moeter/2023-09-21")
_VESTLAND = ("medlemmer/kari-nordmann", "medlemmer/ola-berg", "moeter/2022-11-16", "moeter/2023-02-09")


@cache
def registrene() -> tuple[Register, ...]:
    """All of them."""
    mixed = {path: text.encode() for path, text in filer(_BLANDET).items()}
    council = "records/utvalg/utvalget"
    mixed[f"{council}/vedlegg/2022-06-15/plan.pdf"] = b"%PDF"
    return (
        Register(mixed, "utvalget", ("2022-09-22", "2023-02-09", "siste"), "regelverket", "kari-nordmann"),
        _kuttet("nav-fjordvik", _FJORDVIK, "knut-solheim", "2023-11-01"),
        _kuttet("nav-vestland", _VESTLAND, "kari-nordmann", "2022-12-01"),
    )


def _kuttet(utvalg: str, filene: tuple[str, ...], person: str, dag: str) -> Register:
    """A shipped council with these files alone, and what is shared."""
    folder = f"records/utvalg/{utvalg}"
    paths = [f"{folder}/{name}.yaml" for name in ("utvalg", "hendelser", *filene)]
    said = (ROOT / folder / "utvalg.yaml").read_text(encoding="utf-8")
    bound = [name for name in re.findall(r"\bid: ([\w-]+)", said) if _regelverk(name).exists()]
    shared = [f"records/{name}.yaml" for name in ("organisasjoner", *(f"regelverk/{each}" for each in bound))]
    found = {path: (ROOT / path).read_bytes() for path in (*shared, *paths) if (ROOT / path).exists()}
    meetings = tuple(name.partition("/")[2] for name in filene if name.startswith("moeter/"))
    return Register(found, utvalg, meetings, bound[0], person, dag)


def _regelverk(name: str) -> Path:
    return ROOT / f"records/regelverk/{name}.yaml"
