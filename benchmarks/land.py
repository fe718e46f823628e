"""An invented country of councils, from a seed: as many as are asked for, of several kinds, joined to each other.

Each goes by one of two mandates, writes one of the two languages, and has records of four to twelve years. Every tenth
is above the nine that follow, and a case goes from one to the next. Breaches can be planted in it, each of a kind that
is known by name, so that what is found can be held up against what there is to find.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

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


class Brudd(NamedTuple):
    """What was planted: the name of the finding, and the file that it is to be in."""

    navn: str
    fil: str


Filer = dict[str, str]


def landet(regelverk: Path, utvalg: int, seed: int = 0) -> Filer:
    """The files of so many councils in good order, by path under `records/`."""
    draw = Random(seed)
    files = shared_files(regelverk) | {"ordliste.yaml": ORDLISTE, f"regelverk/{ARVING}.yaml": LOKALT}
    for nr in range(utvalg):
        name = f"nav-{nr:03}"
        own = council_files(name, range(draw.choice(AAR[:9:2]), AAR[-1] + 1))
        path = f"utvalg/{name}/utvalg.yaml"
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


def med_brudd(files: Filer, hver: int = 3, seed: int = 0) -> tuple[Filer, list[Brudd]]:
    """The same with a breach in every so many councils, of each kind in turn, and the list of them."""
    draw, planted = Random(seed), list[Brudd]()
    files = dict(files)
    councils = sorted({path.split("/")[1] for path in files if path.startswith("utvalg/")})
    for nr, name in enumerate(councils[::hver]):
        navn, plant = SLAGENE[nr % len(SLAGENE)]
        meetings = sorted(path for path in files if path.startswith(f"utvalg/{name}/moeter/"))
        planted.append(Brudd(navn, plant(files, draw.choice(meetings[1:-1]))))
    return files, planted


def _satt_inn(text: str) -> Callable[[Filer, str], str]:
    def plant(files: Filer, path: str) -> str:
        files[path] += text
        return path

    return plant


def _byttet(old: str, new: str) -> Callable[[Filer, str], str]:
    def plant(files: Filer, path: str) -> str:
        assert old in files[path], (old, path)
        files[path] = files[path].replace(old, new, 1)
        return path

    return plant


def _kopiert(files: Filer, path: str) -> str:
    copy = path.replace(".yaml", " - Kopi.yaml")
    files[copy] = files[path]
    return copy


def _ukjent_fil(files: Filer, path: str) -> str:
    astray = path.replace("/moeter/", "/").replace(".yaml", "-notat.yaml")
    files[astray] = "notat: noe\n"
    return astray


def _holdt_med_et_annet(files: Filer, path: str) -> str:
    """A meeting that is also another council's, of whose people nobody was there: it is that one's breach, here."""
    other = next(each for each in sorted(files) if each.endswith("/utvalg.yaml") and each[:15] != path[:15])
    files[path] += f"felles_med: [{other.split('/')[1]}]\n"
    return path


SLAGENE: tuple[tuple[str, Callable[[Filer, str], str]], ...] = (
    ("ukjent-referanse", _byttet("forfall: []", "forfall: [ingen-kjenner]")),
    ("sammensetning", _holdt_med_et_annet),
    ("fil-yaml", _satt_inn("praktisk: [\n")),
    ("ukjent-noekkel", _satt_inn("ukjent_noekkel: ja\n")),
    ("dobbel-noekkel", _satt_inn("form: digitalt\n")),
    ("fil-kopi", _kopiert),
    ("ukjent-fil", _ukjent_fil),
    ("personvern", _satt_inn("praktisk: Ring Kari på 912 34 567.\n")),
    ("tom-verdi", _byttet("tid: 12:15", "tid:")),
    ("feil-verdi", _byttet("form: hybrid", "form: hybridd")),
)
"""Each kind of breach, by the name of its finding, and how it is planted in a meeting."""
