"""Files where nobody looks, and folders without their council: told of, and nothing else is blamed."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, filer, sagt

LITE = """
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}}
"""
BRUDDET = "feil frist @ moeter/2022-11-16 sendt.sakspapirer"


def with_file(path: str, content: str) -> list[str]:
    """What is said of the small register with one more file in it."""
    return sagt(valider(MemoryTree(filer(LITE) | {path: content}), date(2023, 1, 1)))


@pytest.mark.parametrize(
    ("sti", "hjelp"),
    [
        (f"{UTVALG}/moeter/2022-09-22.yml", "gi fila navnet 2022-09-22.yaml"),
        (f"{UTVALG}/moeter/2022-09-22.YAML", "gi fila navnet 2022-09-22.yaml"),
        (f"{UTVALG}/moter/2022-09-22.yaml", "gi mappa navnet «moeter»"),
        (f"{UTVALG}/møter/2022-09-22.yaml", "gi mappa navnet «moeter»"),
        (f"{UTVALG}/medlem/per.yaml", "gi mappa navnet «medlemmer»"),
        (f"{UTVALG}/hendelse.yaml", "gi fila navnet hendelser.yaml"),
        (f"{UTVALG}/utval.yaml", "gi fila navnet utvalg.yaml"),
        ("records/regelverk/gammelt/mandat.yaml", "flytt fila"),
        ("records/organisasjon.yaml", "gi fila navnet organisasjoner.yaml"),
    ],
)
def test_a_file_where_nobody_looks(sti: str, hjelp: str) -> None:
    tree = MemoryTree(filer(LITE) | {sti: "navn: Noe\n"})
    strange = [f.finding for f in valider(tree, date(2023, 1, 1)).funn if f.finding.name != "frist"]
    assert [f.name for f in strange] == ["ukjent-fil"]
    folder = "gi mappa" in hjelp
    assert strange[0].place.path == (sti.rpartition("/")[0] if folder else sti)
    assert strange[0].help.startswith(hjelp)


@pytest.mark.parametrize(
    "sti",
    [
        f"{UTVALG}/vedlegg/notat.yaml",
        f"{UTVALG}/templates/nb/innkalling.yaml",
        f"{UTVALG}/README.md",
        f"{UTVALG}/moeter/notat.txt",
        "records/.skjult/noe.yaml",
        "docs/noe.yaml",
    ],
)
def test_what_is_the_council_s_own_affair(sti: str) -> None:
    assert with_file(sti, "navn: [uten slutt") == [BRUDDET]


def test_a_folder_without_its_council() -> None:
    """No record is lost without a word."""
    found = with_file("records/utvalg/annet/moeter/2022-09-22.yaml", "dato: 2022-09-22\nstatus: avholdt\n")
    assert found == ["feil fil-ulesbar @ utvalg/annet/utvalg", BRUDDET]
