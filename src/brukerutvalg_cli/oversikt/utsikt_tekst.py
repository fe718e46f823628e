"""The outlook as text: for each who sits, until when they may go on, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from brukerutvalg_cli.model.deldato import Deldato, deldag_i_ord
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.ord.i_ord import Her, et_verv, med_id
from brukerutvalg_cli.oversikt.utsikt import Framtid, Utsikt
from brukerutvalg_cli.rapport.i_ord import kilde_i_ord
from brukerutvalg_cli.tegn import one_line


def render(her: Her, utsikter: Sequence[Utsikt], dag: date) -> str:
    """Everybody who sits, a block each. The next step tries the first who may lead."""
    navn = her.mappe.utvalg.navn.nb
    if not utsikter:
        return f"Ingen er ført som medlem eller vara i {navn} {dato_i_ord(dag)}.\n"
    lines = [f"Hvem kan sitte videre i {navn}, sett fra {dato_i_ord(dag)}?"]
    if last := her.mappe.utvalg.nedlagt:
        lines += ["", f"Utvalget blir lagt ned: siste dag er {dato_i_ord(last)}, og lenger sitter ingen."]
    for utsikt in utsikter:
        lines += ["", *_one(utsikt, her)]
    return "\n".join([*lines, "", f"Neste steg: brukerutvalg {_neste(her.mappe.id, utsikter)}"]) + "\n"


def _neste(utvalg: str, utsikter: Sequence[Utsikt]) -> str:
    able = next((u.person for u in utsikter if u.leder.til or u.leder.ubegrenset), "")
    return f"sjekk-valg {utvalg} {able} --verv leder" if able else f"status {utvalg}"


def _one(utsikt: Utsikt, her: Her) -> Iterator[str]:
    yield f"{one_line(med_id(utsikt.person, her))}, {et_verv(utsikt.verv, her)} {_until(utsikt.til)}"
    yield f"  oppnevnes igjen: {framtiden(utsikt.igjen)}"
    for verv, framtid in utsikt.valg.items():
        yield f"  velges til {et_verv(verv, her)}: {framtiden(framtid)}"
    if utsikt.antatt:
        yield f"  noe av dette hviler på det som er antatt: brukerutvalg antatt vis {her.mappe.id}"


def _until(til: date | Deldato | Ukjent | None) -> str:
    if til is None:
        return "uten sluttdato"
    return "til en ukjent dag" if isinstance(til, Ukjent) else f"til {deldag_i_ord(til)}"


def framtiden(framtid: Framtid) -> str:
    """Until when somebody may, and what stands in the way then."""
    if framtid.ubegrenset:
        return f"ja, fra {dato_i_ord(framtid.fra)} og uten grense i regelverket"
    may = f"ja, fra {dato_i_ord(framtid.fra)} til {dato_i_ord(framtid.til)}; så " if framtid.til else ""
    if framtid.uvisst:
        unsure = "kan det ikke vurderes" if may else "det kan ikke vurderes"
        return f"{may}{unsure}: {one_line(framtid.uvisst.message)} ({kilde_i_ord(framtid.uvisst.hjemmel)})"
    assert framtid.hinder is not None
    assert framtid.hinder.kilde is not None
    return f"{may}nei: {one_line(framtid.hinder.message)} ({kilde_i_ord(framtid.hinder.kilde)})"
