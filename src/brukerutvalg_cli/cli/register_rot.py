"""Where the register is: the nearest directory upwards with a `records/`, or the one that was named."""

from pathlib import Path

import typer

from brukerutvalg_cli.cli.options import GlobalOptions


def register_rot(ctx: typer.Context) -> Path:
    """The root of the register.

    Raises:
        typer.BadParameter: when there is none; the program then exits with 2.
    """
    options: GlobalOptions = ctx.obj
    if options.rot:
        if (options.rot / "records").is_dir():
            return options.rot
        raise typer.BadParameter(f"mappen {options.rot} har ingen «records/»")
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "records").is_dir():
            return folder
    raise typer.BadParameter(
        "fant ikke noe register: ingen mappe herfra og oppover har «records/». Gå til registeret, "
        "eller skriv «brukerutvalg --rot MAPPE …»"
    )
