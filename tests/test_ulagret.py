"""Ulagret: of some councils, what is not saved of all that concerns them, and no more than that is looked at."""

from __future__ import annotations

import subprocess
from pathlib import Path
from random import Random

import pytest

from brukerutvalg_cli.gitlager import innhold, kall
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.ulagret import Ulagret, i_ord, ulagret
from registeret import i_git
from tjue_utvalg import forandret, legg_ut, tjue_utvalg

EN = "utvalg-01"


def om(funnet: Ulagret, utvalg: str) -> Ulagret:
    """What of it concerns one council."""

    def concerns(path: str) -> bool:
        return not path.startswith("records/utvalg/") or path.startswith(f"records/utvalg/{utvalg}/")

    return Ulagret(*(tuple(filter(concerns, paths)) for paths in funnet))


@pytest.mark.parametrize("mappe", ["", "et/register"])
@pytest.mark.parametrize("seed", range(4))
def test_of_one_council_it_is_what_concerns_it_of_all(tmp_path: Path, seed: int, mappe: str) -> None:
    root, draw = tmp_path / mappe, Random(seed)
    before = tjue_utvalg(6) | {"records/satser.yaml": b"[]\n", "records/utvalg/les-meg.yaml": b"a: b\n"}
    legg_ut(root, before)
    i_git(tmp_path)
    after = before
    for _ in range(6):
        after = forandret(after, draw)
    after = {path: raw for path, raw in after.items() if path != "records/satser.yaml"}
    after |= {"records/utvalg/ny/utvalg.yaml": b"navn: Ny\n", "records/regelverk/ny.yaml": b"tittel: Ny\n"}
    legg_ut(root, after, before)
    (root / "records" / "notat.txt").write_text("noe")
    whole = ulagret(root)
    assert "records/satser.yaml" in whole.filer
    for name in (EN, "utvalg-00", "ny"):
        assert ulagret(root, [name], WorkTree(root)) == om(whole, name)


def test_before_the_first_commit_all_of_it_is_unsaved(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    legg_ut(tmp_path, tjue_utvalg(2))
    assert ulagret(tmp_path, [EN]) == om(ulagret(tmp_path), EN)


def test_of_other_councils_git_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    legg_ut(tmp_path, tjue_utvalg(6))
    i_git(tmp_path)
    told: list[str] = []
    real = kall.spoer

    def spoer(*arguments: str, **mer: object) -> str:
        told.append(answer := real(*arguments, **mer))  # type: ignore[arg-type]
        return answer

    monkeypatch.setattr(innhold, "spoer", spoer)
    assert ulagret(tmp_path, [EN]).filer == ()
    assert any(f"records/utvalg/{EN}/" in answer for answer in told)
    assert not any("records/utvalg/utvalg-02/" in answer for answer in told)


def test_what_lies_beside_the_councils_is_of_none_of_them() -> None:
    """Told as «1 fil i notat.yaml», it was taken for a council."""
    assert i_ord(["records/utvalg/notat.yaml"]) == "1 fil som gjelder alle"
