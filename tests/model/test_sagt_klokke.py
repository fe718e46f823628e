"""Times of day as people write them are read, and told in one way; and a meeting may end after midnight."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.model.sagt_klokke import IngenTid, SagtTidsrom, sagt_klokke, sagt_tid
from smaa_registre import UTVALG, skriv


@pytest.mark.parametrize(
    ("skrevet", "tid", "slutt"),
    [
        ("12:00", "12:00", ""),
        ("12.00", "12:00", ""),
        ("kl. 12.00", "12:00", ""),
        ("Kl 12", "12:00", ""),
        ("klokka 12", "12:00", ""),
        ("klokken 9", "09:00", ""),
        ("1200", "12:00", ""),
        ("930", "09:30", ""),
        ("0:15", "00:15", ""),
        ("24:00", "00:00", ""),
        ("12-14", "12:00", "14:00"),
        ("kl. 12.00–15.30", "12:00", "15:30"),
        ("12 til 14", "12:00", "14:00"),
        ("fra kl. 9 til kl. 11", "09:00", "11:00"),
        ("22:00 - 01:00", "22:00", "01:00"),
        ("halv to om ettermiddagen", "13:30", ""),
        ("klokka åtte om kvelden", "20:00", ""),
        ("kvart på ni om morgenen", "08:45", ""),
        ("ti over halv ti om formiddagen til 12", "09:40", "12:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(skrevet: str, tid: str, slutt: str) -> None:
    assert sagt_tid(skrevet) == SagtTidsrom(tid, slutt)


@pytest.mark.parametrize(
    "skrevet",
    [
        "",
        "25",
        "12:60",
        "i dag",
        "12-",
        "-",
        "klokka",
        "halv",
        "halv tjue",
        "to om morgenen",
        "12:00:00",
        "\uff11\uff12",
    ],
)
def test_what_is_no_time_is_said_to_be_none(skrevet: str) -> None:
    with pytest.raises(IngenTid, match=r"er ikke et klokkeslett\. Skriv det som 12:00"):
        sagt_tid(skrevet)


@pytest.mark.parametrize(
    ("skrevet", "enten", "eller"),
    [
        ("halv to", "01:30", "13:30"),
        ("klokka åtte", "08:00", "20:00"),
        ("tolv", "00:00", "12:00"),
        ("kvart over ett", "01:15", "13:15"),
        ("ti på ett", "00:50", "12:50"),
        ("fem over halv seks", "05:35", "17:35"),
    ],
)
def test_a_time_in_words_is_two_until_somebody_says_which(skrevet: str, enten: str, eller: str) -> None:
    with pytest.raises(IngenTid, match=f"kan være {enten} eller {eller}. Skriv den som er rett"):
        sagt_tid(skrevet)
    assert [sagt_klokke(said) for said in (enten, eller)] == [enten, eller]


def test_two_times_are_not_one() -> None:
    with pytest.raises(IngenTid, match="er to klokkeslett"):
        sagt_klokke("12-14")


MAATER = ("{t}:{m:02}", "{t}.{m:02}", "kl. {t}.{m:02}", "klokka {t}:{m:02}", "{t:02}{m:02}", " {t}.{m:02} ")


@given(t=st.integers(0, 23), m=st.integers(0, 59), hvordan=st.sampled_from(MAATER))
def test_every_minute_of_the_day_is_read_in_every_way(t: int, m: int, hvordan: str) -> None:
    assert sagt_klokke(hvordan.format(t=t, m=m)) == f"{t:02}:{m:02}"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    skriv(tmp_path, {"moeter/2026-03-11": {"status": "planlagt", "tid": "12.00"}})
    return tmp_path


def moetet(rot: Path, dag: str) -> str:
    return (rot / f"{UTVALG}/moeter/{dag}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("sagt", "ventet"),
    [
        (("--tid", "kl. 12.00–15.00"), ("tid: 12:00", "slutt: 15:00")),
        (("--tid", "12-14", "--slutt", "14"), ("tid: 12:00", "slutt: 14:00")),
        (("--tid", "22:00", "--slutt", "01:00"), ("tid: 22:00", "slutt: 01:00")),
        (("--tid", "ukjent"), ("tid: ukjent",)),
    ],
)
def test_a_new_meeting_has_the_time_that_was_said(
    rot: Path, sagt: tuple[str, ...], ventet: tuple[str, ...]
) -> None:
    assert (
        run(["--rot", str(rot), "moete", "ny", "utvalget", "2.12.2026", *sagt, "--dato", "2026-11-01"]) == 0
    )
    text = moetet(rot, "2026-12-02").replace('"', "")
    assert [each for each in ventet if each not in text] == []


@pytest.mark.parametrize(
    ("sagt", "hvorfor"),
    [
        (("--tid", "12", "--slutt", "11"), "slutte klokka 11:00, men begynner 12:00"),
        (("--tid", "12", "--slutt", "12"), "slutte klokka 12:00, men begynner 12:00"),
        (
            ("--tid", "12-14", "--slutt", "15"),
            "--tid sier at det slutter 14:00, og --slutt at det slutter 15:00",
        ),
        (("--tid", "snart"), "--tid: «snart» er ikke et klokkeslett"),
        (("--slutt", "12-14"), "--slutt: «12-14» er to klokkeslett"),
    ],
)
def test_a_time_that_cannot_be_is_refused(
    rot: Path, sagt: tuple[str, ...], hvorfor: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(["--rot", str(rot), "moete", "ny", "utvalget", "2.12.2026", *sagt, "--dato", "2026-11-01"]) == 2
    )
    assert hvorfor in " ".join(capsys.readouterr().err.split())
    assert not (rot / UTVALG / "moeter/2026-12-02.yaml").exists()


def test_the_time_that_stands_there_is_the_same_however_it_is_written(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(["--rot", str(rot), "flytt", "utvalget", "11.3.2026", "--til", "11.3.2026", "--tid", "12"]) == 2
    )
    assert "møtet står alt 2026-03-11" in capsys.readouterr().err
