"""The same year in a real terminal: every question is first answered with a slip, and answered again."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pexpect
import pytest

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.model.moetepapirer import Godkjent, Referat
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from test_et_aar import FOLK, U

SPOERSMAAL = {
    "Hva heter utvalget?": ("  ", "Det må stå noe her", "Brukerutvalget ved Nav Storelva"),
    "Hvilket nivå": ("lokl", "Mente du «lokal»", "lokal"),
    "Målform i dokumentene": ("nn-NO", "finnes ikke", "nb"),
    "Hvem eier utvalget": ("bruker", "er en side, og ikke en eier", "Nav Storelva"),
    "Er lista forstått rett": ("kanskje", "verken ja eller nei", "ja"),
    "Er alle i utvalget med": ("kanskje", "verken ja eller nei", "ja"),
    "Hvilket mandat": ("mal-nav-kontor-2016", "Mente du «mal-nav-kontor-2015»", "mal-nav-kontor-2015"),
    "Når er det første møtet": ("31.2.26", "er ikke en dag", "11.2.2026"),
    "Skal hver endring lagres": ("kanskje", "verken ja eller nei", "ja"),
    "Skal de . møtene føres": ("kanskje", "verken ja eller nei", "ja"),
    "Skal det føres likevel": ("kanskje", "verken ja eller nei", "ja"),
    "Hva heter saken?": (" ", "Det må stå noe her", "Ventetid på hjelpemidler"),
    "Hvem melder den inn?": ("brukerr", "Mente du «bruker»", "bruker"),
    "Hva slags sak": ("droeftng", "Mente du «droefting»", "droefting"),
    "Kommer saken før": ("jo", "verken ja eller nei", "ja"),
    "Hvem foreslo sakslista": ("redaksjonsraadt", "Mente du", "redaksjonsraad"),
    "Hvem godkjente den": ("ledr", "Mente du «leder»", "leder"),
    "Hvem ledet møtet": ("kari-normann", "Mente du", "kari-nordmann"),
    "Hvem skrev referatet": ("nina-vikk", "Mente du", "Nina Vik"),
    "Hvem gikk referatet til": ("nav-fylkee", "Mente du", ""),
    "Hvem la det ut": ("nina-vikk", "Mente du", ""),
    "Får de godtgjørelsen": ("yes", "verken ja eller nei", "ja"),
    "Hva skal gjøres?": (" ", "Det må stå noe her", "Spør om ventetida"),
    "Hvem tar det på seg?": (" ", "Det må stå noe her", "nina-vik"),
    "Når skal det være gjort?": ("1.13.2026", "er ikke en dag", "1.6.2026"),
    "Hvem ble valgt?": ("kari-normann", "Mente du «Kari Nordmann»", "kari-nordmann"),
    "Hva er siste dag i vervet": ("31.2.2027", "er ikke en dag", ""),
    "Hvilket verv?": ("ledr", "Mente du «leder»", "leder"),
    "Hvilken dag flyttes det til?": ("31.9.2026", "er ikke en dag", "16.9.2026"),
}
"""A question, a slip, what is said to it, and the answer."""


ARBEIDSPLASS = """
import os, pkgutil, shlex, sys
import brukerutvalg_cli
for module in pkgutil.walk_packages(brukerutvalg_cli.__path__, "brukerutvalg_cli."):
    if not module.name.endswith("__main__"):
        __import__(module.name)
import git
from datetime import date
from brukerutvalg_cli.cli import dag
from brukerutvalg_cli.pakkedata import CHECKOUT
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
valider(WorkTree(CHECKOUT), date(2030, 1, 1))  # what reads the records is made the first time any are read
dag.klokka = lambda: date(2030, 1, 1)  # the year is over, whenever the test is run
while line := os.read(0, 4096).decode():
    if child := os.fork():
        print(f"[slutt {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}]", flush=True)
    else:
        sys.argv[1:] = shlex.split(line)
        brukerutvalg_cli.cli.main()
