"""The lists of decisions and of what was taken on, as text."""

from __future__ import annotations

from collections.abc import Sequence

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.ord.i_ord import Her, omtalt
from brukerutvalg_cli.oversikt.bilde_tekst import kort
from brukerutvalg_cli.oversikt.oppfoelgingsliste import Paatatt
from brukerutvalg_cli.oversikt.vedtaksliste import Vedtatt
from brukerutvalg_cli.rapport.tabell import Rad, Side, Tabell, trygg_rad

UTFALL = {
    "som_foreslaatt": "vedtatt som foreslått",
    "med_endringer": "vedtatt med endringer",
    "ikke_vedtatt": "forslaget ble ikke vedtatt",
}


def vedtak(her: Her, found: Sequence[Vedtatt]) -> Side:
    """What one council decided."""
    name = her.mappe.utvalg.navn.nb
    if not found:
        return [f"{name}: ingen vedtak."]
    rows = tuple(_vedtak(each) for each in found)
    return [f"{name}, {len(rows)} vedtak:", Tabell(("Sak", "Dag", "Tittel", "Vedtak"), rows)]


def _vedtak(each: Vedtatt) -> Rad:
    said = [*(f"{elected}." for elected in each.valg), each.tekst, f"({UTFALL[each.utfall]})" if each.utfall else "",
            f"Svar: {each.svar}" if each.svar else ""]  # fmt: skip
    what = " ".join(filter(None, said)) or "Unntatt offentlighet."
    sentence = f"sak {each.sak}, {dato_i_ord(each.moete)}: {each.tittel}. {what}"
    return trygg_rad((each.sak, kort(each.moete), each.tittel, what), sentence)


def oppfoelginger(her: Her, found: Sequence[Paatatt]) -> Side:
    """What was taken on in one council."""
    name = her.mappe.utvalg.navn.nb
    if not found:
        return [f"{name}: ingenting å følge opp."]
    rows = tuple(_oppfoelging(each, her) for each in found)
    return [
        f"{name}, {len(rows)} til oppfølging:",
        Tabell(("Sak", "Nr.", "Hva", "Ansvarlig", "Frist", "Gjort"), rows),
    ]


def _oppfoelging(each: Paatatt, her: Her) -> Rad:
    what = "fortrolig" if each.fortrolig else each.hva
    who = omtalt(each.ansvarlig, her) if each.ansvarlig else ""
    due = kort(each.frist) or ("neste møte" if each.til_neste_moete else "")
    late = ", over fristen" if each.over_frist else ""
    done = "ukjent" if isinstance(each.gjort, Ukjent) else kort(each.gjort)
    sentence = f"sak {each.sak} nr. {each.nummer}: {what}"
    sentence += f"; {who or 'ingen ansvarlig'}, frist {due or 'ikke satt'}{late}"
    sentence += f"; gjort {done}" if done else "; ikke gjort"
    return trygg_rad((each.sak, str(each.nummer), what, who, f"{due}{late}", done), sentence)
