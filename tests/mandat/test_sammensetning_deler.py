"""sammensetning part by part: each member, side and gender, several groups, bodies that must exist."""

from __future__ import annotations

import pytest

from smaa_registre import brutt_fra, dom, meldinger, sagt, utfall

BINDINGEN = "feil sammensetning @ utvalg regelverk.0.id"


def regel(what: str, plasser: str) -> str:
    return f"regel: {{regel: sammensetning, {what}, plasser: [{plasser}]}}\n"


def person(name: str, *terms: str, more: str = "") -> str:
    """Terms: `medlem 2022-01-01 2022-12-31, vara_for: kari`."""
    listed = []
    for term in terms:
        days, _, rest = term.partition(", ")
        verv, fra, *til = days.split()
        fields = [f"verv: {verv}", f"fra: {fra}", *(f"til: {day}" for day in til), *([rest] if rest else [])]
        listed.append("{" + ", ".join(fields) + "}")
    return f"medlemmer/{name}: {{{more}oppnevninger: [{', '.join(listed)}]}}\n"


# Each member

PERSONLIG_VARA = regel("blant: varamedlemmer, for_hver: medlem", "{antall: 1}")
KARI = person("kari", "medlem 2022-01-01")
PER = person("per", "leder 2022-01-01", more="representerer: ffo, ")
FFO = "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}\n"


def vara(name: str, vara_for: str, days: str = "2022-01-01") -> str:
    return person(name, f"vara {days}, vara_for: {vara_for}")


@pytest.mark.parametrize(
    ("varaer", "ventet"),
    [
        (vara("ola", "kari") + vara("ida", "per"), []),
        (vara("ola", "kari"), ["feil sammensetning @ medlemmer/per oppnevninger.0"]),
        (vara("ola", "kari") + vara("ida", "ffo"), []),  # the deputy of per's organisation
        (
            vara("ola", "kari") + vara("ida", "per") + vara("eva", "kari"),
            ["feil sammensetning @ medlemmer/eva oppnevninger.0"],  # two for her: one is too many
        ),
        (
            vara("ola", "kari") + vara("ida", "ukjent"),
            ["uvisst varamedlemmer kari", "uvisst varamedlemmer per"],
        ),
        # One who is nobody's deputy on record, and no deputy at all
        (
            vara("ola", "kari") + person("ida", "vara 2022-01-01"),
            ["feil sammensetning @ medlemmer/per oppnevninger.0"],
        ),
        (
            "",
            [
                "feil sammensetning @ medlemmer/kari oppnevninger.0",
                "feil sammensetning @ medlemmer/per oppnevninger.0",
            ],
        ),
    ],
)
def test_each_member_has_a_deputy_of_their_own(varaer: str, ventet: list[str]) -> None:
    assert sorted(utfall(dom(PERSONLIG_VARA + FFO + KARI + PER + varaer))) == ventet


def test_the_finding_says_whose_deputy_is_missing() -> None:
    assert meldinger(dom(PERSONLIG_VARA + FFO + KARI + PER + vara("ola", "kari"))) == [
        "fra 1. januar 2022 har varamedlemmene for Per ingen; regelverket vil ha 1"
    ]


@pytest.mark.parametrize(
    ("medlem", "varaen", "siden"),
    [
        ("2022-03-01 2022-05-31", "2022-03-01 2022-05-31", None),
        ("2022-03-01 2022-05-31", "2022-01-01 2022-12-31", None),
        ("2022-03-01 2022-05-31", "2022-03-02 2022-05-31", "2022-03-01"),
        ("2022-03-01 2022-05-31", "2022-03-01 2022-05-30", "2022-05-31"),
        ("2022-03-01 ukjent", "2022-03-01 2022-05-31", "uvisst"),  # still a member, or no longer
    ],
)
def test_as_long_as_they_are_members(medlem: str, varaen: str, siden: str | None) -> None:
    found = dom(PERSONLIG_VARA + person("kari", f"medlem {medlem}") + vara("ola", "kari", varaen))
    said = brutt_fra(found) + ["uvisst"] * len(found.ikke_vurdert)
    assert said == ([siden] if siden else [])


