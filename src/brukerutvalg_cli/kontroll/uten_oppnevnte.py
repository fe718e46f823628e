"""uten-oppnevnte – periodene er ute, og ingen medlemmer er oppnevnt etter dem.

Hvorfor
    Et utvalg der alle periodene er ute, har ingen som kan kalles inn. Noen mandater lar medlemmene bli sittende
    til nye er oppnevnt («til_avloest: ja» i funksjonstid); da sitter de uten å være oppnevnt. Det sies én gang, fra
    dagen etter den siste perioden, og ikke for hver plass.

Slik retter du
    Oppnevn for en ny periode, med «runde». Er noen oppnevnt alt, føres periodene deres.

Galt
    dato: 2024-02-01
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}
    medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}

Riktig
    dato: 2024-02-01
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}
    medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2024-01-01, til: 2025-12-31}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn, ingenting
from brukerutvalg_cli.mandat.periode import siste_dag
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.vet_av import deldag_i_ord, naar_i_ord, senest, tidligst, vet_av

KODE, NAVN = "BU317", "uten-oppnevnte"


def paa_dagen(register: Register, regelverk: Regelverkene, dato: date) -> Iterator[Finding]:
    """Each council that has had members, and has none by any term that is known or may be."""
    for mappe in register.mapper.values():
        if mappe.utvalg.er_nedlagt(dato):
            continue
        if last := siste_periode(mappe, siste_dag(mappe, dato)):
            ended, over = vet_av(last, "til"), _over(last)
            assert over
            until = _foer_de_neste(mappe, siste_dag(mappe, dato))
            yield funn(
                KODE,
                NAVN,
                f"ingen medlemmer er oppnevnt etter {deldag_i_ord(ended)}, "
                f"da periodene var ute{until}{_sitter(mappe)}",
                mappe.utvalg.at("navn"),
                utvalg=mappe.id,
                emne=str(ended),
                help="er noen oppnevnt for dagene imellom, føres det med «brukerutvalg oppnevn»"
                if until
                else f"oppnevn for en ny periode: brukerutvalg runde {mappe.id}",
                related=(Related(last.at("til"), "den siste perioden"),),
                severity=Severity.ADVARSEL,
                since=over + EN_DAG,
            )


def siste_periode(mappe: Utvalgsmappe, dag: date) -> Sete | None:
    """The member's term that ended last, or may have, where none lasts that day, or may.

    Not where only a leader is on record by then: then nobody has written down who the members are.
    """
    members = _medlemmer(mappe)
    somebody = mappe.kan_ha_flere(MEDLEMSVERV, dag) or any(s.har(dag) is not False for s in members)
    if somebody or all(s.verv != "medlem" or _begynner_etter(s, dag) for s in members):
        return None
    ended = [s for s in members if (_over(s) or dag) < dag and not s.fortrolig]
    return max(ended, key=lambda s: _over(s) or date.min, default=None)


def _over(sete: Sete) -> date | None:
    """The last day of a term, or the latest that it may be."""
    return senest(vet_av(sete, "til"))


def _medlemmer(mappe: Utvalgsmappe) -> list[Sete]:
    return [s for s in mappe.seter if s.er_periode and s.verv in MEDLEMSVERV]


def _begynner_etter(sete: Sete, dag: date) -> bool:
    first = tidligst(vet_av(sete, "fra"))
    return first is not None and first > dag


def _foer_de_neste(mappe: Utvalgsmappe, dag: date) -> str:
    """Until when, where somebody is appointed for later."""
    coming = [vet_av(s, "fra") for s in _medlemmer(mappe) if _begynner_etter(s, dag) and not s.fortrolig]
    first = min(coming, key=lambda fra: tidligst(fra) or date.max, default=None)
    return f", før de neste begynner {naar_i_ord(first)}" if first else ""


def _sitter(mappe: Utvalgsmappe) -> str:
    if mappe.til_avloest:
        return "; etter mandatet blir de som satt, sittende til nye er oppnevnt"
    return ""


SJEKK = Sjekk(KODE, NAVN, __name__, ingenting, paa_dagen)
