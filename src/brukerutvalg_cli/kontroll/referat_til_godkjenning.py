"""referat-til-godkjenning – referatet fra forrige møte ble aldri lagt fram for godkjenning.

Hvorfor
    Et referat er utvalgets eget først når utvalget har godkjent det. Det skjer i det neste møtet.

Slik retter du
    Legg til en sak av type «godkjenning» med «godkjenner: [datoen]» i neste møte. Er det godkjent
    på annen måte, fører du «referat: godkjent» i møtet det gjelder, eller «ukjent».

Galt
    moeter/2022-09-22: {}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Orientering, type: orientering}]}

Riktig
    moeter/2022-09-22: {}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete, Referat
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import UKJENT

KODE, NAVN = "BU307", "referat-til-godkjenning"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each held meeting whose minutes no later meeting has had before it, though the next one is written up."""
    for mappe in register.mapper.values():
        approved = {navn for moete in mappe.moeter for sak in moete.saker for navn in sak.legger_fram}
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


def _answered(moete: Moete) -> bool:
    record = moete.referat
    return record is UKJENT or (isinstance(record, Referat) and record.godkjent is not None)


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
