"""`brukerutvalg valgbar` on councils of 1, 20 and 400 members, against `valider` of the same files.

The length and the limit stand in one provision, in two, or in the whole mandate of an office.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from brukerutvalg_cli.pakkedata import records
from stort_utvalg import write_files
from valider import seconds

GOAL = 2.00
RUNS = int(os.environ.get("RUNDER", "5"))
DAG = "2026-06-01"
MEDLEMMER = (1, 20, 400)
MAL = "mal-nav-kontor-2015"
BESTEMMELSE = (
    "- {{id: nr-{}, avsnitt: A, styrke: skal, tekst: T., regel: funksjonstid, hvem: {{verv: medlem}}, {}}}\n"
)


def mandates() -> Mapping[str, tuple[str, str]]:
    """The mandates by what they are called here: the id, and the file."""
    head = "tittel: R\ntype: mandat\ndatert: 2000-01-01\nmaalform: nb\nbestemmelser:\n"
    one = BESTEMMELSE.format(1, "lengde: 2 aar, paa_rad: 3 perioder")
    two = BESTEMMELSE.format(1, "lengde: 2 aar") + BESTEMMELSE.format(2, "paa_rad: 3 perioder")
    whole = (records() / "regelverk" / f"{MAL}.yaml").read_text(encoding="utf-8")
    return {"one provision": ("r", head + one), "two": ("r", head + two), "a whole mandate": (MAL, whole)}


def files(members: int, id: str, rules: str) -> dict[str, str]:
    """The council, whose members have had one to four terms of two years."""
    council = f"""\
navn: Utvalget
nivaa: lokal
maalform: nb
eier: nav-fylke
registrert_fra: 2015-01-01
organisasjoner: [ffo]
regelverk: [{{id: {id}, fra: 2015-01-01}}]
"""
    rounds = (
        f"- {{hva: oppnevningsrunde, dato: {y}-01-01, til: {y + 1}-12-31}}\n" for y in range(2015, 2026, 2)
    )
    return {
        f"regelverk/{id}.yaml": rules,
        "ordliste.yaml": (records() / "ordliste.yaml").read_text(encoding="utf-8"),
        "organisasjoner.yaml": "ffo: {navn: FFO, type: paraply, side: bruker}\n"
        "nav-fylke: {navn: Nav fylke, type: offentlig, side: nav}\n",
        "utvalg/utvalget/utvalg.yaml": council,
        "utvalg/utvalget/hendelser.yaml": "".join(rounds),
    } | {f"utvalg/utvalget/medlemmer/person-{nr}.yaml": _page(nr) for nr in range(members)}


def _page(nr: int) -> str:
    side, org = ("nav", "nav-fylke") if nr % 3 == 0 else ("bruker", "ffo")
    terms = (
        f"  - {{verv: medlem, fra: {y}-01-01, til: {y + 1}-12-31, av: nav-fylke, foreslaatt_av: {org}, fullmakt: ja}}\n"
        for y in range(2025 - 2 * (nr % 4), 2026, 2)
    )
    return f"navn: Person {nr}\nside: {side}\nrepresenterer: {org}\noppnevninger:\n{''.join(terms)}"


def main() -> None:
    """Run the two in turn, again and again, and compare their medians."""
    ours, theirs = (
        [sys.executable, "-m", "brukerutvalg_cli", verb, "--dato", DAG] for verb in ("valgbar", "valider")
    )
    for name, (id, rules) in mandates().items():
        for members in MEDLEMMER:
            with TemporaryDirectory() as folder:
                root = Path(folder)
                write_files(root, files(members, id, rules))
                rounds = [(seconds(ours, root), seconds(theirs, root)) for _ in range(RUNS)]
            ratio = median(a for a, _ in rounds) / median(b for _, b in rounds)
            print(f"valgbar, {members:3} members, {name:16} {ratio:5.2f} × valider   goal ≤ {GOAL:.2f}")


if __name__ == "__main__":
    main()
