"""Approved minutes go on saying what was approved: by whatever way it was, whatever becomes of names and meetings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.segl import foerste_segl
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import UTVALG, dom, meldinger, skriv, utfall

FOERSTE = "2026-03-11"
SAKER = [
    {"nr": "1/26", "tittel": "Ventetid", "type": "vedtak", "vedtak": {"tekst": "Utvalget ber om tall."}},
    {"nr": "2/26", "tittel": "Plan", "type": "orientering", "innleder": ["ffo"], "referat": "Takk."},
]
REGISTER: dict[str, Any] = {
    "organisasjoner": {
        "ffo": {"navn": "Fellesorganisasjonen", "forkortelse": "FO", "type": "paraply", "side": "bruker"}
    },
    "utvalg": {"navn": "Brukerutvalget ved Nav Storelva"},
    "medlemmer/kari": {
        "navn": "Kari Nordmann",
        "representerer": "ffo",
        "oppnevninger": [{"verv": "leder", "fra": "2025-01-01"}],
    },
    f"moeter/{FOERSTE}": {"oppmoete": [{"person": "kari"}], "moeteleder": "kari", "saker": SAKER},
    "moeter/2026-05-13": {
        "oppmoete": [{"person": "kari"}],
        "saker": [{"nr": "3/26", "tittel": "X", "type": "godkjenning"}],
    },
    "moeter/2026-09-02": {
        "oppmoete": [{"person": "kari"}],
        "saker": [{"nr": "4/26", "tittel": "X", "type": "annet"}],
    },
}
KARI = f"{UTVALG}/medlemmer/kari.yaml"


class Rot:
    """A register with three meetings that were held."""

    def __init__(self, rot: Path, les: Callable[[], str]) -> None:
        self.rot, self._les = rot, les

    def __call__(self, *verb: str, exit: int = 0, dato: str = "2026-09-10") -> str:
        code = run(["--rot", str(self.rot), *verb, "--dato", dato])
        said = self._les()
        assert code == exit, said
        return said

    def bytt(self, path: str, fra: str, til: str) -> None:
        file = self.rot / path
        text = file.read_text(encoding="utf-8")
        assert fra in text
        file.write_text(text.replace(fra, til), encoding="utf-8")

    @property
    def moetet(self) -> Moete:
        return load(WorkTree(self.rot)).register.mapper["utvalget"].moeter[0]

    def referatet(self) -> str:
        return self("referat", "utvalget", FOERSTE).partition("\nSkrev")[0]

    def sier_ifra(self) -> list[str]:
        code = run(["--rot", str(self.rot), "valider", "--dato", "2026-09-10"])
        assert code in (0, 1)
        return [line for line in self._les().splitlines() if "BU311" in line or "er endret etter" in line]


@pytest.fixture
def rot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Rot:
    skriv(tmp_path, REGISTER)

    def les() -> str:
        return "".join(capsys.readouterr())

    return Rot(tmp_path, les)


# ── By which way ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hvordan", "dato", "stand"),
    [
        (("--i", "13.5.2026"), "2026-05-13", "godkjent i sak 3/26, 13. mai 2026"),
        (("--paa-epost",), "2026-03-20", "godkjent på e-post 20. mars 2026"),
        (("--sirkulasjon",), "2026-03-20", "godkjent ved sirkulasjon 20. mars 2026"),
        (("--paa-epost",), "ukjent", "godkjent på e-post"),
    ],
)
def test_the_minutes_say_how_they_were_approved(
    rot: Rot, hvordan: tuple[str, ...], dato: str, stand: str
) -> None:
    rot("godkjenn", "utvalget", FOERSTE, *hvordan, "--likevel", dato=dato)
    assert f": {stand}\n" in rot.referatet()
    assert rot.sier_ifra() == []
    rot.bytt(f"{UTVALG}/moeter/{FOERSTE}.yaml", "ber om tall", "ber om nye tall")
    assert "er endret etter at det ble godkjent: sakene" in rot.sier_ifra()[0]


def test_by_e_mail_in_nynorsk(rot: Rot) -> None:
    rot("endre", "utvalget", "utvalg", "maalform=nn")
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-03-20")
    assert "godkjent på e-post 20. mars 2026" in rot.referatet()


def test_minutes_of_a_meeting_ahead_are_asked_nothing_of(rot: Rot) -> None:
    rot("moete", "ny", "utvalget", "2026-12-09", dato="2026-03-20")
    said = rot("godkjenn", "utvalget", "2026-12-09", exit=2, dato="2026-03-20")
    assert "er ikke ført som avholdt. Skriv ned oppmøtet først" in said
    assert "--i mangler" not in said


def test_what_is_no_approval(rot: Rot) -> None:
    assert "er før 2026-03-11" in rot(
        "godkjenn", "utvalget", FOERSTE, "--paa-epost", exit=2, dato="2026-03-01"
    )
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-03-20")
    assert "alt ført som godkjent" in rot(
        "godkjenn", "utvalget", FOERSTE, "--sirkulasjon", exit=2, dato="2026-03-19"
    )
    assert "skriv bare én" in rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", "--sirkulasjon", exit=2)


@pytest.mark.parametrize(
    ("godkjent", "feil"),
    [
        ({"moete": "2026-05-13", "sak": "3/26"}, ""),
        ({"dato": "2026-03-20", "maate": "epost"}, ""),
        ({"dato": "ukjent", "maate": "ukjent"}, ""),
        ({"moete": "ukjent", "sak": "ukjent"}, ""),
        ({"moete": "2026-05-13"}, "her mangler «moete» eller «sak»"),
        ({"dato": "2026-03-20"}, "her mangler «dato» eller «maate»"),
        ({}, "her mangler"),
        ({"moete": "2026-05-13", "sak": "3/26", "dato": "2026-03-20"}, "enten i et møte"),
    ],
)
def test_an_approval_is_in_a_meeting_or_between(godkjent: dict[str, str], feil: str) -> None:
    register = REGISTER | {
        f"moeter/{FOERSTE}": REGISTER[f"moeter/{FOERSTE}"] | {"referat": {"godkjent": godkjent}}
    }
    said = meldinger(dom({"dato": "2026-09-10"} | register))
    assert any(feil in each for each in said) if feil else not any("her mangler" in each for each in said)


def test_approved_between_meetings_counts_from_its_day() -> None:
    rule = {"regel": "frist", "hva": "publisering", "senest": "7 dager", "etter": "godkjenning"}
    approved = {
        "godkjent": {"dato": "2026-03-20", "maate": "epost"},
        "publisert": {"dato": "2026-04-01", "kanal": "x"},
    }
    found = dom({"dato": "2026-09-10", "regel": rule, f"moeter/{FOERSTE}": {"referat": approved}})
    assert utfall(found) == [f"feil frist @ moeter/{FOERSTE} referat.publisert.dato"]


# ── What was put right ────────────────────────────────────────────────────────────────────────────


def test_a_correction_is_an_act_of_its_own_and_the_corrected_text_is_approved_anew(rot: Rot) -> None:
    assert "er ikke godkjent" in rot("godkjenn", "utvalget", FOERSTE, "--rettet", "Et tall", exit=2)
    rot("godkjenn", "utvalget", FOERSTE, "--i", "13.5.2026", "--likevel", dato="2026-05-13")
    first = rot.moetet.referat.godkjent  # type: ignore[union-attr]  # it was approved just now
    rot.bytt(f"{UTVALG}/moeter/{FOERSTE}.yaml", "ber om tall", "ber om nye tall")
    assert rot.sier_ifra()
    rot("godkjenn", "utvalget", FOERSTE, "--rettet", "«Tall» er «nye tall» i sak 1/26", dato="2026-06-01")
    assert rot.sier_ifra() == []
    assert "- Rettet etter godkjenningen: 1. juni 2026: «Tall» er «nye tall» i sak 1/26" in rot.referatet()
    rot.bytt(f"{UTVALG}/moeter/{FOERSTE}.yaml", "nye tall.", "nyere tall.")
    assert rot.sier_ifra()
    rot("godkjenn", "utvalget", FOERSTE, "--i", "2.9.2026", "--likevel", dato="2026-09-02")
    assert rot.sier_ifra() == []
    became: Any = rot.moetet.referat
    assert became.tidligere_godkjent == (first,)
    assert len(became.rettelser) == 1
    assert became.godkjent.moete == "2026-09-02"


def test_what_is_not_put_right_is_not_recorded_as_put_right(rot: Rot) -> None:
    """Nor a second time, nor in minutes whose seal was made in an older way; to put back what stood is a correction."""
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-03-20")
    path = f"{UTVALG}/moeter/{FOERSTE}.yaml"
    right = ("godkjenn", "utvalget", FOERSTE, "--rettet", "«Takk» er «Takk!» i sak 2/26")
    assert "ingenting er rettet. Rett det først i registeret, med --likevel" in rot(*right, exit=2)
    said = rot("endre", "utvalget", "sak", "2/26", "referat", "Takk!", exit=1)
    assert "en feil rettes først i registeret, med --likevel" in said
    rot("endre", "utvalget", "sak", "2/26", "referat", "Takk!", "--likevel")
    rot(*right)
    assert "ingenting er rettet" in rot(*right, exit=2)
    rot.bytt(path, "Takk!", "Takk.")
    rot(*right)
    register = load(WorkTree(rot.rot)).register
    became: Any = rot.moetet.referat
    older = foerste_segl(register, register.mapper["utvalget"], rot.moetet)
    for part, text in became.rettelser[-1].forseglet.model_dump().items():
        rot.bytt(path, f"{part}: {text}", f"{part}: {getattr(older, part)}")
    assert "ingenting er rettet" in rot(*right, exit=2)


# ── Names, and a meeting in between ───────────────────────────────────────────────────────────────

NAVN = {
    "a person": (KARI, "navn: Kari Nordmann", "navn: Kari Vik", "navn: Kari Nordmann"),
    "an organisation": (
        "records/organisasjoner.yaml",
        "navn: Fellesorganisasjonen",
        "navn: Forbundet",
        "navn: Fellesorganisasjonen, forkortelse: FO",
    ),
    "the council": (
        f"{UTVALG}/utvalg.yaml",
        "navn: Brukerutvalget ved Nav Storelva",
        "navn: Brukerutvalget ved Nav Elvedalen",
        "navn: Brukerutvalget ved Nav Storelva",
    ),
}


@pytest.mark.parametrize("hvem", NAVN)
def test_a_new_name_is_not_that_of_the_day_of_the_meeting(rot: Rot, hvem: str) -> None:
    """With its last day the old name stands in the old minutes, and the new one in the new; without, it is told of."""
    path, old, new, earlier = NAVN[hvem]
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-03-20")
    before, later = rot.referatet(), rot("referat", "utvalget", "2026-05-13")
    if hvem == "an organisation":
        rot.bytt(path, "forkortelse: FO", "forkortelse: FB")
    rot.bytt(path, old, new)
    assert rot.referatet() != before
    assert any("er endret etter at det ble godkjent: navnet på" in said for said in rot.sier_ifra())
    indent = "  " if hvem == "an organisation" else ""
    rot.bytt(path, new, f"{new}\n{indent}tidligere_navn: [{{{earlier}, til: 2026-03-31}}]")
    assert rot.referatet() == before
    assert rot.sier_ifra() == []
    assert rot("referat", "utvalget", "2026-05-13") != later


def test_one_who_is_not_to_be_named_is_named_by_no_earlier_name_either(rot: Rot) -> None:
    rot.bytt(
        KARI,
        "navn: Kari Nordmann",
        "navn: Kari Vik\ntidligere_navn: [{navn: Kari Nordmann, til: 2026-03-31}]\npublisering: kun_organisasjon",
    )
    for moete in (FOERSTE, "2026-05-13"):
        said = rot("referat", "utvalget", moete)
        assert "Kari" not in said
    rot.bytt(
        f"{UTVALG}/moeter/{FOERSTE}.yaml",
        "moeteleder: kari",
        "moeteleder: kari\nreferent: Kari Nordmann\ninnledning: Møtet ble satt.",
    )
    rot.bytt(f"{UTVALG}/moeter/{FOERSTE}.yaml", "innleder:\n  - ffo", "innleder: [ffo, Kari Vik]")
    assert "Kari" not in rot("referat", "utvalget", FOERSTE)


def test_the_next_meeting_in_approved_minutes_is_the_one_they_said(rot: Rot) -> None:
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-03-20")
    before = rot.referatet()
    assert "13. mai 2026" in before
    rot("moete", "ny", "utvalget", "15.4.2026", "--tid", "12:00", "--likevel", dato="2026-04-01")
    rot.bytt(f"{UTVALG}/moeter/2026-05-13.yaml", "status: avholdt", "status: avholdt\ntid: 09:00")
    assert rot.referatet() == before
    assert rot.sier_ifra() == []


SENERE = f"{UTVALG}/moeter/2026-05-13.yaml"
NESTE: dict[str, Callable[[Rot], object]] = {
    "one more": lambda rot: rot("moete", "ny", "utvalget", "15.4.2026", "--likevel", dato="2026-04-01"),
    "another time": lambda rot: rot.bytt(SENERE, "status: planlagt", "status: planlagt\ntid: 09:00"),
    "another day": lambda rot: rot("flytt", "utvalget", "13.5.2026", "--til", "20.5.2026", dato="2026-04-01"),
    "called off": lambda rot: rot("avlys", "utvalget", "13.5.2026", dato="2026-04-01"),
}
"""What may become of the next meeting."""


@pytest.mark.parametrize("hva", NESTE)
def test_the_next_meeting_in_minutes_that_were_sent_is_the_one_they_said(rot: Rot, hva: str) -> None:
    """Until they are sent anew; and approved, they say what was sent."""
    rot.bytt(SENERE, "status: avholdt", "status: planlagt")
    rot.bytt(
        SENERE, "oppmoete:\n- person: kari\n", "form: hybrid\nsted: {navn: Salen, universell_utforming: ja}\n"
    )
    draft = rot.referatet()
    rot("sendt", "utvalget", FOERSTE, "referat", dato="2026-03-20")
    before = rot.referatet()
    assert _neste(before) == _neste(draft)
    assert "Salen (universelt utformet)" in _neste(before)
    NESTE[hva](rot)
    assert rot.referatet() == before
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-04-02")
    assert _neste(rot.referatet()) == _neste(before)
    assert run(["--rot", str(rot.rot), "angre"]) == 0
    rot("sendt", "utvalget", FOERSTE, "referat", "--likevel", dato="2026-04-03")
    assert _neste(rot.referatet()) != _neste(before)


def _neste(referat: str) -> str:
    return referat.partition("## Neste møte")[2]


def test_where_no_meeting_was_on_the_plan_minutes_that_were_sent_say_none(rot: Rot) -> None:
    rot("sendt", "utvalget", "2026-09-02", "referat", dato="2026-09-04")
    before = rot("referat", "utvalget", "2026-09-02")
    rot("moete", "ny", "utvalget", "2.12.2026", dato="2026-09-10")
    assert "Neste møte" not in before
    assert rot("referat", "utvalget", "2026-09-02").partition("Skrev")[0] == before.partition("Skrev")[0]
    rot("godkjenn", "utvalget", "2026-09-02", "--paa-epost", dato="2026-09-11")
    assert "Neste møte" not in rot("referat", "utvalget", "2026-09-02").partition("Skrev")[0]


def test_how_they_went_out_is_no_new_sending(rot: Rot) -> None:
    rot("sendt", "utvalget", FOERSTE, "referat", dato="2026-03-20")
    before = rot.referatet()
    NESTE["one more"](rot)
    rot("sendt", "utvalget", FOERSTE, "referat", "--maate", "brev", dato="2026-04-02")
    assert rot.referatet() == before


def test_a_template_of_the_councils_own_that_is_new_is_told_of(rot: Rot) -> None:
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-03-20")
    own = rot.rot / UTVALG / "templates/referat.md.j2"
    own.parent.mkdir()
    own.write_text('{% extends "standard/referat.md.j2" %}{% block fot %}Hilsen oss{% endblock %}')
    assert "malen for referatet" in rot.sier_ifra()[0]


def test_a_decision_between_meetings_says_so(rot: Rot) -> None:
    path = f"{UTVALG}/moeter/{FOERSTE}.yaml"
    rot.bytt(
        path,
        "tekst: Utvalget ber om tall.",
        "tekst: Utvalget ber om tall.\n    utenom_moetet: {dato: 2026-02-20, maate: epost}",
    )
    assert "Vedtatt på e-post 20. februar 2026." in rot.referatet()


@pytest.mark.parametrize("hvem", ["kari", "ffo", "utvalget"])
def test_a_name_with_its_days_is_put_there_changed_and_taken_out_by_commands(rot: Rot, hvem: str) -> None:
    before = {path: path.read_bytes() for path in rot.rot.rglob("*.yaml")}
    said = rot("legg-til", "utvalget", "tidligere_navn", hvem, "navn", "Det gamle", "til", "31.3.2026")
    assert said.startswith("La til tidligere navn ")
    assert "(Det gamle, 31. mars 2026)" in rot(
        "endre", "utvalget", "tidligere_navn", hvem, "1", "til=30.4.2026"
    )
    rot("slett", "utvalget", "tidligere_navn", hvem, "1")
    assert {path: path.read_bytes() for path in rot.rot.rglob("*.yaml")} == before


SKIFTER = {
    "kari": (("person", "kari", "navn"), "Kari Vik", "PERSON navn NAVN", ("navn", "Kari Nordmann")),
    "ffo": (
        ("organisasjon", "ffo", "forkortelse"),
        "FB",
        "ORGANISASJON navn NAVN forkortelse KORTFORM",
        ("navn", "Fellesorganisasjonen", "forkortelse", "FO"),
    ),
    "utvalget": (
        ("utvalg", "navn"),
        "Elveutvalget",
        "utvalget navn NAVN",
        ("navn", "Brukerutvalget ved Nav Storelva"),
    ),
}
"""Who gets another name: what is changed, the new one, how the help says the old one, and the old one."""


@pytest.mark.parametrize("hvem", SKIFTER)
def test_who_gets_a_new_name_is_told_how_the_old_one_is_kept(rot: Rot, hvem: str) -> None:
    what, new, advised, old = SKIFTER[hvem]
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-03-20")
    said = " ".join(rot("endre", "utvalget", *what, new, exit=1).split())
    assert f"«brukerutvalg legg-til utvalget tidligere_navn {advised} til DATO»" in said
    rot("legg-til", "utvalget", "tidligere_navn", hvem, *old, "til", "31.3.2026")
    rot("endre", "utvalget", *what, new)
    assert rot.sier_ifra() == []


def test_a_change_that_is_no_name_is_not_told_of_as_one(rot: Rot) -> None:
    rot("godkjenn", "utvalget", FOERSTE, "--paa-epost", dato="2026-03-20")
    assert "skiftet navn" not in rot("sak", "foer", "utvalget", FOERSTE, "2/26", "--referat", "Nei.", exit=1)
