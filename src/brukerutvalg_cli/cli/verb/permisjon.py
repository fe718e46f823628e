"""The verb `permisjon`: somebody is away for a time, and another sits there meanwhile."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brukerutvalg_cli.handling.permisjon import Permisjonstid


@skriver
def permisjon(
    s: Skriving,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Den som er borte.")] = "",
    fra: Annotated[str, typer.Option("--fra", metavar="DATO", help="Første dag i permisjonen.")] = "",
    til: Annotated[
        str, typer.Option("--til", metavar="DATO", help="Siste dag. Alene: permisjonen slutter denne dagen.")
    ] = "",
    stedfortreder: Annotated[
        str, typer.Option("--stedfortreder", metavar="PERSON", help="Den som sitter i stedet, ofte varaen.")
    ] = "",
    verv: Annotated[
        str, typer.Option("--verv", metavar="VERV", help="Bare dette vervet. Ellers: alle personen har.")
    ] = "",
    stryk: Annotated[
        bool, typer.Option("--stryk", help="Permisjonen ble ikke noe av: den fra --fra, ellers den siste.")
    ] = False,
) -> Gjort:
    """Fører at noen er borte en tid, og hvem som sitter i stedet. Hvorfor, hører ikke hjemme i registeret.

    Den som er borte, blir ikke innkalt, savnes ikke og telles ikke; det gjør stedfortrederen. Perioden er den samme.
    Stedfortrederen for en leder sitter som medlem. Den som leder så lenge, oppnevnes med «oppnevn --konstituert».
    Vet ingen mer enn året eller måneden, skriver du det: --fra 2021, --til 2021-08.

    Eksempler:
      brukerutvalg permisjon nav-fjordvik ola-berg --fra 1.3.2027 --til 31.8.2027 --stedfortreder anne-lie
      brukerutvalg permisjon nav-fjordvik ola-berg --til 30.6.2027
      brukerutvalg permisjon nav-fjordvik ola-berg --stryk
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.handling.permisjon import Permisjonstid, gi, slutt, to_plasser
    from brukerutvalg_cli.handling.permisjon import stryk as cross_out
    from brukerutvalg_cli.model.medlem import Permisjon
    from brukerutvalg_cli.model.vet_av import deldag_i_ord, tidligst
    from brukerutvalg_cli.ord.i_ord import omtalt

    who = svar.svar("PERSON", person, "Hvem er borte?", s.person)
    office = svar.om_sagt("--verv", verv, "Hvilket verv?", s.verv) or ""
    begins = eller_ukjent(dagsvar.dag_eller_del, Permisjon, "fra")
    said, neste = omtalt(who, s.her), f"brukerutvalg status {s.mappe.id}"
    if stryk:
        first = svar.om_sagt("--fra", fra, "Fra hvilken dag?", dagsvar.dag_eller_del)
        gone = cross_out(s.utkast, s.mappe, who, office, first)
        return Gjort(f"Strøk permisjonen til {said} {_vervene(s, gone)}", neste)
    if til and not fra:
        ends = eller_ukjent(dagsvar.dag_eller_del, Permisjon, "til")
        last = svar.svar("--til", til, "Hva er siste dag?", ends)
        ended = slutt(s.utkast, s.mappe, who, office, last)
        return Gjort(
            f"{said} har permisjon {_vervene(s, ended)} til {deldag_i_ord(last)}", neste, per=tidligst(last)
        )
    day = svar.svar("--fra", fra, "Fra hvilken dag? Vet ingen det, svarer du «ukjent».", begins)
    ends = eller_ukjent(dagsvar.dag_eller_del_ikke_foer(day, "første dag"), Permisjon, "til")
    tid = Permisjonstid(day, svar.om_sagt("--til", til, "Til hvilken dag?", ends))
    person_or_unknown = eller_ukjent(s.person, Permisjon, "stedfortreder")
    other = svar.om_sagt("--stedfortreder", stedfortreder, "Hvem sitter i stedet?", person_or_unknown)
    away = gi(s.utkast, s.mappe, who, office, tid, other)
    until = f" til {deldag_i_ord(tid.til)}" if tid.til else ""
    melding = f"{said} har permisjon {_vervene(s, away)} fra {deldag_i_ord(tid.fra)}{until}"
    against = []
    if isinstance(other, str):
        melding += f". {omtalt(other, s.her)} sitter i stedet"
        if to_plasser(s.mappe, who, other, tid):
            against.append(
                f"{omtalt(other, s.her)} sitter alt som medlem, og får da to plasser. Skal noen bare gjøre det "
                f"{said} gjorde som leder, fører du permisjonen uten --stedfortreder."
            )
    if "leder" in away and isinstance(tid.fra, date):
        melding += ". Hvem som er leder så lenge, er ikke ført"
        neste = _konstituert(s, who, tid)
    return Gjort(melding, neste, per=tidligst(tid.fra), innvendinger=against)


def _konstituert(s: Skriving, leder: str, tid: Permisjonstid) -> str:
    """The command by which somebody acts as leader meanwhile; the deputy leader, where there is one."""
    from brukerutvalg_cli.handling.frammoete import leder as the_one_who_would

    assert isinstance(tid.fra, date)
    acting = the_one_who_would(s.mappe, tid.fra, {leder}) or "PERSON"
    until = f" --til {tid.til}" if isinstance(tid.til, date) else ""
    return f"brukerutvalg oppnevn {s.mappe.id} {acting} --verv leder --konstituert --fra {tid.fra}{until}"


def _vervene(s: Skriving, verv: Iterable[str]) -> str:
    from brukerutvalg_cli.oppramsing import alle_sammen
    from brukerutvalg_cli.ord.i_ord import i_vervet

    return alle_sammen(dict.fromkeys(i_vervet(name, s.her) for name in verv))