"""
"""Reads commands from the terminal, and gives each a process of its own; but Python, the program and what is made of it
are there once."""


class Sekretaer:
    """Somebody at a terminal who makes each slip once."""

    def __init__(self, folder: Path) -> None:
        environ = {**os.environ, "COLUMNS": "400", "LC_ALL": "C.UTF-8", "GIT_AUTHOR_NAME": "Nina Vik"}
        environ |= {"GIT_AUTHOR_EMAIL": "n@example.no", "GIT_COMMITTER_NAME": "Nina Vik"}
        environ |= {"GIT_COMMITTER_EMAIL": "n@example.no"}
        self.gjort: set[str] = set()
        self.terminal = pexpect.spawn(
            sys.executable, ["-c", ARBEIDSPLASS],
            cwd=str(folder), env=environ, encoding="utf-8", timeout=30, dimensions=(50, 400),
        )  # fmt: skip
        self.terminal.delaybeforesend = None  # what is typed early waits until it is read

    def skriv(self, *command: str, dag: str) -> str:
        """Gives a command and answers what it asks; what it says is next."""
        child = self.terminal
        line = shlex.join((*command, "--dato", dag))
        child.sendline(line)
        child.expect_exact(line)  # the echo
        said = ""
        questions = list(SPOERSMAAL)
        while (nr := child.expect([*questions, r"\[slutt (-?\d+)\]"])) < len(questions):
            said += child.before or ""
            slip, answer_to_slip, answer = SPOERSMAAL[questions[nr]]
            if questions[nr] not in self.gjort:
                self.gjort.add(questions[nr])
                child.sendline(slip)
                child.expect(answer_to_slip)
                continue
            child.sendline(answer)
        said += child.before or ""
        ended = child.match
        assert isinstance(ended, re.Match)
        assert ended[1] == "0", said
        return str(re.findall(r"Neste steg: (.*)", said)[-1]).strip()


@pytest.fixture
def nina(tmp_path: Path) -> Iterator[Sekretaer]:
    nina = Sekretaer(tmp_path)
    yield nina
    nina.terminal.sendeof()
    nina.terminal.expect(pexpect.EOF)
    nina.terminal.close()


def et_moete(sekretaer: Sekretaer, dag: str, foer: str, sendt: str, etter: str) -> None:
    neste = sekretaer.skriv("sak", "ny", U, dag=foer).split()
    assert neste[1:3] == ["sak", "til-moete"]
    for day in (foer, foer, foer):  # on the agenda, the agenda settled, the notice written
        neste = sekretaer.skriv(*neste[1:], dag=day).split()
    assert neste[1] == "sendt"
    neste = sekretaer.skriv(*neste[1:], "sakspapirer", dag=sendt).split()
    neste = sekretaer.skriv(*neste[1:], "--forfall", "ola-berg", "--vara", "anne-lie", dag=dag).split()
    while neste[1] != "referat":
        said = ["--vedtak", "Saken er tatt opp.", "--enstemmig", "ja"] if neste[1] == "sak" else []
        neste = sekretaer.skriv(*neste[1:], *said, dag=dag).split()
    for _ in range(3):  # the minutes written, sent and published
        said = ["--kanal", "nav.no"] if neste[1] == "publisert" else []
        neste = sekretaer.skriv(*neste[1:], *said, dag=etter).split()
    assert neste[1] == "status"


def funn(folder: Path, dag: str) -> list[str]:
    found = valider(WorkTree(folder), date.fromisoformat(dag)).funn
    return [f"{f.path} {f.finding.message}" for f in found if f.finding.severity is not Severity.RAAD]


def test_a_year_with_a_slip_in_every_answer(nina: Sekretaer, tmp_path: Path) -> None:
    (tmp_path / "folk.csv").write_text(FOLK, encoding="utf-8")
    neste = nina.skriv("init", ".", "--medlemmer", "folk.csv", dag="2026-01-01")
    assert neste == "brukerutvalg status"
    days = "10.6.2026, 9.9.2026, 9.12.2026"
    nina.skriv("moeteplan", U, "2026", "--dager", days, dag="2026-01-05")
    et_moete(nina, "2026-02-11", "2026-01-12", "2026-01-20", "2026-02-13")
    nina.skriv("oppfoelging", "ny", U, "2026-02-11", "1/26", dag="2026-02-13")
    nina.skriv("oppfoelging", "ferdig", U, "1/26", dag="2026-05-29")
    et_moete(nina, "2026-06-10", "2026-05-11", "2026-05-20", "2026-06-12")
    nina.skriv("flytt", U, "2026-09-09", dag="2026-08-20")
    et_moete(nina, "2026-09-16", "2026-08-21", "2026-08-26", "2026-09-18")
    leader = ("Valg av leder", "--type", "valg", "--innmeldt-av", "nav")
    nr = nina.skriv("sak", "ny", U, *leader, dag="2026-11-08").split()[4]
    nina.skriv("sak", "til-moete", U, nr, "2026-12-09", dag="2026-11-08")
    et_moete(nina, "2026-12-09", "2026-11-09", "2026-11-18", "2026-12-11")
    nina.skriv("moeteplan", U, "2027", "--antall", "4", dag="2026-12-12")
    moeter = load(WorkTree(tmp_path)).register.mapper[U].moeter
    first = next(m.dato for m in moeter if m.dato.year == 2027)
    et_moete(nina, str(first), "2027-01-05", "2027-01-15", str(first))

    moeter = load(WorkTree(tmp_path)).register.mapper[U].moeter
    (december,) = (m.referat for m in moeter if m.dato == date(2026, 12, 9))
    assert isinstance(december, Referat)
    assert isinstance(december.godkjent, Godkjent)
    assert funn(tmp_path, str(first)) == []
    assert nina.gjort == set(SPOERSMAAL)
