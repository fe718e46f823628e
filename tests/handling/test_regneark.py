"""Lists as .xlsx: the same as text, and a file that somebody made to hurt is measured before it is read."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.medlemsliste.regneark import SISTE_LINJE, STOERST, arkene, er_regneark
from brukerutvalg_cli.handling.medlemsliste.tabell import Tabellinje


def bok(*rader: Sequence[object], mer: Callable[[Worksheet], object] = lambda sheet: None) -> bytes:
    """A workbook of one sheet, as Excel saves it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rader:
        sheet.append(list(row))
    mer(sheet)
    return lagret(book)


def lagret(book: openpyxl.Workbook) -> bytes:
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def test_cells_are_what_they_would_be_in_a_text() -> None:
    row = ("Kari", datetime(2026, 1, 1), date(2027, 12, 31), 2026, 91234567.0, 1.5, True)
    (sheet,) = arkene(bok((), ("Navn",), row))
    assert sheet.linjer == (
        Tabellinje(2, ("Navn", *[""] * 6)),
        Tabellinje(3, ("Kari", "2026-01-01", "2027-12-31", "2026", "91234567", "1.5", "ja")),
    )


def test_cells_that_are_one_speak_for_all_their_lines() -> None:
    rows = (("Navn", "Organisasjon"), ("Kari", "FFO"), ("Ola", None), ("Per", None))
    (sheet,) = arkene(bok(*rows, mer=lambda sheet: sheet.merge_cells("B2:B3")))
    assert [line.celler for line in sheet.linjer[1:]] == [("Kari", "FFO"), ("Ola", "FFO"), ("Per", "")]


def test_a_hidden_sheet_is_named_and_not_read() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Gamle").append(["Navn"])
    book["Gamle"].sheet_state = "hidden"
    assert [(sheet.navn, len(sheet.linjer)) for sheet in arkene(lagret(book))] == [("Sheet", 0), ("Gamle", 0)]


def test_a_formula_that_was_never_worked_out_is_no_empty_cell() -> None:
    with pytest.raises(Nektet, match="celle B1 er en formel som ikke er regnet ut"):
        arkene(bok(("Kari", "=A1")))


def med_del(raw: bytes, navn: str, innhold: bytes) -> bytes:
    """The same workbook with another content of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, innhold if name == navn else old.read(name))
        if navn not in old.namelist():
            new.writestr(navn, innhold)
    return out.getvalue()


GOD = bok(("Navn",), ("Kari",))
ARK = "xl/worksheets/sheet1.xml"
ENHET = (
    b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet xmlns="http://schemas.openxmlformats.org/'
    b'spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>'
    b"</sheetData></worksheet>"
)
LATTER = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
FEIL = {
    "a bomb": (med_del(GOD, "xl/media/bilde.png", bytes(STOERST + 1)), "regnearket er for stort"),
    "a file outside": (med_del(GOD, ARK, ENHET), "regnearket kan ikke leses"),
    "a laugh": (med_del(GOD, ARK, LATTER), "regnearket kan ikke leses"),
    "a laugh in the list of sheets": (med_del(GOD, "xl/workbook.xml", LATTER), "regnearket kan ikke leses"),
    "cut off": (GOD[:400], "regnearket er skadet"),
    "no XML": (med_del(GOD, ARK, b"hei"), "regnearket kan ikke leses"),
    "another zip": (b"PK\x03\x04" + bytes(100), "regnearket er skadet"),
    "OpenDocument": (
        med_del(med_del(GOD, "xl/workbook.xml", b""), "mimetype", b"x"),
        "regnearket kan ikke leses",
    ),
    "before 2007, or locked": (b"\xd0\xcf\x11\xe0" + bytes(100), "gamle formatet .xls"),
    "a line far below": (bok(mer=lambda sheet: sheet.cell(SISTE_LINJE + 1, 1, "x")), "er for stort"),
}


@pytest.mark.parametrize(("raw", "ventet"), FEIL.values(), ids=FEIL)
def test_what_is_no_list_or_made_to_hurt_is_refused(raw: bytes, ventet: str) -> None:
    assert er_regneark(raw)
    with pytest.raises(Nektet, match=ventet) as told:
        arkene(raw)
    assert "CSV UTF-8" in str(told.value)


@pytest.mark.parametrize("cut", range(0, len(GOD), 97))
def test_a_damaged_file_never_breaks_the_program(cut: int) -> None:
    damaged = bytearray(GOD)
    damaged[cut] ^= 0xFF
    try:
        arkene(bytes(damaged))
    except Nektet:
        return


def test_without_what_reads_it_the_way_to_get_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for missing in ("openpyxl", "defusedxml"):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, missing, None)
            with pytest.raises(
                Nektet, match=r"«pipx install --force \"brukerutvalg\[excel\]\"», eller lagre"
            ):
                arkene(GOD)
