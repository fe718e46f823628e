"""What the options before the verb said; every verb finds it as `ctx.obj`."""

from pathlib import Path
from typing import NamedTuple


class GlobalOptions(NamedTuple):
    """`rot` is the root of the register, or None: the nearest directory upwards that has `records/`.

    `enkel`: for a screen reader, with no excerpts, frames or marks.
    """

    rot: Path | None
    enkel: bool = False
