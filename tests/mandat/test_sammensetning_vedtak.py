"""sammensetning at a meeting: who of a group was there when something was decided, and who stood in for whom."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, utfall

QUORUM = (
    "regel: {regel: sammensetning, blant: medlemmer, naar: vedtak, "
    "plasser: [{hvem: til_stede, minst: 1/2}]}\n"
)
MOETET = "feil sammensetning @ moeter/2022-11-16 oppmoete"
FFO = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  rio: {navn: RIO, type: landsdekkende, side: bruker}
"""


def sitter(*names: str, verv: str = "medlem", more: str = "") -> str:
    return "".join(
        f"medlemmer/{name}: {{{more}oppnevninger: [{{verv: {verv}, fra: 2022-01-01}}]}}\n" for name in names
    )


FEM = sitter("m1", "m2", "m3", "m4", "m5") + sitter("v1", "v2", "v3", verv="vara")


def moete(*present: str, sak: str = "vedtak: {tekst: Ja.}", more: str = "") -> str:
    there = ", ".join(f"{{{who if ':' in who else f'person: {who}'}}}" for who in present)
    case = f"{{nr: 1/22, tittel: A, type: vedtak, {sak}}}"
    return f"moeter/2022-11-16: {{oppmoete: [{there}], {more}saker: [{case}]}}\n"


@pytest.mark.parametrize(
    ("frammoette", "ventet"),
    [
        (["m1", "m2", "m3"], []),  # three of five
        (["m1", "m2"], [MOETET]),
        ([], [MOETET]),
        (["m1", "m2", "person: m3, digitalt: ja"], []),
        (["m1", "m2", "v1"], [MOETET]),  # stands in for nobody
        (["m1", "m2", "person: v1, vara_for: m3"], []),
        (["m1", "m2", "person: v1, vara_for: m3, digitalt: ja"], []),
        (["m1", "m2", "person: v1, vara_for: m3, lytter: ja"], [MOETET]),
        (["m1", "m2", "person: v1, lytter: ja"], [MOETET]),
        (["m1", "navn: Gro Gjest, vara_for: m2", "person: v1, vara_for: m3"], []),
        (["m1", "m2", "navn: Gro Gjest"], [MOETET]),
        # Whom they stood in for decides it, or does not.
        (["m1", "m2", "person: v1, vara_for: ukjent"], ["uvisst 2022-11-16"]),
        (["m1", "m2", "person: v1, vara_for: ukjent, lytter: ja"], [MOETET]),
        (["m1", "m2", "m3", "person: v1, vara_for: ukjent"], []),
        (["m1", "person: v1, vara_for: ukjent"], [MOETET]),  # two at most
        (["m1", "person: v1, vara_for: ukjent", "person: v2, vara_for: ukjent"], ["uvisst 2022-11-16"]),
    ],
)
def test_half_of_the_members_are_there_when_something_is_decided(
    frammoette: list[str], ventet: list[str]
) -> None:
    assert utfall(dom(QUORUM + FEM + moete(*frammoette)), "regelen") == ventet


def test_the_finding_says_how_many_of_how_many() -> None:
    assert meldinger(dom(QUORUM + FEM + moete("m1", "m2"))) == [
        "16. november 2022 hadde utvalget 2 av 5 til stede; regelverket vil ha minst 1/2 til stede"
    ]


def test_a_meeting_that_decided_nothing_is_not_judged() -> None:
    assert utfall(dom(QUORUM + FEM + moete("m1", sak="referat: Snakket."))) == []
    every = QUORUM.replace("naar: vedtak", "naar: moete")
    assert utfall(dom(every + FEM + moete("m1", sak="referat: Snakket."))) == [MOETET]


@pytest.mark.parametrize("status", ["planlagt", "innkalt", "avlyst"])
def test_only_a_meeting_that_was_held(status: str) -> None:
    assert utfall(dom(QUORUM + FEM + moete("m1", more=f"status: {status}, "))) == []


@pytest.mark.parametrize("oppmoete", ["oppmoete: ukjent, ", ""])
def test_an_attendance_that_nobody_knows(oppmoete: str) -> None:
    case = "{nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Ja.}}"
    meeting = f"moeter/2022-11-16: {{{oppmoete}saker: [{case}]}}\n"
    assert utfall(dom(QUORUM + FEM + meeting)) == ["uvisst 2022-11-16"]


@pytest.mark.parametrize(
    ("siste_dag", "ventet"), [("2022-11-15", []), ("2022-11-16", [MOETET]), ("ukjent", ["uvisst 2022-11-16"])]
)
def test_the_members_are_those_of_that_day(siste_dag: str, ventet: list[str]) -> None:
    """Two of four is half, and two of five is not."""
    left = f"medlemmer/m5: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01, til: {siste_dag}}}]}}\n"
    assert utfall(dom(QUORUM + FEM + moete("m1", "m2") + left)) == ventet


