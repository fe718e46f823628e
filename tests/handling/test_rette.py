"""Whatever stands in a register can be changed and taken out, and it comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alle_poster import Tilfeldig
from brukerutvalg_cli.endring.utkast import Utkast, som_data
from brukerutvalg_cli.handling.felt import FLYTTES, Noekkelfelt, Verdislag, er_navneform, feltene
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.rette import endre, slett, ta_ut
from brukerutvalg_cli.handling.ting import ROETTER, Ting, finn_felt, i_lista, modellen, plasser, roetter
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree, Tree
from tilfeldige_registre import eksempler

pytestmark = pytest.mark.usefixtures("samme_dom")

U = "nav-storelva"
MAPPE = f"records/utvalg/{U}"


def her(tree: Tree) -> Her:
    register = load(tree).register
    return Her(register.mapper[U], register)


def alle(omgivelser: Her) -> Iterator[Ting]:
    """Every record there is, by whatever way it can be named."""
    waiting = [ting for name in ROETTER for ting in roetter(name, omgivelser.mappe, omgivelser.register)]
    while waiting:
        ting = waiting.pop(0)
        yield ting
        for name, places in plasser().items():
            if any(place.i == ting.ord for place in places):
                waiting += i_lista(ting, name)


def endres(ting: Ting, felt: Noekkelfelt, tree: Tree) -> bool:
    """Whether a field is one value, that stands by itself: the others are tried by themselves below."""
    if felt.nei or felt.aapen or felt is FLYTTES or felt.slag in (Verdislag.POSTER, Verdislag.DELER):
        return False
    if (ting.modell, felt.rute) in ((Moete, ("dato",)), (Sak, ("nr",))):
        return False
    above = [Utkast(tree).verdi(ting.path, (*ting.rute, *felt.rute[:n])) for n in range(1, len(felt.rute))]
    return not any(isinstance(each, str) for each in above)


def frem_og_tilbake(tree: Tree, ting: Ting, felt: Noekkelfelt, ny: object) -> None:
    """A field is changed, says what it was changed to, and is changed back."""
    omgivelser, draft = her(tree), Utkast(tree)
    way = (*ting.rute, *felt.rute)
    stood = draft.verdi(ting.path, way)
    endre(draft, omgivelser, ting, felt, ny)
    assert draft.verdi(ting.path, way) == som_data(ny)
    if stood is not None:
        endre(draft, omgivelser, ting, felt, stood)
        assert draft.endringer() == (), (ting.path, way, ny)
        return
    try:
        ta_ut(draft, omgivelser, ting, felt)
    except Nektet:  # something is open or closed by it: it is said, and not left out
        assert felt.vokter or felt.kreves
    else:
        assert draft.endringer() == (), (ting.path, way, ny)


@given(st.integers(0, 10**9), st.sampled_from((0.2, 0.5, 1.0)))
@eksempler(15)
def test_a_field_that_is_changed_and_changed_back_is_the_same_bytes(seed: int, mye: float) -> None:
    made = Tilfeldig(seed, mye)
    tree = made.register()
    things = list(alle(her(tree)))
    ting = made.rng.choice(things)
    for felt in ting.felter:
        if endres(ting, felt, tree):
            frem_og_tilbake(tree, ting, felt, made.verdi(felt))


@cache
def _med_alt() -> tuple[Tilfeldig, Tree]:
    """A register with every field there is, and who made it: other values are to come of the same hand."""
    made = Tilfeldig(1, 1.0, 0)
    tree = made.register()
    assert load(tree).findings == ()
    return made, tree


@pytest.mark.parametrize("ord", plasser())
def test_every_field_of_every_kind_of_record_can_be_written_and_taken_back(ord: str) -> None:
    """A field that no kind of record has, or no value can be put in, would be one that no command writes."""
    hand, tree = _med_alt()
    made = deepcopy(hand)
    ting = next(each for each in alle(her(tree)) if each.ord == ord)
    tried = {felt.rute for felt in ting.felter if endres(ting, felt, tree)}
    for felt in ting.felter:
        if felt.rute in tried:
            frem_og_tilbake(tree, ting, felt, made.verdi(felt))
    left = {felt for felt in feltene(modellen(ord)) if felt.rute not in tried and not felt.nei}
    assert {
        felt for felt in left if felt.slag not in (Verdislag.DELER, Verdislag.POSTER) and not _egen(felt, ord)
    } == set()


def _egen(felt: Noekkelfelt, ord: str) -> bool:
    """What is tried below: the day of a meeting, the number of a case, a name in both forms, words of one's own."""
    named = ("navn", "nb"), ("navn", "nn")
    return felt.aapen or (ord, *felt.rute) in (("moete", "dato"), ("sak", "nr")) or felt.rute in named