def test_a_deputy_of_an_organisation_belongs_to_whoever_sits_for_it_that_day() -> None:
    people = person("kari", "medlem 2022-01-01 2022-05-31", "medlem 2022-06-01, representerer: ffo")
    found = dom(PERSONLIG_VARA + FFO + people + vara("ola", "ffo"))
    assert brutt_fra(found) == ["2022-01-01"]
    assert [str(r.finding.rettelse.rettet) for r in found.rettet] == ["2022-06-01"]
    later = people.replace("2022-05-31}", "2022-05-31, representerer: ffo}").replace(
        "06-01, representerer: ffo", "06-01"
    )
    assert [str(f.finding.since) for f in dom(PERSONLIG_VARA + FFO + later + vara("ola", "ffo")).funn] == [
        "2022-06-01"
    ]


def test_members_of_whom_not_all_are_on_record() -> None:
    council = "utvalg: {medlemsliste: ufullstendig}\n"
    found = utfall(dom(PERSONLIG_VARA + council + KARI + vara("ola", "kari")))
    assert found == ["uvisst medlemsliste", "uvisst varamedlemmer kari"]
    broken = KARI.replace("oppnevninger", "oppnnevninger")
    assert utfall(dom(PERSONLIG_VARA + broken), "regelen") == ["uvisst medlemsliste"]


def test_deputies_are_asked_for_only_where_there_are_any_when_the_mandate_says_so() -> None:
    said = regel("blant: varamedlemmer, for_hver: medlem, ogsaa_tom: nei", "{antall: 1}")
    assert utfall(dom(said + FFO + KARI + PER)) == []
    assert len(utfall(dom(said + FFO + KARI + PER + vara("ola", "kari")))) == 1


# Each side

SIDER = regel("blant: medlemmer, for_hver: side", "{minst: 2}")
BRUKERE = person("kari", "medlem 2022-01-01") + person("per", "medlem 2022-01-01")


@pytest.mark.parametrize(
    ("flere", "ventet"),
    [
        ("", []),  # a council without Nav has no such side
        (person("nina", "medlem 2022-01-01", more="side: nav, "), [BINDINGEN]),
        (person("nina", "vara 2022-01-01", more="side: nav, "), [BINDINGEN]),
        (person("nina", "sekretaer 2022-01-01", more="side: nav, "), []),  # she is no member
        (
            person("nina", "medlem 2022-01-01", more="side: nav, ")
            + person("odd", "medlem 2022-01-01", more="side: nav, "),
            [],
        ),
        (person("hvem", "medlem 2022-01-01", more="side: ukjent, "), []),
        (
            person("nina", "medlem 2022-01-01", more="side: nav, ")
            + person("hvem", "medlem 2022-01-01", more="side: ukjent, "),
            ["uvisst medlemmer nav"],
        ),
        ("utvalg: {sider: {partene: Partene}}\n", [BINDINGEN]),  # declared, so it is missed
    ],
)
def test_each_side_of_the_council(flere: str, ventet: list[str]) -> None:
    assert utfall(dom(SIDER + BRUKERE + flere)) == ventet


@pytest.mark.parametrize(
    ("dager", "siden"),
    [
        ("2022-03-01 2022-05-31", ["2022-03-01"]),  # and when she has left, the side is still short
        ("1998-01-01 1999-12-31", []),  # before the mandate
        ("1998-01-01 2000-01-01", ["2000-01-01", "2022-01-01"]),  # between them nobody sat
    ],
)
def test_a_side_counts_from_the_day_somebody_sits_for_it(dager: str, siden: list[str]) -> None:
    found = dom(SIDER + BRUKERE + person("nina", f"medlem {dager}", more="side: nav, "))
    assert brutt_fra(found, "Nav") == siden


def test_a_side_nobody_knows_the_first_day_of() -> None:
    nina = person("nina", "medlem ukjent", more="side: nav, ")
    assert utfall(dom(SIDER + BRUKERE + nina)) == ["uvisst medlemmer nav"]


