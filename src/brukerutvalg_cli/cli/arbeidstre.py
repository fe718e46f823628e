"""Arbeidstre: the files of the register, with what is known of them from before; what is new of that, is kept."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from brukerutvalg_cli.register.tree import WorkTree

if TYPE_CHECKING:
    from pathlib import Path

    from brukerutvalg_cli.cli.klikk import Context
    from brukerutvalg_cli.hurtiglager.kjennskapen import Kjennskapen


def arbeidstre(ctx: Context, root: Path) -> WorkTree:
    """For a command that may look to other councils than those it is about."""
    tree = WorkTree(root)

    @cache
    def known() -> Kjennskapen:
        from brukerutvalg_cli.hurtiglager.kjennskapen import (
            Kjennskapen,  # late: most registers have one council
        )

        found = Kjennskapen(tree)
        ctx.call_on_close(found.lagre)
        return found

    tree.kjennskap = known
    return tree