def test_what_holds_more_than_one_value_is_told_apart() -> None:
    """A name in two forms, a word of one's own, and a part of which nobody knows anything."""
    tree = Tilfeldig(1, 1.0, 0).register()
    omgivelser, draft = her(tree), Utkast(tree)
    (council,) = roetter("utvalg", omgivelser.mappe, omgivelser.register)
    by_name = {felt.navn: felt for felt in council.felter}
    endre(draft, omgivelser, council, by_name["navn"], "Rådet")
    before = draft.endringer()
    endre(draft, omgivelser, council, by_name["navn.nn"], "Rådet på nynorsk")
    assert draft.verdi(council.path, ("navn",)) == {"nb": "Rådet", "nn": "Rådet på nynorsk"}
    endre(draft, omgivelser, council, by_name["navn"], "Rådet")
    assert draft.endringer() == before
    assert er_navneform(by_name["navn"])
    event = roetter("hendelse", omgivelser.mappe, omgivelser.register)[0]
    counted = finn_felt(event.felter, "kjoenn.varaer.menn")
    assert counted
    endre(draft, omgivelser, event, counted, 3)
    assert draft.verdi(event.path, (0, "kjoenn", "varaer")) == {"menn": "3"}
    ta_ut(draft, omgivelser, event, counted)
    assert draft.verdi(event.path, (0, "kjoenn")) == {"medlemmer": {"kvinner": "4"}}


def moetet(dag: str, *saker: dict[str, Any], **felter: Any) -> dict[str, Any]:
    return {"dato": dag, "status": "planlagt", **felter, "saker": list(saker)}


def sak(nr: str, **felter: Any) -> dict[str, Any]:
    return {"nr": nr, "tittel": f"Sak {nr}", "type": "droefting", **felter}


def register(*moeter: dict[str, Any], **medlemmer: dict[str, Any]) -> Tree:
    draft = Utkast(MemoryTree({}))
    draft.ny(f"{MAPPE}/utvalg.yaml", {"navn": "Rådet", "nivaa": "lokal", "maalform": "nb"})
    for meeting in moeter:
        draft.ny(f"{MAPPE}/moeter/{meeting['dato']}.yaml", meeting)
    for name, medlem in medlemmer.items():
        draft.ny(f"{MAPPE}/medlemmer/{name}.yaml", {"navn": name.title(), "side": "bruker"} | medlem)
    return draft.tre()


def sakene(tree: Tree) -> list[tuple[str, str]]:
    return [(case.nr, case.tittel) for m in her(tree).mappe.moeter for case in m.saker]


def flytt(tree: Tree, nr: str, plass: int) -> Tree:
    omgivelser, draft = her(tree), Utkast(tree)
    ting = next(ting for ting in alle(omgivelser) if ting.ord == "sak" and ting.navn[0] == nr)
    endre(draft, omgivelser, ting, FLYTTES, plass)
    return draft.tre()


def test_the_cases_of_a_meeting_are_numbered_by_their_order_until_somebody_is_called_to_it() -> None:
    agenda = [sak(nr) for nr in ("1/26", "2/26", "3/26")]
    later = moetet("2026-06-03", sak("4/26", fra_sak="3/26"))
    tree = register(moetet("2026-03-04", *agenda), later)
    moved = flytt(tree, "3/26", 1)
    assert sakene(moved)[:3] == [("1/26", "Sak 3/26"), ("2/26", "Sak 1/26"), ("3/26", "Sak 2/26")]
    assert her(moved).mappe.moeter[1].saker[0].fra_sak == "1/26"
    back = flytt(moved, "1/26", 3)
    assert {path: back.read(path) for path in back.paths()} == {
        path: tree.read(path) for path in tree.paths()
    }
    called = register(moetet("2026-03-04", *agenda, status="innkalt"), later)
    assert sakene(flytt(called, "3/26", 1))[0] == ("3/26", "Sak 3/26")  # they have it in their papers


