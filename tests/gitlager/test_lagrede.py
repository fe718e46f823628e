"""The files that git holds: the same as if all of them had been read, and no more read than is asked for."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli import gjenbruk
from brukerutvalg_cli.gitlager import innhold, lagrede
from brukerutvalg_cli.gitlager.innhold import i_siste_commit, klart_for_commit
from brukerutvalg_cli.gitlager.kall import GitFeil, blobs
from brukerutvalg_cli.gitlager.lagrede import Lagrede
from brukerutvalg_cli.gitlager.revisjon import der_de_skilte_lag, revisjon
from brukerutvalg_cli.hurtiglager.stand import BEGYNT, standen
from brukerutvalg_cli.hurtiglager.summer import blob
from brukerutvalg_cli.register.filfeil.filer import MAX_BYTES
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree
from brukerutvalg_cli.sammenlikning import bare_nytt
from tjue_utvalg import legg_ut, tjue_utvalg

DAG = date(2024, 1, 15)
MOETE = "records/utvalg/utvalg-03/moeter/2023-10-04.yaml"


def git(rot: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Nina Vik", "-c", "user.email=nina@example.no")
    done = subprocess.run(["git", *who, *arguments], cwd=rot, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Eight councils, saved in git, with a cache of their own."""
    monkeypatch.setenv("BRUKERUTVALG_HURTIGLAGER", str(tmp_path / "lager"))
    root = tmp_path / "register"
    legg_ut(root, tjue_utvalg(8), {})
    git(root, "init", "--quiet", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "Som det var")
    return root


@pytest.fixture
def lest(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each asking of git was for."""
    asked: list[int] = []

    def noted(repo: Any, shas: Sequence[str]) -> dict[str, bytes]:
        asked.append(len(shas))
        return blobs(repo, shas)

    monkeypatch.setattr(lagrede, "blobs", noted)
    monkeypatch.setattr(innhold, "blobs", noted)
    return asked


def test_it_holds_what_each_file_holds_and_calls_it_what_git_does(rot: Path) -> None:
    found = i_siste_commit(rot)
    assert dict(found) == tjue_utvalg(8)
    assert found.summer == {path: blob(raw) for path, raw in found.items()}
    assert klart_for_commit(rot).ider == found.ider


def test_nothing_is_read_before_it_is_asked_for_and_a_country_in_a_few_goes(
    rot: Path, lest: list[int]
) -> None:
    found = i_siste_commit(rot)
    assert (len(found), lest) == (len(tjue_utvalg(8)), [])
    council = [path for path in found if path.startswith("records/utvalg/utvalg-03/")]
    assert found[MOETE] == tjue_utvalg(8)[MOETE]
    assert lest == [len({found.ider[path] for path in council if not path.endswith("/utvalg.yaml")})]
    for path in found:
        assert found[path]
    assert len(lest) <= 5


def test_of_a_commit_like_the_files_nothing_is_read_and_no_council_judged(
    rot: Path, lest: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where one file is another, what is judged is its own council, before and after."""
    tree = WorkTree(rot)
    assert bare_nytt(tree, i_siste_commit(rot), DAG, rot=rot).funn == ()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(gjenbruk, "rapporten", lambda _: pytest.fail("all of it was judged already"))
        assert bare_nytt(tree, i_siste_commit(rot), DAG, rot=rot).funn == ()
    with (rot / MOETE).open("a", encoding="utf-8") as file:
        file.write("stad: Bodø\n")
    found = bare_nytt(WorkTree(rot), i_siste_commit(rot), DAG, rot=rot)
    assert [located.path for located in found.funn] == [MOETE]
    assert found.endret == {MOETE}
    assert lest == []
    assert found == bare_nytt(WorkTree(rot), dict(i_siste_commit(rot)), DAG)


def test_what_git_puts_in_the_place_of_something_is_what_counts(rot: Path) -> None:
    other = git(rot, "hash-object", "-w", str(rot / "records/organisasjoner.yaml")).strip()
    git(rot, "replace", "--force", git(rot, "rev-parse", f"HEAD:{MOETE}").strip(), other)
    found = i_siste_commit(rot)
    assert found.summer == {}
    assert found[MOETE] == tjue_utvalg(8)["records/organisasjoner.yaml"]
    tree = WorkTree(rot)
    for _ in range(2):
        assert bare_nytt(tree, found, DAG, rot=rot) == bare_nytt(tree, dict(found), DAG)


def test_other_names_than_ours_say_nothing_of_what_a_file_holds(tmp_path: Path) -> None:
    legg_ut(tmp_path, tjue_utvalg(2), {})
    git(tmp_path, "init", "--quiet", "--object-format=sha256")
    git(tmp_path, "add", ".")
    found = klart_for_commit(tmp_path)
    assert found.summer == {}
    assert dict(found) == tjue_utvalg(2)


def test_what_is_not_there_is_told_before_anything_is_judged(rot: Path) -> None:
    sha = git(rot, "rev-parse", f"HEAD:{MOETE}").strip()
    (rot / ".git" / "objects" / sha[:2] / sha[2:]).unlink()
    with pytest.raises(GitFeil, match="ikke hentet alt"):
        i_siste_commit(rot)


def test_of_two_versions_none_is_taken_for_what_is_staged(rot: Path) -> None:
    git(rot, "checkout", "--quiet", "-b", "annen")
    for branch, said in (("annen", "stad: Bodø"), ("main", "stad: Oslo")):
        git(rot, "checkout", "--quiet", branch)
        (rot / MOETE).write_text(f"dato: 2023-10-04\n{said}\n", encoding="utf-8")
        git(rot, "commit", "--quiet", "--all", "-m", said)
    with pytest.raises(subprocess.CalledProcessError):
        git(rot, "merge", "--quiet", "annen")
    with pytest.raises(GitFeil, match="konflikter som ikke er løst"):
        klart_for_commit(rot)


def test_before_anything_is_saved_that_is_said(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    for asked in (lambda: revisjon(tmp_path, "HEAD"), lambda: der_de_skilte_lag(tmp_path, "main")):
        with pytest.raises(GitFeil, match="ingenting er lagret i git ennå"):
            asked()


def test_a_link_is_what_it_points_at(rot: Path) -> None:
    link = rot / "records/utvalg/utvalg-03/moeter/2023-10-05.yaml"
    link.symlink_to(Path(MOETE).name)
    git(rot, "add", ".")
    found = klart_for_commit(rot)
    assert found[str(link.relative_to(rot))] == found[MOETE]


@pytest.mark.parametrize("modus", ["alt", BEGYNT])
def test_a_file_that_is_too_large_is_told_and_the_rest_is_kept(rot: Path, modus: str) -> None:
    (rot / MOETE).write_bytes(b"#" * (MAX_BYTES + 1))
    git(rot, "add", ".")
    tree = MemoryTree(klart_for_commit(rot))
    stand = standen(tree, DAG, rot, modus)
    assert stand
    found = gjenbruk.rapporten(stand)
    assert [located.path for located in found.funn if "større enn" in located.finding.message] == [MOETE]
    again = standen(tree, DAG, rot, modus)
    assert again
    assert again.rapport() == found


def test_of_no_files_git_is_not_asked() -> None:
    assert dict(Lagrede()) == {}
    assert Lagrede().summer == {}
