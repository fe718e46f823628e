"""The built-in checks of coherence: terms, attendance, elections, case numbers, minutes, follow-ups, annexes."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

# overlapp


@pytest.mark.parametrize(
    ("forrige", "neste", "ventet"),
    [
        ("fra: 2020-01-01, til: 2021-12-31", "fra: 2022-01-01", 0),
        ("fra: 2020-01-01, til: 2021-12-31", "fra: 2021-12-31", 1),  # the same day
        ("fra: 2020-01-01, til: 2020-02-29", "fra: 2020-03-01", 0),
        ("fra: 2020-01-01", "fra: 2022-01-01", 1),  # open-ended
        ("fra: 2020-01-01, til: 2021-12-31", "fra: 2020-06-01, til: 2020-07-01", 1),  # inside
        ("fra: 2020-01-01, til: 2021-12-31", "fra: 2020-01-01, til: 2021-12-31", 1),  # twice
        ("fra: 2020-01-01, til: 2021-12-31", "fra: ukjent", 0),
        ("fra: 2020-01-01, til: ukjent", "fra: 2022-01-01", 0),
    ],
)
def test_two_terms_of_one_person_in_one_verv(forrige: str, neste: str, ventet: int) -> None:
    for first, second, later in ((forrige, neste, 1), (neste, forrige, 0)):
        kari = f"medlemmer/kari: {{oppnevninger: [{{verv: medlem, {first}}}, {{verv: medlem, {second}}}]}}"
        found = sagt(dom(kari))
        if forrige.split(",")[0] == neste.split(",")[0]:
            later = 1  # both begin on the same day: the later one in the file
        assert found == [f"feil overlapp @ medlemmer/kari oppnevninger.{later}.fra"] * ventet


def test_two_verv_at_once_are_in_order() -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}, {verv: leder, fra: 2020-01-01}]}"
    assert utfall(dom(kari)) == []


def test_the_finding_points_at_the_term_before() -> None:
    kari = """
medlemmer/kari:
  oppnevninger:
    - {verv: medlem, fra: 2020-01-01, til: 2022-12-31}
    - {verv: medlem, fra: 2021-01-01, til: 2021-06-30}
    - {verv: medlem, fra: 2022-01-01, til: 2023-12-31}
"""
    found = dom(kari)
    assert sagt(found) == [
        "feil overlapp @ medlemmer/kari oppnevninger.1.fra",
        "feil overlapp @ medlemmer/kari oppnevninger.2.fra",
    ]
    assert {f.finding.related[0].place.route for f in found.funn} == {("oppnevninger", 0, "til")}
    assert meldinger(found)[0] == "Kari er allerede medlem 1. januar 2021, da denne perioden begynner"


# vara-og-medlem, moett-og-forfall, uten-sete

FOLK = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2022-11-15}]}
medlemmer/ida: {oppnevninger: [{verv: medlem, fra: 2022-11-17}]}
medlemmer/nina: {side: nav, funksjon: [{funksjon: nav-leder, fra: 2022-11-16, til: 2022-11-16}]}
medlemmer/aase: {oppnevninger: [{verv: medlem, fra: ukjent, til: 2022-12-31}]}
medlemmer/tom: {}
"""


@pytest.mark.parametrize(
    ("moete", "ventet"),
    [
        ("oppmoete: [{person: ola, vara_for: kari}], forfall: [kari]", []),
        (
            "oppmoete: [{person: kari}, {person: ola, vara_for: kari}]",
            ["feil vara-og-medlem @ moeter/2022-11-16 oppmoete.1.vara_for"],
        ),
        ("oppmoete: [{person: kari}, {person: ola, lytter: ja}]", []),
        ("oppmoete: [{person: kari}, {person: ola, vara_for: kari, lytter: ja}]", []),
        ("oppmoete: [{person: kari}], forfall: [ola]", []),
        (
            "oppmoete: [{person: kari}], forfall: [kari]",
            ["feil moett-og-forfall @ moeter/2022-11-16 forfall.0"],
        ),
        (
            "oppmoete: [{person: kari}], forfall: [ola, kari]",
            ["feil moett-og-forfall @ moeter/2022-11-16 forfall.1"],
        ),
        ("oppmoete: ukjent, forfall: [kari]", []),
        ("oppmoete: [{person: kari}], forfall: ukjent", []),
        ("oppmoete: [{person: per}]", ["feil uten-sete @ moeter/2022-11-16 oppmoete.0.person"]),
        ("oppmoete: [{person: ida}]", ["feil uten-sete @ moeter/2022-11-16 oppmoete.0.person"]),
        ("oppmoete: [{person: tom}]", ["feil uten-sete @ moeter/2022-11-16 oppmoete.0.person"]),
        ("oppmoete: [{person: nina}]", []),  # an office is enough
        ("oppmoete: [{person: aase}]", []),  # may have begun
        ("oppmoete: [{navn: Gro Gjest, funksjon: rådgiver}]", []),
        ("forfall: [per]", []),
    ],
)
def test_who_was_there(moete: str, ventet: list[str]) -> None:
    assert utfall(dom(FOLK + f"moeter/2022-11-16: {{{moete}}}")) == ventet


