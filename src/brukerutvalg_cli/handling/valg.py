"""Valg: an election, under the case it was held in and on the page of each who was elected."""

from __future__ import annotations

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import Nektet, saken
from brukerutvalg_cli.handling.moetebok import legg_til_i_sak
from brukerutvalg_cli.handling.person import EN_DAG, avslutt, oppnevn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.regler.i_ord import Omgivelser, alle_sammen, et_verv, omtalt
from brukerutvalg_cli.regler.tenkt import Valgforslag

EN_OM_GANGEN = frozenset({"leder", "nestleder"})
"""The verv that one holds at a time: who is elected takes over from who had it."""


def foer_valg(
    utkast: Utkast, her: Omgivelser, moete: Moete, nr: str, valg: Valgforslag, fraviker: str
) -> None:
    """Writes down what is not there: the election in the case, a term for each person, and an end to who had it.

    Raises:
        Nektet: when others are on record as elected in the same case.
    """
    mappe = her.mappe
    term = {"verv": valg.verv, "fra": valg.fra, "til": valg.til}
    if not _er_foert(her, moete, nr, valg):
        entry = {"verv": valg.verv, "valgt": list(valg.valgt)} | term | {"fraviker": fraviker or None}
        legg_til_i_sak(utkast, mappe, moete.dato, nr, "valg", entry)
        for person in _avloeste(mappe, valg):
            avslutt(utkast, mappe, person, valg.verv, valg.fra - EN_DAG)
    for person in valg.valgt:  # it is on their page that somebody looks for who sits for how long
        if person in mappe.kjente_personer and not _har_perioden(mappe, person, valg.verv, nr):
            oppnevn(utkast, mappe, person, term | {"valgt_i": nr})


def _avloeste(mappe: Utvalgsmappe, valg: Valgforslag) -> list[str]:
    """Who has the verv the day before the elected begin, and would have it on that day too."""
    if valg.verv not in EN_OM_GANGEN:
        return []
    eve = valg.fra - EN_DAG
    seats = (s for s in mappe.seter_i.get(valg.verv, ()) if s.oppnevning and s.medlem)
    return sorted({s.person for s in seats if s.dekker(eve) and s.dekker(valg.fra)})


def _er_foert(her: Omgivelser, moete: Moete, nr: str, valg: Valgforslag) -> bool:
    """Whether the case has this election."""
    case = moete.saker[saken(moete, nr)]
    recorded = [kjent(v.valgt) or () for v in case.valg if v.verv == valg.verv]
    alone = valg.verv in EN_OM_GANGEN
    before = next((names for names in recorded if names and (alone or set(names) & set(valg.valgt))), None)
    if before and set(before) != set(valg.valgt):
        there = "noen andre" if case.fortrolig else alle_sammen(omtalt(person, her) for person in before)
        raise Nektet(
            f"i sak {nr} er {there} alt ført som valgt til {et_verv(valg.verv, her)}. Var det feil, retter du det i "
            f"{moete.path} og hos personene, eller tar det tilbake med «brukerutvalg angre»"
        )
    return before is not None


def _har_perioden(mappe: Utvalgsmappe, person: str, verv: str, nr: str) -> bool:
    member = mappe.medlemmer.get(person)
    return any(t.verv == verv and t.valgt_i == nr for t in member.oppnevninger) if member else False
