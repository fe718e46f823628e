"""sammensetning: who and how many – in a body that is elected, in the council, at a meeting, in a round."""

from __future__ import annotations

import pytest

from smaa_registre import brutt_fra, dom, meldinger, sagt, utfall

# A body that is elected: the redaksjonsråd of Vestland, two and two and nobody else

FOLK = """
medlemmer/kari: {}
medlemmer/per: {}
medlemmer/ida: {}
medlemmer/nina: {side: nav}
medlemmer/odd: {side: nav}
medlemmer/knut: {side: kommune}
medlemmer/ukjent-side: {side: ukjent}
"""


def valg(*elected: str, verv: str = "redaksjonsraad", more: str = "") -> str:
    """A meeting that elects these from the New Year, and their terms in their own files."""
    people = "".join(
        f"medlemmer/{who}: {{side: {_side(who)}, oppnevninger: "
        f"[{{verv: {verv}, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}}]}}\n"
        for who in elected
    )
    return f"""
{people}
moeter/2022-11-16:
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      valg: [{{verv: {verv}, valgt: [{", ".join(elected)}], fra: 2023-01-01, til: 2023-12-31{more}}}]
"""


def _side(who: str) -> str:
    return {"nina": "nav", "odd": "nav", "knut": "kommune", "hvem": "ukjent"}.get(who, "bruker")


VALGET = "feil sammensetning @ moeter/2022-11-16 saker.0.valg.0.valgt"


@pytest.mark.parametrize(
    ("valgt", "ventet"),
    [
        (["kari", "per", "nina", "odd"], []),
        (["kari", "per", "ida", "nina", "odd"], [VALGET]),  # case 28/22
        (["kari", "per", "nina"], [VALGET]),
        (["kari", "per", "nina", "odd", "knut"], [VALGET]),  # nobody else
        (["kari", "per", "nina", "hvem"], ["uvisst 1/22"]),  # may be from Nav, may be not
        (["kari", "per", "ida", "nina", "hvem"], [VALGET]),  # three is too many whoever the last one is
    ],
)
def test_the_redaksjonsraad_of_vestland(valgt: list[str], ventet: list[str]) -> None:
    found = dom(f"dato: 2022-12-01\nmandat: nav-vestland-2019\n{valg(*valgt)}")
    assert utfall(found, "redaksjonsraad") == ventet


def test_the_finding_says_who_sits_for_which_side_and_how_to_mend_it() -> None:
    found = dom(f"dato: 2022-12-01\nmandat: nav-vestland-2019\n{valg('kari', 'per', 'ida', 'nina', 'odd')}")
    (finding,) = (f.finding for f in found.funn if f.finding.name == "sammensetning")
    assert finding.message == ("redaksjonsrådet får 3 fra brukersiden; regelverket vil ha 2 fra brukersiden")
    assert finding.label == "fra brukersiden: Kari, Per, Ida – fra Nav: Nina, Odd"
    assert finding.help.startswith("la én av Kari, Per og Ida tre ut, eller skriv ")
    (provision,) = finding.related
    assert provision.place.path == "records/regelverk/nav-vestland-2019.yaml"
    assert provision.label.startswith("Arbeidsform, «er»: ")


@pytest.mark.parametrize("dato", ["2022-12-01", "2023-01-01", "2023-06-01", "2024-06-01"])
def test_an_election_is_judged_once_and_the_terms_that_follow_are_not(dato: str) -> None:
    found = dom(f"dato: {dato}\nmandat: nav-vestland-2019\n{valg('kari', 'per', 'ida', 'nina', 'odd')}")
    assert sagt(found, "redaksjonsraad") == [VALGET]


def test_who_goes_on_counts_beside_the_newly_elected() -> None:
    nina = "medlemmer/nina: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01, til: DAG}]}\n"
    elected = valg("kari", "per", "odd")
    for last, expected in (("2023-01-01", []), ("2022-12-31", [VALGET])):
        found = dom(f"dato: 2022-12-01\nmandat: nav-vestland-2019\n{elected}{nina.replace('DAG', last)}")
        assert [line for line in sagt(found, "redaksjonsraad") if "moeter" in line] == expected


