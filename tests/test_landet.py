"""The council as the unit: councils judged one by one say what they say together, and ask no more of each other than
the outline has.
"""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest

from brudd import SLAGENE, med_brudd
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.model.omriss import OMRISS
from brukerutvalg_cli.pakkedata import records
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.register.filfeil.filer import FIL_ULESBAR
from brukerutvalg_cli.register.innlest import posten
from brukerutvalg_cli.register.landet import Landet
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree, Tree
from brukerutvalg_cli.validering import ett_for_ett, rapporten, valider
from land import landet
from smaa_registre import ROOT, UTVALG, filer
from stort_utvalg import REGELVERK

SRC = ROOT / "src" / "brukerutvalg_cli"
DATO = date(2024, 1, 15)
Files = dict[str, bytes]


def samlet(tree: Tree, dato: date) -> Rapport:
    """All councils in memory at once."""
    return rapporten(tree, load(tree), dato)


def likt(files: Files, dato: date) -> None:
    """Whether together and one by one are the same report, to the last word."""
    tree = MemoryTree(files)
    assert ett_for_ett(Landet(tree), dato) == samlet(tree, dato)


# ── Registers to try it on ────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def medfoelgende() -> Files:
    """The shipped register."""
    folder = ROOT / "records"
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def oppdiktet() -> Files:
    """Six councils that are above each other and send each other cases, with a breach in each."""
    files, _ = med_brudd(landet(records() / "regelverk" / f"{REGELVERK}.yaml", 6), hver=1)
    return {f"records/{path}": text.encode() for path, text in files.items()}


def forandret(files: Files, draw: Random) -> Files:
    """The same with some files changed, taken away, copied or moved astray, as nobody would have thought of."""
    files = dict(files)
    for path in draw.sample(sorted(files), 6):
        lines = files[path].split(b"\n")
        at = draw.randrange(len(lines))
        match draw.randrange(8):
            case 0:
                lines.insert(at, draw.choice(lines))
            case 1:
                del lines[at]
            case 2:
                lines[at] = lines[at].replace(b": ", b":", 1)
            case 3:
                lines[at] = lines[at].replace(b"ja", b"ukjent").replace(b"bruker", b"brukar")
            case 4:
                lines[at] += b"x"
            case 5:
                del files[path]
                continue
            case 6:
                files[path.replace(".yaml", " (2).yaml")] = files[path]
                continue
            case 7:
                files[path.replace("/moeter/", "/moter/").replace("utvalg.yaml", "utvalg.yml")] = files.pop(
                    path
                )
                continue
        files[path] = b"\n".join(lines)
    return files


@pytest.mark.parametrize("dato", [date(2023, 3, 1), date(2026, 11, 29)])
def test_the_shipped_register_one_by_one_is_the_same_as_together(medfoelgende: Files, dato: date) -> None:
    likt(medfoelgende, dato)


@pytest.mark.parametrize("seed", range(6))
def test_a_register_with_any_faults_is_the_same_too(medfoelgende: Files, seed: int) -> None:
    draw = Random(seed)
    likt(forandret(medfoelgende, draw), date(2023, draw.randrange(1, 13), 1))


def test_what_is_planted_is_found_and_nothing_else() -> None:
    """A council for every sort there is, of two years each."""
    country = landet(records() / "regelverk" / f"{REGELVERK}.yaml", len(SLAGENE), fra=(2022,))
    files, planted = med_brudd(country, hver=1)
    assert {brudd.navn for brudd in planted} == SLAGENE.keys()
    found = ett_for_ett(Landet(MemoryTree({f"records/{path}": text for path, text in files.items()})), DATO)
    assert sorted((f.finding.name, f.path) for f in found.funn) == sorted(
        (brudd.navn, f"records/{brudd.fil}") for brudd in planted
    )


def test_together_they_are_found_too(oppdiktet: Files) -> None:
    likt(oppdiktet, DATO)


@pytest.mark.parametrize("seed", range(2))
def test_councils_that_look_to_each_other_with_any_faults(oppdiktet: Files, seed: int) -> None:
    likt(forandret(oppdiktet, Random(seed)), DATO)


def om(rapport: Rapport, utvalg: str) -> set[Located]:
    """What is found in one council's files, and in what all share."""
    own = f"records/utvalg/{utvalg}/"
    return {f for f in rapport.funn if f.path.startswith(own) or not f.path.startswith("records/utvalg/")}