def test_each_side_of_an_elected_body() -> None:
    rule = regel("blant: arbeidsutvalg, for_hver: side", "{antall: 1}")
    people = person("kari", "medlem 2022-01-01") + person("nina", "medlem 2022-01-01", more="side: nav, ")
    meeting = """
moeter/2022-11-16:
  saker: [{nr: 1/22, tittel: Valg, type: valg, valg: [{verv: arbeidsutvalg, fra: 2022-12-01, valgt: [VALGT]}]}]
"""
    for names, expected in (("kari, nina", 0), ("kari", 1), ("nina", 1)):
        found = dom(rule + people + meeting.replace("VALGT", names))
        assert len(utfall(found, "regelen")) == expected
        assert all("1/22" in f.finding.emne for f in found.funn if f.finding.kilde)


# Each gender

LOVEN = regel(
    "blant: [medlemmer, varamedlemmer], naar: oppnevning, for_hver: kjoenn",
    "{minst: {2-3: 1, 4-5: 2, 6-8: 3, 9: 4, over 9: 40 %}}",
)


def runde(kjoenn: str, more: str = "") -> str:
    event = f"{{hva: oppnevningsrunde, dato: 2023-11-01, fra: 2024-01-01, {kjoenn}}}"
    return f"dato: 2024-02-01\nhendelser: [{event}{more}]\n"


TALLENE = ["feil sammensetning @ hendelser 0.kjoenn"]


@pytest.mark.parametrize(
    ("medlemmer", "ventet"),
    [
        ("{kvinner: 6, menn: 3}", TALLENE),
        ("{kvinner: 5, menn: 4}", []),
        ("{kvinner: 4, menn: 5}", []),
        ("{kvinner: 3, menn: 0}", TALLENE),
        ("{kvinner: 2, menn: 1}", []),
        ("{kvinner: 1, menn: 0}", []),  # one alone
        ("{kvinner: 0, menn: 0}", []),  # nobody
        ("{kvinner: 4, menn: 1}", TALLENE),
        ("{kvinner: 3, menn: 2}", []),
        ("{kvinner: 6, menn: 2}", TALLENE),
        ("{kvinner: 5, menn: 3}", []),
        ("{kvinner: 6, menn: 4}", []),  # forty per cent of ten
        ("{kvinner: 7, menn: 4}", TALLENE),  # of eleven it is five
        ("{kvinner: 6, menn: 5}", []),
        ("ukjent", ["uvisst 2024-01-01 medlemmer"]),
        ("{kvinner: 5, menn: ukjent}", ["uvisst 2024-01-01 medlemmer"]),
        ("{}", ["uvisst 2024-01-01 medlemmer"]),
    ],
)
def test_both_sexes_are_among_the_members(medlemmer: str, ventet: list[str]) -> None:
    people = person("kari", "medlem 2020-01-01") + person("ola", "vara 2020-01-01")
    found = dom(
        LOVEN + people + runde(f"kjoenn: {{medlemmer: {medlemmer}, varamedlemmer: {{kvinner: 1, menn: 1}}}}")
    )
    assert utfall(found) == ventet


def test_members_and_deputies_are_counted_apart() -> None:
    found = dom(
        LOVEN + runde("kjoenn: {medlemmer: {kvinner: 3, menn: 3}, varamedlemmer: {kvinner: 4, menn: 1}}")
    )
    assert meldinger(found) == [
        "varamedlemmene fra 1. januar 2024 er 4 kvinner og 1 mann; regelverket vil ha minst 2 av hvert kjønn"
    ]


@pytest.mark.parametrize(
    ("tall", "melding"),
    [
        ("{kvinner: 6, menn: 3}", "er 6 kvinner og 3 menn; regelverket vil ha minst 4 av hvert kjønn"),
        ("{kvinner: 3, menn: 0}", "er 3 kvinner og ingen menn; regelverket vil ha minst 1 av hvert kjønn"),
        ("{kvinner: 1, menn: 10}", "er 1 kvinne og 10 menn; regelverket vil ha minst 5 av hvert kjønn"),
    ],
)
def test_the_finding_says_how_many_there_are_and_how_many_there_should_be(tall: str, melding: str) -> None:
    found = dom(LOVEN + runde(f"kjoenn: {{medlemmer: {tall}, varamedlemmer: {{}}}}"))
    assert meldinger(found) == [f"medlemmene fra 1. januar 2024 {melding}"]