def test_the_verdict_waits_for_a_person_whose_file_cannot_be_read() -> None:
    elected = valg("kari", "per", "nina", "odd").replace("odd: {side: nav", "odd: {sidde: nav")
    found = dom(f"dato: 2022-12-01\nmandat: nav-vestland-2019\n{elected}")
    assert utfall(found, "redaksjonsraad") == ["uvisst 1/22"]
    assert [line for line in sagt(found) if "odd" in line] == ["feil ukjent-noekkel @ medlemmer/odd sidde"]


def test_a_redaksjonsraad_that_was_never_elected_is_judged_by_its_terms() -> None:
    people = "".join(
        f"medlemmer/{who}: {{side: {_side(who)}, oppnevninger: [{{verv: redaksjonsraad, fra: 2022-01-01}}]}}\n"
        for who in ("kari", "per", "ida", "nina", "odd")
    )
    found = dom(f"dato: 2022-12-01\nmandat: nav-vestland-2019\n{people}")
    assert len(sagt(found, "redaksjonsraad")) == 1


def test_a_resignation_after_the_election_is_a_new_breach() -> None:
    left = valg("kari", "per", "nina", "odd").replace(
        "medlemmer/odd: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, til: 2023-12-31",
        "medlemmer/odd: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, til: 2023-03-31",
    )
    assert utfall(dom(f"dato: 2023-03-31\nmandat: nav-vestland-2019\n{left}"), "redaksjonsraad") == []
    found = dom(f"dato: 2023-04-01\nmandat: nav-vestland-2019\n{left}")
    assert sagt(found, "redaksjonsraad") == ["advarsel sammensetning @ utvalg regelverk.0.id"]
    (finding,) = (f.finding for f in found.funn if f.finding.kilde and f.finding.name == "sammensetning"
                  and f.finding.kilde.bestemmelse == "redaksjonsraad")  # fmt: skip
    assert str(finding.since) == "2023-04-01"


def test_an_election_made_anew_is_put_right_when_that_was_held_whatever_was_elected_later() -> None:
    """Case 2 elected anew for the same days; case 3 says no more of it, though it gives the body of that day too."""
    found = dom(
        "dato: 2022-01-10\n"
        "regel: {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: alle, hoeyst: 1}]}\n"
        "medlemmer/kari: {}\nmedlemmer/per: {}\n"
        + "".join(
            f"moeter/{day}: {{saker: [{{nr: {nr}/22, tittel: Valg, type: valg, "
            f"valg: [{{verv: redaksjonsraad, valgt: [{who}], fra: {fra}}}]}}]}}\n"
            for nr, day, who, fra in (
                (1, "2022-01-01", "kari, per", "2020-01-01"),
                (2, "2022-01-02", "kari", "2020-01-01"),
                (3, "2022-01-03", "kari", "2022-01-01"),
            )
        )
    )
    assert utfall(found, "regelen") == ["rettet 1/22"]
    assert [str(r.finding.rettelse.rettet) for r in found.rettet] == ["2022-01-02"]


def test_an_election_that_departs_says_so_where_the_council_may() -> None:
    rule = """
dato: 2022-12-01
regel:
  regel: sammensetning
  kan_fravikes_av: WHO
  blant: redaksjonsraad
  plasser: [{hvem: {side: bruker}, antall: 1}, {hvem: andre, antall: 0}]
"""
    elected = valg("kari", "nina", more=", fraviker: regelen")
    assert utfall(dom(rule.replace("WHO", "utvalget") + elected)) == ["fraveket 1/22"]
    assert utfall(dom(rule.replace("WHO", "ingen") + elected)) == [VALGET]
    assert utfall(dom(rule.replace("WHO", "utvalget") + valg("kari", "nina"))) == [VALGET]


