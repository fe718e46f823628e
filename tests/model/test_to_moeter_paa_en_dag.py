"""A day may have several meetings: each has a name that others write, and an identity that no day gives or takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.model.identitet import identitet, ny_identitet
from brukerutvalg_cli.model.moetenavn import Moetenavn, les_moetenavn
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import UTVALG, dom, filer, meldinger, skriv, tree, utfall

DAG = "2026-03-11"
FOERSTE, ANDRE = f"{UTVALG}/moeter/{DAG}.yaml", f"{UTVALG}/moeter/{DAG}-2.yaml"
SAK = {"nr": "1/26", "tittel": "Ventetid", "type": "droefting"}
TO: dict[str, Any] = {
    f"moeter/{DAG}": {"status": "innkalt", "tid": "12:00", "slutt": "14:00"},
    f"moeter/{DAG}-2": {"status": "innkalt", "tid": "18:00", "saker": [SAK]},
    "medlemmer/kari": {"oppnevninger": [{"verv": "leder", "fra": "2025-01-01"}]},
}

# ── The name ──────────────────────────────────────────────────────────────────────────────────────


@given(st.dates(date(1947, 1, 1), date(2100, 1, 1)), st.integers(1, 99))
def test_a_name_is_read_as_it_is_written(dag: date, nr: int) -> None:
    name = les_moetenavn(str(Moetenavn.av(dag, nr)))
    assert (name.dag, name.nr) == (dag, nr)
    assert (name == dag.isoformat()) is (nr == 1)


@pytest.mark.parametrize(
    "text", ["2026-03-11-1", "2026-03-11-0", "2026-03-11-02", "2026-03-11-x", "2026-02-30-2", ""]
)
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        les_moetenavn(text)


# ── What is said of one is not said of the other ──────────────────────────────────────────────────


@pytest.fixture
def skjer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    skriv(tmp_path, TO)

    def skjer(*verb: str, exit: int = 0) -> str:
        dato = () if "--dato" in verb else ("--dato", "2026-03-01")
        code = run(["--rot", str(tmp_path), *verb, *dato])
        said = "".join(capsys.readouterr())
        assert code == exit, said
        return said

    return skjer


@pytest.mark.parametrize(
    "verb",
    [
        ("moete", "endre", "utvalget", "MOETE", "--sted", "Rådhuset"),
        ("sakliste", "utvalget", "MOETE", "--foreslaatt-av", "leder", "--godkjent-av", "leder"),
        ("sendt", "utvalget", "MOETE", "sakspapirer"),
        ("avlys", "utvalget", "MOETE"),
        ("flytt", "utvalget", "MOETE", "--til", "18.3.2026"),
        ("oppmoete", "utvalget", "MOETE", "--dato", DAG),
        ("moete", "foer", "utvalget", "MOETE", "--innledning", "Velkommen."),
        ("sak", "foer", "utvalget", "MOETE", "1/26", "--referat", "Ja."),
        ("sak", "utsett", "utvalget", "MOETE", "1/26"),
        ("oppfoelging", "ny", "utvalget", "MOETE", "1/26", "Spør", "--ansvarlig", "kari"),
        ("endre", "moete", "2026-03-11-2", "praktisk=Møt opp"),
    ],
    ids=lambda verb: " ".join(verb[:2]),
)
@pytest.mark.parametrize("sagt", ["2026-03-11-2", "11. mars kl. 18", "onsdag 11. mars 2026 kl. 18.00"])
def test_a_command_writes_in_the_one_that_is_meant(
    verb: tuple[str, ...], sagt: str, tmp_path: Path, skjer: Callable[..., str]
) -> None:
    before = (tmp_path / FOERSTE).read_bytes()
    other = (tmp_path / ANDRE).read_bytes()
    skjer(*(sagt if word == "MOETE" else word for word in verb), "--likevel")
    assert (tmp_path / FOERSTE).read_bytes() == before
    assert not (tmp_path / ANDRE).exists() or (tmp_path / ANDRE).read_bytes() != other


def test_a_day_with_two_asks_which(skjer: Callable[..., str], tmp_path: Path) -> None:
    for verb in (("innkalling",), ("avlys",), ("moete", "endre")):
        said = skjer(*verb, "utvalget", "11.3.2026", *(("--sted", "X") if len(verb) == 2 else ()), exit=2)
        assert "Skriv hvilket: 2026-03-11 (12:00), 2026-03-11-2 (18:00)" in said
    skjer("avlys", "utvalget", DAG, "--likevel")
    assert "kl. 18.00" in skjer("innkalling", "utvalget", "11.3.2026")


def test_a_third_at_a_time_of_its_own_and_none_at_the_time_of_another(
    skjer: Callable[..., str], tmp_path: Path
) -> None:
    for tid in ("12:00", "13:30", "11-13"):
        assert "Det er alt et møte onsdag 11. mars 2026" in skjer(
            "moete", "ny", "utvalget", DAG, "--tid", tid, exit=1
        )
    said = skjer("moete", "ny", "utvalget", DAG, "--tid", "15:00")
    assert "det 3. den dagen (2026-03-11-3)" in said
    skjer("moete", "ny", "utvalget", DAG, "--tid", "12:00", "--likevel")
    council = load(WorkTree(tmp_path)).register.mapper["utvalget"]
    assert [m.navn for m in council.moeter] == [DAG, f"{DAG}-4", f"{DAG}-3", f"{DAG}-2"]
    assert len({identitet(council, m) for m in council.moeter}) == 4


def test_a_day_that_was_called_off_is_free_again(skjer: Callable[..., str], tmp_path: Path) -> None:
    skjer("avlys", "utvalget", DAG)
    skjer("moete", "ny", "utvalget", DAG, "--tid", "12:00")
    assert (tmp_path / f"{UTVALG}/moeter/{DAG}-3.yaml").exists()


# ── Who it is ─────────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_is_the_same_wherever_it_moves_and_never_another(
    skjer: Callable[..., str], tmp_path: Path
) -> None:
    """Older files name no identity: it is taken from the first day, and written down when the day is another."""

    def all_() -> dict[str, str]:
        council = load(WorkTree(tmp_path)).register.mapper["utvalget"]
        return {m.navn: identitet(council, m) for m in council.moeter}

    first = all_()
    assert first == {DAG: "utvalget-2026-03-11", f"{DAG}-2": "utvalget-2026-03-11-2"}
    skjer("flytt", "utvalget", DAG, "--til", "18.3.2026")
    skjer("moete", "ny", "utvalget", DAG, "--tid", "12:00")
    skjer("flytt", "utvalget", "2026-03-18", "--til", "25.3.2026")
    assert "flytt utvalget 2026-03-11-2 --til" in skjer(
        "endre", "moete", "2026-03-11-2", "dato=1.4.2026", exit=2
    )
    skjer("flytt", "utvalget", "2026-03-11-2", "--til", "1.4.2026")
    now = all_()
    assert now["2026-03-25"] == first[DAG]
    assert now["2026-04-01"] == first[f"{DAG}-2"]
    assert len(set(now.values())) == 3


def test_older_files_that_first_stood_on_one_day_are_told_apart() -> None:
    moved = {"flyttet": [{"fra": DAG, "dato": "2026-02-01"}], "status": "innkalt"}
    again = {"flyttet": [{"fra": DAG, "dato": "2026-02-05"}], "status": "innkalt"}
    register = {
        "moeter/2026-03-18": moved,
        "moeter/2026-03-25": again,
        f"moeter/{DAG}": {"status": "innkalt"},
    }
    council = load(tree(register)).register.mapper["utvalget"]
    assert {m.navn: identitet(council, m) for m in council.moeter} == {
        "2026-03-18": "utvalget-2026-03-11",
        "2026-03-25": "utvalget-2026-03-11_2",
        DAG: "utvalget-2026-03-11_3",
    }


def test_a_new_identity_says_nothing_of_the_day_and_is_nobodys() -> None:
    dag = date(2026, 3, 11)
    one = ny_identitet("utvalget", dag, dag)
    assert one == ny_identitet("utvalget", dag, dag) != ny_identitet("utvalget", dag, dag, {one})
    assert "2026" not in one
    assert one != ny_identitet("et-annet", dag, dag)


# ── The rules and the files ───────────────────────────────────────────────────────────────────────


def test_each_has_its_own_deadline_and_its_own_breach() -> None:
    papers = {"sendt": {"sakspapirer": "2026-03-01"}}
    register = {
        "dato": "2026-03-20",
        "regel": {"regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"},
        f"moeter/{DAG}": papers,
        f"moeter/{DAG}-2": {"tid": "18:00", "sendt": {"sakspapirer": "2026-03-09"}},
    }
    assert utfall(dom(register)) == [f"feil frist @ moeter/{DAG}-2 sendt.sakspapirer"]


def test_minutes_of_the_first_are_not_missed_in_the_second_that_day() -> None:
    before: dict[str, Any] = {"referat": {"godkjent": {"dato": "2026-01-20", "maate": "epost"}}}
    both: dict[str, Any] = {"moeter/2026-01-10": before, f"moeter/{DAG}": {}}
    both |= {f"moeter/{DAG}-2": {"tid": "18:00", "saker": [SAK]}}
    later = {"moeter/2026-05-13": {"saker": [SAK | {"nr": "2/26"}]}}
    assert [f for f in utfall(dom({"dato": "2026-06-01"} | both)) if "referat-til" in f] == []
    told = [f for f in utfall(dom({"dato": "2026-06-01"} | both | later)) if "referat-til" in f]
    assert len(told) == 2


def test_one_is_named_and_approved_apart_from_the_other() -> None:
    approved = {"referat": {"godkjent": {"moete": "2026-05-13", "sak": "2/26"}}}
    case = {"nr": "2/26", "tittel": "R", "type": "godkjenning", "godkjenner": [f"{DAG}-2"]}
    register = {
        "dato": "2026-06-01",
        f"moeter/{DAG}": {},
        f"moeter/{DAG}-2": approved | {"tid": "18:00"},
        "moeter/2026-05-13": {"saker": [case]},
    }
    assert [f for f in utfall(dom(register)) if "referat-til" in f] == [
        "advarsel referat-til-godkjenning @ moeter/2026-05-13 saker"
    ]
    case["godkjenner"] = [f"{DAG}-3"]
    assert any(f"{DAG}-3" in said for said in meldinger(dom(register)))


@pytest.mark.parametrize(("id", "kopi"), [("abc", True), ("def", False), (None, False)])
def test_a_file_that_says_it_is_the_same_meeting_is_a_copy(id: str | None, kopi: bool) -> None:
    """A program that keeps both versions of a file gives one of them a number, too."""
    other = {"tid": "18:00"} | ({"id": id} if id else {})
    register = {f"moeter/{DAG}": {"id": "abc", "tid": "12:00"}, f"moeter/{DAG}-2": other}
    found = dom({"dato": "2026-03-20"} | register)
    assert any("har alt fila" in said for said in meldinger(found)) is kopi


def test_a_file_that_was_copied_for_another_day_says_so() -> None:
    register = {
        f"moeter/{DAG}": {"id": "abc"},
        "moeter/2026-05-13": {"id": "abc"},
        "moeter/2026-06-10": {"id": "x"},
    }
    found = [f for f in utfall(dom({"dato": "2026-07-01"} | register)) if "id-og" in f]
    assert found == ["feil id-og-filnavn @ moeter/2026-05-13 id"]


def test_a_file_that_is_word_for_word_another_is_a_copy() -> None:
    assert any("har alt fila" in s for s in meldinger(dom({f"moeter/{DAG}": {}, f"moeter/{DAG}-2": {}})))
    assert f"{UTVALG}/moeter/{DAG}-2.yaml" in filer({f"moeter/{DAG}-2": {}})


def test_each_has_a_file_of_its_own_for_its_minutes(tmp_path: Path) -> None:
    skriv(tmp_path / "reg", {f"moeter/{DAG}": {"tid": "12:00"}, f"moeter/{DAG}-2": {"tid": "18:00"}})
    for name in (DAG, f"{DAG}-2"):
        assert (
            run(["--rot", f"{tmp_path}/reg", "referat", "utvalget", str(name), "-o", f"{tmp_path}/ut/"]) == 0
        )
    there = sorted(path.name for path in (tmp_path / "ut").iterdir())
    assert there == [f"referat-utvalget-{DAG}-2.md", f"referat-utvalget-{DAG}.md"]
