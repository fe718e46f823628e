"""All that the reading commands print of the shipped register is looked through, and given back: every day, time, case,
person, provision and command."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from brukerutvalg_cli.cli import kjente
from brukerutvalg_cli.cli.app import program
from brukerutvalg_cli.cli.forklaringsord import maalet
from brukerutvalg_cli.cli.klikk import Context
from brukerutvalg_cli.cli.klokkesvar import tidsrom
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.svar import en_av
from brukerutvalg_cli.dokument.moetevalg import velg_moete
from brukerutvalg_cli.model.kalender import MAANEDER
from brukerutvalg_cli.model.sagt_dag import sagt_dag
from brukerutvalg_cli.nevnt import nevnte
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from cli.test_skriveverb import verbene
from githistorien import Commit, git, historien
from smaa_registre import ROOT

pytestmark = pytest.mark.usefixtures("samme_dom")

LASTET = load(WorkTree(ROOT))
MAPPER = LASTET.register.mapper
DAG = {"nav-fjordvik": "2023-09-01", "nav-vestland": "2023-03-01"}

LESER = """
vis U --dato D
vis U folk --dato D
vis U saker --dato D
vis U moeter --dato D
vis U moete SISTE --dato D
status U --dato D
frister U --dato D
vedtak U
oppfoelging liste U
valgbar U --dato D
regelverk for U --dato D
regelverk vis R
regelverk sjekk records/regelverk/nav-vestland-2019.yaml
regelverk
antatt vis U
valider U --dato D --exit-zero
innkalling U SISTE
innkalling U SISTE --ics kalender.ics
referat U SISTE
dokumenter U -o ut
forklar U LEDER --dato D
forklar U SAK --dato D
sjekk-valg U PERSON --verv LEDER --dato D
historikk U
historikk U PERSON
endringer tom..HEAD --utvalg U
som-det-var D U --vet-naa
som-det-var 2025-01-01 U --visste-da
hjelp
angre --liste
"""
IKKE_LESER = {
    "grunnlinje skriv",
    "grunnlinje vis",
    "init",
    "angre",
    "lagre",
    "del",
    "krok",
    "doctor",
    "flett",
}
"""Commands that do something, without --dry-run of a council; of `angre`, the list is read."""
NINA = ("-c", "user.name=Nina Vik", "-c", "user.email=nina@example.no")
MAANED = "|".join(MAANEDER)
UKEDAG = "(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tysdag|laurdag|sundag)"
DAGER = re.compile(
    rf"(?:{UKEDAG} )?\d{{1,2}}\. (?:{MAANED}) \d{{4}}|\b\d{{4}}-\d\d-\d\d\b|\b[a-zø]{{3}} \d{{1,2}}\.\d{{1,2}}\.\d{{4}}"
    r"|(?<=:)\d{8}(?:T\d{6}Z?)?$",
    re.MULTILINE,
)
MOETER = re.compile(rf"{UKEDAG} \d{{1,2}}\. (?:{MAANED}) \d{{4}},? kl\. \d\d[.:]\d\d(?:–\d\d[.:]\d\d)?")
TIDER = re.compile(r"kl\. \d\d[.:]\d\d(?:–\d\d[.:]\d\d)?")
SAKER = re.compile(r"^## (Sak \d+/\d\d: .+)$|\b([Ss]ak \d+/\d\d)\b", re.MULTILINE)
FOLK = re.compile(r"^## (?:Innkal\w+|Varamedlemmer)\n\n(?:[^-\n].*\n\n)?((?:- .+\n)+)", re.MULTILINE)
KILDER = re.compile(r"\(((?:[^()]+), «[\wøåæ ]+», i [\w-]+ \([\w-]+\))\)|^  ([a-z][\w-]+): \w", re.MULTILINE)
KOMMANDOER = re.compile(
    r"«brukerutvalg ([^«»]+)»|(?:: |^  )brukerutvalg ((?!init)[^\n]+?)(?:   .*)?$", re.MULTILINE
)


def leser(utvalg: str) -> Iterator[list[str]]:
    mappe = MAPPER[utvalg]
    day = DAG.get(utvalg, "2023-03-01")
    cases = [sak.nr for moete in mappe.moeter for sak in moete.saker]
    people = [name for name, medlem in mappe.medlemmer.items() if medlem.oppnevninger]
    rules = mappe.utvalg.regelverk[0].id
    words = {"U": utvalg, "D": day, "R": rules, "LEDER": "leder", "SISTE": "", "SAK": "", "PERSON": ""}
    words |= {"SISTE": str(mappe.moeter[-1].dato)} if mappe.moeter else {}
    words |= {"SAK": cases[-1]} if cases else {}
    words |= {"PERSON": people[0]} if people else {}
    for line in LESER.strip().splitlines():
        said = [words.get(word, word) for word in line.split()]
        if all(said):
            yield said


@pytest.fixture
def kopi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    historien(tmp_path, [Commit({}, "Nina Vik", "2020-01-01")])
    shutil.copytree(ROOT / "records", tmp_path / "records")
    git(tmp_path, "tag", "tom")
    git(tmp_path, "add", "records")
    git(tmp_path, *NINA, "commit", "--quiet", "--date", "2024-12-01T12:00:00", "--message", "Registeret")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def trykt(kopi: Path, utvalg: str, capsys: pytest.CaptureFixture[str]) -> str:
    """All that the reading commands print of a council, the calendar too."""
    pages: list[str] = []
    for words in leser(utvalg):
        capsys.readouterr()
        assert run(words) in (0, 1), (words, capsys.readouterr())
        pages += capsys.readouterr()
        if (calendar := kopi / "kalender.ics").exists():
            pages.append(calendar.read_text(encoding="utf-8").replace("\r", ""))
            calendar.unlink()
    return "\n".join(pages)


@pytest.mark.parametrize("utvalg", MAPPER)
def test_all_that_is_printed_of_a_council_is_understood(
    kopi: Path, utvalg: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mappe, out = MAPPER[utvalg], trykt(kopi, utvalg, capsys)
    first = mappe.moeter[0].dato
    days = {said: sagt_dag(said, first) for said in set(DAGER.findall(out))}
    assert days
    for said in set(TIDER.findall(out)):
        assert tidsrom(said).tid, said
    for said in set(MOETER.findall(out)):
        day = sagt_dag(said.partition(" kl")[0].rstrip(","), first)
        if any(moete.dato == day for moete in mappe.moeter):
            assert velg_moete(mappe, said, first).dato == day
    _saker(utvalg, out)
    people = kjente.personer(mappe, LASTET.register)
    for line in {line for section in FOLK.findall(out) for line in section.splitlines()}:
        # Of two who are not to be named and sit for the same, it is asked who is meant.
        found = nevnte(line.removeprefix("- "), people)
        assert found, line
        assert len({each.ogsaa for each in found}) == 1, line
    for source, name in set(KILDER.findall(out)):
        if source or name in {b.id for rules in LASTET.regelverk.values() for b in rules.bestemmelser}:
            assert maalet([utvalg, source or name], LASTET).slag in ("bestemmelse", "verv"), source or name


def _saker(utvalg: str, out: str) -> None:
    mappe = MAPPER[utvalg]
    cases = en_av(kjente.saker(mappe.moeter))
    own = {sak.nr for moete in mappe.moeter for sak in moete.saker}
    for heading, number in set(SAKER.findall(out)):
        said = heading or number
        if (nr := said.split()[1].rstrip(":")) in own:
            assert (cases(said), maalet([utvalg, said], LASTET).navn) == (nr, nr)


FORSTAAS_IKKE = re.compile(
    r"finnes ikke|er ikke et møte|ukjent valg|for mange argumenter|ukjent kommando|kan være"
)


@pytest.mark.parametrize("utvalg", ["nav-fjordvik"])
def test_every_command_that_is_printed_is_understood(
    kopi: Path, utvalg: str, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = {quoted or alone for quoted, alone in KOMMANDOER.findall(trykt(kopi, utvalg, capsys))}
    assert printed
    for said in sorted(printed):
        words = shlex.split(said)
        if any(word.isupper() and len(word) > 2 for word in words) or words[0] in ("angre", "del"):
            continue  # with a blank in it to be filled
        dry = ["--dry-run"] if _skriver(words) else []
        capsys.readouterr()
        code = run([*words, *dry])
        err = capsys.readouterr().err
        assert code != 3, (said, err)
        assert not (code == 2 and FORSTAAS_IKKE.search(err)), (said, err)


@cache
def _skrivende() -> frozenset[str]:
    app = program()
    found = verbene(app, Context(app))
    return frozenset(n for n, verb in found if "--dry-run" in {o for p in verb.params for o in p.opts})


def _skriver(words: list[str]) -> bool:
    return words[0] in _skrivende() or " ".join(words[:2]) in _skrivende()


def test_every_command_that_reads_is_looked_through() -> None:
    app = program()
    reading = {name for name, _ in verbene(app, Context(app))} - _skrivende() - IKKE_LESER
    tried = set(LESER.strip().splitlines())
    assert {name for name in reading if not any(f"{line} ".startswith(f"{name} ") for line in tried)} == set()