@pytest.mark.parametrize("gjelder", ["1/22", "2022-11-16", None])
def test_a_decided_deviation_answers_for_an_election(gjelder: str | None) -> None:
    which = f", gjelder: {gjelder}" if gjelder else ""
    avvik = f"avvik: [{{bestemmelse: redaksjonsraad, grunn: Overgang, vedtatt_i: 2/22{which}}}]"
    decided = "moeter/2022-11-30: {saker: [{nr: 2/22, tittel: A, type: vedtak, vedtak: {tekst: Det går.}}]}\n"
    council = f"utvalg: {{nivaa: fylke, {avvik}, regelverk: [{{id: nav-vestland-2019, fra: 2019-03-19}}]}}\n"
    elected = valg("kari", "per", "ida", "nina", "odd") + decided
    found = dom(f"dato: 2022-12-01\nmandat: nav-vestland-2019\n{council}{elected}")
    assert utfall(found, "redaksjonsraad") == ["fraveket 1/22"]


# Trøndelag's arbeidsutvalg, row 8 of the table

ARBEIDSUTVALG = """
dato: 2022-12-01
mandat: nav-troendelag-2020
medlemmer/leif: {oppnevninger: [{verv: leder, fra: 2022-01-01}, {verv: arbeidsutvalg, fra: 2022-01-01}]}
medlemmer/nora: {oppnevninger: [{verv: nestleder, fra: 2022-01-01}, {verv: arbeidsutvalg, fra: 2022-01-01}]}
medlemmer/siv:
  side: nav
  oppnevninger: [{verv: sekretaer, fra: 2022-01-01}, {verv: arbeidsutvalg, fra: 2022-01-01}]
"""
FJERDE = "medlemmer/finn: {oppnevninger: [{verv: medlem, fra: 2022-01-01}, {verv: arbeidsutvalg, fra: 2022-06-01}]}\n"


def test_arbeidsutvalg_of_leader_deputy_leader_and_secretary() -> None:
    assert utfall(dom(ARBEIDSUTVALG), "arbeidsutvalg") == []


def test_arbeidsutvalg_with_a_fourth_person() -> None:
    found = dom(ARBEIDSUTVALG + FJERDE)
    assert utfall(found, "arbeidsutvalg") == ["feil sammensetning @ medlemmer/finn oppnevninger.1"]
    assert "fra 1. juni 2022 har arbeidsutvalget 1 annen; regelverket vil ha ingen andre" in meldinger(found)


def test_arbeidsutvalg_without_the_deputy_leader() -> None:
    without = "\n".join(line for line in ARBEIDSUTVALG.splitlines() if "nora" not in line)
    assert len(sagt(dom(without), "arbeidsutvalg")) == 1


def test_the_secretary_of_the_arbeidsutvalg_is_from_nav() -> None:
    assert len(sagt(dom(ARBEIDSUTVALG.replace("side: nav", "side: bruker")), "arbeidsutvalg")) == 1


@pytest.mark.parametrize("fjerde", ["", ", finn"])
def test_an_elected_arbeidsutvalg(fjerde: str) -> None:
    meeting = f"""
medlemmer/finn: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}
moeter/2021-12-01:
  saker:
    - nr: 1/21
      tittel: Valg
      type: valg
      valg: [{{verv: arbeidsutvalg, valgt: [leif, nora, siv{fjerde}], fra: 2022-01-01}}]
"""
    found = utfall(dom(ARBEIDSUTVALG.replace("2022-01-01}, {verv: arbeidsutvalg, fra: 2022-01-01",
        "2022-01-01}, {verv: arbeidsutvalg, valgt_i: 1/21, fra: 2022-01-01") + meeting), "arbeidsutvalg")  # fmt: skip
    assert found == (["feil sammensetning @ moeter/2021-12-01 saker.0.valg.0.valgt"] if fjerde else [])


# Who comes to a meeting, row 8 of the table

DIREKTOER = "medlemmer/dag: {side: nav, funksjon: [{funksjon: fylkesdirektoer, fra: 2020-01-01TIL}]}\n"
MOETE = "mandat: nav-troendelag-2020\nmoeter/2022-11-16: {oppmoete: OPPMOETE}\n"


