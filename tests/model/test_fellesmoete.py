"""A joint meeting is written once, and is a meeting of both: in the plan, the year's list, the counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.register.load import load
from smaa_registre import dom, meldinger, skriv, tree, utfall

NABO = {
    "utvalgene/naboen/utvalg": {"navn": "Naborådet", "nivaa": "lokal", "maalform": "nb"},
    "utvalgene/naboen/medlemmer/per": {
        "navn": "Per Nabo",
        "side": "bruker",
        "oppnevninger": [{"verv": "medlem", "fra": "2025-01-01"}],
    },
}
HOS_NABOEN: dict[str, Any] = {
    "dato": "2026-05-13",
    "status": "avholdt",
    "tid": "12:00",
    "felles_med": ["utvalget"],
    "oppmoete": [{"person": "per"}, {"navn": "Kari", "fra_utvalg": "utvalget"}, {"navn": "En gjest"}],
    "saker": [{"nr": "1/26", "tittel": "Felles sak", "type": "droefting"}],
}
VAART = {"medlemmer/kari": {"oppnevninger": [{"verv": "medlem", "fra": "2025-01-01"}]}}
MOETER = {f"moeter/2026-{month:02}-11": {"oppmoete": [{"person": "kari"}]} for month in (2, 9)}


def register(**felles: Any) -> dict[str, Any]:
    return (
        {"dato": "2027-02-01"}
        | NABO
        | VAART
        | MOETER
        | {"utvalgene/naboen/moeter/2026-05-13": HOS_NABOEN | felles}
    )


def utvalget(data: dict[str, Any]) -> Utvalgsmappe:
    return load(tree(data)).register.mapper["utvalget"]


def test_the_other_council_sees_it_with_its_own_people() -> None:
    (meeting,) = utvalget(register()).felles
    assert [(o.person, o.navn, o.fra_utvalg) for o in meeting.oppmoete or ()] == [  # type: ignore[union-attr]  # it is known
        (None, "Per Nabo", "naboen"),
        ("kari", None, "utvalget"),
        (None, "En gjest", None),
    ]
    assert meeting.saker == ()
    assert meeting.path.startswith("records/utvalg/naboen/")
    assert [str(m.dato) for m in utvalget(register()).alle_moeter] == [
        "2026-02-11",
        "2026-05-13",
        "2026-09-11",
    ]
    assert utvalget(register(felles_med=[])).felles == ()


@pytest.mark.parametrize(
    ("felles", "ventet"),
    [
        ({}, []),
        ({"felles_med": []}, ["feil hyppighet @ utvalg regelverk.0.id"]),
        ({"status": "avlyst"}, ["feil hyppighet @ utvalg regelverk.0.id"]),
    ],
)
def test_it_counts_as_a_meeting_of_the_year(felles: dict[str, Any], ventet: list[str]) -> None:
    rule = {"regel": "hyppighet", "hva": "moete", "minst": 3, "per": "kalenderaar"}
    data = register(**felles) | {"regel": rule, "moeter/2027-01-20": {"oppmoete": [{"person": "kari"}]}}
    found = utfall(dom(data), "regelen")
    assert [f for f in found if f.startswith("feil")] == ventet


def test_a_council_that_is_nowhere_is_told_of() -> None:
    said = meldinger(dom({"dato": "2027-02-01", "moeter/2026-05-13": {"felles_med": ["nav-ingen"]}}))
    assert any("nav-ingen" in each for each in said)


def test_it_stands_in_the_list_and_the_calendar_of_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, {k: v for k, v in register().items() if k != "dato"})
    uids = []
    for council in ("utvalget", "naboen"):
        assert run(["--rot", str(tmp_path), "vis", council, "moeter", "--dato", "2026-12-01"]) == 0
        assert "onsdag 13. mai 2026" in capsys.readouterr().out
        out = tmp_path / f"{council}.ics"
        assert run(["--rot", str(tmp_path), "moeteplan", council, "2026", "--ics", str(out)]) == 0
        uids.append({line for line in out.read_text().splitlines() if line.startswith("UID")})
    assert len(uids[0] & uids[1]) == 1
    capsys.readouterr()
    assert run(["--rot", str(tmp_path), "referat", "naboen", "2026-05-13"]) == 0
    assert "- Felles med: Utvalget" in capsys.readouterr().out


@pytest.mark.parametrize("status", ["planlagt", "avholdt"])  # it was the next one also once it has been held
def test_it_is_the_next_meeting_of_both(
    status: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to_come = NABO | VAART | {"utvalgene/naboen/moeter/2026-05-13": HOS_NABOEN | {"status": status}}
    skriv(tmp_path, to_come)
    rot, day = ["--rot", str(tmp_path)], ["--dato", "2026-05-01"]
    for verb in (["vis"], ["status"]):
        assert run([*rot, *verb, "utvalget", *day]) == 0
        said = capsys.readouterr().out
        assert "Neste møte: onsdag 13. mai 2026 kl. 12:00, ført i naboen\n" in said
        assert not any(word in said for word in ("mangler", "0 saker", "moeteplan"))
    assert run([*rot, "vis", "utvalget", "moete", *day]) == 0
    assert "Saker: ført i naboen" in capsys.readouterr().out
    if status == "avholdt":
        return
    assert run([*rot, "innkalling", "utvalget", "neste", *day]) == 2
    assert "Møtet onsdag 13. mai 2026 er felles. Skriv naboen 2026-05-13." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("utvalg", "ventet"),
    [
        ("utvalget", ("naboen", None)),
        ("naboen", (None, [{"nr": "1/26", "tittel": "Felles sak", "fortrolig": False}])),
    ],
)
def test_its_cases_are_not_none_where_they_are_not_seen(
    utvalg: str, ventet: tuple[object, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(
        tmp_path, NABO | VAART | {"utvalgene/naboen/moeter/2026-05-13": HOS_NABOEN | {"status": "planlagt"}}
    )
    for verb, way in ((["vis"], ("alt", "neste_moete")), (["status"], ("utvalg", 0, "neste_moete"))):
        assert run(["--rot", str(tmp_path), *verb, utvalg, "--json", "--dato", "2026-05-01"]) == 0
        found = json.loads(capsys.readouterr().out)
        for step in way:
            found = found[step]
        assert (found["foert_i"], found["saker"]) == ventet


def test_it_is_put_on_the_plan_by_a_command(tmp_path: Path) -> None:
    skriv(tmp_path, NABO | VAART)
    verb = ["moete", "ny", "naboen", "13.5.2026", "--tid", "12:00", "--felles-med", "Utvalget"]
    assert run(["--rot", str(tmp_path), *verb, "--dato", "2026-01-01"]) == 0
    text = (tmp_path / "records/utvalg/naboen/moeter/2026-05-13.yaml").read_text(encoding="utf-8")
    assert "felles_med: [utvalget]" in text


def test_it_may_be_broken_off_and_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    breaks = [
        {"fra": "13:00", "til": "13:30"},
        {"fra": "15:00", "fortsatte": "2026-05-20", "til": "10:00"},
    ]
    skriv(
        tmp_path,
        {
            "moeter/2026-05-13": {
                "tid": "12:00",
                "slutt": "14:00",
                "slutt_dato": "2026-05-20",
                "avbrudd": breaks,
            }
        },
    )
    assert run(["--rot", str(tmp_path), "referat", "utvalget", "2026-05-13"]) == 0
    said = capsys.readouterr().out
    assert "onsdag 13. mai 2026, kl. 12.00 til onsdag 20. mai 2026 kl. 14.00" in said
    assert "Møtet ble avbrutt kl. 13.00 og fortsatte kl. 13.30." in said
    assert "Møtet ble avbrutt kl. 15.00 og fortsatte 20. mai 2026 kl. 10.00." in said


def test_who_came_from_the_other_council_is_no_guest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [
        {"person": "per"},
        {"navn": "Kari", "fra_utvalg": "utvalget", "verv": "leder"},
        {"navn": "En gjest"},
    ]
    skriv(tmp_path, register(oppmoete=people))
    assert run(["--rot", str(tmp_path), "referat", "naboen", "2026-05-13"]) == 0
    said = capsys.readouterr().out
    assert "### Fra Utvalget\n\n- Kari (leder)\n" in said
    assert "### Gjester\n\n- En gjest\n" in said


def test_where_its_documents_are_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skriv(tmp_path, register())
    assert run(["--rot", str(tmp_path), "referat", "utvalget", "13.5.2026"]) == 2
    assert "Møtet den dagen er felles. Skriv naboen 2026-05-13." in capsys.readouterr().err
