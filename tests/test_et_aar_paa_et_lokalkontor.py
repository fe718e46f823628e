"""A year as a local office has it, under the default mandate: no agenda committee, the Nav manager there, a deputy who
steps in, somebody who leaves, and what nobody mentioned left out. At its end nothing is found, and no file was opened.
"""

from __future__ import annotations

import os
import shlex
from datetime import date
from pathlib import Path

import pexpect
import pytest

from avlegger import program, python
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from nytt_register import som_nina

pytestmark = pytest.mark.usefixtures("samme_dom")

LISTE = """\
sep=;
Navn;Organisasjon;Rolle;Periode fra;Periode til;Merknad
Nordmann, Kari;FFO;leder;01.01.2026;31.12.2026;
Berg, Ola;SAFO;medlem;01.01.2026;31.12.2027;
Hansen, Per;LHL;medlem;01.01.2026;31.12.2027;
Strand, Eva;FFO;medlem;01.01.2026;31.12.2027;
Lie, Anne;SAFO;varamedlem;01.01.2026;31.12.2027;
Moen, Liv;Nav;Nav-leder;01.01.2026;;
Vik, Nina;Nav;Sekretær;01.01.2026;;
"""
AARET = """
2026-01-05 moeteplan 2026 --dager "11.2.2026, 10.6.2026, 16.9.2026, 9.12.2026" --tid 12-14
2026-01-05 moete endre neste --sted "Nav Elvebakken, møterom 2"
2026-01-12 sak ny "Ventetid på hjelpemidler" --innmeldt-av brukersiden --type drøfting --foer-beslutning ja
2026-01-12 sak ny "Nytt bygg for kontoret" --innmeldt-av Nav-lederen --type orientering
2026-01-12 sak ny "Skilt i mottaket" --innmeldt-av lederen --type vedtak
2026-01-20 sak til-moete Ventetid
2026-01-20 sak til-moete bygg
2026-01-20 sak til-moete Skilt
2026-01-20 sakliste neste --foreslaatt-av "lederen, sekretæren" --godkjent-av lederen
2026-01-21 innkalling neste -o ../innkalling.md
2026-01-21 sendt neste innkalling sakspapirer
2026-02-11 oppmoete neste --forfall Ola --vara "Anne Lie=Ola Berg" --moeteleder lederen --referent sekretæren
2026-02-11 moete foer siste --fil ../innledning.md
2026-02-11 sak foer siste 1/26 --vedtak "Utvalget ber om tall for ventetida." --enstemmig ja
2026-02-11 sak foer siste bygg --referat "Nav-lederen fortalte om bygget."
2026-02-11 sak foer siste Skilt --vedtak "Skiltene byttes." --for 3 --mot 1
2026-02-11 oppfoelging ny siste 1/26 "Hent tall for ventetida" --ansvarlig sekretæren --frist 15.4.2026
2026-02-13 referat siste -o ../referat.md
2026-02-13 sendt siste referat
2026-02-16 publisert siste referat
2026-04-14 oppfoelging ferdig 1/26
2026-05-01 moete endre 10.6.2026 --sted "Nav Elvebakken, møterom 2"
2026-05-04 sak ny "Tolk på kontoret" --innmeldt-av SAFO --type droefting --foer-beslutning ja
2026-05-10 sak til-moete Tolk
2026-05-12 sakliste neste --godkjent-av leder
2026-05-13 sendt neste innkalling sakspapirer
2026-06-10 oppmoete neste --moeteleder Kari
2026-06-10 sak foer siste Tolk --referat "Utvalget vil ha tolk bestilt på forhånd."
2026-06-10 godkjenn 11.2.2026
2026-06-12 sendt siste referat --til "Nav fylke"
2026-06-15 publisert siste referat --kanal nav.no --via "Nav fylke"
2026-07-20 avslutt "Per Hansen" --til 31.7.2026
2026-07-20 oppnevn "Anne Lie" --verv medlem --fra 1.8.2026 --til 31.12.2027
2026-07-20 avslutt Anne --verv vara --til 31.7.2026
2026-08-10 person ny "Tor Haug" --side bruker --representerer LHL
2026-08-10 oppnevn Tor --verv vara --fra 15.8.2026 --til 31.12.2027
2026-08-20 sak ny "Ungdom og arbeid" --innmeldt-av Eva --type droefting
2026-08-20 sak til-moete Ungdom
2026-08-25 sakliste neste --godkjent-av leder
2026-08-26 sendt neste innkalling sakspapirer
2026-09-16 oppmoete neste --forfall Eva --vara Tor=Eva --gjest "Siv Aas, rådgiver" --moeteleder lederen
2026-09-16 godkjenn 10.6.2026
2026-09-16 sak foer siste Ungdom --vedtak "Utvalget ber om en plan." --enstemmig ja
2026-09-18 sendt siste referat --til "nav-fylke"
2026-09-21 publisert siste referat --kanal nav.no --via "nav fylke"
2026-10-20 hendelse ny evaluering
2026-11-01 sak ny "Valg av leder" --type valg --innmeldt-av sekretæren
2026-11-02 sak til-moete "Valg av leder"
2026-11-10 sakliste neste --godkjent-av leder
2026-11-18 sendt neste innkalling sakspapirer
2026-12-09 oppmoete neste --moeteleder lederen --referent Nina
2026-12-09 valg siste "Valg av leder" Ola --verv leder --fra 1.1.2027
2026-12-09 godkjenn 16.9.2026
2026-12-11 sendt siste referat --til "Nav fylke"
2026-12-14 publisert siste referat --kanal nav.no --via "Nav fylke"
2027-01-04 moeteplan 2027 --ja
"""
"""Each command with its day. What is paid, who approves and who proposes, nobody mentioned."""


