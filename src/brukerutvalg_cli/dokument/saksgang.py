"""The thread of a case in a document: what it takes up again and what became of that, where it is to be taken up."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.dokument.datoer import kjent_dato
from brukerutvalg_cli.dokument.grunnlag import Grunnlag
from brukerutvalg_cli.dokument.markdown import TOM, Trygg
from brukerutvalg_cli.dokument.sakstittel import omtalt_sak
from brukerutvalg_cli.dokument.visning import Saksgang
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Referert, Sak
from brukerutvalg_cli.model.traad import senere, tidligere
from brukerutvalg_cli.model.verdier import kjent


def saksgang(sak: Sak, fra: Grunnlag) -> Saksgang:
    """Where a case comes from. Of a confidential one before it, the number and the day are told, and no more."""
    moete = _moetet(sak, fra)
    found = tidligere(fra.mappe.moeter, moete, sak) if moete else None
    sent = _oversendt_fra(sak, fra)
    if found is None:  # older than the records, perhaps
        name = kjent(sak.fra_sak) or ""
        return Saksgang(tidligere=f"{fra.ord.sak.lower()} {name}" if name else "", oversendt_fra=sent)
    before, case = found
    answer = None if case.fortrolig else kjent(case.svar)
    return Saksgang(
        tidligere=omtalt_sak(case, before.dato, fra.ord, fra.maalform),
        utsatt=case.utsatt is True,
        svar=answer or "",
        besvart=kjent_dato(case, "besvart", fra.maalform, fra.ord.i) if answer else TOM,
        referert_i=() if case.fortrolig else tuple(_referert(each, fra) for each in case.referert_i),
        oversendt_fra=sent,
    )


def utsatt_til(sak: Sak, fra: Grunnlag) -> str:
    """The case that it is in the meeting it was put off to: `sak 1/27 i møtet 10. februar 2027`."""
    name = kjent(sak.utsatt_til) if kjent(sak.utsatt) else None
    moete = _moetet(sak, fra)
    if not name or moete is None:
        return ""
    said = (omtalt_sak(case, later.dato, fra.ord, fra.maalform)
            for later, case in senere(fra.mappe.moeter, moete, sak) if name in (case.navn, case.nr))  # fmt: skip
    return next(said, f"{fra.ord.sak.lower()} {name}")


def _moetet(sak: Sak, fra: Grunnlag) -> Moete | None:
    return fra.mappe.moetefilene.get(sak.moetet)


def _referert(there: Referert, fra: Grunnlag) -> str:
    """`kommunestyret, sak 45/26, 3. juni 2026`."""
    number = kjent(there.sak)
    said = (fra.personer.utvalg(there.organ), f"{fra.ord.sak.lower()} {number}" if number else "",
            kjent_dato(there, "dato", fra.maalform))  # fmt: skip
    return ", ".join(filter(None, said))


def _oversendt_fra(sak: Sak, fra: Grunnlag) -> str:
    """`Brukerutvalget i Nav Fjordvik, sak 12/24`, of a text that begins with the id of a council."""
    council, _, number = (kjent(sak.oversendt_fra) or "").partition(" ")
    name = fra.personer.utvalg(council) if council else ""
    return (
        f"{name}, {fra.ord.sak.lower()} {number}"
        if number and name != council
        else f"{name} {number}".strip()
    )


def gruppene(moete: Moete, fra: Grunnlag) -> Iterator[str]:
    """For each case the heading of its part of the agenda, where it is the first there; else nothing."""
    last = ""
    for sak in moete.saker:
        name = gruppen(sak, fra)
        yield name if name != last else ""
        last = name


def gruppen(sak: Sak, fra: Grunnlag) -> str:
    """What the part of the agenda is called that the case is in; of a closed one, where that is declared."""
    name = kjent(sak.gruppe) or ""
    own = fra.mappe.utvalg.sakgrupper.get(name)
    known = own.paa(fra.maalform) if own else fra.ord.sakgruppe.get(name)
    return str(known or ("" if sak.fortrolig else name))


def ordrett_vedtatt(sak: Sak) -> bool:
    """Whether the decision is the text that was proposed."""
    decided = kjent(sak.vedtak)
    return bool(sak.forslag and decided and sak.forslag.split() == decided.tekst.split())


def utfallet(sak: Sak, fra: Grunnlag) -> Trygg:
    """What became of the proposal: as somebody said, or where the decision is the same text."""
    outcome = kjent(sak.forslaget)
    if sak.forslaget is None and ordrett_vedtatt(sak):
        outcome = "som_foreslaatt"
    return fra.ord.utfall.get(outcome) or TOM if outcome else TOM
