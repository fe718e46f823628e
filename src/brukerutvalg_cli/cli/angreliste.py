"""Angreliste: the commands that can be taken back, and what stands in the way of taking back one of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from brukerutvalg_cli.endring.arbeidsfil import Innslag
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.funn.finding import Finding
    from brukerutvalg_cli.handling.viser_til import Omtalested
    from brukerutvalg_cli.register.load import Lastet

INGENTING = "det er ingenting å angre"


def den(root: Path, nr: int) -> Innslag:
    """The command of a number, the last one being 1; what is said of it, as it may be said now.

    Raises:
        Stans: when there is none.
    """
    from brukerutvalg_cli.cli.personvernvakt import sagt_naa
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.dagbok import les
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    entries = les(root)
    if not entries:
        raise Stans(INGENTING)
    if nr > len(entries):
        raise Stans(f"det er {len(entries)} å angre. «brukerutvalg angre --liste» viser hva")
    entry = entries[-nr]
    return entry._replace(melding=sagt_naa(entry.melding, entry.endringer, load(WorkTree(root))))


def list_opp(root: Path) -> None:
    """Those that can be undone, the last first: the day and what was done, and why one of them cannot be."""
    from brukerutvalg_cli.cli.personvernvakt import sagt_naa
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.arbeidsmappe import Avvist, se_over
    from brukerutvalg_cli.endring.dagbok import i_veien, les
    from brukerutvalg_cli.model.kalender import dato_i_ord
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    try:
        se_over(root)
    except Avvist as error:
        raise Stans(str(error)) from None
    entries = les(root)
    lastet = load(WorkTree(root))
    for nr, entry in enumerate(reversed(entries), 1):
        said = sagt_naa(entry.melding, entry.endringer, lastet)
        typer.echo(f"{nr:>3}. {dato_i_ord(entry.naar)}: {said}{_men(entry, i_veien(entries, nr))}")
    typer.echo(
        "Neste steg: brukerutvalg angre, eller «brukerutvalg angre NR»"
        if entries
        else f"Her er ikke noe: {INGENTING}."
    )


def _men(entry: Innslag, blocked: Sequence[int]) -> str:
    if entry.glemt:
        return f" (kan ikke angres: {entry.glemt})"
    more = f" og {len(blocked) - 1} til" if len(blocked) > 1 else ""
    return f" (etter at nr. {blocked[0]}{more} er angret)" if blocked else ""


def staar_alene(root: Path, entry: Innslag, nr: int) -> None:
    """Sees to it that nothing done since stands on what one of the commands did.

    Raises:
        Stans: when something does.
    """
    from brukerutvalg_cli.cli.personvernvakt import sagt_naa
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.dagbok import i_veien, les, omvendt
    from brukerutvalg_cli.endring.utkast import Overlegg
    from brukerutvalg_cli.funn.nye import nye_og_borte
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree
    from brukerutvalg_cli.validering import innebygde

    if nr == 1:
        return
    tree, entries, back = WorkTree(root), les(root), omvendt(entry.endringer)
    now = load(tree)
    if blocked := i_veien(entries, nr):
        later = "; ".join(
            f"nr. {n}: {sagt_naa(entries[-n].melding, entries[-n].endringer, now)}" for n in blocked
        )
        raise Stans(
            f"«{entry.melding}» kan ikke angres for seg, for de samme filene er endret etterpå. Angre først {later}"
        )
    if places := list(_steder(back, now)):
        raise Stans(
            f"«{entry.melding}» kan ikke angres for seg, for noe som er ført etterpå, bygger på det: {places[0]}"
        )
    then = load(Overlegg(tree, {change.path: change.etter for change in back}), now.lest)
    known, found = (*now.findings, *innebygde(now)), (*then.findings, *innebygde(then))
    lost, _ = nye_og_borte(found, known, [(_merke, _merke)])
    if broken := next((f for f in lost if f.code < "BU100" or f.name == "ukjent-referanse"), None):
        raise Stans(
            f"«{entry.melding}» kan ikke angres for seg, for noe som er ført etterpå, bygger på det: {broken.message}"
        )


def _merke(finding: Finding) -> str:
    return finding.fingerprint


def _steder(back: Sequence[Filendring], lastet: Lastet) -> Iterator[Omtalested]:
    """Where what a change takes away is named, outside what it puts back."""
    from brukerutvalg_cli.handling.ting import roetter
    from brukerutvalg_cli.handling.viser_til import som_nevner
    from brukerutvalg_cli.ord.i_ord import Her

    touched, gone = {change.path for change in back}, {change.path for change in back if change.etter is None}
    for mappe in lastet.register.mapper.values():
        here = Her(mappe, lastet.register)
        things = [
            t for ord in ("person", "moete") for t in roetter(ord, mappe, lastet.register) if t.path in gone
        ]
        yield from (place for t in things for place in som_nevner(t, here) if place.path not in touched)
