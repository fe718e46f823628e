"""A case that goes through what was taken on before: read from the records, as of the day of the meeting."""

from __future__ import annotations

from typing import Any, get_args

import pytest

import smaa_registre
from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from dokument.test_dokument import dokument

SLAG = get_args(Dokumentslag)
SAKEN = {"nr": "9/24", "tittel": "Oppfølging", "type": "orientering", "restanser": "ja"}


def register(*poster: dict[str, Any], maalform: str = "nb", **sak: Any) -> dict[str, Any]:
    """A meeting in which something was taken on, one that goes through it, and one after that."""
    case = {"nr": "4/24", "tittel": "Saken", "type": "annet", "oppfoelging": list(poster)} | sak
    own = {"nr": "10/24", "tittel": "En til", "type": "annet", "oppfoelging": [{"hva": "Samme dag"}]}
    return {
        "utvalg": {"maalform": maalform, "verv": {"vert": {"nb": "vert", "nn": "vertskap"}}},
        "medlemmer/kari": {
            "navn": "Kari Nordmann", "publisering": "kun_organisasjon", "representerer": "ukjent",
            "oppnevninger": [{"verv": "medlem", "fra": "2023-01-01"}],
        },
        "moeter/2024-02-01": {"saker": [case]},
        "moeter/2024-03-13": {"saker": [SAKEN, own]},
        "moeter/2024-05-15": {"saker": [{"nr": "12/24", "tittel": "Senere", "type": "annet"}]},
    }  # fmt: skip


@pytest.mark.parametrize("slag", SLAG)
@pytest.mark.parametrize(
    ("gjort", "staar"),
    [({}, True), ({"fullfoert": "2024-03-14"}, True), ({"fullfoert": "2024-03-13"}, False),
     ({"fullfoert": "2024-02-02"}, False), ({"fullfoert": "ukjent"}, False)],
)  # fmt: skip
def test_open_on_the_day_of_the_meeting(slag: Dokumentslag, gjort: dict[str, str], staar: bool) -> None:
    text = dokument(slag, register({"hva": "Ringe"} | gjort))
    assert ("- Sak 4/24: Ringe\n" in text) is staar
    assert ("Alt som er avtalt i tidligere møter, er ført som gjort." in text) is not staar
    assert "Sak 10/24: Samme dag" not in text


@pytest.mark.parametrize("slag", SLAG)
def test_of_a_confidential_case_nothing_but_its_number(slag: Dokumentslag) -> None:
    secret = {"hva": "Ringe legen", "ansvarlig": "vert", "frist": "2024-04-01"}
    text = dokument(slag, register(secret, dict(secret), fortrolig="ja"))
    assert text.count("- Sak 4/24\n") == 1
    assert not any(word in text for word in ("legen", "vert", "1. april"))


@pytest.mark.parametrize("slag", SLAG)
def test_people_and_verv_are_shown_as_everywhere_else(slag: Dokumentslag) -> None:
    posts = ({"hva": "En", "ansvarlig": "kari"}, {"hva": "To", "ansvarlig": "vert"})
    text = dokument(slag, register(*posts, maalform="nn"))
    assert "- Sak 4/24: En\n  - Ansvarleg: representant for brukarsida\n" in text
    assert "- Sak 4/24: To\n  - Ansvarleg: vertskap\n" in text
    assert "Kari" not in text.partition("Oppfølging")[2]


@pytest.mark.parametrize("slag", SLAG)
def test_without_the_key_nothing_is_shown(slag: Dokumentslag) -> None:
    data = register({"hva": "Ringe"})
    data["moeter/2024-03-13"]["saker"][0] = SAKEN | {"restanser": "nei"}
    assert "Ringe" not in dokument(slag, data)


@pytest.mark.parametrize("slag", SLAG)
def test_a_council_has_its_own_way_of_showing_them(slag: Dokumentslag) -> None:
    data = register({"hva": "Ringe"})
    mal = (
        f'{{% extends "standard/{slag}.md.j2" %}}\n{{% block restanser %}}\n\n'
        "{% for post in sak.restanser or () %}{{ post.sak }} = {{ post.hva }}{% endfor %}\n{% endblock %}\n"
    )
    files = smaa_registre.filer(data) | {f"{smaa_registre.UTVALG}/templates/{slag}.md.j2": mal}
    text = dokument(slag, data, filer=files)
    assert "4/24 = Ringe" in text
    assert "Dette er avtalt" not in text
