"""A meeting that gets another day, time or place: one event in every calendar, and no notice to what is called off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import vobject

from brukerutvalg_cli.cli.run import run
from smaa_registre import UTVALG, skriv

MOETE: dict[str, Any] = {"status": "innkalt", "tid": "12:00", "form": "fysisk",
                         "sted": {"navn": "Rådhuset", "universell_utforming": "ja"}}  # fmt: skip


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    skriv(tmp_path, {"moeter/2026-03-11": MOETE, "moeter/2026-05-13": MOETE | {"status": "planlagt"}})
    return tmp_path


def sekvens(rot: Path, moete: str = "2026-03-11") -> tuple[str, int, str]:
    """The event as a calendar gets it: which, how many times changed, when."""
    assert run(["--rot", str(rot), "innkalling", "utvalget", moete, "--ics", str(rot / "m.ics")]) == 0
    event = vobject.readOne((rot / "m.ics").read_text(encoding="utf-8")).vevent
    return event.uid.value, int(event.sequence.value), event.dtstart.value.strftime("%d.%m. %H:%M")


def skjer(rot: Path, *verb: str) -> int:
    return run(["--rot", str(rot), *verb, "--dato", "2026-02-20"])


def test_another_time_of_the_same_day(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = sekvens(rot)
    assert skjer(rot, "flytt", "utvalget", "2026-03-11", "--til", "11.3.2026", "--tid", "14:00") == 0
    said = "".join(capsys.readouterr())
    assert "Flyttet møtet onsdag 11. mars 2026 til klokka 14:00" in said
    assert sekvens(rot) == (first[0], first[1] + 1, "11.03. 14:00")
    assert "Flyttet fra" not in capsys.readouterr().out
    assert skjer(rot, "flytt", "utvalget", "2026-03-11", "--til", "18.3.2026") == 0
    capsys.readouterr()
    assert sekvens(rot, "2026-03-18") == (first[0], first[1] + 2, "18.03. 14:00")
    assert capsys.readouterr().out.count("Flyttet fra: onsdag 11. mars 2026") == 1


@pytest.mark.parametrize("tid", [(), ("--tid", "12:00")])
def test_a_move_to_where_it_is(rot: Path, tid: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    before = (rot / UTVALG / "moeter/2026-03-11.yaml").read_bytes()
    assert skjer(rot, "flytt", "utvalget", "2026-03-11", "--til", "2026-03-11", *tid) == 2
    assert (
        "møtet står alt 2026-03-11. Skriv en annen dag, eller et annet klokkeslett" in capsys.readouterr().err
    )
    assert (rot / UTVALG / "moeter/2026-03-11.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("endret", "ny"),
    [
        (("--tid", "14:00"), True),
        (("--slutt", "15:00"), True),
        (("--sted", "Biblioteket"), True),
        (("--form", "digitalt"), True),
        (("--tid", "12:00", "--sted", "Rådhuset", "--universell-utforming", "ja"), False),
    ],
)
def test_what_is_new_after_the_notice_changes_the_event(rot: Path, endret: tuple[str, ...], ny: bool) -> None:
    uid, before, _ = sekvens(rot)
    assert skjer(rot, "moete", "endre", "utvalget", "2026-03-11", *endret) == 0
    assert sekvens(rot)[:2] == (uid, before + ny)


def test_before_the_notice_nothing_has_been_moved(rot: Path) -> None:
    assert skjer(rot, "moete", "endre", "utvalget", "2026-05-13", "--tid", "14:00") == 0
    assert sekvens(rot, "2026-05-13")[1] == 0


@pytest.mark.parametrize("hva", ["innkalling", "sakliste", "sakspapirer"])
def test_nobody_is_called_to_what_is_called_off(
    rot: Path, hva: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert skjer(rot, "avlys", "utvalget", "2026-03-11") == 0
    capsys.readouterr()
    assert skjer(rot, "sendt", "utvalget", "2026-03-11", hva) == 2
    said = "".join(capsys.readouterr())
    assert "møtet 2026-03-11 er avlyst" in said
    assert "brukerutvalg innkalling utvalget 2026-03-11" in said
    assert "brukerutvalg moete ny utvalget" in said
    assert "oppmoete" not in said
    assert "sendt" not in (rot / UTVALG / "moeter/2026-03-11.yaml").read_text(encoding="utf-8")


def test_a_notice_that_says_another_day_is_lacking_until_it_is_sent_anew(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def sagt(*verb: str, dag: str) -> str:
        assert run(["--rot", str(rot), *verb, "--dato", dag]) == 0
        return "".join(capsys.readouterr())

    lacking = "mangler ny innkalling, for den som er sendt, sier noe annet: brukerutvalg innkalling utvalget 2026-03-18"
    sagt("sendt", "utvalget", "2026-03-11", "innkalling", dag="2026-02-20")
    assert "ny innkalling" not in sagt("status", "utvalget", dag="2026-02-21")
    sagt("flytt", "utvalget", "2026-03-11", "--til", "18.3.2026", dag="2026-02-23")
    for verb in ("status", "vis"):
        assert lacking in sagt(verb, "utvalget", dag="2026-02-24")
    sagt("sendt", "utvalget", "2026-03-18", "innkalling", dag="2026-02-24")
    assert "ny innkalling" not in sagt("status", "utvalget", dag="2026-02-24")


@pytest.mark.parametrize(
    "endret",
    [
        ("flytt", "utvalget", "neste", "--til", "2026-03-18"),
        ("flytt", "utvalget", "neste", "--til", "2026-03-11", "--tid", "14:00"),
        ("moete", "endre", "utvalget", "neste", "--sted", "Biblioteket"),
    ],
    ids=lambda words: " ".join(words[:2] + words[-1:]),
)
def test_a_notice_of_the_day_of_the_move_went_before_it_or_after_as_it_was_told(
    rot: Path, endret: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """The days are the same; which came first is known when the second of them is told of, and kept."""

    def lacks_a_notice() -> bool:
        capsys.readouterr()
        assert run(["--rot", str(rot), "status", "utvalget", "--dato", "2026-02-21"]) in (0, 1)
        return "ny innkalling, for den som er sendt, sier noe annet" in capsys.readouterr().out

    def on_that_day(*verb: str) -> None:
        assert run(["--rot", str(rot), *verb, "--dato", "2026-02-20", "--likevel"]) == 0, capsys.readouterr()

    on_that_day("sendt", "utvalget", "neste", "innkalling")
    assert not lacks_a_notice()
    on_that_day(*endret)
    assert lacks_a_notice()
    on_that_day("sendt", "utvalget", "neste", "innkalling")
    assert not lacks_a_notice()
    on_that_day("moete", "endre", "utvalget", "neste", "--form", "digitalt")
    assert lacks_a_notice()


def test_a_meeting_moved_before_its_notice_of_that_day_lacks_none(rot: Path) -> None:
    (rot / UTVALG / "moeter/2026-03-11.yaml").write_text(
        "dato: 2026-03-11\nstatus: planlagt\n", encoding="utf-8"
    )
    for verb in (
        ("flytt", "utvalget", "neste", "--til", "2026-03-18"),
        ("sendt", "utvalget", "neste", "innkalling"),
    ):
        assert run(["--rot", str(rot), *verb, "--dato", "2026-02-20", "--likevel"]) == 0
    assert "varslet" not in (rot / UTVALG / "moeter/2026-03-18.yaml").read_text("utf-8")
