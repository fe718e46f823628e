"""valg-og-oppnevning – et valg i en sak og periodene hos personene sier ikke det samme.

Hvorfor
    Valget står i saken, perioden står hos personen. Når de er uenige, vet ingen hvem som sitter.
    At noen går av før tida, er ikke uenighet.

Slik retter du
    Før perioden hos den som ble valgt, med samme verv, samme første dag og «valgt_i» lik
    saksnummeret. Er det valget som er ført feil, rettes det i saken.

Galt
    medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2023-02-01, valgt_i: 1/22}]}
    moeter/2022-11-16:
      saker: [{nr: 1/22, tittel: Valg, type: valg, valg: [{verv: leder, valgt: [kari], fra: 2023-01-01}]}]

Riktig
    medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2023-01-01, valgt_i: 1/22}]}
    moeter/2022-11-16:
      saker: [{nr: 1/22, tittel: Valg, type: valg, valg: [{verv: leder, valgt: [kari], fra: 2023-01-01}]}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.ord.i_ord import Her, et_verv, i_vervet, omtalt

KODE, NAVN = "BU305", "valg-og-oppnevning"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each seat that an election and a person's file tell differently. What is misspelt is told of elsewhere.

    An organisation that was elected has no file to tell it in.
    """
    for mappe in register.mapper.values():
        her = Her(mappe, register)
        verv = frozenset(mappe.utvalg.alle_verv)
        cases = {sak.navn for moete in mappe.moeter for sak in moete.saker}
        for sete in mappe.seter:
            if sete.verv not in verv or sete.medlem is None:
                continue
            if sete.oppnevning is None and sete.valg:
                yield from _not_in_file(her, sete, sete.medlem, sete.valg)
            elif sete.valg:
                yield from _other_days(her, sete, sete.valg)
            elif sete.oppnevning and sete.oppnevning.valgt_i in cases:
                yield from _not_elected(her, sete, sete.oppnevning.valgt_i, verv)


def _not_in_file(her: Her, sete: Sete, medlem: Medlem, handling: Valghandling) -> Iterator[Finding]:
    mappe, valg, case = her.mappe, handling.valg, handling.sak.navn
    elected = f"{omtalt(sete.person, her)} ble valgt til {et_verv(sete.verv, her)} i sak {case}"
    emne = f"{case} {sete.person} {sete.verv}"
    others = [s for s in mappe.seter_av[sete.person] if s.oppnevning and s.valg is None]
    if any(s.oppnevning and s.oppnevning.valgt_i == case for s in others):
        return  # the term is there, for another verv: one mistake, told at the term
    if any(s.verv == sete.verv and UKJENT in (s.fra, valg.fra) for s in others):
        return  # one of these may be it
    if meant := next((s for s in others if s.verv == sete.verv and s.fra == valg.fra), None):
        if meant.oppnevning and not isinstance(meant.oppnevning.valgt_i, str):
            text = f"{elected}, men perioden sier det ikke"
            help = f"skriv «valgt_i: {case}» i perioden"
            yield funn(KODE, NAVN, text, meant.at(), utvalg=mappe.id, emne=emne, help=help)
        return
    til = f", til: {valg.til}" if valg.til else ""
    yield funn(
        KODE,
        NAVN,
        f"{elected}, men perioden er ikke ført hos personen",
        sete.at(),
        utvalg=mappe.id,
        emne=emne,
        help=f"legg til i {medlem.path}: - {{verv: {sete.verv}, fra: {valg.fra}{til}, valgt_i: {case}}}",
    )


def _not_elected(her: Her, sete: Sete, case: object, verv: frozenset[str]) -> Iterator[Finding]:
    mappe = her.mappe
    known = mappe.kjente_personer | her.register.organisasjoner.keys()
    elections = [v.valg for v in mappe.valghandlinger if v.sak.navn == case]
    for valg in elections:
        if isinstance(valg.valgt, Ukjent):
            return
        misspelt_verv = valg.verv not in verv and sete.person in valg.valgt
        misspelt_name = valg.verv == sete.verv and not known.issuperset(valg.valgt)
        if misspelt_verv or misspelt_name:
            return
    other = next((valg.verv for valg in elections if sete.person in (kjent(valg.valgt) or ())), None)
    who, what = omtalt(sete.person, her), et_verv(sete.verv, her)
    text = (
        f"{who} ble valgt til {et_verv(other, her)} i sak {case}, ikke til {what}"
        if other
        else f"{who} ble ikke valgt til {what} i sak {case}"
    )
    yield funn(
        KODE,
        NAVN,
        text,
        sete.at("verv" if other else "valgt_i"),
        utvalg=mappe.id,
        emne=f"{case} {sete.person} {sete.verv}",
        help="rett perioden, eller skriv personen under «valgt» i saken",
    )


def _other_days(her: Her, sete: Sete, handling: Valghandling) -> Iterator[Finding]:
    mappe, valg = her.mappe, handling.valg
    key = (
        "fra"
        if UKJENT not in (sete.fra, valg.fra) and sete.fra != valg.fra
        else "til"
        if _later(sete.til, valg.til)
        else ""
    )
    if key:
        yield funn(
            KODE,
            NAVN,
            f"{omtalt(sete.person, her)} sin periode {i_vervet(sete.verv, her)} "
            f"er en annen enn i valget i sak {handling.sak.navn}",
            sete.at(key),
            utvalg=mappe.id,
            emne=f"{handling.sak.navn} {sete.person} {sete.verv}",
            label=f"valget sier {getattr(valg, key) or 'ingen sluttdato'}",
            help="gjør dem like: den som er feil, rettes",
            related=(Related(handling.at(key), "valget"),),
        )


def _later(own: object, elected: object) -> bool:
    """Whether a term lasts longer than it was elected for. Shorter is resignation."""
    return isinstance(elected, date) and (own is None or (isinstance(own, date) and own > elected))


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
