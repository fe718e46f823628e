"""The papers of the cases: with the message, but for confidential cases; kind and size stand in the document."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path
from typing import Any, cast

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.vedlegg import i_byte
from dokument.test_dokument import dokument
from smaa_registre import UTVALG, skriv

SAKER = [
    {"nr": "6/26", "tittel": "Strategi", "type": "annet",
     "vedlegg": [{"tittel": "Utkast: mål/midler", "fil": "utkast.pdf"}, {"tittel": "Muntlig"},
                 {"tittel": "Borte", "fil": "borte.docx"}, {"tittel": "Ute", "fil": "../utvalg.yaml"}]},
    {"nr": "7/26", "tittel": "Varsel", "type": "annet", "fortrolig": "ja", "offentlig_tittel": "A",
     "vedlegg": [{"tittel": "Brevet", "fil": "brevet.txt"}, {"tittel": "Svaret", "fil": "svaret.txt"}]},
]  # fmt: skip
REGISTER: dict[str, Any] = {
    "medlemmer/kari": {"oppnevninger": [{"verv": "medlem", "fra": "2025-01-01"}]},
    "moeter/2026-03-11": {"status": "innkalt", "saker": SAKER},
    "vedlegg/brevet.txt": "Kjære\r\nNav",
}
PDF = b"%PDF\r\n\n\xff" * 200_000


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    skriv(tmp_path / "r", REGISTER)
    (tmp_path / "r" / UTVALG / "vedlegg/utkast.pdf").write_bytes(PDF)
    (tmp_path / "adresser.txt").write_text("kari: kari@example.no\n", encoding="utf-8")
    return tmp_path / "r"


def sendt(rot: Path, *valg: str) -> dict[str | None, bytes]:
    """What goes with the message, by name, but for the invitation."""
    verb = ["--rot", str(rot), "innkalling", "utvalget", "2026-03-11", "-o", str(rot / "ut.md"), *valg]
    letter = rot.parent / "ut.eml"
    assert run([*verb, "--eml", str(letter), "--adresser", str(rot.parent / "adresser.txt")]) == 0
    message = message_from_bytes(letter.read_bytes(), policy=policy.default)
    parts = [part for part in message.iter_attachments() if part.get_filename() != "moete.ics"]
    return {part.get_filename(): cast(bytes, part.get_payload(decode=True)) for part in parts}


def test_the_papers_go_with_the_notice(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sendt(rot) == {"Sak 6-26 Utkast mål midler.pdf": PDF}
    raw = (rot.parent / "ut.eml").read_bytes()
    said = capsys.readouterr().err
    assert "til 1 mottaker, med 1 vedlegg." in said
    assert "Mangler, og er ikke lagt ved: «Borte» til sak 6/26, «Ute» til sak 6/26." in said
    assert "2 vedlegg til fortrolige saker er ikke lagt ved. Med --fortrolige-vedlegg blir de det." in said
    assert "E-posten er på" not in said
    assert not any(word in said for word in ("Brevet", "Svaret", "Varsel"))
    sendt(rot)
    assert (rot.parent / "ut.eml").read_bytes() == raw


def test_those_of_confidential_cases_when_it_is_asked_for(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = sendt(rot, "--fortrolige-vedlegg")
    assert papers["Sak 7-26 Brevet.txt"] == (rot / UTVALG / "vedlegg/brevet.txt").read_bytes()
    said = capsys.readouterr().err
    assert "et vedlegg til sak 7/26" in said
    assert "fortrolige saker" not in said


def test_a_message_that_many_will_not_take(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rot / UTVALG / "vedlegg/utkast.pdf").write_bytes(bytes(9_000_000))
    assert len(sendt(rot)) == 1
    size = i_byte((rot.parent / "ut.eml").stat().st_size)
    assert size.startswith("12,")
    assert f"E-posten er på {size}. Mange tar ikke imot mer enn 10 MB." in capsys.readouterr().err


def test_what_is_called_off_has_no_papers(rot: Path) -> None:
    skriv(rot, REGISTER | {"moeter/2026-03-11": {"status": "avlyst", "saker": SAKER}})
    assert sendt(rot) == {}


def test_kind_and_size_stand_beside_the_title() -> None:
    data = REGISTER | {"vedlegg/utkast.pdf": "x" * 240_000}
    text = dokument("innkalling", data, "2026-03-11")
    assert "  - Utkast: mål/midler (PDF, 240 kB)\n  - Muntlig\n  - Borte (DOCX)\n  - Ute (YAML)\n" in text


@pytest.mark.parametrize(
    ("antall", "ventet"),
    [(0, "1 kB"), (1499, "1 kB"), (240_000, "240 kB"), (999_499, "999 kB"), (1_250_000, "1,2 MB"),
     (10_000_000, "10 MB")],
)  # fmt: skip
def test_a_size_in_words(antall: int, ventet: str) -> None:
    assert i_byte(antall) == ventet