@pytest.mark.parametrize("seed", range(3))
def test_a_council_that_is_named_is_told_what_is_said_of_it_among_all(medfoelgende: Files, seed: int) -> None:
    tree = MemoryTree(forandret(medfoelgende, Random(seed)))
    whole = samlet(tree, DATO)
    for utvalg in Landet(tree).utvalgene:
        alone = valider(tree, DATO, [utvalg])
        assert om(alone, utvalg) == om(whole, utvalg), utvalg
        assert [p for p in alone.ikke_vurdert if p.finding.utvalg != utvalg] == []
        assert set(alone.ikke_vurdert) == {p for p in whole.ikke_vurdert if p.finding.utvalg == utvalg}


# ── What a council asks of another ────────────────────────────────────────────────────────────────

TO_UTVALG = """
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
regel: {regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}
moeter/2022-05-11: {}
utvalgene/det-andre/utvalg: {navn: Det andre, nivaa: lokal, maalform: nb, regelverk: []}
"""


class Telt(MemoryTree):
    """A tree that knows which files were opened."""

    def __init__(self, files: dict[str, str]) -> None:
        super().__init__(files)
        self.lest: list[str] = []

    def read(self, path: str):  # type: ignore[no-untyped-def]  # as the tree does
        self.lest.append(path)
        return super().read(path)


def test_of_a_council_that_is_not_named_no_person_is_read() -> None:
    files = filer(TO_UTVALG) | {"records/utvalg/det-andre/medlemmer/kari.yaml": "navn: Kari\nside: bruker\n"}
    tree = Telt(files)
    valider(tree, DATO, ["utvalget"])
    assert f"{UTVALG}/moeter/2022-05-11.yaml" in tree.lest
    assert "records/utvalg/det-andre/medlemmer/kari.yaml" not in tree.lest


def test_a_joint_meeting_of_the_other_is_seen() -> None:
    joint = {
        "records/utvalg/det-andre/moeter/2023-05-11.yaml": "dato: 2023-05-11\nstatus: avholdt\nfelles_med: [utvalget]\n"
    }
    mappe = load(MemoryTree(filer(TO_UTVALG) | joint), utvalg=["utvalget"]).register.mapper["utvalget"]
    assert [str(moete.navn) for moete in mappe.alle_moeter] == ["2022-05-11", "2023-05-11"]


def test_who_is_below_is_known_though_only_one_is_read() -> None:
    below = {
        "records/utvalg/det-andre/utvalg.yaml": "navn: B\nnivaa: lokal\nmaalform: nb\noverordnet: utvalget\n"
    }
    tree = MemoryTree(filer(TO_UTVALG) | below)
    assert load(tree, utvalg=["utvalget"]).register.underordnede("utvalget") == ("det-andre",)


def test_two_meetings_with_one_identity_are_told_of_in_whichever_council_is_named() -> None:
    copied = {
        f"{UTVALG}/moeter/2022-05-11.yaml": "dato: 2022-05-11\nstatus: avholdt\nid: abcdefghijklmnop\n",
        "records/utvalg/det-andre/moeter/2021-05-11.yaml": "dato: 2021-05-11\nstatus: avholdt\nid: abcdefghijklmnop\n",
    }
    found = valider(MemoryTree(filer(TO_UTVALG) | copied), DATO, ["utvalget"]).funn
    assert [f.path for f in found if f.finding.name == "id-og-filnavn"] == [
        f"{UTVALG}/moeter/2022-05-11.yaml"
    ]


class Lukket(MemoryTree):
    """A tree with a folder that nobody may look into."""

    def __init__(self, files: dict[str, str], folder: str) -> None:
        super().__init__({path: text for path, text in files.items() if not path.startswith(f"{folder}/")})
        self.folder = folder

    def problems(self) -> tuple[Finding, ...]:
        return (FIL_ULESBAR.finding("programmet har ikke lov til å lese den", Place(self.folder)),)


@pytest.mark.parametrize(
    "folder", ["records/utvalg/det-andre", f"{UTVALG}/moeter", f"{UTVALG}/medlemmer", f"{UTVALG}/saker"]
)
def test_of_a_folder_that_nobody_may_look_into_nothing_is_guessed(folder: str) -> None:
    """Not that the council is unknown, that it held no meetings, or that those who came are nobody."""
    person = "navn: Kari\nside: bruker\noppnevninger: [{verv: medlem, fra: 2022-01-01}]\n"
    files = filer(TO_UTVALG) | {
        f"{UTVALG}/medlemmer/kari.yaml": person,
        f"{UTVALG}/moeter/2023-05-11.yaml": "dato: 2023-05-11\nstatus: avholdt\noppmoete: [{person: kari}]\n"
        "saker: [{nr: 1/23, tittel: A, type: annet, oversendt_til: det-andre}]\n",
        f"{UTVALG}/saker/2023-001.yaml": "tittel: A\ntype: annet\ninnmeldt_av: bruker\ninnmeldt: 2023-06-01\n",
    }
    tree = Lukket(files, folder)
    found = ett_for_ett(Landet(tree), DATO)
    whole = {f.finding for f in ett_for_ett(Landet(MemoryTree(files)), DATO).funn}
    assert [f.path for f in found.funn if f.finding not in whole] == [folder]
    assert found == samlet(tree, DATO)