def test_where_there_may_be_more_members_than_on_record() -> None:
    council = "utvalg: {medlemsliste: ufullstendig}\n"
    assert utfall(dom(QUORUM + FEM + council + moete("m1", "m2", "m3"))) == ["uvisst 2022-11-16"]
    three = QUORUM.replace("1/2", "3")
    assert utfall(dom(three + FEM + council + moete("m1", "m2", "m3"))) == []
    assert utfall(dom(three + FEM + council + moete("m1", "m2"))) == ["uvisst 2022-11-16"]


def test_the_attendance_on_record_need_not_be_known_where_nobody_asks_who_was_there() -> None:
    rule = "regel: {regel: sammensetning, blant: medlemmer, naar: moete, plasser: [{antall: 5}]}\n"
    meeting = "moeter/2022-11-16: {oppmoete: ukjent}\n"
    assert utfall(dom(rule + FEM + meeting)) == []
    assert utfall(dom(rule + FEM + sitter("m6") + meeting)) == [MOETET]


# A deputy of an organisation


def organisasjonene(ffo: int, rio: int) -> str:
    """So many members from each organisation, f1 … and r1 …"""
    return (
        FFO
        + sitter(*(f"f{nr + 1}" for nr in range(ffo)), more="representerer: ffo, ")
        + sitter(*(f"r{nr + 1}" for nr in range(rio)), more="representerer: rio, ")
        + sitter("v1", "v2", "v3", verv="vara", more="representerer: ffo, ")
    )


@pytest.mark.parametrize(
    ("frammoette", "ventet"),
    [
        (["r1", "person: v1, vara_for: ffo"], []),
        (["r1", "person: v1, vara_for: rio"], []),
        (["r1", "person: v1, vara_for: ffo, lytter: ja"], [MOETET]),
        (["r1", "r2", "person: v1, vara_for: rio"], []),
        (["f1", "person: v1, vara_for: ffo"], []),
        (["f1", "f2"], []),
        (["person: v1, vara_for: ffo"], [MOETET]),
        (["person: v1, vara_for: ffo", "person: v2, vara_for: ffo"], []),
        # Two deputies of one organisation stand in for no more than its two members.
        (["person: v1, vara_for: ffo", "person: v2, vara_for: ffo", "person: v3, vara_for: ffo"], []),
    ],
)
def test_a_deputy_of_an_organisation_stands_in_for_a_member_of_it(
    frammoette: list[str], ventet: list[str]
) -> None:
    """Two from each, and half of them have to be there."""
    assert utfall(dom(QUORUM + organisasjonene(2, 2) + moete(*frammoette)), "regelen") == ventet


def test_one_deputy_of_an_organisation_is_one_member_present_and_no_more() -> None:
    rule = QUORUM.replace("minst: 1/2", "antall: N")
    for present, count in ((["person: v1, vara_for: ffo"], 1), (["f1", "person: v1, vara_for: ffo"], 2)):
        meeting = organisasjonene(3, 0) + moete(*present)
        found = {n for n in range(4) if not utfall(dom(rule.replace("N", str(n)) + meeting), "regelen")}
        assert found == {count}
    over = organisasjonene(1, 1) + moete("person: v1, vara_for: ffo", "person: v2, vara_for: ffo")
    assert not utfall(dom(rule.replace("N", "1") + over), "regelen")


def test_which_of_the_members_the_organisation_s_deputy_stood_in_for_may_decide() -> None:
    """The leader was there, or was not: the deputy came for FFO, which has two members."""
    rule = QUORUM.replace("hvem: til_stede, minst: 1/2", "hvem: {verv: leder, til_stede: ja}, antall: 1")
    leader = organisasjonene(2, 0) + sitter("f1", verv="leder", more="representerer: ffo, ")
    assert utfall(dom(rule + leader + moete("person: v1, vara_for: ffo"))) == ["uvisst 2022-11-16"]
    assert utfall(dom(rule + leader + moete("f2", "person: v1, vara_for: ffo"))) == []
    assert utfall(dom(rule + leader + moete("f1"))) == []
    assert utfall(dom(rule + leader + moete("f2"))) == [MOETET]


def test_a_member_of_an_unknown_organisation_may_be_the_one() -> None:
    people = organisasjonene(1, 0) + sitter("x1", "x2", more="representerer: ukjent, ")
    both = moete("person: v1, vara_for: ffo", "person: v2, vara_for: ffo")
    assert utfall(dom(QUORUM + people + both)) == ["uvisst 2022-11-16"]
    at_least_one = QUORUM.replace("1/2", "1")
    assert utfall(dom(at_least_one + people + both)) == []
    assert utfall(dom(QUORUM.replace("1/2", "3") + people + both)) == [MOETET]


