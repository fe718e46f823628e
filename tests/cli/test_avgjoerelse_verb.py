"""Who came and left, and how it was decided, by command: each fact as people say it, and nothing that nobody said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.model.avstemning import Avstemning, Stemmer, Vedtak
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import skriv

pytestmark = pytest.mark.usefixtures("samme_dom")

DAG = "2026-02-11"
REGISTER = """
utvalg: {verv: {kasserer: Kasserer}}
regler: [{regel: krav, hver: vedtak, skal_ha: {ved_likhet: nestleder}, styrke: kan}]
organisasjoner: {safo: {navn: SAFO, type: paraply, side: bruker}}
medlemmer/kari-nordmann: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2026-01-01}]}
medlemmer/ola-berg: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2026-01-01}]}
medlemmer/liv-moen: {navn: Liv Moen, oppnevninger: [{verv: medlem, fra: 2026-01-01}]}
medlemmer/eva-vik: {navn: Eva Vik, oppnevninger: [{verv: vara, fra: 2026-01-01}]}
medlemmer/ida-strand: {navn: Ida Strand, oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}]}
moeter/2026-02-11:
  status: innkalt
  tid: "12:00"
  saker:
    - {nr: 1/26, tittel: Ventetid, type: vedtak}
    - {nr: 2/26, tittel: Tilskudd, type: vedtak}
    - {nr: 3/26, tittel: Valg, type: valg}
