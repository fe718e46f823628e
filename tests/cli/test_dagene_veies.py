"""Days are weighed: what is strange about one is told before anything is written, and the meeting is the one meant."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pexpect
import pytest
import yaml

from avlegger import program, python
from brukerutvalg_cli.cli import dag
from brukerutvalg_cli.cli.moetesvar import EtMoete
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.svar import Ugyldig
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import UTVALG, dom, sagt, skriv

MOETER: dict[str, Any] = {
    "moeter/2026-03-11": {"status": "innkalt", "sendt": {"innkalling": "2026-02-20"}},
    "moeter/2026-06-10": {"status": "planlagt"},
}
KARI = {"oppnevninger": [{"verv": "medlem", "fra": "2026-01-01"}]}
OLA = {"oppnevninger": [{"verv": "medlem", "fra": "2026-01-01"}]}
UTVALGET: dict[str, Any] = {
    "medlemmer/kari": KARI,
    "medlemmer/ola": OLA,
    "utvalg": {"registrert_fra": "2026-01-01"},
}


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    skriv(tmp_path, UTVALGET | MOETER)
    return tmp_path


def filene(rot: Path) -> dict[str, bytes]:
    return {p.relative_to(rot).as_posix(): p.read_bytes() for p in (rot / "records").rglob("*.yaml")}


def moetet(rot: Path, dag: str) -> dict[str, Any]:
    read = yaml.load((rot / f"{UTVALG}/moeter/{dag}.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(read, dict)
    return read


def stanset(
    rot: Path, capsys: pytest.CaptureFixture[str], *kommando: str, dag: str, hvorfor: str, exit: int = 1
) -> None:
    """It is told why, nothing is written, and with `--likevel` it is."""
    before = filene(rot)
    capsys.readouterr()
    assert run([*kommando, "--dato", dag]) == exit, capsys.readouterr()
    assert hvorfor in " ".join(capsys.readouterr().err.split())
    assert filene(rot) == before
    if exit == 1:
        assert run([*kommando, "--dato", dag, "--likevel"]) == 0, capsys.readouterr()
        assert filene(rot) != before


# ── The five steps of the day before a meeting ────────────────────────────────────────────────────


def test_attendance_the_day_before_and_again_with_a_correction_is_of_that_meeting(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = "Møtet onsdag 11. mars 2026 har ikke vært: Det føres tirsdag 10. mars 2026."
    stanset(rot, capsys, "oppmoete", "utvalget", "neste", dag="2026-03-10", hvorfor=early)
    assert "i møtet onsdag 11. mars 2026" in capsys.readouterr().out
    again = "Oppmøtet onsdag 11. mars 2026 er alt ført. Det som sto der, blir byttet ut."
    correction = ("oppmoete", "utvalget", "neste", "--forfall", "ola")
    stanset(rot, capsys, *correction, dag="2026-03-10", hvorfor=again)
    assert moetet(rot, "2026-03-11")["forfall"] == ["ola"]
    assert moetet(rot, "2026-06-10")["status"] == "planlagt"
    # And it is not moved for the one that follows it.
    held = "møtet 2026-03-11 er avholdt"
    move = ("flytt", "utvalget", "neste", "--til", "18.3.2026")
    stanset(rot, capsys, *move, dag="2026-03-10", hvorfor=held, exit=2)
    # On the day itself, and the day after, a correction is still of that meeting.
    for day, word in (("2026-03-11", "neste"), ("2026-03-11", "siste"), ("2026-03-12", "siste")):
        other = "kari" if moetet(rot, "2026-03-11")["forfall"] == ["ola"] else "ola"
        command = ("oppmoete", "utvalget", word, "--forfall", other)
        stanset(rot, capsys, *command, dag=day, hvorfor=again)
        assert moetet(rot, "2026-03-11")["forfall"] == [other]
        assert moetet(rot, "2026-06-10")["status"] == "planlagt"


def test_attendance_for_a_year_to_come_is_a_slip(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = "har ikke vært ennå, og føres som dagen det ble gjort."
    stanset(rot, capsys, "oppmoete", "utvalget", "11.3.2026", dag="2062-03-11", hvorfor=day)


def test_a_meeting_on_a_holiday_is_told_of(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    why = "Mandag 17. mai 2027 er en helligdag (Andre pinsedag; Grunnlovsdag)."
    stanset(rot, capsys, "moete", "ny", "utvalget", "17. mai 2027", dag="2026-03-01", hvorfor=why)
    stanset(rot, capsys, "moeteplan", "utvalget", "2028", "--dager", "17.5.2028", dag="2026-03-01",
            hvorfor="Onsdag 17. mai 2028 er en helligdag")  # fmt: skip
    stanset(rot, capsys, "flytt", "utvalget", "10.6.2026", "--til", "14.6.2026", dag="2026-03-01",
            hvorfor="Søndag 14. juni 2026 er i helga.")  # fmt: skip


def test_the_same_case_twice_is_noticed(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = ("sak", "ny", "utvalget", "Ventetid på hjelpemidler", "--innmeldt-av", "bruker")
    assert run([*case, "--dato", "2026-02-01"]) == 0
    again = (*case[:3], "ventetid  på hjelpemidler", *case[4:])
    why = "En sak med den tittelen er alt meldt inn: 2026-001."
    stanset(rot, capsys, *again, dag="2026-02-02", hvorfor=why)


# ── The same kinds elsewhere ──────────────────────────────────────────────────────────────────────

HOLDT: dict[str, Any] = {
    "moeter/2026-03-11": {
        "status": "avholdt",
        "oppmoete": [{"person": "kari"}],
        "sendt": {"referat": "2026-03-13"},
        "referat": {"publisert": {"dato": "2026-03-20", "kanal": "nav.no"}},
        "saker": [{"nr": "1/26", "tittel": "Ventetid", "type": "droefting"}],
    },
    "moeter/2026-06-10": {"status": "planlagt", "saker": [{"nr": "2/26", "tittel": "Valg", "type": "valg"}]},
}
TO_GANGER = [
    ("hendelse", "ny", "utvalget", "evaluering"),
    ("opplaering", "utvalget", "kari", "--modul", "1"),
    (
        "oppfoelging",
        "ny",
        "utvalget",
        "2026-03-11",
        "1/26",
        "Ring",
        "--ansvarlig",
        "kari",
        "--frist",
        "1.6.2026",
    ),
    ("oppnevn", "utvalget", "ola", "--verv", "vara", "--fra", "2026-04-01"),
    ("sak", "foer", "utvalget", "2026-03-11", "1/26", "--vedlegg", "Tall"),
]


@pytest.mark.parametrize("kommando", TO_GANGER, ids=lambda words: words[0])
def test_the_same_recorded_twice_is_noticed(
    rot: Path, kommando: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(rot, UTVALGET | {"moeter/2026-03-11": HOLDT["moeter/2026-03-11"] | {"referat": "~"}})
    assert run([*kommando, "--dato", "2026-03-25", "--likevel"]) == 0, capsys.readouterr()
    before = filene(rot)
    capsys.readouterr()
    assert run([*kommando, "--dato", "2026-03-25"]) == 0
    assert "Det står der alt. Ingenting er skrevet." in capsys.readouterr().err
    assert filene(rot) == before


IKKE_VAERT = [
    ("valg", "utvalget", "2026-06-10", "2/26", "kari", "--verv", "leder"),
    ("sak", "foer", "utvalget", "2026-06-10", "2/26", "--vedtak", "Ja."),
    ("godkjenn", "utvalget", "2026-03-11", "--i", "2026-06-10"),
]


@pytest.mark.parametrize("kommando", IKKE_VAERT, ids=lambda words: words[0])
def test_what_happens_at_a_meeting_is_not_recorded_before_it(
    rot: Path, kommando: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    held = {**HOLDT["moeter/2026-06-10"], "status": "avholdt", "oppmoete": []}
    skriv(rot, UTVALGET | HOLDT | {"moeter/2026-06-10": held})
    why = "Møtet onsdag 10. juni 2026 har ikke vært: Det føres onsdag 25. mars 2026."
    stanset(rot, capsys, *kommando, dag="2026-03-25", hvorfor=why)


@pytest.mark.parametrize(
    ("kommando", "hvorfor"),
    [
        (
            ("sendt", "utvalget", "11.3.2026", "referat"),
            "Referatet er alt ført som sendt fredag 13. mars 2026.",
        ),
        (
            ("publisert", "utvalget", "11.3.2026", "referat"),
            "Referatet er alt ført som lagt ut fredag 20. mars 2026.",
        ),
    ],
)
def test_a_day_on_record_is_not_replaced_unasked(
    rot: Path, kommando: tuple[str, ...], hvorfor: str, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(rot, UTVALGET | HOLDT)
    stanset(rot, capsys, *kommando, dag="2026-03-25", hvorfor=f"{hvorfor} Det blir byttet ut.")


def test_nothing_is_done_before_the_register_begins(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begins = "er før registeret begynner, torsdag 1. januar 2026."
    stanset(rot, capsys, "hendelse", "ny", "utvalget", "evaluering", dag="2025-12-01",
            hvorfor=f"Mandag 1. desember 2025 {begins}")  # fmt: skip
    stanset(rot, capsys, "moete", "ny", "utvalget", "3.12.2025", dag="2026-01-02",
            hvorfor=f"Onsdag 3. desember 2025 {begins}")  # fmt: skip


def test_a_day_to_come_is_asked_about_where_somebody_can_be(
    rot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script may go through a year; a person who writes tomorrow for yesterday is told."""
    monkeypatch.setattr(dag, "klokka", lambda: date(2026, 3, 1))
    command = ["hendelse", "ny", "utvalget", "evaluering", "--dato", "2026-03-02"]
    assert run([*command, "--dry-run"]) == 0
    child = pexpect.spawn(
        python()[0], [*program()[1:], *command[:-1], "2199-03-02"], cwd=str(rot),
        env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "200"}, encoding="utf-8", timeout=30,
    )  # fmt: skip
    child.expect("har ikke vært ennå")
    child.expect("Skal det føres likevel")
    child.sendline("nei")
    child.expect("Ingenting er skrevet")
    child.expect(pexpect.EOF)