@pytest.mark.parametrize(
    ("oppmoete", "til", "ventet"),
    [
        ("[{person: dag}]", "", []),
        ("[{person: dag, digitalt: ja}]", "", []),
        ("[{navn: Gro Gjest, funksjon: fylkesdirektoer, side: nav}]", "", []),
        ("[{person: kari}]", "", ["feil sammensetning @ moeter/2022-11-16 oppmoete"]),
        ("[]", "", ["feil sammensetning @ moeter/2022-11-16 oppmoete"]),
        ("[{person: dag}]", ", til: 2022-11-16", []),
        ("[{person: dag}]", ", til: 2022-11-15", ["feil sammensetning @ moeter/2022-11-16 oppmoete"]),
        ("[{person: dag}]", ", til: ukjent", ["uvisst 2022-11-16"]),
        ("ukjent", "", ["uvisst 2022-11-16"]),
    ],
)
def test_the_county_director_takes_part_in_troendelag(oppmoete: str, til: str, ventet: list[str]) -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    found = dom(MOETE.replace("OPPMOETE", oppmoete) + DIREKTOER.replace("TIL", til) + kari)
    assert utfall(found, "fylkesdirektoer") == ventet


def test_an_attendance_list_that_was_never_written_cannot_be_judged() -> None:
    assert utfall(dom("mandat: nav-troendelag-2020\nmoeter/2022-11-16: {}\n"), "fylkesdirektoer") == [
        "uvisst 2022-11-16"
    ]


@pytest.mark.parametrize("status", ["planlagt", "innkalt", "avlyst"])
def test_only_meetings_that_were_held_have_an_attendance(status: str) -> None:
    meeting = f"moeter/2022-11-16: {{status: {status}, oppmoete: []}}\n"
    assert utfall(dom(f"mandat: nav-troendelag-2020\n{meeting}"), "fylkesdirektoer") == []


def test_only_the_leaders_come_from_the_youth_council() -> None:
    guest = "{navn: Une Ung, fra_utvalg: ungdomsraadet, verv: VERV}"
    council = """
mandat: nav-troendelag-2020
utvalg: {nivaa: fylke, ungdomsraad: ungdomsraadet, regelverk: [{id: nav-troendelag-2020, fra: 2020-05-25}]}
utvalgene/ungdomsraadet/utvalg: {navn: Ungdomsrådet, nivaa: ungdom, maalform: nb}
"""
    for verv, count in (("leder", 0), ("nestleder", 0), ("medlem", 1)):
        meeting = f"moeter/2022-11-16: {{oppmoete: [{guest.replace('VERV', verv)}]}}\n"
        assert len(utfall(dom(council + meeting), "ungdomsraad-hvem")) == count


def test_quorum_counts_deputies_who_stand_in_and_not_those_who_listen() -> None:
    rule = """
regel: {regel: sammensetning, blant: frammoette, plasser: [{hvem: {side: bruker}, minst: 2}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
moeter/2022-11-16: {forfall: [per], oppmoete: [{person: kari}, {person: ola, VARA}]}
"""
    assert utfall(dom(rule.replace("VARA", "vara_for: per"))) == []
    assert utfall(dom(rule.replace("VARA", "lytter: ja"))) == [
        "feil sammensetning @ moeter/2022-11-16 oppmoete"
    ]


# Shares, sets and steps in the council


def medlemmer(count: int, of: int, more: str = "") -> str:
    """A council of `of` members, `count` of them from an umbrella organisation."""
    people = "".join(
        f"medlemmer/m{nr:02}: {{representerer: {'paraply' if nr < count else 'lokal'}, "
        f"oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}\n"
        for nr in range(of)
    )
    return f"""
organisasjoner:
  paraply: {{navn: Paraplyen, type: paraply, side: bruker, grupper: [unge]}}
  lokal: {{navn: Laget, type: lokal, side: bruker}}
{people}{more}"""


def fra_paraply(mengde: str) -> str:
    return (
        "regel: {regel: sammensetning, blant: medlemmer, "
        f"plasser: [{{hvem: {{organisasjon: {{type: paraply}}}}, {mengde}}}]}}\n"
    )


