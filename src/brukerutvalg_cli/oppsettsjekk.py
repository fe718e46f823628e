"""Oppsettsjekk: whether what surrounds the records is in order – git, how files are saved, schemas, hooks and CI."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from brukerutvalg_cli.endring.arbeidsmappe import Avvist, se_over
from brukerutvalg_cli.endring.avbrutt import MAPPE
from brukerutvalg_cli.endring.egne_stier import inni
from brukerutvalg_cli.flettoppsett import fletting_staar
from brukerutvalg_cli.gitlager.feil import vist
from brukerutvalg_cli.gitlager.lager import GitFeil, er_lager, identitet
from brukerutvalg_cli.gitlager.spor import lager, paagaar
from brukerutvalg_cli.gitlager.utelatt import KUR, utelatt_i_ord
from brukerutvalg_cli.hurtiglager.sted import er_vaar, mappen, opplysning
from brukerutvalg_cli.krok import Krok, kan_ikke_skrives, krok_staar
from brukerutvalg_cli.pakkedata import oppsett, schemas
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.ulagret import delt_i_ord, i_ord, ikke_delt, ulagret

CI = (".github/workflows/valider.yml", ".gitlab-ci.yml")
VED_TOPPEN = (*CI, ".pre-commit-config.yaml")
"""What those tools read only at the top of a repository: in a register further down it would never be run."""
NEVNES = 3
"""So many files are named; the rest are counted."""
STOERST = 1 << 20
"""No record has more bytes, and nothing that is set up beside them."""
BOM = b"\xef\xbb\xbf"
RETT = "brukerutvalg doctor --rett"


class Sjekkpunkt(NamedTuple):
    """One thing that was looked at: what it is, whether it is in order, and how to mend it if not."""

    navn: str
    i_orden: bool
    funnet: str
    rett: str = ""


class Oppsettfil(NamedTuple):
    """A file that can be mended without asking anybody: what it holds, None where it is missing, and what it should."""

    path: str
    foer: bytes | None
    etter: bytes


def sjekk(root: Path) -> Iterator[Sjekkpunkt]:
    """Everything, in the order in which it should be mended."""
    yield from _git(root)
    yield _arbeidsmappe(root)
    yield _hurtiglager(root)
    tree = WorkTree(root)
    records = [path for path in tree.paths() if path.endswith(".yaml")]
    files = {path: raw for path in records if isinstance(raw := tree.read(path), bytes)}
    unread = [path for path in records if path not in files] + [each.place.path for each in tree.problems()]
    if unread:
        yield _filer("filene", "kan leses", "kan ikke leses", unread, "«brukerutvalg valider» sier hvorfor")
    if both := [path for path, raw in files.items() if _har_to_utgaver(raw)]:
        state = paagaar(root)
        go_on = (state and state.ferdig) or "git commit"
        fix = "velg det som skal stå mellom merkene <<<<<<< og >>>>>>> i fila, ta bort merkene, og skriv «git add» og "
        yield _filer("to utgaver", "", "to utgaver ved siden av hverandre", both, f"{fix}«{go_on}»")
    coding = "åpne fila i tekstprogrammet, se over æ, ø og å, og lagre den med tegnkodingen UTF-8"
    wrong = [path for path, raw in files.items() if not _utf8(raw)]
    yield _filer("tegnkoding", "UTF-8", "ikke UTF-8", wrong, coding)
    marked = [path for path, raw in files.items() if raw.startswith(BOM)]
    yield _filer("BOM", "ingen usynlige tegn først", "et usynlig tegn først", marked, RETT)
    crlf = [path for path, raw in files.items() if b"\r\n" in raw]
    yield _filer("linjeskift", "LF", "linjeskift fra Windows (CRLF)", crlf, RETT)
    for name, why in (
        (".gitattributes", "linjeskift"),
        (".editorconfig", "redigering"),
        (".pre-commit-config.yaml", "krok"),
    ):
        if name in VED_TOPPEN and under_toppen(root):
            continue
        there = (root / name).exists()
        yield Sjekkpunkt(f"oppsett for {why}", there, name if there else f"{name} mangler", RETT)
    yield _skjema(root)
    yield _ci(root)


def under_toppen(root: Path) -> str:
    """The way from the top of the repository down to the register; empty where it is the top, or there is none."""
    found = lager(root)
    below = root.resolve().relative_to(found.topp).as_posix() if found else "."
    return "" if below == "." else below


def i_ci_ved_toppen(under: str) -> str:
    """How a register further down in a repository is judged in CI."""
    return f"la CI-fila øverst i git-lageret kjøre «brukerutvalg --rot {vist(under)} valider»"


def _ci(root: Path) -> Sjekkpunkt:
    """Whether the register is judged in CI, as far as a file of it can tell."""
    if below := under_toppen(root):
        top = root.resolve().parents[below.count("/")]
        files = [top / CI[1], *sorted((top / CI[0]).parent.glob("*.y*ml"))]
        ours = next((path for path in files if b"brukerutvalg" in (_lest(path) or b"")), None)
        if ours:
            return Sjekkpunkt(
                "kontroll i CI", True, f"{vist(ours.relative_to(top).as_posix())} øverst i git-lageret"
            )
        why = "registeret ligger ikke øverst i git-lageret, og CI leser bare filer som ligger der"
        return Sjekkpunkt("kontroll i CI", False, why, i_ci_ved_toppen(below))
    ci = next((name for name in CI if (root / name).exists()), "")
    said = f"{ci}, som prøver registeret når variabelen BRUKERUTVALG er satt der"
    return Sjekkpunkt("kontroll i CI", bool(ci), said if ci else "CI-fil mangler", RETT)


def kan_rettes(root: Path) -> list[Oppsettfil]:
    """The files that are missing, are of another version, or are saved in another way than the rest."""
    shipped = {path.relative_to(oppsett()).as_posix(): path.read_bytes() for path in _under(oppsett())}
    has_ci = any((root / name).exists() for name in CI)
    nowhere = VED_TOPPEN if under_toppen(root) else ()
    missing = {
        name: raw
        for name, raw in shipped.items()
        if not (root / name).exists() and not (has_ci and name in CI) and name not in nowhere
    }
    schema = {f"schemas/{path.name}": path.read_bytes() for path in schemas().glob("*.json")}
    saved = {
        path.relative_to(root).as_posix(): raw.removeprefix(BOM).replace(b"\r\n", b"\n")
        for path in _vanlige_poster(root)
        if inni(root, path.relative_to(root).as_posix()) and (raw := _lest(path)) is not None and _utf8(raw)
    }
    beside = {path: raw for path, raw in (missing | schema).items() if not _bak_lenke(root, path)}
    wanted = {path: (_lest(root / path), raw) for path, raw in (beside | saved).items()}
    return [
        Oppsettfil(path, now, raw)
        for path, (now, raw) in sorted(wanted.items())
        if _trengs(root / path, now, raw, by_line=path in schema)
    ]


def _trengs(path: Path, now: bytes | None, wanted: bytes, *, by_line: bool) -> bool:
    """Whether a file is to be written. What is there and could not be read is left alone."""
    if now is None:
        return not os.path.lexists(path)
    return _lines(now) != _lines(wanted) if by_line else now != wanted


def _git(root: Path) -> Iterator[Sjekkpunkt]:
    if not er_lager(root):
        fix = f"installer git fra git-scm.com om du ikke har det, og skriv «{RETT}»"
        yield Sjekkpunkt("git", False, "registeret ligger ikke i et git-lager", fix)
        return
    yield Sjekkpunkt("git", True, "et git-lager")
    if missing := utelatt_i_ord(root):
        yield Sjekkpunkt("alt er i mappa", False, missing[0].lower() + missing[1:], KUR)
    try:
        name, address = identitet(root)
        hook = krok_staar(root)
        closed = kan_ikke_skrives(root) if hook in (Krok.INGEN, Krok.FORELDET) else ""
    except GitFeil as error:
        yield Sjekkpunkt("git-identitet", False, str(error), "installer git fra git-scm.com")
        return
    fix = 'brukerutvalg lagre --ditt-navn "Navnet ditt" --din-epost "adressen din"'
    known = bool(name and address)
    yield Sjekkpunkt("git-identitet", known, name if known else "git vet ikke hvem du er", fix)
    if hook is Krok.EN_ANNEN:
        fix = "legg linja «brukerutvalg krok» til i kroken (pre-commit) som står der"
        yield Sjekkpunkt("krok før lagring", False, "en annen krok står der", fix)
    elif closed:
        fix = "legg linja «brukerutvalg krok» til i en krok (pre-commit) der git ser etter den"
        yield Sjekkpunkt("krok før lagring", False, f"ikke slått på: {closed}", fix)
    else:
        old = "kroken er fra en annen versjon" if hook is Krok.FORELDET else "ikke slått på"
        yield Sjekkpunkt(
            "krok før lagring", hook is Krok.VAAR, "slått på" if hook is Krok.VAAR else old, RETT
        )
    set_up = fletting_staar(root)
    said = "satt sammen av programmet" if set_up else "settes bare sammen linje for linje"
    yield Sjekkpunkt("det to har gjort i samme fil", set_up, said, RETT)
    yield from _lagret(root)


def _lagret(root: Path) -> Iterator[Sjekkpunkt]:
    """What is not saved, and not shared with those who share the register; what git is in the middle of goes before."""
    save, share = "brukerutvalg lagre", "brukerutvalg del"
    if state := paagaar(root):
        cure = state.kur[0].lower() + state.kur[1:]
        yield Sjekkpunkt("tilstanden i git", False, state.naa[0].lower() + state.naa[1:], cure)
        if state.ferdig:
            return
    try:
        files = ulagret(root).filer
        said = f"{i_ord(files)} er ikke lagret" if files else "alt i registeret er lagret"
        yield Sjekkpunkt("lagret", not files, said, save)
    except GitFeil as error:
        yield Sjekkpunkt("lagret", False, f"det kan ikke sies hva som er lagret: {error}", save)
        return
    if state:
        return
    try:
        unshared = ikke_delt(root)
    except GitFeil as error:
        yield Sjekkpunkt("delt", False, str(error), share)
        return
    if unshared is None:
        yield Sjekkpunkt("delt", True, "registeret ligger bare her, og har ingen å dele med")
    else:
        said = f"{delt_i_ord(unshared)} er ikke delt" if unshared else "alt som er lagret, er delt"
        yield Sjekkpunkt("delt", not unshared, said, share)


def _arbeidsmappe(root: Path) -> Sjekkpunkt:
    try:
        se_over(root)
    except Avvist as error:
        return Sjekkpunkt("arbeidsmappe", False, error.hva, error.kur or f"slett {MAPPE}")
    return Sjekkpunkt("arbeidsmappe", True, f"{MAPPE}, utenfor git")


def _hurtiglager(root: Path) -> Sjekkpunkt:
    """What is kept so that nothing is judged twice: how much there is, and where."""
    folder = mappen(root)
    if folder is None:
        return Sjekkpunkt("hurtiglager", True, "ikke i bruk; alt vurderes hver gang")
    if os.path.lexists(folder) and not er_vaar(folder):
        said = f"{folder} brukes ikke, for andre enn du har tilgang til den, eller den er en lenke"
        return Sjekkpunkt("hurtiglager", False, said, f"slett {folder.parent}; det lages på nytt")
    kept = opplysning(folder)
    if not kept.filer:
        return Sjekkpunkt("hurtiglager", True, "tomt; «valider» fyller det")
    return Sjekkpunkt(
        "hurtiglager", True, f"{-(-kept.byte // 1000)} kB i {folder}, som kan slettes når som helst"
    )


def _filer(name: str, good: str, wrong: str, bad: list[str], fix: str) -> Sjekkpunkt:
    shown = ", ".join(bad[:NEVNES])
    more = f" og {len(bad) - NEVNES} til" if len(bad) > NEVNES else ""
    return Sjekkpunkt(name, not bad, f"{wrong} i {shown}{more}" if bad else good, fix)


def _skjema(root: Path) -> Sjekkpunkt:
    shipped = {path.name: path.read_bytes() for path in schemas().glob("*.json")}
    if linked := [name for name in sorted(shipped) if _bak_lenke(root, f"schemas/{name}")]:
        said = f"{', '.join(linked[:NEVNES])} er en lenke, eller ligger bak en"
        return Sjekkpunkt("skjema for redigering", False, said, f"slett lenken, og skriv «{RETT}»")
    mine = {path.name: _lest(path) or b"" for path in (root / "schemas").glob("*.json")}
    missing = sorted(shipped.keys() - mine.keys())
    stale = sorted(
        name for name in shipped.keys() & mine.keys() if _lines(shipped[name]) != _lines(mine[name])
    )
    said = (
        f"{', '.join(missing)} mangler"
        if missing
        else f"{', '.join(stale)} er fra en annen versjon"
        if stale
        else ""
    )
    return Sjekkpunkt("skjema for redigering", not said, said or "som i programmet", RETT)


def _vanlige_poster(root: Path) -> Iterator[Path]:
    """The records that are files of their own, by what the disk calls them: what a link leads to is somebody else's."""
    tree = WorkTree(root)
    named = (tree.paa_disken(path) for path in tree.paths() if path.endswith(".yaml"))
    return (Path(name) for name in named if name)


def _bak_lenke(root: Path, path: str) -> bool:
    """Whether a file is a link or lies behind one: then it is not ours to show, nor to write."""
    way = PurePosixPath(path)
    return any((root / each).is_symlink() for each in (way, *way.parents) if each != PurePosixPath())


def _under(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _lest(path: Path) -> bytes | None:
    """What is in a file; None where it is a folder or a pipe, is too large for a record, or may not be read."""
    try:
        if not path.is_file() or path.stat().st_size > STOERST:
            return None
        return path.read_bytes()
    except OSError:
        return None


def _har_to_utgaver(raw: bytes) -> bool:
    """Whether git has left what two wrote in a file for somebody to choose."""
    lines = raw.splitlines()
    return any(line.startswith(b"<<<<<<< ") for line in lines) and any(
        line.startswith(b">>>>>>> ") for line in lines
    )


def _utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _lines(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n")
