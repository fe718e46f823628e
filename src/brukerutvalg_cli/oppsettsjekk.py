"""Oppsettsjekk: whether what surrounds the records is in order – git, how files are saved, schemas, hooks and CI."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.pakkedata import oppsett, schemas
from brukerutvalg_cli.vcs import GitFeil, er_lager, identitet, kroker

CI = (".github/workflows/valider.yml", ".gitlab-ci.yml")
NEVNES = 3
"""So many files are named; the rest are counted."""


class Punkt(NamedTuple):
    """One thing that was looked at: what it is, whether it is in order, and how to mend it if not."""

    navn: str
    i_orden: bool
    funnet: str
    rett: str = ""


def sjekk(root: Path) -> Iterator[Punkt]:
    """Everything, in the order in which it should be mended."""
    yield from _git(root)
    files = sorted((root / "records").rglob("*.yaml"))
    yield _filer(
        "tegnkoding", "UTF-8", [p for p in files if not _utf8(p)], "lagre som UTF-8 i tekstprogrammet", root
    )
    with_mark = [p for p in files if p.read_bytes().startswith(b"\xef\xbb\xbf")]
    yield _filer(
        "BOM",
        "ingen usynlige tegn først",
        with_mark,
        "lagre som UTF-8 uten BOM; programmet leser dem likevel",
        root,
    )
    crlf = [p for p in files if b"\r" in p.read_bytes()]
    yield _filer(
        "linjeskift", "LF", crlf, "kjør «git add --renormalize .» når .gitattributes er på plass", root
    )
    for name, why in (
        (".gitattributes", "linjeskift"),
        (".editorconfig", "redigering"),
        (".pre-commit-config.yaml", "krok"),
    ):
        yield _fil(root, name, f"oppsett for {why}")
    yield _skjema(root)
    ci = next((name for name in CI if (root / name).exists()), "")
    yield Punkt("kontroll i CI", bool(ci), ci or "ingen CI-fil", _hent(CI[0]))


def _git(root: Path) -> Iterator[Punkt]:
    inside = er_lager(root)
    yield Punkt(
        "git",
        inside,
        "et git-lager" if inside else "ikke et git-lager",
        "kjør «git init», og legg til filene",
    )
    if not inside:
        return
    try:
        name, address = identitet(root)
        hooks = kroker(root)
    except GitFeil as error:
        yield Punkt("git-identitet", False, str(error), "installer git")
        return
    fix = "git config user.name «Navnet ditt», og git config user.email «adressen din»"
    yield Punkt("git-identitet", bool(name and address), name or "mangler", fix)
    yield Punkt("krok før commit", "pre-commit" in hooks, "slått på" if "pre-commit" in hooks else "ikke slått på",
                "pip install pre-commit, og pre-commit install")  # fmt: skip


def _filer(name: str, good: str, bad: list[Path], fix: str, root: Path) -> Punkt:
    shown = ", ".join(p.relative_to(root).as_posix() for p in bad[:NEVNES])
    more = f" og {len(bad) - NEVNES} til" if len(bad) > NEVNES else ""
    return Punkt(name, not bad, f"{shown}{more}" if bad else good, fix)


def _fil(root: Path, name: str, what: str) -> Punkt:
    there = (root / name).exists()
    return Punkt(what, there, name if there else f"{name} mangler", _hent(name))


def _skjema(root: Path) -> Punkt:
    shipped = {path.name: path.read_bytes() for path in schemas().glob("*.json")}
    mine = {path.name: path.read_bytes() for path in (root / "schemas").glob("*.json")}
    missing = sorted(shipped.keys() - mine.keys())
    stale = sorted(
        name for name in shipped.keys() & mine.keys() if _lines(shipped[name]) != _lines(mine[name])
    )
    said = (
        f"mangler {', '.join(missing)}"
        if missing
        else f"{', '.join(stale)} er fra en annen versjon"
        if stale
        else ""
    )
    return Punkt(
        "skjema for redigering",
        not said,
        said or "som i programmet",
        f"kopier dem fra {schemas()} til schemas",
    )


def _hent(name: str) -> str:
    return f"kopier {oppsett() / name} hit"


def _utf8(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _lines(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n")
