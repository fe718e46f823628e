"""stemmetall and kom-og-gikk: votes that cannot be, and hours that say nothing – and all that may well be so."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, utfall

FOLK = "".join(
    f"medlemmer/{person}: {{oppnevninger: [{{verv: {verv}, fra: 2022-01-01}}]}}\n"
    for person, verv in (
        ("m1", "medlem"),
        ("m2", "leder"),
        ("m3", "medlem"),
        ("v1", "vara"),
        ("s1", "sekretaer"),
        ("k1", "kasserer"),
    )
)
UTVALG = "utvalg: {verv: {kasserer: Kasserer}}\n"
TRE = ["person: m1", "person: m2", "person: m3"]
STEMMER = "feil stemmetall @ moeter/2022-11-16 saker.0.vedtak.stemmer"


def moete(
    vedtak: str, *present: str, oppmoete: str = "", sak: str = "", moete: str = "", saker: str = ""
) -> str:
    there = oppmoete or f"[{', '.join(f'{{{who}}}' for who in present or TRE)}]"
    case = f"{{nr: 1/22, tittel: A, type: vedtak, vedtak: {{tekst: Ja., {vedtak}}}, {sak}}}"
    more = f", {saker}" if saker else ""
    return f"{UTVALG}{FOLK}moeter/2022-11-16: {{oppmoete: {there}, {moete} saker: [{case}{more}]}}\n"


@pytest.mark.parametrize(
    ("vedtak", "frammoette", "ventet"),
    [
        ("stemmer: {for: 3}", TRE, []),
        ("stemmer: {for: 4}", TRE, [STEMMER]),
        ("stemmer: {for: 2, mot: 1}", TRE, []),
        ("stemmer: {for: 2, mot: 2}", TRE, [STEMMER]),
        ("stemmer: {for: 2, avholdende: 2}", TRE, [STEMMER]),
        ("stemmer: {for: 5, mot: 4}", TRE, [STEMMER]),
        ("stemmer: {for: ukjent, mot: 3}", TRE, []),
        ("stemmer: {for: ukjent, mot: 4}", TRE, [STEMMER]),  # whatever was for it
        ("stemmer: ukjent", TRE, []),
        # Who can surely not vote is no head; who perhaps can, is one.
        ("stemmer: {for: 4}", [*TRE, "person: s1"], [STEMMER]),
        ("stemmer: {for: 4}", [*TRE, "person: s1, stemmerett: ja"], []),
        ("stemmer: {for: 4}", [*TRE, "person: k1"], []),  # a verv of the council's own
        ("stemmer: {for: 4}", [*TRE, "person: v1"], []),  # stood in for somebody, though nobody wrote it
        ("stemmer: {for: 4}", [*TRE, "person: v1, vara_for: ukjent"], []),
        ("stemmer: {for: 4}", [*TRE, "person: v1, lytter: ja"], [STEMMER]),
        ("stemmer: {for: 4}", [*TRE, "person: v1, lytter: ukjent"], []),
        ("stemmer: {for: 3}", ["person: m1", "person: m2", "person: v1, vara_for: m3"], []),
        ("stemmer: {for: 4}", [*TRE, "navn: Gro Gjest"], []),  # may be a member without a file
        ("stemmer: {for: 4}", [*TRE, "navn: Gro Gjest, rolle: gjest"], [STEMMER]),
        ("stemmer: {for: 4}", [*TRE, "navn: Gro Gjest, funksjon: direktør"], [STEMMER]),
        ("stemmer: {for: 4}", [*TRE, "navn: Gro Gjest, fra_utvalg: Eldrerådet"], [STEMMER]),
        ("stemmer: {for: 4}", [*TRE, "navn: Gro Gjest, funksjon: direktør, stemmerett: ja"], []),
        ("stemmer: {for: 4}", [*TRE, "navn: Gro Gjest, rolle: ukjent"], []),
        ("stemmer: {for: 4}", [*TRE, "navn: Gro Gjest, stemmerett: nei"], [STEMMER]),
        ("stemmer: {for: 3}", ["person: m1", "person: m2", "person: m3, stemmerett: nei"], [STEMMER]),
    ],
)
def test_there_are_no_more_votes_than_heads(vedtak: str, frammoette: list[str], ventet: list[str]) -> None:
    assert utfall(dom(moete(vedtak, *frammoette))) == ventet


@pytest.mark.parametrize("oppmoete", ["ukjent", "[{person: m1}, {person: ukjent}]", "~"])
def test_where_nobody_knows_who_came_anybody_may_have_voted(oppmoete: str) -> None:
    assert utfall(dom(moete("stemmer: {for: 9}", oppmoete=oppmoete))) == []


@pytest.mark.parametrize(
    ("tredje", "sak", "mange"),
    [
        ("gikk: 2/22", "", 3),  # was there for the second
        ("gikk: 1/22", "", 2),
        ("kom: 2/22", "", 3),
        ("kom: 3/22", "", 2),
        ('gikk: "13:00"', 'tatt_opp: "13:00"', 2),
        ('gikk: "13:00"', 'tatt_opp: "12:59"', 3),  # perhaps: the case went on for some time
        ('gikk: "13:00"', "", 3),  # nobody knows when it was dealt with
        ("gikk: ukjent", "", 3),
        ("", "inhabil: [{person: m3}]", 2),
        ("", "inhabil: [{person: m3, vara: v1}]", 3),
        ("", "inhabil: [{person: m3, vara: ukjent}]", 3),
        ("", "inhabil: [{person: m3}, {person: m1}]", 1),
        ("", "inhabil: ukjent", 3),
        ("", "inhabil: [{person: m3}, {person: ukjent}]", 3),
    ],
)
def test_the_heads_are_those_of_the_case(tredje: str, sak: str, mange: int) -> None:
    third = f"person: m3, {tredje}" if tredje else "person: m3"
    first = "{nr: 1/22, tittel: A, type: annet}"
    second = "{{nr: 2/22, tittel: A, type: vedtak, {}, vedtak: {{tekst: Ja., stemmer: {{for: {}}}}}}}"
    meeting = f"{UTVALG}{FOLK}moeter/2022-11-16:\n  oppmoete: [{{person: m1}}, {{person: m2}}, {{{third}}}]\n  saker: ["
    rest = "{nr: 3/22, tittel: A, type: annet}]\n"
    said = {
        n: utfall(dom(f"{meeting}{first}, {second.format(sak or 'tema: a', n)}, {rest}"))
        for n in (mange, mange + 1)
    }
    assert said == {mange: [], mange + 1: ["feil stemmetall @ moeter/2022-11-16 saker.1.vedtak.stemmer"]}


@pytest.mark.parametrize(
    ("vedtak", "ventet"),
    [
        ("stemte_for: [m1, m2], stemte_mot: m3", []),
        ("stemmer: {for: 2, mot: 1}, stemte_for: [m1, m2]", []),
        ("stemmer: {for: 1, mot: 1}, stemte_for: [m1, m2]", ["stemte_for"]),
        ("stemmer: {for: 3}, stemte_mot: [m3]", ["stemte_mot"]),
        ("stemmer: {for: 2, mot: ukjent}, stemte_mot: [m3]", []),
        ("stemte_for: [m1, m2], stemte_mot: [m2]", ["stemte_mot.0"]),
        ("stemte_mot: [m1], avsto: [m1]", ["avsto.0"]),
        ("stemte_mot: [s1]", ["stemte_mot.0"]),  # there, without a vote
        ("stemte_mot: [v1]", ["stemte_mot.0"]),  # was not there
        ("stemte_mot: [Gro Gjest]", []),
        ("stemte_mot: ukjent", []),
        ("enstemmig: ja", []),
        ("enstemmig: ja, stemmer: {for: 3}", []),
        ("enstemmig: ja, stemmer: {for: 2, mot: 1}", ["enstemmig"]),
        ("enstemmig: ja, stemte_mot: [m1]", ["enstemmig"]),
        ("enstemmig: ukjent, stemte_mot: [m1]", []),
        ("enstemmig: nei, stemte_mot: [m1]", []),
        ("alternativer: [{tekst: Nei., stemmer: {for: 3}}]", []),
        ("alternativer: [{tekst: Nei., stemmer: {for: 4}}]", ["alternativer.0.stemmer"]),
        ("alternativer: [{tekst: Nei., stemte_for: [v1]}]", ["alternativer.0.stemte_for.0"]),
        ("alternativer: ukjent", []),
    ],
)
def test_names_and_numbers_agree(vedtak: str, ventet: list[str]) -> None:
    found = utfall(dom(moete(vedtak, *TRE, "person: s1")))
    assert found == [f"feil stemmetall @ moeter/2022-11-16 saker.0.vedtak.{key}" for key in ventet]


def test_whoever_led_the_meeting_was_there_though_the_list_forgot_them() -> None:
    assert utfall(dom(moete("stemte_mot: [m3]", "person: m1", moete="moeteleder: m3,"))) == []
    assert len(utfall(dom(moete("stemte_mot: [m3]", "person: m1", moete="moeteleder: m2,")))) == 1


def test_whoever_was_disqualified_did_not_vote_and_who_stood_in_did() -> None:
    sak = "inhabil: [{person: m3, vara: v1}]"
    assert utfall(dom(moete("stemte_for: [m1, v1]", sak=sak))) == []
    (said,) = meldinger(dom(moete("stemte_for: [m1, m3]", sak=sak)))
    assert said == "sak 1/22: M3 er ført som en som stemte for, men var inhabil"


def test_an_election_is_counted_too() -> None:
    valg = "{verv: leder, valgt: [m1], fra: 2023-01-01, stemmer: {for: 4}}"
    case = f"{{nr: 2/22, tittel: V, type: valg, valg: [{valg}]}}"
    found = utfall(dom(moete("enstemmig: ja", saker=case)))
    assert "feil stemmetall @ moeter/2022-11-16 saker.1.valg.0.stemmer" in found


@pytest.mark.parametrize(
    ("talt", "frammoette", "galt"),
    [
        ("3", TRE, False),
        ("2", TRE, True),
        ("4", TRE, True),
        ("ukjent", TRE, False),
        ("2", ["person: m1", "person: m2", "person: m3, kom: 1/22"], False),
        ("3", [*TRE, "person: v1, lytter: ja"], False),
        ("4", [*TRE, "navn: Gro Gjest"], False),
    ],
)
def test_the_heads_that_were_counted_are_those_of_the_list(
    talt: str, frammoette: list[str], *, galt: bool
) -> None:
    found = utfall(dom(moete("enstemmig: ja", *frammoette, moete=f"antall_stemmeberettigede: {talt},")))
    assert found == ["feil stemmetall @ moeter/2022-11-16 antall_stemmeberettigede"] * galt


def test_what_was_voted_in_a_confidential_case_is_not_told() -> None:
    closed = "fortrolig: ja, offentlig_tittel: B, fortrolig_til: ukjent"
    told = meldinger(dom(moete("stemmer: {for: 7, mot: 1}, stemte_mot: [v1]", sak=closed)))
    assert told
    assert not any(word in text for text in told for word in ("V1", "v1", "8", "7"))


@pytest.mark.parametrize(
    ("naar", "noekkel"),
    [
        ("kom: 1/22", ""),
        ('kom: "13:00"', ""),
        ("kom: 13.00", ""),
        ("gikk: ukjent", ""),
        ("gikk: 9/22", "gikk"),
        ("kom: kl. 13.00", "kom"),
        ('kom: "25:00"', "kom"),
        ('kom: "13:00", gikk: "12:59"', "gikk"),
        ('kom: "13:00", gikk: "13:00"', ""),
        ("kom: 2/22, gikk: 1/22", "gikk"),
        ("kom: 2/22, gikk: 2/22", ""),
        ('kom: 2/22, gikk: "12:00"', ""),  # nobody knows when that case was
    ],
)
def test_when_somebody_came_and_left_can_be_understood(naar: str, noekkel: str) -> None:
    case = "{nr: 2/22, tittel: B, type: annet}"
    found = utfall(dom(moete("enstemmig: ja", f"person: m1, {naar}", saker=case)))
    assert found == [f"feil kom-og-gikk @ moeter/2022-11-16 oppmoete.0.{noekkel}"] * bool(noekkel)


def test_after_midnight_is_later() -> None:
    night = 'tid: "22:00", slutt: "01:00",'
    assert utfall(dom(moete("enstemmig: ja", 'person: m1, kom: "23:30", gikk: "00:30"', moete=night))) == []
    assert (
        len(utfall(dom(moete("enstemmig: ja", 'person: m1, kom: "00:30", gikk: "23:30"', moete=night)))) == 1
    )


@pytest.mark.parametrize(
    "rolle", ["rolle: observatoer", "rolle: gjest", "rolle: sekretariat", "rolle: ukjent"]
)
@pytest.mark.parametrize("periode", ["til: 2022-06-30", "", "fra: 2023-01-01"])
def test_whoever_has_sat_or_will_may_look_on(rolle: str, periode: str) -> None:
    """A former member, one of whom nobody knows the first day, and a coming one."""
    days = {"fra": "2020-01-01"} | dict([periode.split(": ")] if periode else [("fra", "ukjent")])
    term = ", ".join(f"{key}: {value}" for key, value in {"verv": "medlem", **days}.items())
    people = f"medlemmer/ola: {{oppnevninger: [{{{term}}}]}}\n"
    meeting = "moeter/2022-11-16: {oppmoete: [{person: ola%s}]}\n"
    assert utfall(dom(people + meeting % f", {rolle}")) == []
    if days["fra"] != "ukjent":
        assert len(utfall(dom(people + meeting % ""))) == 1
