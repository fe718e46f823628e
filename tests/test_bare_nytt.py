"""Only what is new: an old register with three hundred findings is moved about, and one breach is added to it."""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from brukerutvalg_cli import grunnlinje, sammenlikning
from brukerutvalg_cli.funn.nye import nye_og_borte
from brukerutvalg_cli.grunnlinje import fra_tekst, grunnlinja, som_tekst, uten_grunnlinja
from brukerutvalg_cli.rapport.omdoept import omdoepte
from brukerutvalg_cli.register.filfeil.filer import MAX_BYTES
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.sammenlikning import bare_nytt
from brukerutvalg_cli.validering import valider
from gammelt_register import ETT_NYTT, UTEN_NYTT, Endring, register, som_filer
from smaa_registre import UTVALG, filer

DAG = date(2023, 4, 1)
FOER = som_filer(register())
RAA = {path: text.encode() for path, text in FOER.items()}
UTEN_KRYMPING = (Phase.explicit, Phase.reuse, Phase.generate)
"""A register takes a second to judge; the change and the seed say enough of what was wrong."""
TREKK = st.tuples(st.lists(st.sampled_from(UTEN_NYTT), max_size=3, unique=True), st.integers(0, 999))


def flyttet(trekk: tuple[list[Endring], int]) -> dict[str, str]:
    """The old register after these, in an order and at places that the seed tells."""
    files = FOER
    for change in trekk[0]:
        files = change(files, random.Random(trekk[1]))
    return files


def test_there_are_three_hundred_of_several_sorts() -> None:
    found = Counter(f.finding.name for f in valider(MemoryTree(FOER), DAG).funn)
    assert found.total() >= 300
    assert len(found) >= 5


@settings(deadline=None, max_examples=6, phases=UTEN_KRYMPING)
@given(TREKK)
def test_nothing_is_new_where_things_are_only_moved(trekk: tuple[list[Endring], int]) -> None:
    found = bare_nytt(MemoryTree(flyttet(trekk)), RAA, DAG)
    assert [f.finding.message for f in found.funn] == []
    assert found.fra_foer == len(valider(MemoryTree(FOER), DAG).funn)


@settings(deadline=None, max_examples=10, phases=UTEN_KRYMPING)
@given(TREKK, st.sampled_from(sorted(ETT_NYTT)))
def test_of_a_change_with_one_breach_in_it_exactly_that_is_told(
    trekk: tuple[list[Endring], int], hva: str
) -> None:
    change, said = ETT_NYTT[hva]
    files = flyttet(trekk)
    path, *_ = [p for p, text in change(files, random.Random(trekk[1])).items() if files.get(p) != text]
    (found,) = bare_nytt(MemoryTree(change(files, random.Random(trekk[1]))), RAA, DAG).funn
    assert said in found.finding.message + found.linje
    assert found.path == path


def test_one_more_of_what_there_were_two_of_is_one_and_the_right_one() -> None:
    case = "{nr: 1/22, tittel: X, type: annet, stad: Bodø}"
    more = "{nr: 2/22, tittel: Y, type: annet, stad: Oslo}"
    before = filer(f"moeter/2022-11-16: {{saker: [{case}, {case.replace('1/', '3/')}]}}")
    after = filer(f"moeter/2022-11-16: {{saker: [{case}, {more}, {case.replace('1/', '3/')}]}}")
    (found,) = bare_nytt(MemoryTree(after), {p: t.encode() for p, t in before.items()}, DAG).funn
    assert found.linje.strip() == "stad: Oslo"


def test_a_breach_that_is_put_right_makes_no_room_for_another() -> None:
    """Of the same rule, in another file of the same sort: no file has been renamed."""
    one = "medlemmer/kari: {faks: nei}\nmedlemmer/per: {}"
    other = "medlemmer/kari: {}\nmedlemmer/per: {faks: nei}"
    found = bare_nytt(MemoryTree(filer(other)), {p: t.encode() for p, t in filer(one).items()}, DAG)
    assert [f.path for f in found.funn] == [f"{UTVALG}/medlemmer/per.yaml"]


