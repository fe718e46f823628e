"""Utelatt i ord: what of the register git has, and did not take out into the folder (sparse-checkout)."""

from __future__ import annotations

from pathlib import Path

from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.gitlager.gitfiler import KanIkkeVite, utelatt
from brukerutvalg_cli.oppramsing import alle_sammen

KUR = "git sparse-checkout disable"
"""What takes all of it out."""
NEVNES = 3
"""So many councils are named; the rest are counted."""


def utelatt_i_ord(root: Path) -> str:
    """What is not there, and so is judged by nobody; nothing where all of it is. git is not run."""
    try:
        paths = utelatt(root, "records")
    except KanIkkeVite as error:
        return f"Git henter bare ut noe av filene her (sparse-checkout), og hva som mangler, kan ikke sies: {error}"
    if not paths:
        return ""
    owners = dict.fromkeys(map(eieren, paths))
    councils = list(filter(None, owners))
    shown, more = councils[:NEVNES], len(councils) - NEVNES
    named = [*shown, *([f"{more} utvalg til"] if more > 0 else [])]
    what = [
        f"filer fra {alle_sammen(named)}" if named else "",
        "filer som gjelder alle" if "" in owners else "",
    ]
    return (
        f"Mappa har ikke alt git har: {alle_sammen(filter(None, what))} er ikke hentet ut (sparse-checkout), og "
        "blir ikke vurdert"
    )