def test_a_person_whose_file_cannot_be_read_may_have_a_seat() -> None:
    broken = FOLK.replace("medlemmer/kari: {opp", "medlemmer/kari: {oppp")
    found = dom(broken + "moeter/2022-11-16: {oppmoete: [{person: kari}]}")
    assert sagt(found) == ["feil ukjent-noekkel @ medlemmer/kari opppnevninger"]


# valg-og-oppnevning

VALG = """
medlemmer/kari: {oppnevninger: [TERM]}
medlemmer/per: {}
moeter/2022-11-16:
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      valg: [{verv: leder, valgt: [kari], fra: 2023-01-01, til: 2023-12-31}]
    - {nr: 2/22, tittel: Eventuelt, type: eventuelt}
"""


@pytest.mark.parametrize(
    ("term", "ventet"),
    [
        ("{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}", []),
        ("{verv: leder, fra: 2023-01-01, til: 2023-06-30, valgt_i: 1/22}", []),  # resigned
        (
            "{verv: leder, fra: 2023-02-01, til: 2023-12-31, valgt_i: 1/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.fra"],
        ),
        (
            "{verv: leder, fra: 2023-01-01, til: 2024-12-31, valgt_i: 1/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.til"],
        ),
        (
            "{verv: leder, fra: 2023-01-01, valgt_i: 1/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.til"],
        ),
        ("{verv: leder, fra: ukjent, til: ukjent, valgt_i: 1/22}", []),
        # told once, though neither the election nor the term has its counterpart
        (
            "{verv: nestleder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.verv"],
        ),
        (
            "{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 2/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.valgt_i"],
        ),
        (
            "{verv: leder, fra: 2023-01-01, til: 2023-12-31}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0"],
        ),
        # nothing of it in the person's file
        ("", ["feil valg-og-oppnevning @ moeter/2022-11-16 saker.0.valg.0.valgt.0"]),
        (
            "{verv: medlem, fra: 2023-01-01}",
            ["feil valg-og-oppnevning @ moeter/2022-11-16 saker.0.valg.0.valgt.0"],
        ),
    ],
)
def test_an_election_and_the_term_that_follows(term: str, ventet: list[str]) -> None:
    assert utfall(dom(VALG.replace("TERM", term))) == ventet


def test_a_term_that_no_election_knows_of() -> None:
    per = "{oppnevninger: [{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}]}"
    register = VALG.replace("TERM", "{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}")
    found = dom(register.replace("medlemmer/per: {}", f"medlemmer/per: {per}"))
    assert sagt(found) == ["feil valg-og-oppnevning @ medlemmer/per oppnevninger.0.valgt_i"]
    assert meldinger(found) == ["Per ble ikke valgt til leder i sak 1/22"]


def test_the_help_can_be_copied_into_the_person_s_file() -> None:
    found = dom(VALG.replace("TERM", ""))
    assert found.funn[0].finding.help == (
        "legg til i records/utvalg/utvalget/medlemmer/kari.yaml: "
        "- {verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}"
    )


def test_a_cancelled_meeting_elects_nobody() -> None:
    assert utfall(dom(VALG.replace("TERM", "").replace("2022-11-16:", "2022-11-16:\n  status: avlyst"))) == []


# saksnummer


def saker(*meetings: tuple[str, str]) -> str:
    """A meeting for each day, with cases of these numbers."""
    return "".join(
        f"moeter/{day}: {{referat: {{godkjent: ukjent}}, saker: "
        f"[{', '.join(f'{{nr: {nr}, tittel: A, type: annet}}' for nr in numbers.split())}]}}\n"
        for day, numbers in meetings
    )


