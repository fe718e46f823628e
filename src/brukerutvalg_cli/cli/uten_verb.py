"""What the program says when no verb is named: what must be done now, where there is a register."""

from __future__ import annotations

import typer


def hva_naa(ctx: typer.Context) -> str:
    """The status of every council here; nothing where there is no register.

    Raises:
        Stans: when the folder that was named has none.
    """
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.stans import Stans

    try:
        root = register_rot(ctx)
    except Stans:
        if ctx.obj.rot:
            raise
        return ""
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.verb.status import vis

    return vis(arbeidstre(ctx, root), [], lest_dag(""), som_json=False)
