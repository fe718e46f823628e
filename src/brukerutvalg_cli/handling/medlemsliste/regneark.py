"""Regneark: the sheets of an .xlsx file. It is a zip of XML from anybody, so it is measured before it is read."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.medlemsliste.tabell import Ark, Tabellinje

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
"""How a file of Excel's begins, and one of before 2007, or with a password."""

STOERST = 16 << 20
"""So many bytes when it is unpacked: a list of people is far smaller, and a bomb far larger."""
FLEST_DELER = 500
SISTE_LINJE, SISTE_KOLONNE = 20_000, 100

LAGRE_SOM_CSV = "lagre lista i Excel som «CSV UTF-8 (semikolondelt)», og bruk den fila"
MANGLER = (
    "lista er et regneark fra Excel, og det som leser slike, er ikke installert. Skriv "
    f'«pipx install --force "brukerutvalg[excel]"», eller {LAGRE_SOM_CSV}'
)


def er_regneark(raw: bytes) -> bool:
    """Whether these are the bytes of a spreadsheet, and not of a text."""
    return raw.startswith((ZIP, OLE))


def arkene(raw: bytes) -> list[Ark]:
    """The sheets, in order – a hidden one without its lines – with days and numbers as they are written in a text.

    Raises:
        Nektet: when it is another sort of file, too large, or damaged, or what reads it is not installed.
    """
    if raw.startswith(OLE):
        raise Nektet(f"lista er lagret med passord, eller i det gamle formatet .xls: {LAGRE_SOM_CSV}")
    _maal(raw)
    values, formulas = _aapne(raw, data_only=True), _aapne(raw, data_only=False)
    return [
        Ark(
            tuple(_linjer(sheet, formulas[sheet.title])) if sheet.sheet_state == "visible" else (),
            sheet.title,
        )
        for sheet in values.worksheets
    ]


def _maal(raw: bytes) -> None:
    """Looks at the list of contents alone. No part can be unpacked to more than it says there."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    # The last, of a packing that Python does not know.
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Nektet(f"regnearket er skadet. Åpne det i Excel, og {LAGRE_SOM_CSV}") from None
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise Nektet(f"lista er ikke et regneark fra Excel. Åpne det der, og {LAGRE_SOM_CSV}")
    if sum(part.file_size for part in parts) > STOERST or len(parts) > FLEST_DELER:
        raise Nektet(f"regnearket er for stort til å være en liste over folk: {LAGRE_SOM_CSV}")


def _aapne(raw: bytes, *, data_only: bool) -> Workbook:
    try:
        import defusedxml  # noqa: F401  # openpyxl reads XML by it where it is there; without it, not safely
        from openpyxl import load_workbook
        from openpyxl.xml import DEFUSEDXML
    except ImportError:
        raise Nektet(MANGLER) from None
    if not DEFUSEDXML:
        raise Nektet(f"regneark leses ikke når OPENPYXL_DEFUSEDXML er slått av: {LAGRE_SOM_CSV}")
    try:
        with warnings.catch_warnings():  # of styles and checks in it that it does not keep
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(raw), data_only=data_only, keep_links=False)
    except Exception:  # whatever is wrong within: it has no error of its own for that
        raise Nektet(f"regnearket kan ikke leses. Åpne det i Excel, og {LAGRE_SOM_CSV}") from None


def _linjer(sheet: Worksheet, formulas: Worksheet) -> Iterator[Tabellinje]:
    if sheet.max_row > SISTE_LINJE or sheet.max_column > SISTE_KOLONNE:
        raise Nektet(f"arket «{sheet.title}» er for stort til å være en liste over folk: {LAGRE_SOM_CSV}")
    merged = _slaatt_sammen(sheet)
    for nr, row in enumerate(sheet.iter_rows(), 1):
        cells = []
        for at, cell in enumerate(row, 1):
            value = sheet.cell(*merged[nr, at]).value if (nr, at) in merged else cell.value
            if value is None and formulas.cell(nr, at).data_type == "f":
                raise Nektet(
                    f"celle {cell.coordinate} er en formel som ikke er regnet ut. Lagre arket i Excel først"
                )
            cells.append(_som_tekst(value))
        if any(cells):
            yield Tabellinje(nr, tuple(cells))


def _slaatt_sammen(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """The cell that speaks for each of those below it: one organisation beside the three who sit for it."""
    return {
        (row, found.min_col): (found.min_row, found.min_col)
        for found in sheet.merged_cells.ranges
        for row in range(found.min_row + 1, min(found.max_row, sheet.max_row) + 1)
    }


def _som_tekst(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