@pytest.mark.parametrize(
    ("foerste", "andre", "ventet"),
    [
        ("1/22 2/22", "3/22 4/22", []),
        ("23/22 24/22", "25/22", []),  # the records may begin in the middle of a year
        ("1/2022 2/2022", "3/2022", []),
        ("1/22 2/2022", "3/22", []),  # the same year, written in two ways
        ("1/22 2/22", "2/22 3/22", ["feil saksnummer @ moeter/2022-11-16 saker.0.nr"]),
        ("1/22 1/22", "3/22", ["feil saksnummer @ moeter/2022-09-22 saker.1.nr"]),  # and 3 is no skip
        ("1/22 2/22", "4/22", ["advarsel saksnummer @ moeter/2022-11-16 saker.0.nr"]),
        (
            "1/22 3/22",
            "2/22 4/22",
            ["advarsel saksnummer @ moeter/2022-11-16 saker.0.nr"],
        ),  # and nothing is missing
        ("2/22 1/22", "4/22 3/22", []),  # the order on the agenda is another thing
        (
            "1/22 2/22",
            "22/22 4/22 5/22",  # one slip does not make the rest wrong
            [
                "advarsel saksnummer @ moeter/2022-11-16 saker.0.nr",
                "advarsel saksnummer @ moeter/2022-11-16 saker.1.nr",
            ],
        ),
    ],
)
def test_case_numbers(foerste: str, andre: str, ventet: list[str]) -> None:
    assert utfall(dom(saker(("2022-09-22", foerste), ("2022-11-16", andre)))) == ventet


def test_case_numbers_begin_anew_each_year() -> None:
    assert utfall(dom(saker(("2022-11-16", "28/22 29/22"), ("2023-02-09", "1/23 2/23")))) == []


def test_a_repeated_case_number_shows_where_it_was_used_first() -> None:
    found = dom(saker(("2022-09-22", "1/22"), ("2022-11-16", "1/22")))
    (related,) = found.funn[0].finding.related
    assert (related.place.path, related.place.route) == (
        "records/utvalg/utvalget/moeter/2022-09-22.yaml",
        ("saker", 0, "nr"),
    )


@pytest.mark.parametrize(("ulest", "ventet"), [("2022-10-12", 0), ("2022-06-01", 1), ("2023-02-09", 1)])
def test_a_number_that_is_missing_may_stand_in_a_meeting_that_cannot_be_read(ulest: str, ventet: int) -> None:
    register = saker(("2022-09-22", "1/22 2/22"), ("2022-11-16", "5/22"))
    found = dom(f"{register}moeter/{ulest}: {{ukjent_noekkel: ja}}\n")
    assert [line for line in sagt(found) if "saksnummer" in line] == [
        "advarsel saksnummer @ moeter/2022-11-16 saker.0.nr"
    ] * ventet


def test_a_cancelled_meeting_uses_no_numbers() -> None:
    register = saker(("2022-09-22", "1/22"), ("2022-10-12", "2/22"), ("2022-11-16", "2/22"))
    assert utfall(dom(register.replace("2022-10-12: {", "2022-10-12: {status: avlyst, "))) == []


# referat-til-godkjenning


VANE = "moeter/2022-05-04: {referat: {godkjent: {dato: 2022-05-20, maate: epost}}}"
"""The council approves its minutes."""


def to_moeter(first: str = "", second: str = "", between: str = "", vane: str = VANE) -> str:
    return f"""
{vane}
moeter/2022-09-22: {{{first}}}
{between}
moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: godkjenning{second}}}]}}
"""


IKKE_LAGT_FRAM = ["advarsel referat-til-godkjenning @ moeter/2022-11-16 saker"]


@pytest.mark.parametrize(
    ("first", "second", "ventet"),
    [
        ("", ", godkjenner: [2022-09-22]", []),
        ("", "", IKKE_LAGT_FRAM),
        ("", ", godkjenner: [2022-11-16]", IKKE_LAGT_FRAM),
        ("referat: {godkjent: {moete: 2022-11-16, sak: 1/22}}", "", []),
        ("referat: {godkjent: ukjent}", "", []),
        ("referat: ukjent", "", []),
        ("referat: {sendt_til: ukjent}", "", IKKE_LAGT_FRAM),
        ("status: avlyst", "", []),
    ],
)
def test_the_minutes_are_put_up_for_approval(first: str, second: str, ventet: list[str]) -> None:
    assert utfall(dom(to_moeter(first, second))) == ventet


@pytest.mark.parametrize(
    ("hvorfor", "ventet"),
    [
        (VANE, IKKE_LAGT_FRAM),
        ("moeter/2022-05-04: {referat: {godkjent: ukjent}}", []),
        ("", []),
        ("regel: {regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}", []),
        ("regel: {regel: frist, hva: godkjenning, senest: 1 aar, etter: moete}", IKKE_LAGT_FRAM),
        (
            "regel: {regel: utsending, hva: referat, kanal: x, foerst_naar: godkjent, styrke: kan}",
            IKKE_LAGT_FRAM,
        ),
        (
            "regel: {regel: krav, hver: moete, styrke: kan, skal_ha: {referat: {godkjent: foert}}}",
            IKKE_LAGT_FRAM,
        ),
    ],
)
def test_nobody_asks_for_an_approval_that_no_mandate_and_no_practice_knows(
    hvorfor: str, ventet: list[str]
) -> None:
    said = utfall(dom(to_moeter(vane=hvorfor)))
    assert [each for each in said if "referat-til-godkjenning" in each] == ventet


