"""Several names in one sentence, by the rules of the language: `Nav Vestland, KS og Bergen kommune`."""

from __future__ import annotations

from collections.abc import Sequence

from brukerutvalg_cli.model.maalform import Maalform


def i_rekke(navn: Sequence[str], maalform: Maalform) -> str:
    """The names with commas, and the word for *and* before the last. One alone stands as it is."""
    if len(navn) < 2:
        return "".join(navn)
    # Late: Babel costs 20 ms, and few councils have more than one owner.
    from babel.lists import format_list

    return format_list(navn, locale=maalform)
