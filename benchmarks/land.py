"""An invented country of councils, from a seed: as many as are asked for, of several kinds, joined to each other.

Each goes by one of two mandates and a guideline, writes one of the two languages, and has records of four to twelve
years. Every tenth is above the nine that follow, and a case goes from one to the next. All is in order: what can be
planted in it, is in `brudd.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from planting import Filer
from stort_utvalg import AAR, REGELVERK, council_files, shared_files

ARVING = "storvik-lokalt"
ORDLISTE = """\
funksjoner:
  fylkesdirektoer: {nb: Fylkesdirektør, nn: Fylkesdirektør}
"""
LOKALT = f"""\
tittel: Lokalt mandat
type: mandat
datert: 2012-01-01
maalform: nb
bygger_paa: {REGELVERK}
bestemmelser:
  - id: fire-moeter
    avsnitt: Møter
    styrke: skal
    tekst: Utvalget skal ha minst fire møter i året.
    regel: hyppighet
    hva: moete
    minst: 4
    per: kalenderaar
"""
RETNINGSLINJE = "storvik-retningslinje"
RETNINGSLINJEN = """\
tittel: Retningslinje for utvalgene
type: retningslinje
datert: 2012-01-01
maalform: nb
bestemmelser:
  - id: to-aar
    avsnitt: Oppnevning
    styrke: skal
    tekst: Et medlem oppnevnes for to år, og ikke mer enn to ganger på rad.
    regel: funksjonstid
    hvem: {verv: medlem}
    lengde: 2 aar
    paa_rad: 2 perioder
  - id: moeteleder
    avsnitt: Møter
    styrke: skal
    tekst: Noen skal lede møtet.
    regel: krav
    hver: moete
    skal_ha: {moeteleder: foert}
  - id: ti-dager
    avsnitt: Møter
    styrke: skal
    tekst: Sakspapirene skal være ute ti dager før møtet.
    regel: frist
    hva: sakspapirer
    senest: 10 dager
    foer: moete
  - id: gjennomgang
    avsnitt: Arbeidsform
    styrke: skal
    tekst: Utvalget skal gå gjennom arbeidsformen sin hvert år.
    regel: bekreftelse
    av: utvalget
    hver: kalenderaar
"""
GJENNOMGANGEN = (
    "- {{hva: bekreftelse, dato: {aar}-12-01, bestemmelse: gjennomgang, "
    "ansvarlig: {person}, dokument: Årsmelding}}\n"
)


def landet(regelverk: Path, utvalg: int, seed: int = 0, fra: Sequence[int] = AAR[:9:2]) -> Filer:
    """The files of so many councils in good order, by path under `records/`. `fra`: even years to begin in."""
    draw = Random(seed)
    files = shared_files(regelverk) | {
        "ordliste.yaml": ORDLISTE,
        f"regelverk/{ARVING}.yaml": LOKALT,
        f"regelverk/{RETNINGSLINJE}.yaml": RETNINGSLINJEN,
    }
    for nr in range(utvalg):
        name = f"nav-{nr:03}"
        years = range(draw.choice(fra), AAR[-1] + 1)
        own = council_files(name, years)
        own[f"utvalg/{name}/hendelser.yaml"] += "".join(
            GJENNOMGANGEN.format(aar=aar, person=f"kari-nordmann-{aar - aar % 2}") for aar in years
        )
        path = f"utvalg/{name}/utvalg.yaml"
        own[path] += f"  - {{id: {RETNINGSLINJE}, fra: {years[0]}-01-01}}\n"
        own[path] = own[path].replace("maalform: nb", f"maalform: {draw.choice(('nb', 'nn'))}")
        if nr % 3 == 1:
            own[path] = own[path].replace(REGELVERK, ARVING)
        if nr % 10:
            own[path] += f"overordnet: nav-{nr - nr % 10:03}\n"
        files |= own
    for nr in range(utvalg - 1):
        _send_on(files, f"nav-{nr:03}", f"nav-{nr + 1:03}")
    return files


def _send_on(files: Filer, one: str, other: str) -> None:
    """A case goes from one council to another."""
    meeting = f"utvalg/{one}/moeter/{AAR[-1]}-10-14.yaml"
    number = next(line.split(": ")[1] for line in files[meeting].splitlines() if line.startswith("  - nr: "))
    title = "    tittel: Godkjenning av innkalling og referat\n"
    files[meeting] = files[meeting].replace(title, f"{title}    oversendt_til: {other}\n", 1)
    files[f"utvalg/{other}/saker/{AAR[-1]}-001.yaml"] = (
        f"tittel: Oversendt sak\ntype: annet\ninnmeldt_av: {one}\ninnmeldt: {AAR[-1]}-10-14\n"
        f"oversendt_fra: {one} {number}\n"
    )
