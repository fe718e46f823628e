"""Away so many meetings in a row: who has been, does not sit at the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.om_sete import emner, fraviker, varer_ut
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.model.fravaer import borte, uvarslet
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import Uvisst, Visshet, alle, noen, stedet, uvisst
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste
from brukerutvalg_cli.ord.i_ord import omtalt


class Fravaer(NamedTuple):
    """So many meetings in a row; `uten_forfall`: only those of which nobody was told count."""

    bestemmelse: Bestemmelse
    hvem: Hvem
    antall: int
    uten_forfall: bool

    def var_borte(self, moete: Moete, person: str) -> Visshet:
        """Whether the person was away from the meeting, as it counts here."""
        away = uvarslet(moete, person) if self.uten_forfall else borte(moete, person)
        place = moete.at("oppmoete", otherwise=("dato",))
        return uvisst("borte", person, place, moete.dato) if isinstance(away, Uvisst) else away


def vurder(regel: Fravaer, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
    """Everybody with such a seat, from meeting to meeting. Leave is no absence, and neither breaks the row."""
    verv = regel.hvem.verv or MEDLEMSVERV
    meetings = list(utvalg.avholdte_med_andre)
    for person, held in utvalg.mappe.seter_av.items():
        seats = [sete for sete in held if sete.er_periode and sete.verv in verv]
        if seats:
            yield from _person(regel, utvalg, person, seats, meetings)


def _person(
    regel: Fravaer, utvalg: UtvalgIPeriode, person: str, seats: Sequence[Sete], meetings: Sequence[Moete]
) -> Iterator[Finding]:
    row: list[tuple[Moete, Visshet]] = []
    told = kept = False
    for moete in meetings:
        seated = noen(sete.har(moete.dato) for sete in seats)
        if row and _ny(seats, row[-1][0].dato, moete.dato):
            row, told = [], False
        enough = _paa_rad(regel, row)
        if enough and seated is False:
            kept = True  # was away, and is out
        elif not isinstance(enough, Uvisst) and seated and len(row) >= regel.antall:
            kept = kept or not enough
        if seated is not False and enough is not False and not told:
            told = True
            yield _utfall(regel, utvalg, person, seats, row, moete, alle((enough, seated)))
        if seated is False:
            row, told = [], False
        elif (sits := noen(sete.dekker(moete.dato) for sete in seats)) is not False:
            about = alle((sits, _omfattet(regel, utvalg, person, moete.dato)))
            row.append((moete, alle((about, regel.var_borte(moete, person)))))
    if kept and not told:
        yield regel.bestemmelse.holdt()


def _ny(seats: Sequence[Sete], etter: date, til: date) -> bool:
    """Whether the person was appointed anew since: then what they did before is no hindrance."""
    return any(isinstance(sete.fra, date) and etter < sete.fra <= til for sete in seats)


def _paa_rad(regel: Fravaer, row: Sequence[tuple[Moete, Visshet]]) -> Visshet:
    """Whether the last so many were all without the person."""
    last = row[-regel.antall :]
    return alle(away for _, away in last) if len(last) == regel.antall else False


def _omfattet(regel: Fravaer, utvalg: UtvalgIPeriode, person: str, dag: date) -> Visshet:
    rest = regel.hvem.model_copy(update={"verv": None})
    return rest == Hvem() or rest.velger(utvalg.kandidat(person, dag), utvalg)


def _utfall(
    regel: Fravaer,
    utvalg: UtvalgIPeriode,
    person: str,
    seats: Sequence[Sete],
    row: Sequence[tuple[Moete, Visshet]],
    moete: Moete,
    brutt: Visshet,
) -> Finding:
    sete = next(s for s in seats if s.har(moete.dato) is not False)
    who, emne = omtalt(person, utvalg), f"{person} {moete.navn}"
    last = row[-regel.antall :]
    days = alle_sammen(dato_i_ord(m.dato) for m, _ in last)
    if not brutt:
        place, text = stedet(brutt), det_foerste(brutt, utvalg)
        return regel.bestemmelse.uvisst(place or sete.at(), text, emne)
    without = " uten å melde forfall" if regel.uten_forfall else ""
    return regel.bestemmelse.brutt(
        sete.at(),
        f"{who} var borte{without} {days}, men hadde fortsatt vervet {dato_i_ord(moete.dato)}",
        emne,
        emner=(str(moete.dato), moete.navn, *emner(sete)),
        help=regel.bestemmelse.eller_fravik(
            "skriv «til» og «bortfalt_etter» i perioden når vervet er falt bort; møtte personen, retter du oppmøtet",
            "skal personen sitte likevel, skriver du utvalgets vedtak under «avvik» i utvalg.yaml",
        ),
        since=moete.dato,
        fraviker=fraviker(sete),
        varer=_varer(sete, utvalg, moete.dato),
    )


def _varer(sete: Sete, utvalg: UtvalgIPeriode, fra: date) -> Varer:
    """Until the person is out of the seat: put right where it is said that they fell out of it."""
    fell = sete.oppnevning.bortfalt_etter if sete.oppnevning else None
    if fell is None or fell is UKJENT or not isinstance(sete.til, date):
        return varer_ut(sete, utvalg, fra=fra)
    out = sete.til + EN_DAG
    return Varer(fra, out, out, f"ved at {omtalt(sete.person, utvalg)} gikk ut", sete.at("til"))