@pytest.mark.parametrize(
    ("folk", "kjoenn", "ventet"),
    [
        ("medlem", "kjoenn: ukjent", ["uvisst 2024-01-01 medlemmer", "uvisst 2024-01-01 varamedlemmer"]),
        ("medlem", "til: 2025-12-31", ["uvisst 2024-01-01 medlemmer"]),  # and no deputies to count
        ("vara", "til: 2025-12-31", ["uvisst 2024-01-01 varamedlemmer"]),
        ("vara", "kjoenn: {medlemmer: {kvinner: 1, menn: 1}}", ["uvisst 2024-01-01 varamedlemmer"]),
        ("medlem", "kjoenn: {medlemmer: {kvinner: 1, menn: 1}}", []),
    ],
)
def test_a_round_of_which_nobody_wrote_it_down(folk: str, kjoenn: str, ventet: list[str]) -> None:
    assert utfall(dom(LOVEN + person("kari", f"{folk} 2020-01-01") + runde(kjoenn))) == ventet


def test_where_there_may_be_deputies_whom_nobody_wrote_down() -> None:
    council = "utvalg: {medlemsliste: ufullstendig}\n"
    found = dom(LOVEN + council + runde("kjoenn: {medlemmer: {kvinner: 1, menn: 1}}"))
    assert utfall(found) == ["uvisst 2024-01-01 varamedlemmer"]


def test_a_round_may_stand_in_several_entries() -> None:
    other = ", {hva: oppnevningsrunde, dato: 2023-12-01, fra: 2024-01-01, kjoenn: {medlemmer: {kvinner: 3, menn: 0}}}"
    assert utfall(dom(LOVEN + runde("til: 2025-12-31", other))) == ["feil sammensetning @ hendelser 1.kjoenn"]


def test_a_round_whose_first_day_nobody_knows() -> None:
    rounds = (
        "hendelser: [{hva: oppnevningsrunde, dato: ukjent, kjoenn: {medlemmer: {kvinner: 3, menn: 0}}}]\n"
    )
    assert utfall(dom(LOVEN + rounds)) == [
        "uvisst oppnevningsrunder medlemmer",
        "uvisst oppnevningsrunder varamedlemmer",
    ]


def test_a_round_before_the_rules_is_not_judged_by_them() -> None:
    council = "utvalg: {regelverk: [{id: regelverket, fra: DAG}]}\n"
    event = runde("kjoenn: {medlemmer: {kvinner: 3, menn: 0}}")
    assert utfall(dom(LOVEN + council.replace("DAG", "2024-01-02") + event)) == []
    assert utfall(dom(LOVEN + council.replace("DAG", "2024-01-01") + event)) == TALLENE


@pytest.mark.parametrize(
    ("rule", "ord"),
    [
        ("naar: alltid, plasser: [{minst: 1}]", "oppnevningsrunde"),
        ("naar: moete, plasser: [{minst: 1}]", "oppnevningsrunde"),
        ("plasser: [{hvem: {side: bruker}, minst: 1}]", "telle alle"),
    ],
)
def test_gender_is_a_number_on_a_round_and_nothing_else(rule: str, ord: str) -> None:
    found = meldinger(dom(f"regel: {{regel: sammensetning, blant: medlemmer, for_hver: kjoenn, {rule}}}\n"))
    assert len(found) == 1
    assert ord in found[0]


# Several groups, each for itself


def test_several_groups_are_judged_apart() -> None:
    rule = regel("blant: [medlemmer, varamedlemmer]", "{minst: 2}")
    assert utfall(dom(rule + KARI + person("ola", "vara 2022-01-01"))) == [BINDINGEN, BINDINGEN]
    one = dom(rule + BRUKERE + person("ola", "vara 2022-01-01"))
    assert meldinger(one) == ["fra 1. januar 2022 har varamedlemmene 1; regelverket vil ha minst 2"]


def test_a_group_may_still_be_one_word_and_a_misspelt_one_is_told() -> None:
    assert sagt(dom(regel("blant: [medlemmer, redaksjonsrad]", "{minst: 1}"))) == [
        "feil ukjent-referanse @ regelverk/regelverket bestemmelser.0.blant.1"
    ]
    assert (
        sagt(dom(regel("blant: [medlemmer, varamedlemmer, oppnevnte, verv, redaksjonsraad]", "{minst: 1}")))
        == []
    )
    assert len(sagt(dom(regel("blant: []", "{minst: 1}")))) == 1