@pytest.mark.parametrize(
    ("mengde", "av", "lovlig"),
    [
        ("mer_enn: 1/2", 4, {3, 4}),  # strictly
        ("mer_enn: 1/2", 5, {3, 4, 5}),
        ("minst: 1/2", 4, {2, 3, 4}),
        ("minst: 1/2", 5, {3, 4, 5}),  # rounds up
        ("hoeyst: 1/2", 5, {0, 1, 2}),  # rounds down
        ("minst: 40 %", 10, {4, 5, 6, 7, 8, 9, 10}),
        ("minst: 40 %", 11, {5, 6, 7, 8, 9, 10, 11}),
        ("hoeyst: 40 %", 11, {0, 1, 2, 3, 4}),
        ("antall: 2", 4, {2}),
        ("antall: [1, 3]", 4, {1, 3}),
        ("minst: 1, hoeyst: 2", 4, {1, 2}),
        ("hoeyst: ubegrenset", 3, {0, 1, 2, 3}),
        ("minst: {2-3: 1, 4-5: 2, 6-8: 3, 9: 4, over 9: 40 %}", 3, {1, 2, 3}),
        ("minst: {2-3: 1, 4-5: 2, 6-8: 3, 9: 4, over 9: 40 %}", 4, {2, 3, 4}),
        ("minst: {2-3: 1, 4-5: 2, 6-8: 3, 9: 4, over 9: 40 %}", 9, {4, 5, 6, 7, 8, 9}),
        ("minst: {2-3: 1, 4-5: 2, 6-8: 3, 9: 4, over 9: 40 %}", 11, {5, 6, 7, 8, 9, 10, 11}),
        ("minst: {2-3: 1}", 1, {0, 1}),  # no step says anything of one
    ],
)
def test_how_many_of_the_members(mengde: str, av: int, lovlig: set[int]) -> None:
    kept = {n for n in range(av + 1) if not utfall(dom(fra_paraply(mengde) + medlemmer(n, av)))}
    assert kept == lovlig


def test_leader_and_deputy_leader_are_members_and_vara_and_secretary_are_not() -> None:
    rule = "regel: {regel: sammensetning, blant: medlemmer, plasser: [{hvem: alle, antall: 1}]}\n"
    for verv, count in (("medlem", 1), ("leder", 1), ("nestleder", 1), ("vara", 0), ("sekretaer", 0)):
        people = f"medlemmer/kari: {{oppnevninger: [{{verv: {verv}, fra: 2022-01-01}}]}}\n"
        others = "medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
        assert len(utfall(dom(rule + people + others))) == count


def test_who_is_both_leader_and_member_counts_once() -> None:
    rule = "regel: {regel: sammensetning, blant: medlemmer, plasser: [{hvem: alle, antall: 1}]}\n"
    kari = (
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}, {verv: leder, fra: 2022-06-01}]}\n"
    )
    assert utfall(dom(rule + kari)) == []


def test_appointed_members_include_vara() -> None:
    rule = "regel: {regel: sammensetning, blant: oppnevnte, plasser: [{hvem: alle, antall: 2}]}\n"
    people = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
