"""A council's whole life: an organisation joins in mid-year, changes its name and leaves; a person and the council
change theirs; the council is merged into another. Nothing is asked of the time outside, what is missing inside is
told of on its first day, and every document says what things were called on the day of its meeting.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from angrep.kjoering import kjoer
from smaa_registre import brutt_fra, dom, sagt, skriv, utfall

pytestmark = pytest.mark.usefixtures("samme_dom")

FOERSTE, SISTE = "2022-01-01", "2023-12-31"
KOM, GIKK = "2022-04-01", "2023-08-31"
"""The days of the council, and of the organisation in it: the first and the last."""

HET = {
    "utvalget": ("Vikutvalget", "2022-12-31", "Brukerrådet"),
    "kari": ("Kari Lie", "2022-10-31", "Kari Dahl"),
    "lyng": ("Lyng", "2022-09-30", "Røsslyng"),
    "fjord": ("Fjordutvalget", "2023-06-30", "Storfjordrådet"),
}
"""What each was called, the last day of that, and what it is called since. `fjord` is what the council goes into."""
SKIFTER = (
    FOERSTE,
    KOM,
    *(str(date.fromisoformat(til) + timedelta(1)) for _, til, _ in HET.values()),
    GIKK,
    SISTE,
)
MOETER = sorted({*SKIFTER, *(til for _, til, _ in HET.values()), "2022-03-31", "2023-09-01"})
"""A meeting on each side of every change."""


def i_lyng(dag: str) -> bool:
    return KOM <= dag <= GIKK


def moetet(dag: str) -> dict[str, Any]:
    """A meeting that names everybody there is to be named that day."""
    of_lyng = i_lyng(dag)
    return {
        "moeteleder": "kari",
        "oppmoete": [{"person": p} for p in ("kari", "per", "nina", *(["ola"] if of_lyng else []))],
        "sendt": {"innkalling": FOERSTE, "referat": dag},
        "saker": [
            {
                "nr": f"{MOETER.index(dag) + 1}/{dag[2:4]}",
                "tittel": "Om plan",
                "type": "orientering",
                "innmeldt_av": "lyng" if of_lyng else "ffo",
                "innleder": "kari",
                "oversendt_til": "fjord",
                "oppfoelging": [{"hva": "Skriv til dem", "ansvarlig": "kari", "fullfoert": SISTE}],
            }
        ],
    }  # fmt: skip


def navn(hvem: str, **more: Any) -> dict[str, Any]:
    was, til, now = HET[hvem]
    return {"navn": now, "tidligere_navn": [{"navn": was, "til": til}]} | more


def folk(fra: str, til: str, *verv: str) -> dict[str, Any]:
    return {"oppnevninger": [{"verv": each, "fra": fra, "til": til} for each in verv]}


def livet(**endret: Any) -> dict[str, Any]:
    """The register, with something in it otherwise."""
    each = {"regel": "sammensetning", "for_hver": "organisasjon"}
    return {
        "regler": [
            each | {"id": "plass", "blant": "medlemmer", "plasser": [{"minst": 1}]},
            each | {"id": "frammoete", "blant": "frammoette", "naar": "moete", "plasser": [{"minst": 1}]},
            {"id": "moeter", "regel": "hyppighet", "hva": "moete", "minst": 1, "per": "halvaar"},
            {"id": "papir", "regel": "frist", "hva": "referat", "senest": "20 dager", "etter": "moete"},
        ],
        "organisasjoner": {
            "ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"},
            "safo": {"navn": "SAFO", "type": "paraply", "side": "bruker"},
            "nav-vik": {"navn": "Nav Vik", "type": "offentlig", "side": "nav"},
            "lyng": navn("lyng", type="lokal", side="bruker"),
        },
        "utvalg": navn(
            "utvalget",
            organisasjoner=["ffo", "safo", "lyng"],
            tidsrom={"lyng": {"fra": KOM, "til": GIKK}},
            opprettet=FOERSTE,
            nedlagt=SISTE,
            gikk_inn_i="fjord",
            regelverk=[{"id": "regelverket", "fra": FOERSTE}],
        ),
        "utvalgene/fjord/utvalg": navn("fjord", nivaa="lokal", maalform="nb"),
        "medlemmer/kari": navn("kari", representerer="ffo") | folk(FOERSTE, SISTE, "medlem", "leder"),
        "medlemmer/ola": {"navn": "Ola Moen", "representerer": "lyng"} | folk(KOM, GIKK, "medlem"),
        "medlemmer/per": {"navn": "Per Hansen", "representerer": "safo"} | folk(FOERSTE, SISTE, "medlem"),
        "medlemmer/nina": {"navn": "Nina Vik", "side": "nav", "representerer": "nav-vik"}
        | folk(FOERSTE, SISTE, "sekretaer"),
    } | {f"moeter/{dag}": moetet(dag) for dag in MOETER} | endret  # fmt: skip


# Nothing is asked of the time outside


@pytest.mark.parametrize("dag", [*MOETER, "2021-12-31", "2024-01-01", "2024-07-01", "2026-01-01"])
def test_nothing_is_asked_of_the_time_outside(dag: str) -> None:
    report = dom(livet(dato=dag), hele=True)
    assert utfall(report) == []


@pytest.mark.parametrize(
    ("ola", "ventet"),
    [
        ((KOM, GIKK), []),
        (("2022-04-02", GIKK), [KOM]),
        ((KOM, "2023-08-30"), [GIKK]),
        ((FOERSTE, SISTE), []),
    ],
)
def test_a_place_that_is_empty_is_missed_from_the_day_they_joined_to_the_day_they_left(
    ola: tuple[str, str], ventet: list[str]
) -> None:
    page = {"navn": "Ola Moen", "representerer": "lyng"} | folk(*ola, "medlem")
    report = dom(livet(**{"medlemmer/ola": page, "dato": "2024-07-01"}), hele=True)
    assert brutt_fra(report, "(Røsslyng)") == ventet


@pytest.mark.parametrize(
    ("kari", "ventet"),
    [((FOERSTE, SISTE), []), (("2022-01-02", SISTE), [FOERSTE]), ((FOERSTE, "2023-12-30"), [SISTE])],
)
def test_a_place_that_is_empty_is_missed_from_the_first_day_of_the_council_to_the_last(
    kari: tuple[str, str], ventet: list[str]
) -> None:
    page = navn("kari", representerer="ffo") | folk(*kari, "medlem", "leder")
    report = dom(livet(**{"medlemmer/kari": page, "dato": "2024-07-01"}), hele=True)
    assert brutt_fra(report, "(FFO)") == ventet


def test_who_did_not_come_is_missed_in_the_meetings_of_their_time_alone() -> None:
    came = {"oppmoete": [{"person": p} for p in ("kari", "per")]}
    without = {f"moeter/{dag}": moetet(dag) | came for dag in MOETER}
    said = sagt(dom(livet(**without, dato="2024-07-01"), hele=True), "frammoete")
    assert [each.split("moeter/")[1][:10] for each in said] == [dag for dag in MOETER if i_lyng(dag)]


@pytest.mark.parametrize(
    ("uten", "nedlagt", "ventet"),
    [
        ("2023-07", SISTE, ["advarsel hyppighet"]),  # the last half-year, to its last day
        ("2023-07", "2023-12-30", []),  # not the whole of it
        ("2021", SISTE, []),  # before the first
    ],
)
def test_a_half_year_without_a_meeting_is_one_that_the_council_had_whole(
    uten: str, nedlagt: str, ventet: list[str]
) -> None:
    register = livet(dato="2026-01-01")
    register["utvalg"] |= {"nedlagt": nedlagt}
    late = [dag for dag in MOETER if dag >= uten or dag > nedlagt] if uten > "2022" else []
    for dag in late:
        del register[f"moeter/{dag}"]
    found = sagt(dom(register, hele=True), "moeter")
    assert [" ".join(each.split()[:2]) for each in found] == ventet


# The documents of the day


def het(hvem: str, dag: str) -> str:
    was, til, now = HET[hvem]
    return was if dag <= til else now


def sier(rot: Path, *arguments: str) -> str:
    outcome = kjoer("--rot", str(rot), *arguments)
    assert outcome.feil == ""
    assert outcome.kode != 2, outcome.err
    return outcome.ut


def navnene(text: str) -> set[str]:
    """The names in a text, of those that somebody had or has."""
    text = text.replace("Røsslyng", "RØSS")
    said = {name for was, _, now in HET.values() for name in (was, now) if name in text}
    return said | ({"Røsslyng"} if "RØSS" in text else set())


@pytest.mark.parametrize("dag", MOETER)
def test_the_documents_of_a_day_say_the_names_of_that_day(dag: str, tmp_path: Path) -> None:
    root, addresses = tmp_path / "r", tmp_path / "adresser"
    skriv(root, livet())
    addresses.write_text("kari: kari@example.no\nnina: nina@example.no\n", encoding="utf-8")
    council, kari, lyng, fjord = (het(each, dag) for each in HET)
    sits = {lyng} if i_lyng(dag) else set()

    for form in ("markdown", "html", "fragment", "tekst"):
        called, minutes = (
            sier(root, verb, "utvalget", dag, "--format", form) for verb in ("innkalling", "referat")
        )
        assert navnene(called) == {council, kari} | sits
        assert navnene(minutes) == {council, kari, fjord} | sits
    for verb in ("innkalling", "referat"):
        assert navnene(sier(root, verb, "utvalget", dag, "--json")) >= {council, kari} | sits

    paper, mail = tmp_path / "moete.ics", tmp_path / "moete.eml"
    sier(root, "innkalling", "utvalget", dag, "--ics", str(paper), "--eml", str(mail), "--adresser",
         str(addresses))  # fmt: skip
    assert navnene(paper.read_text(encoding="utf-8")) == {council}
    assert navnene(mail.read_text(encoding="utf-8")) == {council, kari} | sits

    sier(root, "dokumenter", "utvalget", "-o", str(tmp_path / "ut"))
    written = [each.read_text(encoding="utf-8") for each in (tmp_path / "ut").rglob(f"*{dag}*")]
    assert [navnene(each) - {fjord} for each in written] == [{council, kari} | sits] * 2

    for shown in (
        sier(root, "som-det-var", dag, "utvalget", "--vet-naa"),
        sier(root, "vis", "utvalget", "--dato", dag),
    ):
        assert navnene(shown) == {council, kari} | sits | (
            {lyng} if "Møter i" in shown and dag < KOM else set()
        )
    assert navnene(sier(root, "vis", "utvalget", "moete", dag)) == {kari}
    assert council in navnene(sier(root, "status", "utvalget", "--dato", dag))


# Before the first day and after the last


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        ("2021-12-31", "Utvalget er ikke opprettet ennå: første dag er 1. januar 2022."),
        (FOERSTE, ""),
        (SISTE, ""),
        (
            "2024-01-01",
            "Utvalget er lagt ned: siste dag var 31. desember 2023. Det gikk inn i Storfjordrådet.",
        ),
    ],
)
def test_that_it_is_not_there_is_told_and_nothing_waits_for_it(dag: str, ventet: str, tmp_path: Path) -> None:
    long = {
        f"medlemmer/{who}": livet()[f"medlemmer/{who}"] | folk(FOERSTE, "2025-12-31", "medlem")
        for who in ("kari",)
    }
    skriv(tmp_path, livet(**long))
    for command in (
        ("status", "utvalget", "--dato", dag),
        ("vis", "utvalget", "--dato", dag),
        ("som-det-var", dag, "utvalget", "--vet-naa"),
    ):
        lines = sier(tmp_path, *command).splitlines()
        assert [line for line in lines if line.startswith("Utvalget ")] == [ventet] * bool(ventet)
        assert not (ventet and any(line.startswith("Ledig") for line in lines))
    sits = "Ingen er ført" not in sier(tmp_path, "valgbar", "utvalget", "--dato", dag)
    assert sits is (not ventet)
    assert ("Kari" in sier(tmp_path, "som-det-var", dag, "utvalget", "--vet-naa")) is sits


@pytest.mark.parametrize(("aar", "ventet"), [("2021", 2), ("2022", 0), ("2023", 0), ("2024", 2)])
def test_no_meeting_is_planned_for_a_year_in_which_it_is_not_there(
    aar: str, ventet: int, tmp_path: Path
) -> None:
    skriv(tmp_path, livet())
    assert kjoer("--rot", str(tmp_path), "moeteplan", "utvalget", aar, "--dry-run").kode == ventet


def test_no_meeting_is_planned_for_a_day_after_the_last(tmp_path: Path) -> None:
    register = livet()
    register["utvalg"] |= {"nedlagt": "2024-06-30"}
    skriv(tmp_path, register)
    days = sier(tmp_path, "moeteplan", "utvalget", "2024", "--dry-run")
    assert "2024-0" in days
    assert "2024-1" not in days