# A body that must be there


@pytest.mark.parametrize("blant", ["arbeidsutvalg", "varamedlemmer"])
def test_a_body_of_nobody_is_a_breach_where_it_must_exist(blant: str) -> None:
    rule = regel(f"blant: {blant}, HVIS", "{hoeyst: 3}")
    assert utfall(dom(rule.replace(", HVIS", "") + KARI)) == []
    assert utfall(dom(rule.replace("HVIS", "ogsaa_tom: nei") + KARI)) == []
    must = rule.replace("HVIS", "ogsaa_tom: ja")
    assert utfall(dom(must + KARI)) == [BINDINGEN]
    assert utfall(dom(must + "utvalg: {medlemsliste: ufullstendig}\n" + KARI)) == [f"uvisst {blant}"]


def test_a_body_that_came_and_went() -> None:
    rule = regel("blant: arbeidsutvalg, ogsaa_tom: ja", "{minst: 1}")
    people = person("kari", "arbeidsutvalg 2000-01-01 2022-05-31", "arbeidsutvalg 2022-07-01")
    found = dom(rule + people)
    assert [
        (str(r.finding.rettelse.fra), str(r.finding.rettelse.rettet), r.finding.rettelse.ved)
        for r in found.rettet
    ] == [("2022-06-01", "2022-07-01", "ved at Kari kom inn")]
    unknown = person("kari", "arbeidsutvalg ukjent")  # nobody knows whether it was there before
    assert utfall(dom(rule + unknown)) == ["uvisst arbeidsutvalg"]


def test_a_body_that_was_perhaps_elected_in_a_meeting_nobody_can_read() -> None:
    rule = regel("blant: arbeidsutvalg, ogsaa_tom: ja", "{minst: 1}")
    found = utfall(dom(rule + KARI + "moeter/2022-02-02: {ukjent_noekkel: ja}\n"), "regelen")
    assert found == ["uvisst arbeidsutvalg"]


def test_a_round_without_anybody_in_the_group() -> None:
    rule = regel("blant: arbeidsutvalg, naar: oppnevning, HVIS", "{minst: 1}")
    event = KARI + runde("til: 2025-12-31")
    assert utfall(dom(rule.replace(", HVIS", "") + event)) == []
    assert utfall(dom(rule.replace("HVIS", "ogsaa_tom: ja") + event)) == [
        "feil sammensetning @ hendelser 0.fra"
    ]


def test_a_round_of_which_each_member_has_a_deputy() -> None:
    rule = regel("blant: varamedlemmer, for_hver: medlem, naar: oppnevning", "{antall: 1}")
    event = KARI + PER.replace("representerer: ffo, ", "") + runde("til: 2025-12-31")
    assert utfall(dom(rule + event + vara("ola", "kari") + vara("ida", "per"))) == []
    found = dom(rule + event + vara("ola", "kari"))
    assert [f.finding.emne for f in found.funn] == ["2024-01-01 per"]


# Organisations that are elected, and where people come from

REDAKSJON = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker, grupper: [unge]}
  nav-x: {navn: Nav X, type: offentlig, side: nav}
utvalg: {verv: {redaksjonsraad-vara: Vara i redaksjonsrådet}, organisasjoner: [ffo]}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
moeter/2022-11-16:
  saker: [{nr: 1/22, tittel: V, type: valg, valg: [{verv: redaksjonsraad-vara, fra: 2022-12-01, valgt: [VALGT]}]}]
