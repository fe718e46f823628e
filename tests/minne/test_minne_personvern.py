"""Nothing that is confidential, private or taken out today comes back from what was saved: in no verb, in no form."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from githistorien import Commit, historien
from smaa_registre import filer

FOER: dict[str, Any] = {
    "organisasjoner": {"ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"}},
    "medlemmer/per": {
        "navn": "Per Skjultesen",
        "representerer": "ffo",
        "oppnevninger": [{"verv": "medlem", "fra": "2022-01-01", "alder": 47, "merknad": "HEMMELIG merknad"}],
    },
    "medlemmer/kari": {"navn": "Kari Gammelnavn", "oppnevninger": [{"verv": "leder", "fra": "2022-01-01"}]},
    "medlemmer/gone": {"navn": "Borte Vekksen", "oppnevninger": [{"verv": "medlem", "fra": "2022-01-01"}]},
    "medlemmer/valgt": {"navn": "Valgt Fortroligsen"},
    "moeter/2022-03-02": {
        "lenke": "https://video.example.no/HEMMELIG",
        "innledning": "Innledning der Borte Vekksen sa noe",
        "oppmoete": [{"navn": "Gjest Strøkesen", "side": "nav"}, {"person": "per"}],
        "saker": [
            {
                "nr": "1/22",
                "tittel": "Klagen fra Lukketsen",
                "type": "vedtak",
                "vedtak": {"tekst": "Klagen tas ikke til følge", "stemmer": {"for": 77, "mot": 66}},
                "valg": [{"verv": "nestleder", "valgt": ["valgt"], "fra": "2022-03-02"}],
                "oppfoelging": [{"hva": "Svare Lukketsen", "ansvarlig": "kari", "frist": "2022-04-09"}],
            },
            {
                "nr": "2/22",
                "tittel": "Nå er den åpen",
                "fortrolig": "ja",
                "type": "annet",
                "vedtak": {"tekst": "FORTROLIG tekst", "stemmer": {"for": 55, "mot": 54}},
            },
            {
                "nr": "3/22",
                "tittel": "Vedtak som slettes for Strøkesen",
                "type": "vedtak",
                "vedtak": {"tekst": "SLETTET vedtak", "stemmer": {"for": 53, "mot": 52}},
            },
            {"nr": "4/22", "tittel": "Tur med Per Skjultesen", "type": "orientering", "referat": "Ring ham"},
        ],
    },
}  # fmt: skip
HEMMELIG = (
    "Skjultesen", "Gammelnavn", "Vekksen", "Strøkesen", "Lukketsen", "Klagen", "Fortroligsen", "HEMMELIG", "47",
    "FORTROLIG", "SLETTET", "912 34 567", "77", "66", "55", "54", "53",
    "52", "9. april",
)  # fmt: skip
"""What is said nowhere. A name of somebody by organisation only is not said, whoever else's texts it is in."""


def naa() -> dict[str, Any]:
    r = deepcopy(FOER)
    r["medlemmer/per"]["publisering"] = "kun_organisasjon"
    r["medlemmer/kari"]["navn"] = "Kari Nordmann"
    del r["medlemmer/gone"]
    meeting = r["moeter/2022-03-02"]
    meeting["innledning"] = "Innledning"
    meeting["oppmoete"] = [{"navn": "en gjest", "side": "nav"}, {"person": "per"}]
    one, two, _three, four = meeting["saker"]
    one |= {"fortrolig": "ja", "offentlig_tittel": "En sak"}
    del two["fortrolig"]
    two["vedtak"] = {"tekst": "Åpen tekst"}
    four |= {"referat": "Ring ham på 912 34 567", "type": "annet"}
    meeting["saker"] = [one, two, four]
    return r