def test_where_nothing_is_found_nothing_is_new_and_what_was_before_is_not_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        sammenlikning, "nye_funn", lambda *_: pytest.fail("they were held up against each other")
    )
    found = bare_nytt(MemoryTree(filer("moeter/2022-05-11: {}")), RAA, DAG)
    assert (found.funn, found.fra_foer) == ((), 0)


def test_one_person_who_leaves_and_one_who_comes_are_not_one_who_was_renamed() -> None:
    before = filer("medlemmer/kari: {faks: nei, kallenavn: nei}")
    after = filer("medlemmer/per: {faks: nei, kallenavn: nei}")
    old = {path: text.encode() for path, text in before.items()}
    assert not omdoepte(old, {path: text.encode() for path, text in after.items()}).filer
    assert len(bare_nytt(MemoryTree(after), old, DAG).funn) == 2


def test_a_mandate_that_is_made_stricter_is_told_of_every_council() -> None:
    mild = "{regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}"
    text = "regel: REGEL\nmoeter/2022-11-16: {sendt: {sakspapirer: 2022-11-01}}\n"
    before = {path: t.encode() for path, t in filer(text.replace("REGEL", mild)).items()}
    strict = filer(text.replace("REGEL", mild.replace("10 dager", "20 dager")))
    assert len(bare_nytt(MemoryTree(strict), before, DAG).funn) == 1
    assert not bare_nytt(MemoryTree(filer(text.replace("REGEL", mild))), before, DAG).funn


@given(st.lists(st.sampled_from("aAbBcC")), st.lists(st.sampled_from("aAbBcC")))
def test_fellows_are_had_one_by_one(naa: list[str], foer: list[str]) -> None:
    """Against the naive count of the widest mark."""
    new, gone = nye_og_borte(naa, foer, [(str, str), (str.lower, str.lower)])
    one, other = Counter(map(str.lower, naa)), Counter(map(str.lower, foer))
    assert Counter(map(str.lower, new)) == one - other
    assert Counter(map(str.lower, gone)) == other - one


# ── The baseline ──────────────────────────────────────────────────────────────────────────────────

LINJE = fra_tekst(som_tekst(grunnlinja(valider(MemoryTree(FOER), DAG)).linje))


@pytest.mark.parametrize("endring", UTEN_NYTT[:2], ids=lambda each: each.__name__)
def test_the_baseline_knows_what_was_there_before(endring: Endring) -> None:
    files = endring(FOER, random.Random(1))
    found, stale = uten_grunnlinja(valider(MemoryTree(files), DAG), LINJE, files)
    assert (found.funn, stale, found.fra_foer) == ((), [], len(LINJE.funn))


@pytest.mark.parametrize("hva", ETT_NYTT)
def test_the_baseline_lets_the_new_one_through(hva: str) -> None:
    files = ETT_NYTT[hva][0](FOER, random.Random(1))
    (found,) = uten_grunnlinja(valider(MemoryTree(files), DAG), LINJE, files)[0].funn
    assert ETT_NYTT[hva][1] in found.finding.message + found.linje


def test_the_baseline_knows_a_file_by_another_name_and_tells_what_is_gone() -> None:
    old = f"{UTVALG}/medlemmer/person-08.yaml"
    renamed = {path.replace("person-08", "eva"): text for path, text in FOER.items()}
    found, stale = uten_grunnlinja(valider(MemoryTree(renamed), DAG), LINJE, renamed)
    assert {f.finding.name for f in found.funn} <= {"ukjent-referanse"}
    assert stale == []
    mended = FOER | {old: FOER[old].replace("tlf:", "#").replace("epost2:", "#")}
    stale = uten_grunnlinja(valider(MemoryTree(mended), DAG), LINJE, mended)[1]
    assert [kjent.filename for kjent in stale] == [old, old]


