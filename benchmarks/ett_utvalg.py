"""One council of a hundred files, nothing kept: `valider` against yamllint and check-jsonschema on the same files, and
the other verbs against `valider`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from brukerutvalg_cli.pakkedata import records
from maaling import OURS, Maalinger, Rad, forhold, kommando
from stort_utvalg import REGELVERK, UTVALG, write_council

DAG = ("--dato", "2024-01-15")
# Lines as long as people write them, and no `---` at the top: yamllint, too, is to have nothing to tell.
YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable, braces: disable}}"
VERBENE = {
    "`status`": ("status", UTVALG, *DAG),
    "`frister`": ("frister", UTVALG, *DAG),
    "`referat`": ("referat", UTVALG, "2023-12-14"),
}
SKRIVER = ("moete", "foer", UTVALG, "2023-12-14", "--innledning", "Kort", "--dry-run", *DAG)
SKJEMA = Path(__file__).parents[1] / "schemas" / "moete.json"


def rader(runder: int) -> Iterator[Rad]:
    """All of them in turn, again and again, so that a noisy machine is noisy for each of them."""
    found = Maalinger()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        count = write_council(root, records() / "regelverk" / f"{REGELVERK}.yaml")
        meetings = sorted(str(path) for path in root.rglob("moeter/*.yaml"))
        peers = {
            "yamllint": [sys.executable, "-m", "yamllint", "-d", YAMLLINT, "records"],
            "check-jsonschema": [
                sys.executable,
                "-m",
                "check_jsonschema",
                "--schemafile",
                str(SKJEMA),
                *meetings,
            ],
        }
        ours = {"valider": ("valider", *DAG), **VERBENE, "a verb that writes": SKRIVER}
        for _ in range(runder):
            for name, command in peers.items():
                found.ta(name, partial(kommando, command, root))
            for name, arguments in ours.items():
                found.ta(name, partial(kommando, [*OURS, *arguments], root))
    valider = found.av("valider")
    yield forhold(
        f"`valider`, one council of {count} files, nothing kept",
        "yamllint",
        valider,
        found.av("yamllint"),
        0.18,
    )
    against = f"check-jsonschema with our schema, {len(meetings)} of them"
    yield forhold("the same", against, valider, found.av("check-jsonschema"))
    for name in VERBENE:
        yield forhold(f"{name}, the same council", "`valider` of it", found.av(name), valider, 1.1)
    yield forhold(
        "a verb that writes, the same council",
        "`valider` of it",
        found.av("a verb that writes"),
        valider,
        1.4,
    )
