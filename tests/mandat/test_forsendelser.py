"""How a document went to somebody: the mandate asks, the meeting's file says, the command writes it when told."""

from __future__ import annotations

from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import UTVALG, dom, meldinger, skriv, utfall

FOLK = """
medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
EPOST = "regel: {regel: utsending, hva: innkalling, maate: epost}\n"
BREV = "regel: {regel: utsending, hva: innkalling, til: kari, maate: brev}\n"
PDF = "regel: {regel: utsending, hva: referat, format: pdf}\n"
MANGLER = ["feil utsending @ moeter/2022-11-16 sendt.forsendelser"]


def moete(forsendelser: str, mer: str = "moeter/2022-12-14: {status: planlagt}\n") -> str:
    return (
        f"{FOLK}moeter/2022-11-16: {{sendt: {{innkalling: 2022-11-02, forsendelser: {forsendelser}}}}}\n{mer}"
    )


@pytest.mark.parametrize(
    ("regel", "forsendelser", "ventet"),
    [
        (EPOST, "[{hva: innkalling, maate: epost}]", []),
        (EPOST, "[{hva: [innkalling, sakliste], til: [medlemmer, vara], maate: epost}]", []),
        (EPOST, "[{hva: innkalling, til: kari, maate: epost}]", MANGLER),  # to one, and not to the members
        (EPOST, "[{hva: sakliste, maate: epost}]", MANGLER),
        (EPOST, "[{hva: innkalling, maate: brev}]", MANGLER),
        (EPOST, "[{hva: innkalling, maate: brev}, {hva: innkalling, maate: epost}]", []),
        (EPOST, "[]", MANGLER),
        (EPOST, "ukjent", ["uvisst 2022-11-16 innkalling sendt epost"]),
        (EPOST, "[{hva: innkalling, format: pdf}]", ["uvisst 2022-11-16 innkalling sendt epost"]),
        (EPOST, "[{hva: innkalling, maate: ukjent}]", ["uvisst 2022-11-16 innkalling sendt epost"]),
        (
            EPOST,
            "[{hva: innkalling, til: ukjent, maate: epost}]",
            ["uvisst 2022-11-16 innkalling sendt epost"],
        ),
        (BREV, "[{hva: innkalling, maate: epost}, {hva: innkalling, til: kari, maate: brev}]", []),
        (BREV, "[{hva: innkalling, maate: epost}, {hva: innkalling, til: per, maate: brev}]", MANGLER),
        (EPOST.replace("epost", "[epost, lenke]"), "[{hva: innkalling, maate: lenke}]", []),
    ],
)
def test_a_notice_goes_by_the_way_that_is_said(regel: str, forsendelser: str, ventet: list[str]) -> None:
    assert utfall(dom(regel + moete(forsendelser)), "regelen") == ventet


def test_minutes_are_due_with_the_next_meeting() -> None:
    held = "moeter/2022-12-14: {sendt: {forsendelser: [{hva: referat, format: pdf}]}}\n"
    assert utfall(dom(PDF + moete("[{hva: referat, format: pdf}]", held)), "regelen") == []
    assert utfall(dom(PDF + moete("[{hva: referat, format: papir}]", held)), "regelen") == MANGLER
    assert utfall(dom(PDF + moete("[]", "")), "regelen") == []  # there has been none after it


def test_the_finding_says_to_whom_and_how_and_how_it_went() -> None:
    report = dom(BREV + moete("[{hva: innkalling, til: kari, maate: epost}]"))
    (finding,) = (located.finding for located in report.funn)
    assert (
        finding.message == "innkallingen til møtet 16. november 2022 er ikke sendt i brev til Kari Nordmann"
    )
    assert finding.label == "på e-post"


TIL_TO = BREV.replace("kari", "[kari, per]")
TIL_KARI, TIL_PER = "{hva: innkalling, til: kari, maate: HOW}", "{hva: innkalling, til: per, maate: HOW}"


@pytest.mark.parametrize(
    ("kari", "per", "ventet"),
    [
        ("brev", "brev", []),
        ("brev", "ukjent", ["uvisst 2022-11-16 innkalling sendt brev"]),
        ("ukjent", "brev", ["uvisst 2022-11-16 innkalling sendt brev"]),
        (
            "epost",
            "lenke",
            ["ikke sendt i brev til Kari Nordmann og Per: på e-post"],
        ),  # how the first was told
        ("brev", "lenke", ["ikke sendt i brev til Per: som lenke"]),
    ],
)
def test_each_who_is_to_have_it_is_told_so(kari: str, per: str, ventet: list[str]) -> None:
    sent = ", ".join((TIL_KARI.replace("HOW", kari), TIL_PER.replace("HOW", per)))
    report = dom(TIL_TO + moete(f"[{sent}]"))
    broken = [f"{f.finding.message.partition(' er ')[2]}: {f.finding.label}" for f in report.funn]
    assert (broken or utfall(report, "regelen")) == ventet


@pytest.mark.parametrize(
    ("regel", "melding"),
    [
        ("{regel: utsending, hva: referat}", "en utsending har «til», «kanal», «maate» eller «format»"),
        (
            "{regel: utsending, hva: referat, kanal: nav.no, format: pdf}",
            "«maate» og «format» er om det som sendes",
        ),
        ("{regel: utsending, hva: innkalling, kanal: nav.no}", "innkallingen sendes"),
    ],
)
def test_what_does_not_go_together_is_refused(regel: str, melding: str) -> None:
    assert any(melding in message for message in meldinger(dom(f"regel: {regel}")))


PAPIRER = """
regel: {regel: frist, hva: sakspapirer_publisering, senest: 5 dager, foer: moete}
moeter/2022-11-16: {sakspapirer: SAKSPAPIRER}
"""


@pytest.mark.parametrize(
    ("papirene", "ventet"),
    [
        ("{publisert: {dato: 2022-11-11, kanal: nav.no}}", []),
        (
            "{publisert: {dato: 2022-11-12, kanal: nav.no}}",
            ["feil frist @ moeter/2022-11-16 sakspapirer.publisert.dato"],
        ),
        ("{publisert: ukjent}", ["uvisst 2022-11-16"]),
        ("ukjent", ["uvisst 2022-11-16"]),
        ("{}", ["feil frist @ moeter/2022-11-16 sakspapirer.publisert.dato"]),
    ],
)
def test_papers_are_on_the_web_five_days_before(papirene: str, ventet: list[str]) -> None:
    assert utfall(dom(PAPIRER.replace("SAKSPAPIRER", papirene)), "regelen") == ventet


def test_the_command_writes_how_only_when_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    skriv(tmp_path, FOLK + "moeter/2022-11-16: {status: planlagt}\n")
    fil = tmp_path / UTVALG / "moeter/2022-11-16.yaml"

    def kommando(*words: str) -> str:
        assert run(["--rot", str(tmp_path), *words]) == 0
        return fil.read_text(encoding="utf-8")

    first = ("sendt", "utvalget", "2022-11-16", "innkalling")
    assert "forsendelser" not in kommando(*first, "--dato", "2022-11-02")
    text = kommando(*first, "--maate", "epost", "--format", "pdf", "--dato", "2022-11-04")
    assert "innkalling: 2022-11-02" in text
    text = kommando(*first, "--maate", "brev", "--til", "Kari Nordmann")
    report = dom(BREV + moete("[]").replace("[]", "[{hva: innkalling, til: kari, maate: brev}]"))
    assert utfall(report) == []
    for line in ("hva: innkalling", "maate: epost", "format: pdf", "til: [kari]", "maate: brev"):
        assert line in text.replace("til:\n", "til: "), text
    assert "innkalling: 2022-11-02" in text


def test_the_command_tells_that_papers_are_on_the_web(tmp_path: Path) -> None:
    skriv(tmp_path, FOLK + "moeter/2022-11-16: {status: innkalt}\n")
    words = (
        "publisert",
        "utvalget",
        "2022-11-16",
        "sakspapirer",
        "--kanal",
        "nav.no",
        "--dato",
        "2022-11-10",
    )
    assert run(["--rot", str(tmp_path), *words]) == 0
    text = (tmp_path / UTVALG / "moeter/2022-11-16.yaml").read_text(encoding="utf-8")
    assert "sakspapirer:" in text
    assert "dato: 2022-11-10" in text