medlemmer/siv: {oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
"""
    assert utfall(dom(rule + people)) == []
    assert len(sagt(dom(rule.replace("antall: 2", "antall: 3") + people))) == 1


# Every organisation, every group

FOR_HVER = (
    "regel: {regel: sammensetning, blant: medlemmer, for_hver: HVA, plasser: [{hvem: alle, minst: 1}]}\n"
)


def test_an_organisation_with_a_seat_and_nobody_in_it_is_noticed() -> None:
    rule = FOR_HVER.replace("HVA", "organisasjon")
    both = "utvalg: {organisasjoner: [paraply, lokal], regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"
    assert utfall(dom(rule + both + medlemmer(1, 2))) == []
    found = dom(rule + both + medlemmer(2, 2))
    assert sagt(found) == ["feil sammensetning @ utvalg regelverk.0.id"]
    assert meldinger(found)[0].startswith("fra 1. januar 2022 har utvalget (Laget) ingen")


def test_a_group_comes_with_the_organisation_or_with_the_person() -> None:
    rule = FOR_HVER.replace("HVA", "gruppe")
    council = "utvalg: {grupper: [unge, eldre], regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"
    old = "medlemmer/eldar: {grupper: [eldre], oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    assert utfall(dom(rule + council + medlemmer(1, 1, old))) == []
    assert len(sagt(dom(rule + council + medlemmer(1, 1)))) == 1


@pytest.mark.parametrize("hva", ["organisasjon", "gruppe"])
def test_where_it_is_unknown_who_has_a_seat(hva: str) -> None:
    key = {"organisasjon": "organisasjoner", "gruppe": "grupper"}[hva]
    council = f"utvalg: {{{key}: ukjent, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}\n"
    assert utfall(dom(FOR_HVER.replace("HVA", hva) + council + medlemmer(1, 1))) == [f"uvisst {key}"]


# What is known, and what is not


def test_a_list_of_members_that_is_not_complete() -> None:
    """What is missing may be there; what is too many stays too many."""
    council = (
        "utvalg: {medlemsliste: ufullstendig, regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"
        + medlemmer(2, 3)
    )
    assert utfall(dom(fra_paraply("minst: 3") + council)) == ["uvisst medlemmer"]
    assert utfall(dom(fra_paraply("mer_enn: 1/2") + council)) == ["uvisst medlemmer"]
    assert utfall(dom(fra_paraply("minst: 2") + council)) == []
    assert utfall(dom(fra_paraply("hoeyst: 1") + council)) == [
        "feil sammensetning @ medlemmer/m00 oppnevninger.0"
    ]


def test_a_member_whose_file_cannot_be_read_makes_the_list_incomplete() -> None:
    council = medlemmer(2, 3).replace("medlemmer/m02: {rep", "medlemmer/m02: {repp")
    assert utfall(dom(fra_paraply("minst: 3") + council)) == [
        "feil ukjent-noekkel @ medlemmer/m02 reppresenterer",
        "uvisst medlemmer",
    ]


def test_a_member_with_an_unknown_organisation() -> None:
    council = medlemmer(
        2, 3, "medlemmer/hvem: {representerer: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    )
    assert utfall(dom(fra_paraply("minst: 2") + council)) == []
    assert utfall(dom(fra_paraply("minst: 3") + council)) == ["uvisst medlemmer"]
    assert len(sagt(dom(fra_paraply("minst: 4") + council))) == 1


# Day by day: a lasting breach is one finding, a gap of a day is a breach

SEKRETAER = """
regel: {regel: sammensetning, blant: verv, plasser: [{hvem: {verv: sekretaer, side: nav}, minst: 1}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
medlemmer/siv: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2020-01-01, til: 2022-05-31}]}
"""


@pytest.mark.parametrize(
    ("neste", "siden"),
    [
        ("2022-05-01", None),  # overlapping
        ("2022-06-01", None),  # the day after
        ("2022-06-02", "2022-06-01"),  # one day without
        ("2022-12-01", "2022-06-01"),
    ],
)
def test_from_one_secretary_to_the_next(neste: str, siden: str | None) -> None:
    next_ = f"medlemmer/tor: {{side: nav, oppnevninger: [{{verv: sekretaer, fra: {neste}}}]}}\n"
    found = dom(f"dato: 2022-12-31\n{SEKRETAER}{next_}")
    assert brutt_fra(found) == ([siden] if siden else [])
    assert [str(r.finding.rettelse.rettet) for r in found.rettet] == ([neste] if siden else [])


def test_two_gaps_are_two_findings_and_a_long_one_is_one() -> None:
    later = """