"""
EN_ORGANISASJON = regel(
    "blant: redaksjonsraad-vara", "{hvem: {er: organisasjon}, antall: 1}, {hvem: andre, antall: 0}"
)
VALGET = ["feil sammensetning @ moeter/2022-11-16 saker.0.valg.0.valgt"]


@pytest.mark.parametrize(
    ("valgt", "ventet"),
    [("ffo", []), ("kari", VALGET), ("ffo, kari", VALGET), ("ffo, nav-x", VALGET)],
)
def test_an_organisation_is_elected_as_deputy(valgt: str, ventet: list[str]) -> None:
    found = dom(EN_ORGANISASJON + REDAKSJON.replace("VALGT", valgt))
    assert utfall(found, "regelen") == ventet


def test_an_elected_organisation_has_no_file_and_none_is_asked_for() -> None:
    assert utfall(dom(EN_ORGANISASJON + REDAKSJON.replace("VALGT", "ffo"))) == []


def test_a_name_in_an_unread_list_of_organisations() -> None:
    unread = REDAKSJON.replace("VALGT", "ffo").replace("navn: Nav X", "navnn: Nav X")
    assert utfall(dom(EN_ORGANISASJON + unread), "regelen") == ["uvisst 1/22"]


@pytest.mark.parametrize(
    ("hvem", "holder"),
    [
        ("{er: organisasjon, side: bruker}", True),
        ("{er: organisasjon, side: nav}", False),
        ("{organisasjon: ffo}", True),
        ("{organisasjon: {type: paraply}}", True),
        ("{gruppe: unge}", True),
        ("{verv: redaksjonsraad-vara}", False),  # not before the term begins: it is judged on its first day
        ("{er: person}", False),
    ],
)
def test_an_organisation_sits_for_itself(hvem: str, *, holder: bool) -> None:
    rule = regel("blant: redaksjonsraad-vara", f"{{hvem: {hvem}, antall: 1}}")
    register = REDAKSJON.replace("VALGT", "ffo")
    assert (utfall(dom(rule + register), "regelen") == []) is (holder or "verv" in hvem)


KOMMUNENE = """
organisasjoner:
  byen: {navn: Byen, type: offentlig, side: kommune, innbyggere: INNBYGGERE}
  bygda: {navn: Bygda, type: offentlig, side: kommune}
  ffo: {navn: FFO, type: paraply, side: bruker}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/knut: {side: kommune, representerer: byen, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
STOR = regel(
    "blant: medlemmer", "{hvem: {side: kommune, organisasjon: {innbyggere: {mer_enn: 10000}}}, antall: 1}"
)


@pytest.mark.parametrize(
    ("innbyggere", "ventet"),
    [
        ("10001", []),
        ("10000", [BINDINGEN]),
        ("99999999", []),
        ("ukjent", ["uvisst medlemmer"]),
        ("~", ["uvisst medlemmer"]),
    ],
)
def test_one_from_a_municipality_of_some_size(innbyggere: str, ventet: list[str]) -> None:
    assert utfall(dom(STOR + KOMMUNENE.replace("INNBYGGERE", innbyggere))) == ventet


def test_a_size_nobody_wrote_down_matters_only_where_it_decides() -> None:
    both = KOMMUNENE.replace("INNBYGGERE", "20000") + person(
        "knud", "medlem 2022-01-01", more="side: kommune, representerer: bygda, "
    )
    assert utfall(dom(STOR + both)) == ["uvisst medlemmer"]  # one, or two
    assert utfall(dom(STOR.replace("antall", "minst") + both)) == []
    assert utfall(dom(STOR.replace("antall: 1", "minst: 3") + both)) == [BINDINGEN]


def test_how_a_size_is_said() -> None:
    (message,) = meldinger(dom(STOR + KOMMUNENE.replace("INNBYGGERE", "10000")))
    assert message == (
        "fra 1. januar 2022 har utvalget ingen fra en kommune med mer enn 10 000 innbyggere; "
        "regelverket vil ha 1 fra en kommune med mer enn 10 000 innbyggere"
    )


@pytest.mark.parametrize(("tall", "funn"), [("12345678", 0), ("123456789", 1)])
def test_a_number_of_eight_digits(tall: str, funn: int) -> None:
    rule = STOR.replace("10000", tall).replace("mer_enn", "hoeyst")
    assert len(sagt(dom(rule + KOMMUNENE.replace("INNBYGGERE", "20000")))) == funn


# The deputies of a council that sits


@pytest.mark.parametrize("naar", ["alltid", "oppnevning", "moete"])
def test_deputies_are_missed_when_there_are_none(naar: str) -> None:
    rule = regel(f"blant: varamedlemmer, naar: {naar}, HVIS", "{minst: 1}")
    events = KARI + runde("til: 2025-12-31") + "moeter/2022-11-16: {oppmoete: [{person: kari}]}\n"
    assert len(sagt(dom(rule.replace(", HVIS", "") + events), "regelen")) == 1
    assert sagt(dom(rule.replace("HVIS", "ogsaa_tom: nei") + events), "regelen") == []
    nobody = rule.replace(", HVIS", "") + runde("til: 2025-12-31")  # and no council to have them
    assert sagt(dom(nobody), "regelen") == []


def test_each_organisation_has_a_deputy_from_the_day_the_council_sits() -> None:
    rule = regel("blant: varamedlemmer, for_hver: organisasjon", "{minst: 1}")
    council = (
        "utvalg: {organisasjoner: [ffo]}\norganisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}\n"
    )
    member = "medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-03-01}]}\n"
    (found,) = (f.finding for f in dom(rule + council + member).funn)
    assert (found.emne, str(found.since)) == ("varamedlemmer ffo 2022-03-01", "2022-03-01")
    deputy = "medlemmer/vera: {representerer: ffo, oppnevninger: [{verv: vara, fra: 2022-03-01}]}\n"
    assert utfall(dom(rule + council + member + deputy)) == []


# A group that is picked out

PARAPLY = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  mental: {navn: Mental, type: lokal, side: bruker}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {representerer: mental, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/vera: {representerer: mental, oppnevninger: [{verv: vara, fra: 2022-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize(
    ("blant", "broken"),
    [("{side: bruker, verv: medlem}", False), ("{side: bruker}", True), ("[{side: bruker}]", True),
     ("medlemmer", True), ("{side: kommune}", False)],
)  # fmt: skip
def test_a_share_is_of_those_who_are_picked_out(blant: str, broken: bool) -> None:
    rule = regel(f"blant: {blant}", "{hvem: {organisasjon: {type: paraply}}, minst: 1/2}")
    assert len(sagt(dom(rule + PARAPLY))) == broken


def test_a_group_that_is_picked_out_is_said_in_words() -> None:
    rule = regel("blant: {side: bruker}", "{hvem: {organisasjon: {type: paraply}}, minst: 1/2}")
    (found,) = (f.finding for f in dom(rule + PARAPLY).funn)
    assert found.message == (
        "fra 1. januar 2022 har gruppa «fra brukersiden» 1 av 3 fra en organisasjon som er paraply; "
        "regelverket vil ha minst 1/2 fra en organisasjon som er paraply"
    )
    assert utfall(dom(rule + PARAPLY.replace("per: {", "per: {side: ukjent, "))) == ["uvisst fra brukersiden"]


def test_a_quorum_of_those_who_are_picked_out() -> None:
    rule = regel("blant: {side: bruker, verv: medlem}, naar: moete", "{hvem: til_stede, mer_enn: 1/2}")
    one = "moeter/2022-11-16: {oppmoete: [{person: kari}, {person: nina}]}\n"
    stood_in = one.replace("{person: nina}", "{person: vera, vara_for: per}")
    assert sagt(dom(rule + PARAPLY + one), "regelen") == ["feil sammensetning @ moeter/2022-11-16 oppmoete"]
    assert sagt(dom(rule + PARAPLY + stood_in), "regelen") == []


LEDELSEN = (
    "regel: {regel: sammensetning, blant: {verv: [leder, nestleder]}, kan_fravikes_av: utvalget, "
    "plasser: [{hvem: {side: bruker}, hoeyst: 1}]}\n"
    "moeter/2021-11-16: {saker: [{nr: 1/21, tittel: Valg, type: valg, "
    "valg: [{verv: nestleder, fra: 2022-01-01, valgt: [ola]}]}]}\n"
) + person("kari", "medlem 2020-01-01", "leder 2021-01-01")
VED_VALGET = "moeter/2021-11-16 saker.0.valg.0.valgt.0"


@pytest.mark.parametrize(
    ("periodene", "sted"),
    [
        (("medlem 2020-01-01", "nestleder 2022-01-01, valgt_i: 1/21"), VED_VALGET),
        (("medlem 2022-01-01", "nestleder 2022-01-01, valgt_i: 1/21"), VED_VALGET),  # both begin that day
        (("medlem 2022-01-01",), VED_VALGET),
        (
            ("medlem 2022-01-01", "nestleder 2022-01-01"),
            "medlemmer/ola oppnevninger.1",
        ),  # the file knows of no election
    ],
)
def test_one_too_many_is_shown_at_the_case_that_elected_them(periodene: tuple[str, ...], sted: str) -> None:
    (said,) = sagt(dom(LEDELSEN + person("ola", *periodene)), "regelen")
    assert said.partition(" @ ")[2] == sted


def test_an_election_that_makes_one_too_many_answers_for_it_at_the_case() -> None:
    ola = person("ola", "nestleder 2022-01-01, valgt_i: 1/21")
    departs = LEDELSEN.replace("fra: 2022-01-01, valgt", "fra: 2022-01-01, fraviker: regelen, valgt")
    assert utfall(dom(departs + ola), "regelen") == ["fraveket som er leder eller nestleder 2022-01-01"]
    decided = (
        "utvalg: {avvik: [{bestemmelse: regelen, gjelder: 1/21, grunn: A, vedtatt_i: Brev fra eieren}]}\n"
    )
    assert utfall(dom(LEDELSEN + ola + decided)) == ["fraveket som er leder eller nestleder 2022-01-01"]


@pytest.mark.parametrize("blant", ["{sidd: bruker}", "{side: brukr}"])
def test_a_misspelt_pick_is_told_of(blant: str) -> None:
    found = dom(regel(f"blant: {blant}", "{minst: 1}") + PARAPLY)
    assert [f.finding.place.path for f in found.funn] == ["records/regelverk/regelverket.yaml"]


def test_genders_are_not_counted_in_a_group_that_is_picked_out() -> None:
    text = "regel: {regel: sammensetning, blant: {side: bruker}, for_hver: kjoenn, plasser: [{minst: 1}]}"
    assert sagt(dom(text)) == ["feil feil-verdi @ regelverk/regelverket bestemmelser.0"]


# How to mend it


def test_two_things_to_mend_are_both_to_be_done() -> None:
    rule = regel("blant: medlemmer", "{hvem: {side: nav}, antall: 0}, {hvem: andre, minst: 3}")
    people = "".join(
        f"medlemmer/{name}: {{side: {side}, oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}\n"
        for name, side in (("kari", "bruker"), ("per", "bruker"), ("nina", "nav"))
    )
    (found,) = (f.finding for f in dom(rule + people).funn)
    assert found.help.startswith("la Nina tre ut og finn én annen til, eller skriv utvalgets vedtak")


# What nobody can mean


@pytest.mark.parametrize("steps", ["{3-2: 1}", "{2-3: 1, 3-4: 2}", "{2-12: 1, over 9: 40 %}"])
def test_steps_that_contradict_each_other_are_refused(steps: str) -> None:
    assert sagt(dom(regel("blant: medlemmer", f"{{minst: {steps}}}"))) == [
        "feil feil-verdi @ regelverk/regelverket bestemmelser.0.plasser.0.minst"
    ]


@pytest.mark.parametrize("hvem", ["{ny: ja}", "{ikke: {ny: ja}}"])
def test_who_is_new_is_counted_at_a_round(hvem: str) -> None:
    line = f"{{hvem: {hvem}, minst: 1}}"
    assert sagt(dom(regel("blant: oppnevnte", line))) == [
        "feil feil-verdi @ regelverk/regelverket bestemmelser.0"
    ]
    at_a_round = regel("blant: oppnevnte, naar: oppnevning", line)
    assert sagt(dom(at_a_round)) == []
    # Of the first round it is not asked: nobody sat before it.
    first = "hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01}]\n" + person("kari", "medlem 2022-01-01")
    assert utfall(dom(at_a_round + first)) == []


@pytest.mark.parametrize(
    "hvem",
    ["{organisasjon: {innbyggere: {mer_enn: 10}}}", "{ikke: {organisasjon: {innbyggere: {mer_enn: 10}}}}"],
)
def test_a_municipality_that_nobody_has_counted_is_named(hvem: str) -> None:
    by = "organisasjoner: {byen: {navn: Byen, type: offentlig, side: kommune}}\n"
    text = regel("blant: medlemmer", f"{{hvem: {hvem}, minst: 1}}") + by
    (point,) = dom(text + person("kari", "medlem 2022-01-01", more="representerer: byen, ")).ikke_vurdert
    assert point.finding.message == "folketallet i Byen («innbyggere») er ikke ført"
