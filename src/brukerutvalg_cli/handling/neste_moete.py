"""Neste moete: the next meeting as minutes say it when they go out, so that they go on saying so."""

from __future__ import annotations

from brukerutvalg_cli.handling.filer import Postdata
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, Sted
from brukerutvalg_cli.model.moetepapirer import Sendt
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent


def som_det_staar(mappe: Utvalgsmappe, moete: Moete) -> Postdata:
    """The next meeting as it is on record now; `ukjent` where there is none on the plan."""
    later = (m for m in mappe.moeter if m.dato > moete.dato and m.status != "avlyst")
    following = min(later, key=lambda m: m.rekkefoelge, default=None)
    if following is None:
        return {"moete": UKJENT}
    place = following.sted if isinstance(following.sted, Sted) else None
    said = {
        "moete": following.navn,
        "tid": kjent(following.tid),
        "slutt": kjent(following.slutt),
        "slutt_dato": kjent(following.slutt_dato),
        "sted": kjent(place.navn) if place else None,
        "universell_utforming": kjent(place.universell_utforming) if place else None,
        "form": kjent(following.form),
        "avgjoeres_i": following.avgjoeres_i if following.status == "planlagt" else None,
    }
    return {key: value for key, value in said.items() if value is not None}


def som_det_ble_sagt(mappe: Utvalgsmappe, moete: Moete) -> Postdata | None:
    """As the minutes that were sent say it, else as it is now; nothing where they say none."""
    sent = kjent(moete.sendt)
    there = sent.neste_moete if isinstance(sent, Sendt) else None
    if there is None:
        now = som_det_staar(mappe, moete)
        return None if now["moete"] is UKJENT else now
    return None if isinstance(there.moete, Ukjent) else there.model_dump(exclude_none=True)
