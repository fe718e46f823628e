"""Links in a register that `doctor` mends: nothing of what they lead to is shown or written, and the rest is mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from nytt_register import nytt_register, som_nina

HEMMELIG = b"\xef\xbb\xbfen annens: hemmelighet\r\n"
UTVALG = "records/utvalg/nav-storelva"


@pytest.fixture
def ute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with somebody's own files; the register, with one file to mend, is where we stand."""
    som_nina(monkeypatch)
    monkeypatch.delenv("BRUKERUTVALG_COMMIT", raising=False)
    nytt_register(tmp_path / "r", "--dato", "2026-01-01")
    monkeypatch.chdir(tmp_path / "r")
    Path(".editorconfig").unlink()
    mine = tmp_path / "mitt"
    mine.mkdir()
    for name in ("moete.json", "notat.yaml"):
        (mine / name).write_bytes(HEMMELIG)
    return mine


def lenket(path: str, til: str) -> Callable[[Path], None]:
    def gjoer(mine: Path) -> None:
        place = Path(path)
        place.unlink(missing_ok=True)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(mine / til)

    return gjoer


def skjemaene(mine: Path) -> None:
    for path in Path("schemas").iterdir():
        path.unlink()
    Path("schemas").rmdir()
    Path("schemas").symlink_to(mine)


def skjult(mine: Path) -> None:
    Path("records/.skjult").mkdir()
    Path("records/.skjult/y.yaml").write_bytes(HEMMELIG)


FORMER: dict[str, tuple[Callable[[Path], None], str]] = {
    "a record": (lenket(f"{UTVALG}/notat.yaml", "notat.yaml"), "filene – kan ikke leses i records"),
    "a folder of records": (lenket(f"{UTVALG}/moeter", "."), "filene – kan ikke leses i records"),
    "a schema": (lenket("schemas/moete.json", "moete.json"), "moete.json er en lenke"),
    "the folder of schemas": (skjemaene, "er en lenke, eller ligger bak en"),
    "a file of the set-up": (lenket(".editorconfig", "finnes-ikke"), ""),
    "a hidden folder": (skjult, ""),
}


@pytest.mark.parametrize("form", FORMER)
@pytest.mark.parametrize("bare_vis", [True, False])
def test_what_a_link_leads_to_is_neither_shown_nor_written_and_the_rest_is_mended(
    bare_vis: bool, form: str, ute: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, told = FORMER[form]
    make(ute)
    before = innhold(ute)
    code = run(["doctor", "--rett", *(["--dry-run"] if bare_vis else [])])
    out, err = capsys.readouterr()
    assert code in (0, 1), err
    assert "hemmelighet" not in out + err
    assert told in out
    assert ".skjult" not in out + err
    assert innhold(ute) == before
    if form != "a file of the set-up":
        assert Path(".editorconfig").exists() is not bare_vis


def test_what_is_written_by_hand_in_another_way_is_mended_where_it_lies(ute: Path) -> None:
    path = Path(f"{UTVALG}/utvalg.yaml")
    right = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + right.replace(b"\n", b"\r\n"))
    run(["doctor", "--rett"])
    assert path.read_bytes() == right


def innhold(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