medlemmer/tor: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-07-01, til: 2022-08-31}]}
medlemmer/ida: {oppnevninger: [{verv: medlem, fra: 2022-10-01}]}
"""
    found = dom(f"dato: 2022-12-31\n{SEKRETAER}{later}")
    assert brutt_fra(found) == ["2022-06-01", "2022-09-01"]
    assert [str(r.finding.rettelse.rettet) for r in found.rettet] == ["2022-07-01"]


def test_what_is_missing_is_shown_at_the_binding_and_what_is_too_many_at_the_person() -> None:
    missing = dom(fra_paraply("minst: 2") + medlemmer(1, 2))
    assert sagt(missing) == ["feil sammensetning @ utvalg regelverk.0.id"]
    late = "medlemmer/sist: {representerer: paraply, oppnevninger: [{verv: medlem, fra: 2022-09-01}]}\n"
    too_many = dom(fra_paraply("hoeyst: 1") + medlemmer(1, 2, late))
    assert sagt(too_many) == ["feil sammensetning @ medlemmer/sist oppnevninger.0"]


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        # Broken in two lines at once: too many of one, and too few of another, to which the first by name belongs.
        ("{hvem: {organisasjon: ffo}, antall: 1}, {hvem: {side: nav}, minst: 2}", "kari"),
        ("{hvem: {organisasjon: ffo}, antall: 2}, {hvem: andre, antall: 0}", "ane"),
        ("{hvem: {organisasjon: nav}, antall: 1}, {hvem: andre, antall: 0}", "kari"),
    ],
)
def test_who_is_shown_is_counted_on_the_line_with_too_many(lines: str, who: str) -> None:
    text = f"""
    dato: 2022-06-01
    regel: {{regel: sammensetning, blant: medlemmer, plasser: [{lines}]}}
    medlemmer/ane: {{side: nav, representerer: nav, oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}
    medlemmer/kari: {{representerer: ffo, oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}
    medlemmer/per: {{representerer: ffo, oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}
    organisasjoner:
      ffo: {{navn: FFO, side: bruker, type: paraply}}
      nav: {{navn: Nav, side: nav, type: offentlig}}
    """
    assert sagt(dom(text), "regelen") == [f"feil sammensetning @ medlemmer/{who} oppnevninger.0"]


def test_an_office_held_outside_the_council_has_its_days_too() -> None:
    rule = "regel: {regel: sammensetning, blant: medlemmer, plasser: [{hvem: {funksjon: nav-leder}, minst: 1}]}\n"
    nina = """
medlemmer/nina:
  side: nav
  funksjon: [{funksjon: nav-leder, fra: 2020-01-01, til: 2022-06-30}]
  oppnevninger: [{verv: medlem, fra: 2021-01-01}]
"""
    found = [f.finding for f in dom(rule + nina).funn]
    assert [str(f.since) for f in found] == ["2022-07-01"]


# Selectors


@pytest.mark.parametrize(
    ("hvem", "treffer"),
    [
        ("{side: bruker}", {"kari", "per"}),
        ("{side: [bruker, nav]}", {"kari", "per", "nina"}),
        ("{side: bruker, organisasjon: {type: lokal}}", {"per"}),
        ("{organisasjon: ffo}", {"kari"}),
        ("{organisasjon: eier}", {"nina"}),
        ("{organisasjon: {paraply: ja}}", {"per"}),
        ("{organisasjon: {paraply: nei}}", {"kari", "nina"}),
        ("{gruppe: [unge, eldre]}", {"kari"}),
        ("{verv: leder}", {"per"}),
        ("{funksjon: nav-leder}", {"nina"}),
        ("{side: bruker, ikke: {verv: leder}}", {"kari"}),
        ("{ikke: {side: [bruker, nav]}}", set()),
        ("alle", {"kari", "per", "nina"}),
    ],
)
def test_who_a_selector_means(hvem: str, treffer: set[str]) -> None:
    council = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker, grupper: [unge]}
  laget: {navn: Laget, type: lokal, side: bruker, medlem_av: [ffo]}
  nav-x: {navn: Nav X, type: offentlig, side: nav}
utvalg: {eier: nav-x, grupper: [unge, eldre], regelverk: [{id: regelverket, fra: 2000-01-01}]}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {representerer: laget, oppnevninger: [{verv: leder, fra: 2022-01-01}]}
medlemmer/nina:
  side: nav
  representerer: nav-x
  funksjon: [{funksjon: nav-leder}]
  oppnevninger: [{verv: medlem, fra: 2022-01-01}]
"""
    rule = f"regel: {{regel: sammensetning, blant: medlemmer, plasser: [{{hvem: {hvem}, antall: N}}]}}\n"
    counts = {n for n in range(4) if not utfall(dom(rule.replace("N", str(n)) + council))}
    assert counts == {len(treffer)}


# Rounds of appointments: renewal

FORNYELSE = """
regel:
  regel: sammensetning
  blant: oppnevnte
  naar: oppnevning
  plasser: [{hvem: {ny: ja}, minst: 1}, {hvem: {ny: nei}, minst: 1}]
hendelser:
  - {hva: oppnevningsrunde, dato: 2018-01-01}
  - {hva: oppnevningsrunde, dato: 2020-01-01}
  - {hva: oppnevningsrunde, dato: 2022-01-01}
"""
FOERSTE_RUNDE = "fra: 2018-01-01, til: 2019-12-31"
ANDRE_RUNDE = "fra: 2020-01-01, til: 2021-12-31"
TREDJE_RUNDE = "fra: 2022-01-01, til: 2023-12-31"


def sitter(person: str, *rounds: str, verv: str = "medlem") -> str:
    terms = ", ".join(f"{{verv: {verv}, {days}}}" for days in rounds)
    return f"medlemmer/{person}: {{oppnevninger: [{terms}]}}\n"


def test_a_round_keeps_some_and_takes_in_some() -> None:
    everybody = (
        sitter("kari", FOERSTE_RUNDE, ANDRE_RUNDE)
        + sitter("per", ANDRE_RUNDE, TREDJE_RUNDE)
        + sitter("ida", TREDJE_RUNDE)
    )
    assert utfall(dom(FORNYELSE + everybody)) == []


def test_nobody_new() -> None:
    found = dom(
        FORNYELSE + sitter("kari", FOERSTE_RUNDE, ANDRE_RUNDE) + sitter("per", FOERSTE_RUNDE, ANDRE_RUNDE)
    )
    assert sagt(found) == ["feil sammensetning @ hendelser 1.dato"]


def test_nobody_who_goes_on() -> None:
    found = dom(FORNYELSE + sitter("kari", FOERSTE_RUNDE) + sitter("per", ANDRE_RUNDE))
    assert sagt(found) == ["feil sammensetning @ hendelser 1.dato"]


def test_who_was_away_for_a_whole_round_is_new() -> None:
    people = (
        sitter("kari", FOERSTE_RUNDE, TREDJE_RUNDE)
        + sitter("per", ANDRE_RUNDE, TREDJE_RUNDE)
        + sitter("eva", FOERSTE_RUNDE, ANDRE_RUNDE)
    )
    assert utfall(dom(FORNYELSE + people)) == []


def test_a_vara_who_becomes_a_member_has_sat() -> None:
    people = sitter("ola", FOERSTE_RUNDE, verv="vara") + sitter("per", ANDRE_RUNDE)
    both = people.replace(
        f"{{verv: vara, {FOERSTE_RUNDE}}}",
        f"{{verv: vara, {FOERSTE_RUNDE}}}, {{verv: medlem, {ANDRE_RUNDE}}}",
    )
    assert utfall(dom(FORNYELSE + both)) == []


def test_the_first_round_of_a_council_has_nobody_to_keep() -> None:
    first_only = FORNYELSE.partition("  - {hva: oppnevningsrunde, dato: 2020")[0]
    assert utfall(dom(first_only + sitter("kari", FOERSTE_RUNDE))) == []


def test_whether_anybody_is_new_is_unknown_where_nobody_is_on_record_from_the_round_before() -> None:
    found = dom(FORNYELSE + sitter("kari", ANDRE_RUNDE))
    assert utfall(found) == ["uvisst 2020-01-01"]
    assert [u.finding.message for u in found.ikke_vurdert] == [
        "hvem som satt i forrige periode, er ikke ført"
    ]


def test_one_and_many_are_said_alike_of_those_who_are_new() -> None:
    text = """
    regel:
      regel: sammensetning
      blant: medlemmer
      naar: oppnevning
      plasser: [{hvem: {ny: ja}, minst: 2}]
    hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01}, {hva: oppnevningsrunde, dato: 2022-01-01}]
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
    medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    """
    assert meldinger(dom(text)) == [
        "fra 1. januar 2022 har utvalget 1 som ikke satt i forrige periode; "
        "regelverket vil ha minst 2 som ikke satt i forrige periode"
    ]
