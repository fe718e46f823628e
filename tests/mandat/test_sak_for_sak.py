"""What is judged of each case, and not of the meeting: who was there to decide it, and how it was decided."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, utfall

QUORUM = (
    "regel: {regel: sammensetning, blant: medlemmer, naar: vedtak, "
    "plasser: [{hvem: til_stede, minst: 1/2}]}\n"
)
FOLK = "".join(
    f"medlemmer/{person}: {{oppnevninger: [{{verv: {verv}, fra: 2022-01-01}}]}}\n"
    for person, verv in (
        ("m1", "medlem"),
        ("m2", "medlem"),
        ("m3", "medlem"),
        ("m4", "medlem"),
        ("v1", "vara"),
    )
)
VEDTAK = "type: vedtak, vedtak: {tekst: Ja.}"


def moete(first: str, second: str, *saker: str, more: str = "") -> str:
    """Four members, of whom two are there all the time, or as it is said."""
    cases = ", ".join(f"{{nr: {n}/22, tittel: A, {sak}}}" for n, sak in enumerate(saker, 1))
    there = f"[{{person: m1{first}}}, {{person: m2{second}}}]"
    return f"{FOLK}moeter/2022-11-16: {{oppmoete: {there}, {more} saker: [{cases}]}}\n"


def brutt(sak: int, key: str = "vedtak") -> str:
    return f"feil sammensetning @ moeter/2022-11-16 saker.{sak - 1}.{key}"


@pytest.mark.parametrize(
    ("andre", "saker", "ventet"),
    [
        ("", [VEDTAK, VEDTAK], []),  # two of four are half
        (", gikk: 1/22", [VEDTAK, VEDTAK], [brutt(2)]),
        (", gikk: 2/22", [VEDTAK, VEDTAK], []),
        (", kom: 2/22", [VEDTAK, VEDTAK], [brutt(1)]),
        (", gikk: 1/22", [VEDTAK, "type: orientering"], []),  # nothing decided after she had left
        (", gikk: ukjent", [VEDTAK, VEDTAK], ["uvisst 2022-11-16 1/22"]),
        (", kom: ukjent", [VEDTAK], ["uvisst 2022-11-16 1/22"]),
        (', gikk: "13:00"', [VEDTAK], ["uvisst 2022-11-16 1/22"]),
        (', gikk: "13:00"', [f'{VEDTAK}, tatt_opp: "13:00"'], [brutt(1)]),
        (', gikk: "13:00"', [VEDTAK, 'type: annet, tatt_opp: "13:00"'], []),
        (', kom: "13:00"', [VEDTAK, f'{VEDTAK}, tatt_opp: "13:00"'], [brutt(1)]),
        ("", [VEDTAK, f"{VEDTAK}, inhabil: [{{person: m2}}]"], [brutt(2)]),
        ("", [VEDTAK, f"{VEDTAK}, inhabil: [{{person: m2, vara: v1}}]"], []),
        ("", [f"{VEDTAK}, inhabil: [{{person: m2, vara: ukjent}}]"], ["uvisst 2022-11-16 1/22"]),
        ("", [f"{VEDTAK}, inhabil: ukjent"], ["uvisst 2022-11-16 1/22"]),
        ("", [f"{VEDTAK}, inhabil: []"], []),
        # There, but not in their seat.
        (", rolle: observatoer", [VEDTAK], ["feil sammensetning @ moeter/2022-11-16 oppmoete"]),
        (", rolle: gjest", [VEDTAK], ["feil sammensetning @ moeter/2022-11-16 oppmoete"]),
        (", rolle: ukjent", [VEDTAK], ["uvisst 2022-11-16"]),
        # Taken up in another order than that of the agenda, as far as is known.
        (", gikk: 2/22", [f'{VEDTAK}, tatt_opp: "13:00"', 'type: annet, tatt_opp: "12:30"'], [brutt(1)]),
        (", gikk: 2/22", [f'{VEDTAK}, tatt_opp: "12:00"', 'type: annet, tatt_opp: "12:30"'], []),
        (", gikk: 3/22", [VEDTAK, 'type: annet, tatt_opp: "13:00"', 'type: annet, tatt_opp: "12:30"'],
         ["uvisst 2022-11-16 1/22"]),
        # An election is a decision.
        (", gikk: 1/22", [VEDTAK, "type: valg, valg: [{verv: leder, valgt: [m1], fra: 2023-01-01}]"],
         [brutt(2, "valg")]),
        (", gikk: 1/22",
         [VEDTAK, "type: valg, utsatt: ja, valg: [{verv: leder, valgt: [m1], fra: 2023-01-01}]"], []),
        (", gikk: 1/22",
         [VEDTAK, "type: valg, utsatt: ukjent, valg: [{verv: leder, valgt: [m1], fra: 2023-01-01}]"],
         ["uvisst 2022-11-16 2/22"]),
        (", gikk: 1/22", [VEDTAK, "type: vedtak, vedtak: ukjent"], ["uvisst 2022-11-16 2/22"]),
    ],
)  # fmt: skip
def test_enough_of_them_are_there_for_each_decision(andre: str, saker: list[str], ventet: list[str]) -> None:
    assert utfall(dom(QUORUM + moete("", andre, *saker)), "regelen") == ventet


def test_the_cases_that_the_same_people_decided_are_one_finding() -> None:
    (said,) = meldinger(dom(QUORUM + moete("", ", gikk: 1/22", *[VEDTAK] * 4)))
    assert said == (
        "i sak 2/22, 3/22 og 4/22 16. november 2022 hadde utvalget 1 av 4 til stede; "
        "regelverket vil ha minst 1/2 til stede"
    )


@pytest.mark.parametrize(
    ("gjelder", "ventet"),
    [("2022-11-16", ["fraveket 2022-11-16 2/22"]), ("3/22", ["fraveket 2022-11-16 2/22"])],
)
def test_a_deviation_for_the_meeting_or_one_of_the_cases_answers_for_it(
    gjelder: str, ventet: list[str]
) -> None:
    council = (
        f"utvalg: {{avvik: [{{bestemmelse: regelen, gjelder: {gjelder}, grunn: A, vedtatt_i: 1/22}}]}}\n"
    )
    found = utfall(dom(QUORUM + council + moete("", ", gikk: 1/22", *[VEDTAK] * 3)), "regelen")
    assert found == ventet


def test_who_left_was_at_the_meeting_all_the_same() -> None:
    every = QUORUM.replace("naar: vedtak", "naar: moete")
    assert utfall(dom(every + moete("", ", gikk: 1/22", VEDTAK, VEDTAK))) == []


# ── How it was decided ────────────────────────────────────────────────────────────────────────────

FLERTALL = "regel: {regel: krav, hver: vedtak, skal_ha: {flertall: {mer_enn: 1/2}}}\n"


def valg(felt: str) -> str:
    return f"type: valg, valg: [{{verv: leder, valgt: [m1], fra: 2023-01-01, {felt}}}]"


@pytest.mark.parametrize(
    ("sak", "ventet"),
    [
        (valg("stemmer: {for: 2, mot: 1}"), []),
        (valg("stemmer: {for: 1, mot: 1}"), ["feil krav @ moeter/2022-11-16 saker.0.valg.0.stemmer"]),
        (valg("stemmer: {for: 1, mot: 1}, ved_likhet: loddtrekning"), []),
        (valg("stemmer: ukjent"), ["uvisst 1/22 valg leder"]),
        (valg("supplerer: nei"), []),  # nobody wrote how it went
        (valg("enstemmig: ja"), []),
        ("type: vedtak, vedtak: {tekst: Ja., stemte_for: [m1, m2], stemte_mot: [m3]}", []),
        ("type: vedtak, vedtak: {tekst: Ja., stemte_for: [m1], stemte_mot: [m2]}",
         ["feil krav @ moeter/2022-11-16 saker.0.vedtak.stemmer"]),
        ("type: vedtak, vedtak: {tekst: Ja., stemte_for: ukjent, stemte_mot: [m2]}", ["uvisst 1/22 vedtak"]),
    ],
)  # fmt: skip
def test_an_election_and_votes_by_name_are_judged_as_any_other_decision(sak: str, ventet: list[str]) -> None:
    found = utfall(dom(FLERTALL + moete("", "}, {person: m3", sak)), "regelen")
    assert found == ventet


LIKT = "regel: {regel: krav, hver: vedtak, skal_ha: {ved_likhet: [leder]}}\n"
LEDEREN = "medlemmer/m1: {oppnevninger: [{verv: medlem, fra: 2022-01-01}, {verv: leder, fra: 2022-01-01}]}\n"


@pytest.mark.parametrize(
    ("ved_likhet", "moeteleder", "ventet"),
    [
        ("leder", "m2", []),
        ("m1", "m2", []),  # who is the leader
        ("m2", "m2", ["feil krav @ moeter/2022-11-16 saker.0.vedtak.ved_likhet"]),
        ("moeteleder", "m1", []),
        ("moeteleder", "m2", ["feil krav @ moeter/2022-11-16 saker.0.vedtak.ved_likhet"]),
        ("moeteleder", "ukjent", ["uvisst 1/22 vedtak"]),
        ("loddtrekning", "m1", ["feil krav @ moeter/2022-11-16 saker.0.vedtak.ved_likhet"]),
        ("ukjent", "m1", ["uvisst 1/22 vedtak"]),
    ],
)
def test_whoever_decided_a_tie_may_be_named_by_what_they_are_or_who(
    ved_likhet: str, moeteleder: str, ventet: list[str]
) -> None:
    case = f"type: vedtak, vedtak: {{tekst: Ja., stemmer: {{for: 1, mot: 1}}, ved_likhet: {ved_likhet}}}"
    meeting = moete("", "", case, more=f"moeteleder: {moeteleder},")
    people = "\n".join(line for line in meeting.splitlines() if not line.startswith("medlemmer/m1"))
    assert utfall(dom(LIKT + LEDEREN + people), "regelen") == ventet


INGEN_STEMME = "regel: {regel: rettighet, hvem: {verv: sekretaer}, stemmerett: nei}\n"
SEKRETAER = (
    "medlemmer/s1: {oppnevninger: [{verv: sekretaer, fra: 2022-01-01}, {verv: medlem, fra: 2022-01-01}]}\n"
)


@pytest.mark.parametrize(
    ("vedtak", "ventet"),
    [
        ("stemte_for: [m1]", []),
        ("stemte_for: [m1, s1]", ["feil rettighet @ moeter/2022-11-16 saker.0.vedtak.stemte_for.1"]),
        ("stemte_mot: [s1]", ["feil rettighet @ moeter/2022-11-16 saker.0.vedtak.stemte_mot.0"]),
        ("stemte_mot: ukjent", ["uvisst 2022-11-16 1/22 stemte_mot"]),
        ("alternativer: [{tekst: B, avsto: [s1]}]",
         ["feil rettighet @ moeter/2022-11-16 saker.0.vedtak.alternativer.0.avsto.0"]),
    ],
)  # fmt: skip
def test_whoever_has_no_vote_is_found_by_name(vedtak: str, ventet: list[str]) -> None:
    meeting = moete("", "}, {person: s1", f"type: vedtak, vedtak: {{tekst: Ja., {vedtak}}}")
    assert utfall(dom(INGEN_STEMME + SEKRETAER + meeting), "regelen") == ventet
