"""Bruddet: what is said of a part that is wrong from a day on, and where it is shown."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.om_sete import emner, fraviker, valgt_at
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.dagene import paa_dag, seter_i
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav, Telt, Tilstede
from brukerutvalg_cli.mandat.sammensatt.telt_i_ord import den_ene, hvem_er_hvem, rettelse, setning_fra
from brukerutvalg_cli.mandat.verdier.telling import Telling
from brukerutvalg_cli.model.sete import Sete


def brutt_fra(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, part: str, day: date, telling: Telling
) -> Finding:
    """The breach of a part from this day on, shown at the one who is too many, where that is what is wrong."""
    folk = [p for p in paa_dag(krav, utvalg, day) if inndeling.har(part, p.hvem, day) is not False]
    telt = Telt(part, folk, telling, False, bedoemt=True)
    too_many = _one_too_many(krav, utvalg, day, telling, folk) or _den_ene(krav, utvalg, day, telt)
    elected_at = valgt_at(too_many) if too_many else None
    return krav.bestemmelse.brutt(
        elected_at or (too_many.at() if too_many else inndeling.mangel_at(part, day)),
        setning_fra(krav, telt, day),
        " ".join(filter(None, (krav.blant, part, str(day)))),
        emner=(str(day), *(emner(too_many) if too_many and elected_at else ())),
        label=hvem_er_hvem(krav, folk, day) if krav.er_valgt_organ else "",
        help=rettelse(krav, telt, day),
        since=day,
        fraviker=fraviker(too_many) if too_many and elected_at else (),
    )


def _one_too_many(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, day: date, telling: Telling, folk: list[Tilstede]
) -> Sete | None:
    """The seat begun that day by one who is counted on a line with too many."""
    over = [
        nr
        for nr, line in enumerate(telling.linjer)
        if line.minst
        and telling.dom(nr) is False
        and krav.plasser[nr].for_mange(line.minst, telling.hele(nr).minst)
    ]
    seats = seter_i(utvalg, krav.vervene)
    for person in folk if over else ():
        hits = krav.treff(person.hvem)
        begun = _begun(krav, seats[person.hvem.id], day)
        if begun and any(hits[nr] for nr in over):
            return begun
    return None


def _den_ene(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, day: date, telt: Telt) -> Sete | None:
    """The seat of the one who has the office, where that one is not as they should be."""
    alone = den_ene(krav, telt, day)
    seats = seter_i(utvalg, krav.vervene)[alone.hvem.id] if alone else []
    return next((sete for sete in seats if sete.dekker(day)), None)


def _begun(krav: Sammensetningskrav, seats: list[Sete], day: date) -> Sete | None:
    """The seat that begins that day; of several, one in a verv that makes one of the group."""
    verv = (krav.utvalgt.verv if krav.utvalgt else None) or ()
    return min((s for s in seats if s.fra == day), key=lambda s: s.verv not in verv, default=None)
