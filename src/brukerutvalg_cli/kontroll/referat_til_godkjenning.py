"""referat-til-godkjenning – referatet fra forrige møte ble aldri lagt fram for godkjenning.

Hvorfor
    Et referat er utvalgets eget først når utvalget har godkjent det. Det skjer i det neste møtet. Det sies bare der
    mandatet vil ha referatet godkjent, eller der utvalget ellers godkjenner referatene sine.

Slik retter du
    Legg til en sak av type «godkjenning» med «godkjenner: [datoen]» i neste møte. Er det godkjent
    på annen måte, fører du «referat: godkjent» i møtet det gjelder, eller «ukjent».

Galt
    moeter/2022-06-08: {}
    moeter/2022-09-22: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-06-08]}]}
    moeter/2022-11-16: {saker: [{nr: 2/22, tittel: Orientering, type: orientering}]}

Riktig
    moeter/2022-06-08: {}
    moeter/2022-09-22: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-06-08]}]}
    moeter/2022-11-16: {saker: [{nr: 2/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.binding import bindinger
from brukerutvalg_cli.mandat.frist import Frist
from brukerutvalg_cli.mandat.krav.moete import KravMoete
from brukerutvalg_cli.mandat.utsending import Utsending
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent, Referat
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import UKJENT, kjent

KODE, NAVN = "BU307", "referat-til-godkjenning"
GODKJENNING = "godkjenning"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each held meeting whose minutes no later meeting has had before it, though the next one is written up."""
    for mappe in register.mapper.values():
        if not (_har_for_vane(mappe) or _krever_det(mappe, regelverk)):
            continue
        approved = {navn for moete in mappe.moeter for navn in moete.legger_fram}
        for moete in mappe.avholdte:
            following = next((m for m in mappe.avholdte if m.dato > moete.dato), None)
            if following is None or moete.navn in approved or _answered(moete) or not following.saker:
                continue
            if any(day is None or day > moete.dato for day in mappe.uleste_moeter):
                continue  # it may have been approved there
            if any(sak.godkjenner is UKJENT for m in mappe.moeter if m.dato > moete.dato for sak in m.saker):
                continue
            yield funn(
                KODE,
                NAVN,
                f"referatet fra {dato_i_ord(moete.dato)} ble ikke lagt fram for godkjenning i dette møtet",
                following.at("saker", at_key=True),
                utvalg=mappe.id,
                emne=moete.navn,
                help=f"legg til en sak av type «godkjenning» med godkjenner: [{moete.navn}]",
                related=(Related(moete.at("dato"), "referatet som mangler godkjenning"),),
                severity=Severity.ADVARSEL,
            )


def _har_for_vane(mappe: Utvalgsmappe) -> bool:
    """Whether the council approves its minutes: it has put some up, or says how some were approved."""
    put_up = any(sak.legger_fram for moete in mappe.moeter for sak in moete.saker)
    became = (kjent(moete.referat) for moete in mappe.moeter)
    return put_up or any(isinstance(each.godkjent, Godkjent) for each in became if each)


def _krever_det(mappe: Utvalgsmappe, regelverk: Regelverkene) -> bool:
    """Whether a rule set has minutes approved: by a day, before something else, or as a fact of each meeting."""
    bound = (g.bestemmelse for binding in bindinger(mappe, regelverk) for g in binding.bestemmelser)
    return any(map(_om_godkjenning, bound))


def _om_godkjenning(bestemmelse: Bestemmelse) -> bool:
    if isinstance(bestemmelse, Frist):
        return GODKJENNING in (bestemmelse.hva, bestemmelse.foer, bestemmelse.etter)
    if isinstance(bestemmelse, Utsending):
        return bestemmelse.foerst_naar is not None
    return isinstance(bestemmelse, KravMoete) and "referat" in bestemmelse.skal_ha.krav


def _answered(moete: Moete) -> bool:
    record = moete.referat
    return record is UKJENT or (isinstance(record, Referat) and record.godkjent is not None)


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