def test_minutes_approved_two_meetings_later() -> None:
    case = "{nr: 2/22, tittel: B, type: godkjenning, godkjenner: [2022-09-22, 2022-11-16]}"
    later = f"moeter/2022-12-14: {{saker: [{case}]}}\n"
    assert utfall(dom(to_moeter() + later)) == []


def test_a_next_meeting_that_is_not_written_up() -> None:
    assert utfall(dom("moeter/2022-09-22: {}\nmoeter/2022-11-16: {}\n")) == []


@pytest.mark.parametrize(("ulest", "ventet"), [("2022-10-12", 0), ("2023-02-09", 0), ("2022-06-01", 1)])
def test_minutes_that_may_have_been_approved_in_a_meeting_that_cannot_be_read(
    ulest: str, ventet: int
) -> None:
    found = dom(to_moeter(between=f"moeter/{ulest}: {{ukjent_noekkel: ja}}"))
    assert [line for line in sagt(found) if "godkjenning" in line] == IKKE_LAGT_FRAM * ventet


# oppfoelging


@pytest.mark.parametrize(
    ("punkt", "ventet"),
    [
        ("ansvarlig: nav, frist: 2023-01-01", []),
        ("ansvarlig: ukjent, frist: ukjent", []),
        ("frist: 2023-01-01", ["advarsel"]),
        ("ansvarlig: nav", ["raad"]),
        ("merknader: nei", ["feil"]),
        ("fullfoert: 2022-12-01", []),
        ("fullfoert: ukjent", []),
    ],
)
def test_a_follow_up_has_an_owner_and_a_date(punkt: str, ventet: list[str]) -> None:
    register = f"""
moeter/2022-11-16:
  saker: [{{nr: 1/22, tittel: A, type: annet, oppfoelging: [{{hva: Undersøke, {punkt}}}]}}]
"""
    assert [line.split()[0] for line in utfall(dom(register))] == ventet


def test_a_follow_up_with_neither_is_one_finding() -> None:
    register = "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, oppfoelging: [{hva: B}]}]}"
    found = dom(register)
    assert sagt(found) == ["advarsel oppfoelging @ moeter/2022-11-16 saker.0.oppfoelging.0.hva"]
    assert meldinger(found) == ["oppfølgingen i sak 1/22 har ingen ansvarlig"]


# vedlegg

VEDLEGG = """
vedlegg/plan.pdf: en fil
moeter/2022-11-16:
  saker: [{nr: 1/22, tittel: A, type: annet, vedlegg: [{tittel: Plan, fil: FIL}]}]
"""


@pytest.mark.parametrize(
    ("fil", "melding"),
    [
        ("plan.pdf", None),
        ("./plan.pdf", None),
        ("plann.pdf", "vedlegget plann.pdf finnes ikke; mente du «plan.pdf»?"),
        ("kart.png", "vedlegget kart.png finnes ikke"),
        ("../utvalg.yaml", "vedlegget ../utvalg.yaml finnes ikke"),
        ("../../../../../etc/passwd", "vedlegget ../../../../../etc/passwd finnes ikke"),
        ("/etc/passwd", "vedlegget /etc/passwd finnes ikke"),
    ],
)
def test_a_named_annex_is_there(fil: str, melding: str | None) -> None:
    found = dom(VEDLEGG.replace("FIL", fil))
    assert meldinger(found) == ([melding] if melding else [])
    if melding:
        assert sagt(found) == ["feil vedlegg @ moeter/2022-11-16 saker.0.vedlegg.0.fil"]


def test_the_file_of_a_confidential_case_is_not_named() -> None:
    found = dom(VEDLEGG.replace("FIL", "plann.pdf").replace("annet", "annet, fortrolig: ja"))
    assert meldinger(found) == ["vedlegg nr. 1 i sak 1/22 finnes ikke"]
    assert "plann" not in found.funn[0].finding.emne + found.funn[0].linje


def test_an_annex_need_not_be_a_file() -> None:
    assert utfall(dom(VEDLEGG.replace(", fil: FIL", ""))) == []


def test_an_annex_to_the_minutes() -> None:
    register = "moeter/2022-11-16: {referat: {vedlegg: [{tittel: Mandatet, fil: mandat.pdf}]}}"
    assert sagt(dom(register)) == ["feil vedlegg @ moeter/2022-11-16 referat.vedlegg.0.fil"]
    assert utfall(dom(register + "\nvedlegg/mandat.pdf: en fil")) == []