def test_a_misspelt_name_may_be_anybody_s() -> None:
    found = utfall(dom(QUORUM + FEM + moete("m1", "m2", "person: v1, vara_for: mm3")))
    assert found == ["feil ukjent-referanse @ moeter/2022-11-16 oppmoete.2.vara_for", "uvisst 2022-11-16"]


def test_an_organisation_of_which_the_file_cannot_be_read() -> None:
    broken = organisasjonene(2, 2).replace("navn: RIO", "navnn: RIO")
    found = utfall(dom(QUORUM + broken + moete("r1", "person: v1, vara_for: ffo")), "regelen")
    assert found == ["uvisst 2022-11-16"]


# Selectors and words


@pytest.mark.parametrize(
    ("plass", "ventet"),
    [
        ("{hvem: {til_stede: ja}, antall: 2}", []),
        ("{hvem: til_stede, antall: 3}", [MOETET]),
        ("{hvem: {til_stede: nei}, antall: 3}", []),
        ("{hvem: {ikke: {til_stede: ja}}, antall: 3}", []),
        ("{hvem: {til_stede: ja, verv: leder}, antall: 1}", []),
        ("{hvem: {til_stede: nei, verv: leder}, antall: 0}", []),
        ("{hvem: {til_stede: nei, verv: leder}, antall: 1}", [MOETET]),
        ("{hvem: til_stede, antall: 2}, {hvem: andre, antall: 3}", []),
        ("{hvem: til_stede, antall: 2}, {hvem: andre, antall: 2}", [MOETET]),
    ],
)
def test_who_is_there_is_a_key_like_any_other(plass: str, ventet: list[str]) -> None:
    rule = f"regel: {{regel: sammensetning, blant: medlemmer, naar: vedtak, plasser: [{plass}]}}\n"
    people = FEM.replace("m1: {oppnevninger: [{verv: medlem", "m1: {oppnevninger: [{verv: leder")
    assert utfall(dom(rule + people + moete("m1", "m2"))) == ventet


def test_those_who_came_are_there() -> None:
    rule = "regel: {regel: sammensetning, blant: frammoette, plasser: [{hvem: til_stede, antall: 2}]}\n"
    assert utfall(dom(rule + FEM + moete("m1", "navn: Gro Gjest", "person: v1, lytter: ja"))) == []


@pytest.mark.parametrize(
    ("rule", "galt"),
    [
        ("blant: medlemmer, plasser: [{hvem: til_stede, minst: 1}]", True),
        ("blant: medlemmer, naar: alltid, plasser: [{hvem: {til_stede: ja}, minst: 1}]", True),
        ("blant: medlemmer, naar: oppnevning, plasser: [{hvem: {ikke: {til_stede: ja}}, minst: 1}]", True),
        ("blant: [frammoette, medlemmer], plasser: [{hvem: til_stede, minst: 1}]", True),
        ("blant: medlemmer, naar: moete, plasser: [{hvem: til_stede, minst: 1}]", False),
        ("blant: frammoette, naar: alltid, plasser: [{minst: 1}]", True),
        ("blant: frammoette, naar: oppnevning, plasser: [{minst: 1}]", True),
        ("blant: frammoette, naar: vedtak, plasser: [{minst: 1}]", False),
    ],
)
def test_where_nobody_can_be_present_it_cannot_be_asked(rule: str, *, galt: bool) -> None:
    found = meldinger(dom(f"regel: {{regel: sammensetning, {rule}}}\n"))
    assert bool(found) is galt
    assert all("naar: moete" in message for message in found)


# A body that is elected, and an organisation in it


ORGANET = """
regel: {regel: sammensetning, blant: arbeidsutvalg, naar: vedtak, plasser: [{hvem: til_stede, antall: 2}]}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari: {oppnevninger: [{verv: arbeidsutvalg, fra: 2022-01-01}]}
medlemmer/per: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ida: {representerer: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
moeter/2021-12-01:
  oppmoete: [{person: kari}]
  saker: [{nr: 1/21, tittel: V, type: valg, valg: [{verv: arbeidsutvalg, valgt: [ffo], fra: 2022-01-01}]}]
"""


@pytest.mark.parametrize(
    ("frammoette", "ventet"),
    [
        (["kari", "per"], []),  # per comes for FFO
        (["kari", "navn: Gro, representerer: ffo"], []),
        (["kari", "navn: Gro, vara_for: ffo"], []),
        (["kari"], [MOETET]),
        (["kari", "person: per, lytter: ja"], [MOETET]),
        (["kari", "ida"], ["uvisst 2022-11-16"]),
    ],
)
def test_an_organisation_is_there_when_somebody_comes_for_it(
    frammoette: list[str], ventet: list[str]
) -> None:
    assert utfall(dom(ORGANET + moete(*frammoette)), "regelen") == ventet