def test_a_day_or_a_number_is_another_wherever_it_is_named() -> None:
    first = moetet("2026-03-04", sak("1/26"))
    second = moetet("2026-06-03", sak("2/26", fra_sak="1/26", godkjenner=["2026-03-04"]))
    tree = register(
        first, second, kari={"oppnevninger": [{"verv": "leder", "fra": "2026-03-04", "valgt_i": "1/26"}]}
    )
    omgivelser, draft = her(tree), Utkast(tree)
    case = next(ting for ting in alle(omgivelser) if ting.ord == "sak")
    number = next(felt for felt in case.felter if felt.rute == ("nr",))
    endre(draft, omgivelser, case, number, "7/26")
    meeting = next(ting for ting in alle(omgivelser) if ting.ord == "moete")
    endre(
        draft, omgivelser, meeting, next(f for f in meeting.felter if f.rute == ("dato",)), date(2026, 3, 11)
    )
    mappe = her(draft.tre()).mappe
    assert [m.dato for m in mappe.moeter] == [date(2026, 3, 11), date(2026, 6, 3)]
    assert [m.path.rpartition("/")[2] for m in mappe.moeter] == ["2026-03-11.yaml", "2026-06-03.yaml"]
    assert mappe.moeter[1].saker[0].fra_sak == "7/26"
    assert mappe.moeter[1].saker[0].godkjenner == ("2026-03-11",)
    assert mappe.medlemmer["kari"].oppnevninger[0].valgt_i == "7/26"
    with pytest.raises(Nektet, match="sak 2/26 finnes fra før"):
        endre(draft, omgivelser, case, number, "2/26")


def test_what_others_name_is_not_taken_out_from_under_them() -> None:
    elected = sak("1/26", valg=[{"verv": "leder", "valgt": ["kari"], "fra": "2026-03-04"}])
    later = moetet("2026-06-03", sak("2/26", fra_sak="1/26", godkjenner=["2026-03-04"]))
    term = {"oppnevninger": [{"verv": "leder", "fra": "2026-03-04", "valgt_i": "1/26"}]}
    tree = register(moetet("2026-03-04", elected, moeteleder="ola"), later, kari=term, ola={}, per={})
    omgivelser, draft = her(tree), Utkast(tree)
    why: dict[str, str] = {}
    for ting in alle(omgivelser):
        try:
            slett(Utkast(tree), omgivelser, ting)
        except Nektet as error:
            why[f"{ting.ord} {ting.navn[0]}"] = str(error).partition("viser dit: ")[2].partition(". Rett")[0]
    assert why == {
        "person kari": "møtet 4. mars 2026 (valgt)",
        "person ola": "møtet 4. mars 2026 (moeteleder)",
        "moete 2026-03-04": "Kari (valgt_i), møtet 3. juni 2026 (fra_sak) og møtet 3. juni 2026 (godkjenner)",
        "sak 1/26": "Kari (valgt_i) og møtet 3. juni 2026 (fra_sak)",
        "valg leder": "Kari (oppnevninger)",
        "utvalg nav-storelva": "",
    }
    per = next(ting for ting in alle(omgivelser) if ting.navn[:1] == ("per",))
    assert slett(draft, omgivelser, per) == []
    assert not draft.finnes(per.path)


def test_it_is_told_what_goes_with_a_record() -> None:
    held = sak("1/26", referat="Det ble sagt.", vedtak={"tekst": "Ja."}, valg=[])
    held |= {"oppfoelging": [{"hva": "Ring"}, {"hva": "Spør"}]}
    omgivelser = her(tree := register(moetet("2026-03-04", held)))
    case = next(ting for ting in alle(omgivelser) if ting.ord == "sak")
    assert slett(Utkast(tree), omgivelser, case) == ["referat", "vedtak", "oppfølging (2)"]


def test_what_an_election_says_is_said_of_the_terms_it_gave_too() -> None:
    elected = sak(
        "1/26", valg=[{"verv": "leder", "valgt": ["kari", "ola"], "fra": "2026-03-04", "til": "2026-12-31"}]
    )
    term = {"verv": "leder", "fra": "2026-03-04", "til": "2026-12-31", "valgt_i": "1/26"}
    shorter = term | {"til": "2026-06-30"}
    meeting = moetet("2026-03-04", elected)
    tree = register(meeting, kari={"oppnevninger": [term]}, ola={"oppnevninger": [shorter]})
    omgivelser, draft = her(tree), Utkast(tree)
    valg = next(ting for ting in alle(omgivelser) if ting.ord == "valg")
    last = next(felt for felt in valg.felter if felt.rute == ("til",))
    assert endre(draft, omgivelser, valg, last, date(2027, 12, 31)) == "Det samme er ført hos Kari"
    people = her(draft.tre()).mappe.medlemmer
    assert people["kari"].oppnevninger[0].til == date(2027, 12, 31)
    assert people["ola"].oppnevninger[0].til == date(2026, 6, 30)  # who left before, did
