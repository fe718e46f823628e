"""`brukerutvalg valgbar` on councils of 1, 20 and 400 members, against `valider` of the same files.

The length and the limit stand in one provision, in two, or in the whole mandate of an office.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from brukerutvalg_cli.pakkedata import records
from maaling import OURS, Maalinger, Rad, forhold, kommando
from stort_utvalg import write_files

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
    """The council, whose members have had one to four terms of two years; the first of them is deputy leader."""
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
    office = "  - {verv: nestleder, fra: 2025-01-01, til: 2026-12-31}\n" if nr == 0 else ""
    return f"navn: Person {nr}\nside: {side}\nrepresenterer: {org}\noppnevninger:\n{''.join(terms)}{office}"


def rader(runder: int) -> Iterator[Rad]:
    """Run the two in turn, again and again, and compare their medians."""
    for name, (id, rules) in mandates().items():
        for members in MEDLEMMER:
            found = Maalinger()
            with TemporaryDirectory() as folder:
                root = Path(folder)
                write_files(root, files(members, id, rules))
                for _ in range(runder):
                    for verb in ("valgbar", "valider"):
                        found.ta(verb, partial(kommando, [*OURS, verb, "--dato", DAG], root))
            yield forhold(
                f"`valgbar`, {members} members, {name}",
                "`valider`",
                found.av("valgbar"),
                found.av("valider"),
                2,
            )