SAMME_ID = {
    "a": "aaaa",
    "b": "bbbb",
    "c": "bbbb",
    "d": "dddd",
    "e": "eeee",
    "f": "dddd",
    "g": "gggg",
    "h": "gggg",
}
"""The identity of the only meeting of each council. The later the letter, the earlier the day."""


def test_of_many_that_are_named_no_other_is_asked_but_those_that_say_the_same() -> None:
    files = filer(TO_UTVALG)
    for nr, (name, identity) in enumerate(SAMME_ID.items()):
        own = f"records/utvalg/{name}"
        files[f"{own}/utvalg.yaml"] = "navn: N\nnivaa: lokal\nmaalform: nb\nregelverk: []\n"
        day = f"2022-05-{20 - nr}"
        files[f"{own}/moeter/{day}.yaml"] = f"dato: {day}\nstatus: avholdt\nid: {identity}\n"
    tree, named = MemoryTree(files), list("abcde")
    posten.cache_clear()
    found = [f for f in valider(tree, DATO, named).funn if f.finding.name == "id-og-filnavn"]
    read = posten.cache_info().misses
    every = [f for f in samlet(tree, DATO).funn if f.finding.name == "id-og-filnavn"]
    assert found == [f for f in every if f.finding.utvalg in named]
    assert [f.finding.utvalg for f in found] == ["b", "d"]
    others = *(f"records/utvalg/{name}/" for name in ("g", "h", "det-andre")), f"{UTVALG}/"
    assert read == sum(not path.startswith(others) for path in files)


# ── The outline is all there is ───────────────────────────────────────────────────────────────────

HELE = {
    "mandat/vertskap.py",
    "mandat/proeve/poster.py",
    "ord/antatt_i_ord.py",
    "rapport/alt_lukket.py",
    "rapport/kommando.py",
    "rapport/skjerm.py",
    "dokument/personer.py",
    "handling/sak_videre.py",
    "handling/viser_til.py",
    "model/register.py",
    "model/omriss.py",
    "register/landet.py",
}
"""Who may have another council whole: it is one that a record or a provision names, or whose files are shown."""


def test_a_whole_council_is_had_by_name_and_only_by_those_who_say_so() -> None:
    whole = re.compile(r"\.(?:naboen|hver_mappe|mappen)\b")
    asking = {
        path.relative_to(SRC).as_posix()
        for path in SRC.rglob("*.py")
        if whole.search(path.read_text(encoding="utf-8"))
    }
    assert asking <= HELE, asking - HELE


RULES = ("model", "ord", "mandat", "dommer", "kontroll", "personvern")


def test_no_rule_reads_a_file_or_knows_who_does() -> None:
    for room in RULES:
        for path in sorted((SRC / room).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            assert "brukerutvalg_cli.register" not in text, path
            assert "._landet" not in text or path.name == "omriss.py", path


def test_each_part_of_the_outline_has_a_name_of_its_own() -> None:
    names = [each.navn for each in OMRISS]
    assert len(set(names)) == len(names)


def test_a_check_of_all_councils_is_not_a_check_of_each() -> None:
    """What is of all is asked once, of a register with no council at hand."""
    tree = MemoryTree(filer(TO_UTVALG))
    shared = load(tree, utvalg=())
    assert shared.register.mapper == {}
    assert shared.register.andre.kjente == {"utvalget", "det-andre"}
    for sjekk in SJEKKER:
        assert list(sjekk.se_etter(shared.register, shared.regelverk)) == []


def test_whether_anybody_is_named_is_no_reason_to_ask_all_councils() -> None:
    """A set of names that is asked whether it is empty would look through the country."""
    files = filer(TO_UTVALG) | {"records/utvalg/det-andre/medlemmer/kari.yaml": "navn: Kari\nside: bruker\n"}
    tree = Telt(files)
    folk = load(tree, utvalg=["utvalget"]).register.folk
    assert folk
    assert "records/utvalg/det-andre/medlemmer/kari.yaml" not in tree.lest
    assert "Kari" in folk