FORAN = {"nr": "1/26", "tittel": "Ventetid", "type": "droefting"}
IKKE_SAGT_ENNAA = [
    ("moete", "foer", "utvalget", "neste", "--innledning", "Lederen ønsket velkommen."),
    ("moete", "foer", "utvalget", "neste", "--formoete", "Det ble snakket om bussen."),
    ("sak", "foer", "utvalget", "neste", "1/26", "--referat", "Noe ble sagt."),
    ("sak", "foer", "utvalget", "neste", "1/26", "--etter-moetet", "Noe kom til."),
]


@pytest.mark.parametrize("kommando", IKKE_SAGT_ENNAA, ids=lambda words: " ".join((*words[:2], words[-2])))
def test_what_was_said_at_a_meeting_is_not_recorded_the_day_before(
    rot: Path, kommando: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(rot, UTVALGET | {"moeter/2026-03-11": {"status": "innkalt", "saker": [FORAN]}})
    why = "Møtet onsdag 11. mars 2026 har ikke vært: Det føres tirsdag 10. mars 2026."
    stanset(rot, capsys, *kommando, dag="2026-03-10", hvorfor=why)
    assert moetet(rot, "2026-06-10") == {"dato": "2026-06-10", "status": "planlagt"}


@pytest.mark.parametrize(
    ("kommando", "hva"),
    [
        (("sendt", "utvalget", "10.6.2026", "innkalling"), "innkallingen føres som sendt"),
        (("sendt", "utvalget", "10.6.2026", "sakspapirer"), "sakspapirene føres som sendt"),
        (("sakliste", "utvalget", "10.6.2026"), "sakslista føres som godkjent"),
    ],
    ids=lambda each: each[-1] if isinstance(each, tuple) else "",
)
def test_what_comes_before_a_meeting_is_not_recorded_as_done_after_it(
    rot: Path, kommando: tuple[str, ...], hva: str, capsys: pytest.CaptureFixture[str]
) -> None:
    why = f"Møtet onsdag 10. juni 2026 har vært: {hva} lørdag 20. juni 2026. Var det en annen dag"
    stanset(rot, capsys, *kommando, dag="2026-06-20", hvorfor=why)
    assert run(["angre"]) == 0
    assert run([*kommando, "--dato", "ukjent"]) == 0


def test_a_meeting_is_not_moved_to_a_day_that_has_been(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stanset(rot, capsys, "flytt", "utvalget", "neste", "--til", "9.3.2026", dag="2026-03-10",
            hvorfor="Mandag 9. mars 2026 har vært: Det føres tirsdag 10. mars 2026.")  # fmt: skip


UVENTET = [
    ("moete", "ny", "utvalget", "11.3.2062"),
    ("flytt", "utvalget", "neste", "--til", "11.3.2062"),
    ("oppnevn", "utvalget", "ola", "--verv", "vara", "--fra", "1.1.2062"),
    ("oppnevn", "utvalget", "ola", "--verv", "vara", "--fra", "1.1.1926"),
    ("avslutt", "utvalget", "kari", "--til", "31.12.2062"),
    ("hendelse", "ny", "utvalget", "kurs", "--fra", "1.4.2062"),
    ("kontaktperson", "utvalget", "ola", "--fra", "1.4.2062"),
    ("endre", "utvalget", "oppnevning", "kari", "1", "til", "31.12.2062"),
]


@pytest.mark.parametrize("kommando", UVENTET, ids=lambda words: " ".join((words[0], words[-1])))
def test_another_year_than_anybody_means_is_told_of_whatever_it_is_the_day_of(
    rot: Path, kommando: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    stanset(
        rot, capsys, *kommando, dag="2026-03-10", hvorfor="er langt fra tirsdag 10. mars 2026. Er året rett?"
    )


@pytest.mark.parametrize("aaret", ["2206", "1626", "20266"])
def test_a_year_that_cannot_be_is_no_day(rot: Path, aaret: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = filene(rot)
    for kommando in (("moete", "ny", "utvalget", f"11.3.{aaret}"), ("oppmoete", "utvalget", f"11.3.{aaret}")):
        assert run([*kommando, "--dato", "2026-03-10"]) == 2
        assert aaret in capsys.readouterr().err
    assert filene(rot) == before


@pytest.mark.parametrize(
    ("sagt", "exit"), [("29.2.2028", 0), ("29.2.2027", 2), ("31.4.2026", 2), ("lørdag 11. mars 2026", 2)]
)
def test_only_a_day_that_there_is_is_written(rot: Path, sagt: str, exit: int) -> None:
    before = filene(rot)
    assert run(["moete", "ny", "utvalget", sagt, "--dato", "2026-03-10"]) == exit
    assert (filene(rot) == before) is (exit == 2)


# ── Which meeting «neste» and «siste» are ─────────────────────────────────────────────────────────

PLAN = {"2026-01-14": "avholdt", "2026-03-11": "innkalt", "2026-05-06": "planlagt", "2026-09-09": "planlagt"}


@pytest.mark.parametrize(
    ("ord", "naa", "har_vaert", "ventet"),
    [
        ("neste", "2026-02-01", False, "2026-03-11"),
        ("siste", "2026-02-01", False, "2026-01-14"),
        # On the day, both are the meeting of that day.
        ("neste", "2026-03-11", False, "2026-03-11"),
        ("siste", "2026-03-11", False, "2026-03-11"),
        # The day after, its attendance is what is lacking; of other things, it is asked which.
        ("neste", "2026-03-12", True, "2026-03-11"),
        ("siste", "2026-03-12", False, "2026-03-11"),
        ("neste", "2026-03-12", False, "2026-03-11 2026-05-06"),
        # And two that lack it, are two.
        ("siste", "2026-05-07", False, "2026-03-11 2026-05-06"),
        ("neste", "2026-05-07", True, "2026-03-11 2026-05-06"),
        ("neste", "2026-05-07", False, "2026-03-11 2026-05-06 2026-09-09"),
    ],
)
def test_they_never_slip_to_a_later_meeting_while_one_lacks_its_attendance(
    rot: Path, ord: str, naa: str, har_vaert: bool, ventet: str
) -> None:
    skriv(rot, UTVALGET | {f"moeter/{day}": {"status": status} for day, status in PLAN.items()})
    (rot / UTVALG / "moeter/2026-06-10.yaml").unlink()
    mappe = load(WorkTree(rot)).register.mapper["utvalget"]
    read = EtMoete(mappe, date.fromisoformat(naa), har_vaert)
    if " " not in ventet:
        assert str(read(ord).dato) == ventet
        return
    with pytest.raises(Ugyldig, match=r"er ikke ført\. Skriv dagen") as refused:
        read(ord)
    assert [each.id for each in refused.value.valg] == ventet.split()


def test_a_meeting_that_was_called_off_is_in_nobodys_way(rot: Path) -> None:
    assert run(["avlys", "utvalget", "11.3.2026", "--dato", "2026-03-10"]) == 0
    mappe = load(WorkTree(rot)).register.mapper["utvalget"]
    assert EtMoete(mappe, date(2026, 3, 12))("neste").dato == date(2026, 6, 10)


def test_the_receipt_says_which_meeting_was_meant(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sendt", "utvalget", "neste", "sakspapirer", "--dato", "2026-03-01"]) == 0
    assert "gjelder møtet onsdag 11. mars 2026" in capsys.readouterr().out


# ── What was recorded as held can be opened again ─────────────────────────────────────────────────


@pytest.mark.parametrize(("innkalt", "status"), [(True, "innkalt"), (False, "planlagt")])
def test_what_was_recorded_as_held_is_opened_again(rot: Path, innkalt: bool, status: str) -> None:
    day = "2026-03-11" if innkalt else "2026-06-10"
    before = filene(rot)
    assert run(["oppmoete", "utvalget", day, "--forfall", "ola", "--dato", day, "--likevel"]) == 0
    assert run(["moete", "gjenaapne", "utvalget", day, "--dato", day]) == 0
    opened = moetet(rot, day)
    assert opened["status"] == status
    assert not {"oppmoete", "forfall", "moeteleder"} & set(opened)
    assert filene(rot) == before


def test_what_was_said_there_stands_and_is_told_of(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = {"nr": "1/26", "tittel": "A", "type": "vedtak", "vedtak": {"tekst": "Ja."}}
    skriv(rot, UTVALGET | {"moeter/2026-03-11": {"status": "avholdt", "oppmoete": [], "saker": [case]}})
    why = "Møtet har referat i sak 1/26, og det blir stående."
    stanset(rot, capsys, "moete", "gjenaapne", "utvalget", "siste", dag="2026-03-12", hvorfor=why)
    assert moetet(rot, "2026-03-11")["saker"][0]["vedtak"] == {"tekst": "Ja."}
    stanset(rot, capsys, "moete", "gjenaapne", "utvalget", "10.6.2026", dag="2026-03-12",
            hvorfor="er ikke ført som holdt eller avlyst; det er åpent", exit=2)  # fmt: skip


# ── And what stands in the files ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("dagen", "status", "ventet"),
    [
        ("2023-05-17", "planlagt", ["raad moetedag @ moeter/2023-05-17 dato"]),
        ("2023-05-18", "innkalt", ["raad moetedag @ moeter/2023-05-18 dato"]),
        ("2023-05-19", "planlagt", []),
        ("2023-05-17", "avlyst", []),
        ("2022-05-17", "avholdt", []),
    ],
)
def test_a_planned_meeting_on_a_holiday_is_advised_against(
    dagen: str, status: str, ventet: list[str]
) -> None:
    assert sagt(dom({f"moeter/{dagen}": {"status": status, "oppmoete": []}})) == ventet


@pytest.mark.parametrize(
    ("verb", "moete"),
    [
        (("moete", "ny", "utvalget", "17. sept"), "2026-09-17"),
        (("flytt", "utvalget", "2026-06-10", "--til", "9. oktober"), "2026-10-09"),
        (("moeteplan", "utvalget", "2027", "--dager", "18. feb, 16. sept"), "2027-09-16"),
    ],
)
def test_a_meeting_without_a_year_is_to_come(rot: Path, verb: tuple[str, ...], moete: str) -> None:
    assert run([*verb, "--dato", "2026-02-10"]) == 0
    assert (rot / f"{UTVALG}/moeter/{moete}.yaml").exists()


def test_what_ends_without_a_year_ends_after_it_began(rot: Path) -> None:
    leave = ["permisjon", "utvalget", "kari", "--fra", "1.9.2026", "--til", "1. februar"]
    assert run([*leave, "--stedfortreder", "ukjent", "--dato", "2026-02-10", "--likevel"]) == 0
    assert "til: 2027-02-01" in (rot / f"{UTVALG}/medlemmer/kari.yaml").read_text(encoding="utf-8")
