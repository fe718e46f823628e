"""Files a command writes for its user: never over git's, ours or the records, whole or not at all, rights kept."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import skriv

U = "records/utvalg/utvalget"


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register with git's files, ours, and links to them."""
    rot = tmp_path / "reg"
    rot.mkdir()
    monkeypatch.chdir(rot)
    skriv(
        rot,
        {
            "regel": {"regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"},
            "moeter/2023-03-01": {"status": "planlagt"},
            "vedlegg/plan.md": "plan",
            "vedlegg/plan.pdf": "plan",
        },
    )
    subprocess.run(["git", "init", "-q"], check=True)
    for name in (".brukerutvalg/dagbok.json", f"{U}/templates/innkalling.md.j2", f"{U}/templates/a.md", f"{U}/plan.csv",
                 "arbeidstre/.git", ".gitignore", "utenfor.git/HEAD", ".vscode/settings.json", ".mailmap",
                 "schemas/utvalg.json", "README.md", f"{U}/utvalg.yaml.bak"):  # fmt: skip
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("mitt\n", encoding="utf-8")
    Path("lpt1").mkdir()
    for name in ("objects", "refs", "hooks"):
        Path("utenfor.git", name).mkdir()
    Path("til-git.md").symlink_to(".git/config")
    Path("til-sak.md").symlink_to(f"{U}/utvalg.yaml")
    Path("mappe").symlink_to(f"{U}/vedlegg")
    Path("ring.md").symlink_to("ring.md")
    Path(f"{U}/templates/innkalling.md.j2").unlink()
    return rot


FORBUDT = [
    ".git/config", ".git/ny.md", ".git/hooks/pre-commit", ".GIT/config", ".Git/x.md", "a/../.git/config", "til-git.md",
    "arbeidstre/.git", ".gitignore", ".gitattributes", "utenfor.git/hooks/post-commit", "utenfor.git/config",
    f"{U}/utvalg.yaml", f"{U}/ny.yaml", f"{U}/vedlegg/plan.pdf", f"{U}/vedlegg/plan.md", "mappe/plan.md", "til-sak.md",
    f"{U}/templates/a.md", f"{U}/plan.csv", f"{U}/UTVALG.YAML", f"{U}/templates/ny.j2", "rapport.yml",
    ".brukerutvalg/dagbok.json", ".brukerutvalg/ny.md", ".BRUKERUTVALG/ny.md",
    f"{U}/ny.md", f"{U}/moeter/innkalling.md", f"{U}/vedlegg/ny.md", f"{U}/utvalg.yaml.bak", "records/ny.md",
    "RECORDS/ny.md",
    ".vscode/settings.json", ".vscode/ny.md", ".mailmap", ".editorconfig", ".pre-commit-config.yaml", ".github/ny.md",
    "schemas/utvalg.json", "schemas/ny.md", "SCHEMAS/ny.md", "README.md", "readme.txt", "CODEOWNERS", "mappe/ny.md",
    "con.md", "a:b.md", "con/x.md", "nul/", "ny/aux.md", "./-x.md", "-ny/x.md", "ny./x.md", "lpt1/x.md",
    "ring.md", "x" * 5000,
    "x" * 250 + ".md", "finnes-ikke/ut.md", "records",
]  # fmt: skip


def innhold(rot: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(rot.rglob("*")) if path.is_file()}


DOKUMENT = "innkalling utvalget 2023-03-01"


@pytest.mark.parametrize(
    "verb", ["valider -o", f"{DOKUMENT} -o", f"{DOKUMENT} --ics", "frister utvalget --dato 2023-01-02 --ics"]
)
def test_what_is_not_written_over(rot: Path, capsys: pytest.CaptureFixture[str], verb: str) -> None:
    before = innhold(rot)
    for output in FORBUDT:
        assert run([*verb.split(), output]) == 2, output
        assert capsys.readouterr().err.splitlines()[-1].startswith("feil: "), output
        assert innhold(rot) == before, output


def test_a_message_is_not_written_over_anything_either(
    rot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "adresser.txt").write_text("kari: kari@example.no\n", encoding="utf-8")
    before = innhold(tmp_path)
    for output in FORBUDT:
        verb = ["innkalling", "utvalget", "2023-03-01", "--adresser", "../adresser.txt", "--eml", output]
        assert run(verb) == 2, output
        assert innhold(tmp_path) == before, output


def test_what_is_there_is_replaced_with_the_same_rights(rot: Path, tmp_path: Path) -> None:
    there = tmp_path / "rapport.json"
    there.write_text("gammelt", encoding="utf-8")
    there.chmod(0o640)
    (tmp_path / "lenke.json").symlink_to(there)
    assert run(["valider", "-o", str(tmp_path / "lenke.json"), "--output-format", "json"]) == 0
    assert there.read_text(encoding="utf-8").startswith("{")
    assert there.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "lenke.json").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lenke.json", "rapport.json", "reg"]


def test_half_a_file_never_takes_the_place_of_a_whole(
    rot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "ut.md"
    there.write_text("gammelt", encoding="utf-8")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "replace", full)
    assert run(["innkalling", "utvalget", "2023-03-01", "-o", str(there)]) == 2
    assert there.read_text(encoding="utf-8") == "gammelt"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reg", "ut.md"]


def test_a_hard_link_to_a_record_is_another_file(rot: Path, tmp_path: Path) -> None:
    record = rot / U / "utvalg.yaml"
    before = record.read_bytes()
    os.link(record, tmp_path / "ut.md")
    assert run(["innkalling", "utvalget", "2023-03-01", "-o", str(tmp_path / "ut.md")]) == 0
    assert record.read_bytes() == before


def test_all_places_are_looked_at_before_any_is_written(rot: Path, tmp_path: Path) -> None:
    assert (
        run(["innkalling", "utvalget", "2023-03-01", "--ics", str(tmp_path / "m.ics"), "-o", ".git/config"])
        == 2
    )
    assert not (tmp_path / "m.ics").exists()


@pytest.mark.parametrize("calendar", ["ut.md", "./ut.md", "UT.md"])
def test_two_outputs_do_not_go_to_one_file(
    calendar: str, rot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert (
        run(["--rot", str(rot), "innkalling", "utvalget", "2023-03-01", "-o", "ut.md", "--ics", calendar])
        == 2
    )
    assert not (tmp_path / "ut.md").exists()


@pytest.mark.parametrize(
    "output", ["../ut.md", "ut.md", "dokumenter/", "../.skjult.md", "../README.md", "/dev/null", "ut/"]
)
def test_what_may_be_written(rot: Path, output: str) -> None:
    assert run(["innkalling", "utvalget", "2023-03-01", "-o", output]) == 0


def test_of_a_disk_that_can_only_be_read_that_is_said(
    rot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ut.json").write_text("{}", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "open", refuse)
    assert run(["grunnlinje", "skriv", "ut.json"]) == 2
    assert "disken kan bare leses" in capsys.readouterr().err