def test_the_baseline_has_no_word_of_the_records() -> None:
    text = som_tekst(grunnlinja(valider(MemoryTree(FOER), DAG)).linje)
    assert "Gjør dette etter møtet" not in text
    assert "Person-08" not in text


ULESELIG: dict[str, bytes] = {
    "not YAML": b"dato: 2022-11-16\nsaker: [\n",
    "two versions": b"<<<<<<< HEAD\ndato: 2022-11-16\n=======\ndato: 2022-11-17\n>>>>>>> annen\n",
    "another coding": b"sted: Bod\xf8\n",
    "two things": b"dato: 2022-11-16\n---\ndato: 2022-11-17\n",
    "a tab": b"sted:\n\tnavn: Bergen\n",
    "too deep": b"praktisk: " + b"[" * 60 + b"]" * 60 + b"\n",
    "too large": b"#" * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("hva", ULESELIG)
def test_the_baseline_never_hides_what_nobody_could_read(hva: str) -> None:
    """Not one that an older version wrote, either."""
    path = f"{UTVALG}/moeter/2022-11-16.yaml"
    found = valider(MemoryTree({path: ULESELIG[hva], f"{UTVALG}/utvalg.yaml": b"navn: Utvalget\n"}), DAG)
    torn = [each for each in found.funn if each.path == path]
    assert torn
    line, unread = grunnlinja(found)
    assert unread == (path,)
    assert path not in {kjent.filename for kjent in line.funn}
    older = json.loads(som_tekst(line))
    older["funn"] += [grunnlinje._kjent(each)._asdict() for each in torn]
    left, stale = uten_grunnlinja(found, fra_tekst(json.dumps(older)), [path])
    assert (list(left.funn), stale) == (torn, [])


def test_a_file_that_says_too_much_can_be_left_out() -> None:
    """It can be read, and what is wrong with it is told: nobody is kept from beginning."""
    found = valider(MemoryTree(filer("medlemmer/kari: {faks: nei}")), DAG)
    assert grunnlinja(found).ulest == ()
    assert grunnlinja(found).linje.funn


TO_UTVALG = """
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-15}}
medlemmer/kari: {faks: nei}
utvalgene/annet/utvalg: {navn: Annet, nivaa: lokal, maalform: nb, regelverk: [{id: regelverket, fra: 2000-01-01}]}
utvalgene/annet/moeter/2022-11-16: {dato: 2022-11-16, status: avholdt, sendt: {sakspapirer: 2022-11-15}}
"""


@pytest.mark.parametrize(
    "hva", ["{stad: Bodø}", "{dato: 2022-12-14, status: avholdt, sendt: {sakspapirer: 2022-12-13}}"]
)
@pytest.mark.parametrize("hvor", ["annet", "nytt"])
def test_what_a_council_gets_is_told_whoever_else_there_is(hvor: str, hva: str) -> None:
    """The councils that a change has nothing to do with are judged once; a council may be there for the first time."""
    before = {path: text.encode() for path, text in filer(TO_UTVALG).items()}
    council = {
        path.replace("/annet/", f"/{hvor}/"): raw for path, raw in before.items() if "/annet/utvalg" in path
    }
    meeting = filer(f"utvalgene/{hvor}/moeter/2022-12-14: {hva}")[
        f"records/utvalg/{hvor}/moeter/2022-12-14.yaml"
    ]
    after = before | council | {f"records/utvalg/{hvor}/moeter/2022-12-14.yaml": meeting.encode()}
    known = {f.finding.fingerprint for f in valider(MemoryTree(before), DAG).funn}
    new = [f for f in valider(MemoryTree(after), DAG).funn if f.finding.fingerprint not in known]
    assert new
    assert bare_nytt(MemoryTree(after), before, DAG).funn == tuple(new)
