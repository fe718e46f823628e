"""Files that are not where, or not what, the register expects: names, levels, double ids, folders."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, dom, filer, meldinger, sagt, utfall

LITE = """
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}}
"""
BRUDDET = "feil frist @ moeter/2022-11-16 sendt.sakspapirer"


def with_file(path: str, content: str) -> list[str]:
    """What is said of the small register with one more file in it."""
    return sagt(valider(MemoryTree(filer(LITE) | {path: content}), date(2023, 1, 1)))


# The file's name


@pytest.mark.parametrize(
    ("fil", "sted", "melding"),
    [
        (
            "moeter/2022-11-16: {dato: 2022-11-17}",
            "moeter/2022-11-16 dato",
            "her står det 2022-11-17, men fila heter 2022-11-16.yaml",
        ),
        (
            "medlemmer/kari: {id: kari-nordmann}",
            "medlemmer/kari id",
            "her står det kari-nordmann, men fila heter kari.yaml",
        ),
        (
            "utvalg: {id: utvalg}",
            "utvalg id",
            "her står det utvalg, men mappa heter utvalget",
        ),
        (
            "regelverk/mandatet: {id: mandat, bestemmelser: []}",
            "regelverk/mandatet id",
            "her står det mandat, men fila heter mandatet.yaml",
        ),
    ],
)
def test_a_file_that_says_another_name_than_its_own(fil: str, sted: str, melding: str) -> None:
    found = dom(fil)
    assert sagt(found) == [f"feil id-og-filnavn @ {sted}"]
    assert meldinger(found) == [melding]


@pytest.mark.parametrize(
    "fil",
    [
        "moeter/2022-11-16: {dato: 2022-11-16}",
        "medlemmer/kari: {id: kari}",
        "medlemmer/kari: {}",
        "utvalg: {id: utvalget}",
        "regelverk/mandatet: {id: mandatet, bestemmelser: []}",
    ],
)
def test_a_file_that_says_its_own_name_or_none(fil: str) -> None:
    assert utfall(dom(fil)) == []


# Double ids


def test_two_provisions_with_one_id() -> None:
    provision = "{id: leder, avsnitt: Ledelse, styrke: kan, tekst: T.}"
    register = (
        f"regelverk/r: {{bestemmelser: [{provision}, {provision.replace('leder', 'vara')}, {provision}]}}"
    )
    found = dom(register)
    assert sagt(found) == ["feil dobbel-bestemmelse @ regelverk/r bestemmelser.2.id"]
    assert found.funn[0].finding.related[0].place.route == ("bestemmelser", 0, "id")


def test_the_same_id_in_two_rule_sets() -> None:
    provision = "{id: leder, avsnitt: Ledelse, styrke: kan, tekst: T.}"
    assert (
        utfall(
            dom(f"regelverk/a: {{bestemmelser: [{provision}]}}\nregelverk/b: {{bestemmelser: [{provision}]}}")
        )
        == []
    )


# The level a rule set is written for


@pytest.mark.parametrize(
    ("skrevet_for", "utvalgets", "ventet"),
    [("[lokal]", "lokal", 0), ("[lokal, fylke]", "fylke", 0), ("[lokal]", "fylke", 1), ("[]", "fylke", 0)],
)
def test_a_mismatch_of_level_is_a_hint(skrevet_for: str, utvalgets: str, ventet: int) -> None:
    register = f"""
regelverk/mal: {{type: mal, nivaa: {skrevet_for}, bestemmelser: []}}
utvalg: {{nivaa: {utvalgets}, regelverk: [{{id: mal, fra: 2020-01-01}}]}}
"""
    assert utfall(dom(register)) == ["raad nivaa @ utvalg regelverk.0.id"] * ventet


# The place of a file


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
