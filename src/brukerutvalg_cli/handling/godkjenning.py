"""Godkjenning: the council says that its minutes are right, in a later meeting or between meetings.

What they said then stays: a correction afterwards is an act of its own, and a corrected text is approved anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import MOETE, REFERAT, SAK, Nektet, Postdata, er_holdt, moetet
from brukerutvalg_cli.handling.neste_moete import som_det_ble_sagt
from brukerutvalg_cli.kontroll.segl import er_rettet
from brukerutvalg_cli.model.forseglet import Segl
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.moetepapirer import Godkjent, Referat
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.segl import savnet_i_referatet
from brukerutvalg_cli.model.verdier import UKJENT, kjent
from brukerutvalg_cli.model.vet_av import Sagt, senest

Forsegl = Callable[[Moete], Segl]
"""What seals the minutes of a meeting as they are."""


def godkjenn(utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, i: Moetenavn, forsegl: Forsegl) -> str:
    """The minutes approved at a later meeting, in the case that put them up; what that case is called. Where there was
    none, nobody knows in which: the agenda of a meeting that was held gets no case that nobody spoke of.

    Raises:
        Nektet: when one of the meetings has not been held, or the minutes are approved already, there or later.
    """
    moete, later = moetet(mappe, navn), moetet(mappe, i)
    er_holdt(mappe, moete)
    er_holdt(mappe, later)
    if later.dato <= moete.dato:
        raise Nektet(
            f"et referat godkjennes i et senere møte, og {i} er ikke det. Er det holdt, fører du "
            "oppmøtet først, eller sier hvilket det var med --i"
        )
    before = _godkjent_dagen(moete)
    if before and before >= later.dato:
        raise Nektet(
            f"referatet er alt ført som godkjent i møtet {before.isoformat()}. Er det endret siden, og lagt fram på "
            "nytt i et senere møte, sier du hvilket med --i"
        )
    case = next((sak for sak in later.saker if navn in sak.legger_fram), None)
    if case is None:
        case = next((sak for sak in later.saker if sak.type == "godkjenning" and not sak.legger_fram), None)
        if case:
            utkast.sett(later.path, ("saker", later.saker.index(case), "godkjenner"), [navn], SAK)
    nr = case.navn if case else ""
    _foer(utkast, mappe, moete, {"moete": i, "sak": nr or UKJENT}, forsegl)
    return nr


def lagt_fram_i(mappe: Utvalgsmappe, moete: Moete) -> str:
    """The last meeting that was held and had the minutes on its agenda; nothing for none."""
    later = [m for m in mappe.avholdte if m.dato > moete.dato]
    put_up = [m.navn for m in later if moete.navn in m.legger_fram]
    return put_up[-1] if put_up else ""


def utenom_moete(
    utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, dato: Sagt, maate: str, forsegl: Forsegl
) -> None:
    """The minutes approved between meetings, by everybody's answer to a letter.

    Raises:
        Nektet: when the meeting has not been held, or the minutes are approved already, on that day or later.
    """
    moete = moetet(mappe, navn)
    er_holdt(mappe, moete)
    before, day = _godkjent_dagen(moete), senest(dato)
    if before and (day is None or before >= day):
        raise Nektet(f"referatet er alt ført som godkjent {before.isoformat()}")
    if day and day < moete.dato:
        raise Nektet(
            f"et referat godkjennes etter møtet, og {day.isoformat()} er før {moete.dato.isoformat()}"
        )
    _foer(utkast, mappe, moete, {"dato": dato, "maate": maate}, forsegl)


def rett(
    utkast: Utkast,
    register: Register,
    mappe: Utvalgsmappe,
    navn: Moetenavn,
    rettelsen: Postdata,
    forsegl: Forsegl,
) -> None:
    """Minutes that are approved were wrong, and have been put right: what, and when. The text as it is now is sealed.

    Raises:
        Nektet: when they are not approved, or say what they said.
    """
    moete = moetet(mappe, navn)
    if not _godkjent(moete):
        raise Nektet(
            f"referatet fra møtet {navn} er ikke godkjent, og det som er galt i det, rettes uten at det føres"
        )
    if not er_rettet(register, mappe, moete):
        raise Nektet(
            f"referatet fra møtet {navn} sier det samme som før, og ingenting er rettet. Rett det først i registeret, "
            "med --likevel, og før så at det er rettet"
        )
    entry = {**rettelsen, "forseglet": _som_post(forsegl(moete))}
    utkast.legg_til(moete.path, ("referat", "rettelser"), entry, REFERAT, flere_like=True)


def er_godkjent(moete: Moete) -> bool:
    """Whether it is recorded where the minutes were approved."""
    referat = moete.referat
    return bool(isinstance(referat, Referat) and referat.godkjent)


def _foer(utkast: Utkast, mappe: Utvalgsmappe, moete: Moete, hvordan: Postdata, forsegl: Forsegl) -> None:
    """An approval that was there already stays on record as one before this."""
    following = som_det_ble_sagt(mappe, moete)
    approved = {
        **hvordan,
        "forseglet": _som_post(forsegl(moete)),
        **({"neste_moete": following} if following else {}),
        "savnet": list(savnet_i_referatet(mappe, moete)),
    }
    there = kjent(moete.referat)
    if there and kjent(there.godkjent):
        earlier = utkast.verdi(moete.path, ("referat", "godkjent"))
        utkast.legg_til(moete.path, ("referat", "tidligere_godkjent"), earlier, REFERAT)
    utkast.sett(moete.path, ("referat", "godkjent"), approved, REFERAT if there else MOETE)


def _som_post(segl: Segl) -> Postdata:
    return segl.model_dump()


def _godkjent(moete: Moete) -> Godkjent | None:
    return kjent(moete.referat.godkjent) if isinstance(moete.referat, Referat) else None


def _godkjent_dagen(moete: Moete) -> date | None:
    """The day the minutes were approved; that of the meeting, where it is not known of minutes that are."""
    approved = _godkjent(moete)
    return (kjent(approved.dag) or moete.dato) if approved else None