@pytest.fixture
def kontoret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The register of an office, as `init` makes it of a list from Excel with the answers that are usual."""
    som_nina(monkeypatch)
    monkeypatch.chdir(tmp_path)
    Path("liste.csv").write_bytes(LISTE.replace("\n", "\r\n").encode("cp1252"))
    Path("innledning.md").write_text("Lederen ønsket velkommen.\n", encoding="utf-8")
    name = "Brukerutvalget ved Nav Elvebakken"
    code = run(["init", "reg", "--utvalg", name, "--medlemmer", "liste.csv", "--alle", "ja", "--ja",
                "--dato", "2026-01-01"])  # fmt: skip
    assert code == 0
    monkeypatch.chdir(tmp_path / "reg")
    return tmp_path / "reg"


def test_a_year_of_a_local_office_ends_with_nothing_found(
    kontoret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in AARET.strip().splitlines():
        day, *command = shlex.split(line)
        code = run([*command, "--dato", day])
        said = capsys.readouterr()
        assert code == 0, (line, said.out, said.err)
        found = valider(WorkTree(kontoret), date.fromisoformat(day)).funn
        assert [f.finding.message for f in found] == [], line
    end = valider(WorkTree(kontoret), date(2027, 1, 31)).funn
    assert [f.finding.message for f in end] == []
    referat = (kontoret.parent / "referat.md").read_text(encoding="utf-8")
    assert "Lederen ønsket velkommen." in referat
    text = "".join(p.read_text(encoding="utf-8") for p in kontoret.glob("records/utvalg/*/moeter/*.yaml"))
    assert "statens_personalhaandbok" not in text  # nobody said that anybody was paid


def test_what_the_mandate_has_against_the_list_is_told_and_its_command_mends_it(
    kontoret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A leader for two years is no reason to take the list for half: that all are there, was said."""
    longer = LISTE.replace("leder;01.01.2026;31.12.2026", "leder;01.01.2026;31.12.2027")
    (kontoret / "../liste.csv").write_text(longer, encoding="utf-8")
    new = ["init", "../annet", "--utvalg", "Nav Sundet", "--medlemmer", "../liste.csv", "--alle", "ja"]
    assert run([*new, "--ja", "--dato", "2026-01-01"]) == 0
    said = capsys.readouterr().out
    assert "Mandatet sier fra om dette: Kari Nordmann er leder fra 1. januar 2026" in said
    assert "Neste steg: brukerutvalg valider" in said
    there = WorkTree(kontoret / "../annet")
    assert "medlemsliste" not in (kontoret / "../annet/records/utvalg/nav-sundet/utvalg.yaml").read_text()
    (found,) = valider(there, date(2026, 1, 1)).funn
    assert found.kommando == "endre nav-sundet oppnevning kari-nordmann leder til"
    mend = ["--rot", "../annet", *found.kommando.split(), "31.12.2026", "--dato", "2026-01-02"]
    assert run(mend) == 0
    assert not valider(there, date(2026, 1, 2)).funn


FOERSTE = """
moete ny 11.2.2026 --tid 12-14 --sted "Nav Elvebakken"
sak ny "Ventetid" --innmeldt-av lederen --type drøfting
sak ny "Nytt bygg" --innmeldt-av Nav-lederen --type orientering
sak til-moete Ventetid
sak til-moete "Nytt bygg"
sakliste --godkjent-av lederen
innkalling neste -o ../innkalling.md
"""


def test_a_new_secretary_has_the_first_notice_after_eight_commands(
    kontoret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = FOERSTE.strip().splitlines()
    assert 1 + len(commands) <= 8  # with `init`
    for line in commands:
        assert run([*shlex.split(line), "--dato", "2026-01-12"]) == 0, (line, capsys.readouterr())
    notice = (kontoret.parent / "innkalling.md").read_text(encoding="utf-8")
    for said in ("onsdag 11. februar 2026", "Nav Elvebakken", "Ventetid", "Innmeldt av: Kari Nordmann",
                 "Innmeldt av: Liv Moen"):  # fmt: skip
        assert said in notice


def paa_terminalen(*command: str) -> pexpect.spawn[str]:
    """The program on a terminal of the size that people have."""
    return pexpect.spawn(
        python()[0], [*program()[1:], *command, "--dato", "2026-02-11"],
        env={**os.environ, "LC_ALL": "C.UTF-8"}, encoding="utf-8", timeout=30, dimensions=(30, 120),
    )  # fmt: skip


def test_on_a_terminal_it_is_asked_who_was_not_there_and_which_meeting_is_meant(kontoret: Path) -> None:
    assert run(["moete", "ny", "11.2.2026", "--dato", "2026-01-05"]) == 0
    child = paa_terminalen("oppmoete", "neste")
    for question, answer in (
        ("Hvem meldte forfall", "Ola Berg, Eva"),
        ("Møtte Anne Lie for Ola Berg", "ja"),
        ("Hvem ledet møtet", "lederen"),
        ("Hvem skrev referatet", "8"),
        ("Hvem skrev referatet", "sekretæren"),
        ("godtgjørelsen", "ukjent"),
        ("Skal det føres likevel", "ja"),
    ):
        child.expect(question)
        child.sendline(answer)
    child.expect("Førte 5 til stede og 2 forfall")
    child.expect(pexpect.EOF)
    child = paa_terminalen("referat")
    child.expect(r"1\. onsdag 11\. februar 2026 \(2026-02-11\)\r\nHvilket møte\?")
    child.sendline("1")
    child.expect("Meldt forfall")
    child.expect(pexpect.EOF)