"""


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    skriv(tmp_path, REGISTER)
    return tmp_path


def moetet(rot: Path) -> Moete:
    loaded = load(WorkTree(rot))
    assert not loaded.findings
    return loaded.register.mapper["utvalget"].moeter[0]


def saken(rot: Path, nr: int = 1) -> Sak:
    return moetet(rot).saker[nr - 1]


def vedtaket(rot: Path) -> Vedtak:
    """The decision of the first case."""
    found = saken(rot).vedtak
    assert isinstance(found, Vedtak)
    return found


def tall(hvordan: Avstemning) -> object:
    """The votes as they were counted."""
    return hvordan.stemmer.tall if isinstance(hvordan.stemmer, Stemmer) else hvordan.stemmer


def oppmoete(*more: str) -> int:
    return run(["oppmoete", DAG, "--moeteleder", "kari", "--referent", "ukjent", *more, "--dato", DAG])


def foer(*more: str, nr: str = "1/26") -> int:
    return run(["sak", "foer", DAG, nr, *more, "--dato", DAG])


NAAR = [
    ("--gikk", "liv-moen 13:00", "13:00"),
    ("--gikk", "Liv Moen kl. 13.00", "13:00"),
    ("--gikk", "liv kl 13", "13:00"),
    ("--gikk", "liv-moen=13:00", "13:00"),
    ("--gikk", "Liv Moen, 13.00", "13:00"),
    ("--gikk", "liv-moen 2/26", "2/26"),
    ("--gikk", "liv-moen etter sak 2/26", "2/26"),
    ("--gikk", "liv-moen før sak 2/26", "1/26"),
    ("--gikk", "Liv Moen etter Tilskudd", "2/26"),
    ("--gikk", "liv-moen ukjent", UKJENT),
    ("--kom", "liv-moen 12:30", "12:30"),
    ("--kom", "liv-moen til sak 2/26", "2/26"),
    ("--kom", "liv-moen etter sak 2/26", "3/26"),
    ("--kom", "liv-moen ukjent", UKJENT),
]


@pytest.mark.parametrize(("valg", "sagt", "ventet"), NAAR)
def test_when_somebody_came_or_left_is_said_as_people_say_it(
    rot: Path, valg: str, sagt: str, ventet: object
) -> None:
    assert oppmoete(valg, sagt) == 0
    present = moetet(rot).oppmoete
    assert isinstance(present, tuple)
    assert len(present) == 3  # whoever came late is no list of all who came
    (liv,) = (each for each in present if each.person == "liv-moen")
    assert {"--kom": liv.kom, "--gikk": liv.gikk}[valg] == ventet


@pytest.mark.parametrize(
    ("valg", "sagt", "feil"),
    [
        ("--gikk", "liv-moen", "sier ikke når"),
        ("--gikk", "liv-moen 9/26", "finnes ikke"),
        ("--gikk", "liv-moen kl. 25", "er ikke et klokkeslett"),
        ("--gikk", "liv-moen før sak 1/26", "ingen sak før 1/26"),
        ("--kom", "liv-moen etter sak 3/26", "ingen sak etter 3/26"),
        ("--gikk", "eva-viik 13:00", "Mente du"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    rot: Path, valg: str, sagt: str, feil: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert oppmoete(valg, sagt) == 2
    assert feil in " ".join(capsys.readouterr().err.split())


def test_one_who_left_before_they_came_is_not_written(rot: Path) -> None:
    assert oppmoete("--kom", "liv-moen 13:00", "--gikk", "liv-moen 12:30") == 1
    assert moetet(rot).oppmoete is None


def test_guests_observers_and_staff_are_there_as_that(rot: Path) -> None:
    assert (
        oppmoete(
            "--gjest", "Siv Haug, rådgiver, Helse Vest", "--observatoer", "Ida Strand",
            "--observatoer", "Tor Moe, student", "--sekretariat", "Per Lund", "--gikk", "Siv Haug 13:00",
            "--antall-stemmeberettigede", "3", "--undertegnes-av", "kari", "--undertegnes-av", "ola-berg",
        )
        == 0
    )  # fmt: skip
    moete = moetet(rot)
    assert isinstance(moete.oppmoete, tuple)
    said = {
        o.kalt: (o.rolle, o.funksjon, o.representerer, o.gikk) for o in moete.oppmoete if o.rolle or o.navn
    }
    assert said == {
        "Siv Haug": (None, "rådgiver", "Helse Vest", "13:00"),
        "ida-strand": ("observatoer", None, None, None),
        "Tor Moe": ("observatoer", "student", None, None),
        "Per Lund": ("sekretariat", None, None, None),
    }
    assert (moete.antall_stemmeberettigede, moete.undertegnes_av) == (3, ("kari-nordmann", "ola-berg"))


def test_a_vote_by_number_and_name(rot: Path) -> None:
    assert oppmoete() == 0
    assert foer("--vedtak", "Ja.", "--for", "2", "--mot", "1", "--stemte-mot", "Ola Berg") == 0
    vedtak = vedtaket(rot)
    assert (tall(vedtak), vedtak.stemte_mot, vedtak.stemte_for) == ((2, 1, 0), ("ola-berg",), None)
    assert vedtak.ved_likhet is None


def test_where_the_votes_were_even_nobody_is_said_to_have_decided_it_until_somebody_says_who(
    rot: Path,
) -> None:
    assert oppmoete() == 0
    assert foer("--vedtak", "Ja.", "--for", "1", "--mot", "1") == 0
    assert vedtaket(rot).ved_likhet is UKJENT
    assert foer("--ved-likhet", "lederen") == 0
    second = vedtaket(rot)
    assert (second.ved_likhet, second.tekst, tall(second)) == ("leder", "Ja.", (1, 1, 0))


def test_what_is_said_later_of_a_decision_is_put_beside_what_stands(rot: Path) -> None:
    assert oppmoete() == 0
    assert foer("--vedtak", "Ja.") == 0
    assert foer("--alternativ", "Nei.=1", "--alternativ", "Utsettes = ikke nå", "--avsto", "liv-moen") == 0
    vedtak = vedtaket(rot)
    assert (vedtak.tekst, vedtak.avsto) == ("Ja.", ("liv-moen",))
    others = vedtak.alternativer
    assert isinstance(others, tuple)
    assert [(each.tekst, tall(each)) for each in others] == [
        ("Nei.", (1, UKJENT, 0)),
        ("Utsettes = ikke nå", None),
    ]


def test_votes_without_a_decision_are_refused(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert oppmoete() == 0
    assert foer("--for", "2") == 2
    assert "stemmer hører til et vedtak" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("sagt", "av"),
    [
        ("ola-berg: Jeg er uenig.", ("ola-berg",)),
        ("Ola Berg, SAFO: Jeg er uenig.", ("ola-berg", "safo")),
        ("brukersiden: Jeg er uenig.", ("bruker",)),
        ("ukjent: Jeg er uenig.", UKJENT),
    ],
)
def test_a_dissent_and_a_disqualification(rot: Path, sagt: str, av: object) -> None:
    assert oppmoete() == 0
    assert (
        foer("--protokolltilfoersel", sagt, "--inhabil", "Liv Moen=eva-vik", "--tatt-opp", "kl. 12.30") == 0
    )
    sak = saken(rot)
    (entry,) = sak.protokolltilfoersel if isinstance(sak.protokolltilfoersel, tuple) else ()
    (gone,) = sak.inhabil if isinstance(sak.inhabil, tuple) else ()
    assert (entry.av, entry.tekst) == (av, "Jeg er uenig.")
    assert (gone.person, gone.vara, sak.tatt_opp) == ("liv-moen", "eva-vik", "12:30")


def test_one_more_is_added_to_a_list_that_nobody_knew(rot: Path) -> None:
    assert oppmoete() == 0
    path = rot / f"records/utvalg/utvalget/moeter/{DAG}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"(nr: 1/26\n.*?type: vedtak)", r"\1\n  inhabil: ukjent", text, flags=re.S), encoding="utf-8"
    )
    assert saken(rot).inhabil is UKJENT
    assert foer("--inhabil", "liv-moen") == 0
    assert foer("--inhabil", "ola-berg") == 0
    known = saken(rot).inhabil
    assert isinstance(known, tuple)
    assert [each.person for each in known] == ["liv-moen", "ola-berg"]


def test_more_votes_than_heads_are_not_written_unless_it_is_meant(rot: Path) -> None:
    assert oppmoete() == 0
    assert foer("--vedtak", "Ja.", "--for", "9") == 1
    assert saken(rot).vedtak is None
    assert foer("--vedtak", "Ja.", "--for", "3") == 0


def test_an_election_is_counted_and_drawn_lots_for(rot: Path) -> None:
    assert oppmoete() == 0
    said = ["valg", DAG, "3/26", "kari-nordmann", "--verv", "leder"]
    assert run([*said, "--for", "1", "--mot", "1", "--ved-likhet", "loddtrekning", "--dato", DAG]) == 0
    (valg,) = saken(rot, 3).valg
    assert (tall(valg), valg.ved_likhet, valg.valgt) == ((1, 1, 0), "loddtrekning", ("kari-nordmann",))
    assert run([*said, "--enstemmig", "ja", "--dato", DAG]) == 1  # one voted against
    assert run([*said, "--stemte-mot", "ola-berg", "--dato", DAG]) == 0  # said afterwards
    (again,) = saken(rot, 3).valg
    assert (again.enstemmig, again.stemte_mot) == (None, ("ola-berg",))


@pytest.mark.parametrize(
    ("ord", "felt"),
    [
        (["legg-til", "protokolltilfoersel", "1/26"], ["av", "ola-berg", "tekst", "Uenig."]),
        (["legg-til", "inhabil", "1/26"], ["person", "liv-moen", "vara", "eva-vik"]),
        (["endre", "oppmoete", DAG, "liv-moen"], ["gikk", "13:00"]),
        (["endre", "sak", "1/26"], ["tatt_opp", "12:30"]),
    ],
)
def test_all_of_it_can_be_changed_one_by_one(rot: Path, ord: list[str], felt: list[str]) -> None:
    assert oppmoete() == 0
    assert run([*ord, *felt, "--dato", DAG]) == 0
    text = (rot / f"records/utvalg/utvalget/moeter/{DAG}.yaml").read_text(encoding="utf-8")
    assert all(word.strip(".") in text for word in felt)