def test_a_body_of_nobody_is_judged_at_the_meeting_where_it_must_be_there() -> None:
    rule = QUORUM.replace("blant: medlemmer,", "blant: arbeidsutvalg, HVIS")
    assert utfall(dom(rule.replace("HVIS", "") + FEM + moete("m1"))) == []
    assert utfall(dom(rule.replace("HVIS", "ogsaa_tom: ja,") + FEM + moete("m1"))) == [MOETET]
    unread = "moeter/2022-10-12: {ukjent_noekkel: ja}\n"  # may have elected it
    found = utfall(dom(rule.replace("HVIS", "ogsaa_tom: ja,") + FEM + moete("m1") + unread), "regelen")
    assert found == ["uvisst 2022-11-16"]


def test_a_deviation_for_the_meeting_answers_for_it() -> None:
    council = "utvalg: {avvik: [{bestemmelse: regelen, gjelder: 2022-11-16, grunn: A, vedtatt_i: 1/22}]}\n"
    assert utfall(dom(QUORUM + FEM + council + moete("m1", "m2"))) == ["fraveket 2022-11-16"]
    unsure = moete("m1", "m2", "person: v1, vara_for: ukjent")  # it may well be needed
    assert utfall(dom(QUORUM + FEM + council + unsure)) == ["uvisst 2022-11-16"]


@pytest.mark.parametrize(
    ("naar", "ventet"),
    [
        ("{moete: {form: fysisk}}", ["2022-11-16"]),
        ("{moete: {form: digitalt}}", ["2022-10-12"]),
        ("{moete: {dato: {maaned: november}}}", ["2022-11-16"]),
        ("moete", ["2022-10-12", "2022-11-16"]),
    ],
)
def test_it_may_be_counted_in_some_of_the_meetings_alone(naar: str, ventet: list[str]) -> None:
    rule = f"regel: {{regel: sammensetning, blant: frammoette, naar: {naar}, plasser: [{{minst: 1}}]}}\n"
    meetings = "".join(
        f"moeter/{day}: {{form: {form}, oppmoete: []}}\n"
        for day, form in (("2022-10-12", "digitalt"), ("2022-11-16", "fysisk"))
    )
    assert sorted(v.finding.emne for v in dom(rule + meetings).funn if v.finding.emne) == ventet


def test_a_meeting_of_which_nobody_knows_whether_it_is_one_is_not_judged() -> None:
    rule = "regel: {regel: sammensetning, blant: frammoette, naar: {moete: {form: fysisk}}, plasser: [{minst: 1}]}\n"
    assert utfall(dom(rule + "moeter/2022-11-16: {oppmoete: []}")) == ["uvisst 2022-11-16"]


@pytest.mark.parametrize(
    ("gammel", "ny"),
    [("der: {tema: mandat}", "naar: {vedtak: …}"), ("hvis_finnes: nei", "ogsaa_tom: ja der det sto nei")],
)
def test_what_is_written_otherwise_now_is_told_so(gammel: str, ny: str) -> None:
    rule = f"{{regel: sammensetning, blant: medlemmer, {gammel}, plasser: [{{minst: 1}}]}}"
    assert f"skrives nå {ny}" in " ".join(meldinger(dom(f"regel: {rule}")))


OBSERVATOER = """
regel: {regel: sammensetning, blant: frammoette, NAAR, plasser: [{hvem: {organisasjon: fag}, minst: 1}]}
organisasjoner: {fag: {navn: Fag, type: lokal, side: bruker}}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ida: {representerer: fag}
moeter/2022-11-16:
  oppmoete: [{person: kari}, {OPPMOETE}]
  saker: [{nr: 1/22, tittel: A, type: annet}, {nr: 2/22, tittel: B, type: vedtak, vedtak: {tekst: Ja}}]
"""


@pytest.mark.parametrize(
    ("oppmoete", "moete", "vedtak"),
    [
        ("navn: Siv, representerer: fag, rolle: observatoer", True, True),
        ("person: ida, rolle: observatoer", True, True),
        ("person: ida, rolle: observatoer, gikk: 1/22", True, False),
        ("person: ida, rolle: gjest", True, True),
        ("person: ida, lytter: ja", False, False),
    ],
)
def test_an_observer_is_one_of_those_who_came(oppmoete: str, moete: bool, vedtak: bool) -> None:
    for when, held in (("moete", moete), ("vedtak", vedtak)):
        text = OBSERVATOER.replace("NAAR", f"naar: {when}").replace("OPPMOETE", oppmoete)
        said = utfall(dom(text), "regelen")
        assert (said == []) is held, (when, said)
