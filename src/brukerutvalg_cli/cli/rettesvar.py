"""Rettesvar: what was said of the fields of a record is read, and put in the draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from brukerutvalg_cli.cli import svar
from brukerutvalg_cli.cli.feltsvar import SagtFelt, maa_ha, tekstfelt, verdi

if TYPE_CHECKING:
    from pydantic import BaseModel

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.handling.felt import Noekkelfelt
    from brukerutvalg_cli.handling.ting import Ting

TATT_UT = None


def rett(s: Skriving, ting: Ting, changes: Sequence[SagtFelt], fil: str = "") -> dict[Noekkelfelt, Any]:
    """Changes the fields of a record; what each is now, None for one that was taken out. Says what else that made.

    Raises:
        typer.BadParameter: when a value cannot be read, and nobody can be asked again.
        Nektet: when a field cannot be changed.
    """
    from brukerutvalg_cli.cli.henvisningssvar import med_ider
    from brukerutvalg_cli.handling.felt import FLYTTES
    from brukerutvalg_cli.handling.rette import behold_dagene, endre, ta_ut

    read = lest(ting, changes, fil)
    # What gives the record another place, comes when all else is done.
    last = [felt for felt in read if felt is FLYTTES or (ting.er_fil and felt.rute == ("dato",))]
    stated = [felt for felt in read if felt not in last]
    for felt in stated:
        if read[felt] is TATT_UT:
            ta_ut(s.utkast, s.her, ting, felt)
        else:
            _si(endre(s.utkast, s.her, ting, felt, read[felt]))
    med_ider(s, ting.path, [(*ting.rute, *felt.rute) for felt in stated])
    if any(felt.rute == ("forfall",) for felt in stated):
        behold_dagene(s.utkast, ting)
    for felt in last:
        _si(endre(s.utkast, s.her, ting, felt, read[felt]))
    return {felt: _naa(s, ting, felt, read[felt]) for felt in read}


def _si(said: str) -> None:
    if said:
        typer.echo(f"{said}.", err=True)


def lest(
    ting: Ting | None, changes: Sequence[SagtFelt], fil: str, felter: Sequence[Noekkelfelt] = ()
) -> dict[Noekkelfelt, Any]:
    """The values by their fields, as the files have them.

    Raises:
        typer.BadParameter: when one cannot be read or is missing, and nobody can be asked again.
    """
    changes = _med_fila(changes, fil)
    read: dict[Noekkelfelt, Any] = {}
    for felt, said in changes:
        if said == "":
            read[felt] = TATT_UT
            continue
        if said is None or said.strip().lower() != "ukjent":
            felt = tekstfelt(ting.felter if ting else felter, felt)
        read[felt] = verdi(felt, said, ting.verdi(felt.rute) if ting else None)
    return read


def _med_fila(changes: Sequence[SagtFelt], fil: str) -> list[SagtFelt]:
    """The same, with the file as the value of the last field, where one is named."""
    if not fil:
        return list(changes)
    from brukerutvalg_cli.cli.tekstfil import STANDARD_INN

    *first, last = changes
    if last.tekst is not None:
        raise typer.BadParameter(
            f"--fil er teksten til det siste feltet, men «{last.felt.navn}» har alt en verdi"
        )
    return [*first, last._replace(tekst=fil if fil == STANDARD_INN else f"@{fil}")]


def _naa(s: Skriving, ting: Ting, felt: Noekkelfelt, said: Any) -> Any:
    """A value as it stands in the draft, with ids for names, where that can be seen."""
    if said is TATT_UT or not isinstance(said, str | list) or not s.utkast.finnes(ting.path):
        return said
    written = s.utkast.verdi(ting.path, (*ting.rute, *felt.rute))
    listed = written if isinstance(said, list) and isinstance(written, list) else []
    return [each.get("person") if isinstance(each, dict) else each for each in listed] or written


def viser_det(s: Skriving, path: str) -> str:
    """The command for the paper that shows what is in a file, where it is of a meeting."""
    from brukerutvalg_cli.handling.moetebok import dokumentet

    meeting = next((m for m in s.mappe.moeter if m.path == path and s.utkast.finnes(path)), None)
    return f"brukerutvalg {dokumentet(s.mappe, meeting) if meeting else f'status {s.mappe.id}'}"


def sagt_i_ord(written: dict[Noekkelfelt, Any], *, fortrolig: bool) -> str:
    """What is written, in a receipt; of a confidential case no more than which fields."""
    closed = fortrolig or any(felt.rute == ("fortrolig",) for felt in written)
    return ", ".join(_i_ord(felt, value, closed=closed) for felt, value in written.items())


def _i_ord(felt: Noekkelfelt, value: Any, *, closed: bool) -> str:
    from brukerutvalg_cli.handling.omtale import heter, verdi_i_ord

    name = ".".join(map(heter, felt.rute))
    if value is TATT_UT:
        return f"{name} er tatt ut"
    if felt.lang or (closed and felt.rute != ("fortrolig",)):
        return f"{name} er skrevet"
    return f"{name} er «{verdi_i_ord(value)}»"


def med_det_som_kreves(modell: type[BaseModel], read: dict[Noekkelfelt, Any]) -> dict[Noekkelfelt, Any]:
    """The values of a new record, with those that must be there and were not said: asked for.

    Raises:
        typer.BadParameter: when one is missing, and nobody can be asked.
    """
    from brukerutvalg_cli.handling.felt import feltene

    for felt in feltene(modell):
        whole = len(felt.rute) == 1 and felt.kreves
        if whole and not any(said.rute[:1] == felt.rute for said in read):
            if not svar.kan_spoerre():
                raise maa_ha(felt)
            read[felt] = verdi(felt, None, None)
    return read