def mellom() -> dict[str, Any]:
    """Between the two: what is closed today is otherwise, and open still."""
    r = deepcopy(FOER)
    one = r["moeter/2022-03-02"]["saker"][0]
    one["vedtak"] = {"tekst": "Klagen fra Lukketsen avvises", "stemmer": {"for": 66, "mot": 77}}
    one["tittel"] = "Klagen, Lukketsen"
    for sak in r["moeter/2022-03-02"]["saker"][1:3]:
        votes = sak["vedtak"]["stemmer"]
        votes["for"], votes["mot"] = votes["mot"], votes["for"]
    r["medlemmer/per"]["oppnevninger"][0] |= {"fra": "2022-02-01", "alder": 48}
    r["medlemmer/gone"]["oppnevninger"][0]["fra"] = "2022-02-01"
    return r


@pytest.fixture(scope="module")
def rot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("vern") / "lager"
    versions = [FOER, mellom(), naa(), naa() | {"hendelser": [{"hva": "kurs", "dato": "2022-05-01"}]}]
    days = ["2022-01-01", "2022-02-01", "2022-03-01", "2022-04-01"]
    authors = ["Nina Vik", "Per Skjultesen", "Nina Vik", "Nina Vik"]
    historien(root, [Commit(filer(v), who, day) for v, day, who in zip(versions, days, authors, strict=True)])
    return root


SPOERSMAAL = [
    ("historikk", "utvalget"),
    ("historikk", "utvalget", "per"),
    ("historikk", "utvalget", "kari"),
    ("historikk", "utvalget", "1/22"),
    ("historikk", "utvalget", "2/22"),
    ("historikk", "utvalget", "1/22", "vedtak"),
    ("historikk", "utvalget", "2022-03-02"),
    ("endringer", "HEAD~3..HEAD~2"),
    ("endringer", "HEAD~3"),
    ("endringer", "HEAD..HEAD~3"),
    ("endringer", "HEAD~2..HEAD~1", "--output-format", "markdown"),
    ("som-det-var", "15.1.2022", "utvalget", "--visste-da"),
    ("som-det-var", "5.3.2022", "utvalget", "--visste-da"),
    ("som-det-var", "5.3.2022", "utvalget", "--vet-naa"),
]


@pytest.mark.parametrize("ord", [*SPOERSMAAL, *((*words, "--json") for words in SPOERSMAAL)], ids=" ".join)
def test_nothing_closed_today_is_said_of_what_was(
    rot: Path, ord: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--rot", str(rot), *ord]) == 0, capsys.readouterr().err
    said = "".join(capsys.readouterr())
    text = re.sub(
        r"\b(?:[0-9a-f]{8}|[0-9a-f]{40})\b", "", said
    )  # what git calls a commit may have any number in it
    assert [word for word in HEMMELIG if word in text] == []


@pytest.mark.parametrize("kan_leses", [True, False], ids=["read", "not read"])
def test_who_may_only_have_been_elected_in_what_cannot_be_read(
    tmp_path: Path, kan_leses: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody without a seat that can be seen is named, but where a meeting may have given them one in confidence."""
    today = naa()
    today["medlemmer/eva"] = {"navn": "Eva Utensete"}
    files = filer(today)
    broken = {} if kan_leses else {"records/utvalg/utvalget/moeter/2022-03-02.yaml": "dato: [\n"}
    historien(
        tmp_path,
        [Commit(filer(FOER), "Nina Vik", "2022-01-01"), Commit(files | broken, "Nina Vik", "2022-02-01")],
    )
    assert run(["--rot", str(tmp_path), "historikk", "utvalget"]) == 0
    said = capsys.readouterr().out
    assert "Fortroligsen" not in said
    assert ("Eva Utensete" in said) is kan_leses


def test_that_something_was_changed_is_told_all_the_same(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--rot", str(rot), "historikk", "utvalget"]) == 0
    said = capsys.readouterr().out
    for part in (
        "Sak 1/22: noe fortrolig er endret",
        "Kari Nordmann: navnet er endret til Kari Nordmann",
        "En person som ikke står i registeret nå er tatt ut",
        "1. februar 2022, per (",
        "Sak 2/22: fortrolig",
    ):
        assert part in said, said
