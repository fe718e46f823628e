"""Bestemmelsessvar: the provisions a verb is told of, by id or as a finding prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.register.load import Lastet


def bestemmelsene(text: str, mappe: Utvalgsmappe, lastet: Lastet) -> list[str]:
    """The ids of one, or of several with commas between them; there are commas in what is printed of one, too. What no
    provision is called, is left to who judges the election.
    """
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.nevnt import kalt_slik

    known = kjente.bestemmelser(mappe, lastet.regelverk)
    parts = [text] if kalt_slik(text, known) else text.split(",")
    named = [(part.strip(), kalt_slik(part, known)) for part in parts if part.strip()]
    return list(dict.fromkeys(found[0].id if len(found) == 1 else part for part, found in named))
