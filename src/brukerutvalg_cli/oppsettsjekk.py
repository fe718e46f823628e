"""Oppsettsjekk: whether what surrounds the records is in order – git, how files are saved, schemas, hooks and CI."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.endring.arbeidsmappe import Avvist, se_over
from brukerutvalg_cli.endring.avbrutt import MAPPE
from brukerutvalg_cli.flettoppsett import fletting_staar
from brukerutvalg_cli.gitlager.feil import vist
from brukerutvalg_cli.gitlager.gitfiler import paagaar
from brukerutvalg_cli.gitlager.kall import GitFeil
from brukerutvalg_cli.gitlager.lager import identitet, ligger_i_repo
from brukerutvalg_cli.gitlager.utelatt import KUR, utelatt_i_ord
from brukerutvalg_cli.hurtiglager.sted import er_vaar, mappen, opplysning
from brukerutvalg_cli.krok import Krok, kan_ikke_skrives, krok_staar
from brukerutvalg_cli.oppsettfiler import (
    BOM,
    CI,
    VED_TOPPEN,
    bak_lenke,
    er_utf8,
    i_ci_ved_toppen,
    lest,
    med_lf,
    under_toppen,
)
from brukerutvalg_cli.pakkedata import schemas
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.ulagret import delt_i_ord, i_ord, ikke_delt, ulagret

NEVNES = 3
"""So many files are named; the rest are counted."""
RETT = "brukerutvalg doctor --rett"


class Sjekkpunkt(NamedTuple):
    """One thing that was looked at: what it is, whether it is in order, and how to mend it if not."""

    navn: str
    i_orden: bool
    funnet: str
    rett: str = ""


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
    wrong = [path for path, raw in files.items() if not er_utf8(raw)]
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


def _ci(root: Path) -> Sjekkpunkt:
    """Whether the register is judged in CI, as far as a file of it can tell."""
    if below := under_toppen(root):
        top = root.resolve().parents[below.count("/")]
        files = [top / CI[1], *sorted((top / CI[0]).parent.glob("*.y*ml"))]
        ours = next((path for path in files if b"brukerutvalg" in (lest(path) or b"")), None)
        if ours:
            return Sjekkpunkt(
                "kontroll i CI", True, f"{vist(ours.relative_to(top).as_posix())} øverst i git-lageret"
            )
        why = "registeret ligger ikke øverst i git-lageret, og CI leser bare filer som ligger der"
        return Sjekkpunkt("kontroll i CI", False, why, i_ci_ved_toppen(below))
    ci = next((name for name in CI if (root / name).exists()), "")
    said = f"{ci}, som prøver registeret når variabelen BRUKERUTVALG er satt der"
    return Sjekkpunkt("kontroll i CI", bool(ci), said if ci else "CI-fil mangler", RETT)


def _git(root: Path) -> Iterator[Sjekkpunkt]:
    if not ligger_i_repo(root):
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
    if linked := [name for name in sorted(shipped) if bak_lenke(root, f"schemas/{name}")]:
        said = f"{', '.join(linked[:NEVNES])} er en lenke, eller ligger bak en"
        return Sjekkpunkt("skjema for redigering", False, said, f"slett lenken, og skriv «{RETT}»")
    mine = {path.name: lest(path) or b"" for path in (root / "schemas").glob("*.json")}
    missing = sorted(shipped.keys() - mine.keys())
    stale = sorted(
        name for name in shipped.keys() & mine.keys() if med_lf(shipped[name]) != med_lf(mine[name])
    )
    said = (
        f"{', '.join(missing)} mangler"
        if missing
        else f"{', '.join(stale)} er fra en annen versjon"
        if stale
        else ""
    )
    return Sjekkpunkt("skjema for redigering", not said, said or "som i programmet", RETT)


def _har_to_utgaver(raw: bytes) -> bool:
    """Whether git has left what two wrote in a file for somebody to choose."""
    lines = raw.splitlines()
    return any(line.startswith(b"<<<<<<< ") for line in lines) and any(
        line.startswith(b">>>>>>> ") for line in lines
    )
