"""A composition judged at each meeting held: those who came."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt.krav import Krav, Tilstede
from brukerutvalg_cli.regler.vurdering import Vurdering


def vurder(krav: Krav, utvalg: UtvalgIPeriode, parts: tuple[str, ...]) -> Iterator[Vurdering]:
    """Every meeting held in the period, by its attendance list."""
    for moete in utvalg.avholdte:
        if isinstance(moete.oppmoete, tuple):
            yield from _vurder(krav, utvalg, moete, parts)
        else:
            place = moete.at("oppmoete", otherwise=("dato",))
            yield krav.bestemmelse.uvisst(place, "oppmøtet er ukjent", str(moete.dato))


def frammoette(utvalg: UtvalgIPeriode, moete: Moete) -> list[Tilstede]:
    """Those who took part, guests too; a deputy who only listened did not."""
    assert isinstance(moete.oppmoete, tuple)
    return [Tilstede(utvalg.deltaker(o, moete.dato)) for o in moete.oppmoete if not o.lytter]


def _vurder(krav: Krav, utvalg: UtvalgIPeriode, moete: Moete, parts: tuple[str, ...]) -> Iterator[Vurdering]:
    for telt in krav.telt(frammoette(utvalg, moete), parts, utvalg.mappe.utvalg):
        emne = f"{moete.dato} {telt.part}".strip()
        if telt.holder is False:
            yield krav.bestemmelse.brutt(
                moete.at("oppmoete", at_key=True),
                krav.funn(telt.telling, telt.part, f"{dato_i_ord(moete.dato)} hadde"),
                emne,
                emner=(str(moete.dato),),
                help="før dem som var der under «oppmoete», eller utvalgets vedtak om å fravike mandatet under «avvik»",
            )
        elif telt.holder is None:
            text = "det er ukjent hvem noen av de frammøtte sitter for"
            yield krav.bestemmelse.uvisst(moete.at("oppmoete"), text, emne)
