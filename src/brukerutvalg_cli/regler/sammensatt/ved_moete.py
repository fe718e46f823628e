"""A composition judged at each meeting held: those who came."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt.krav import Krav, Tilstede
from brukerutvalg_cli.regler.vurdering import Vurdering


def vurder(krav: Krav, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
    """Every meeting held in the period, by its attendance list."""
    parts = krav.deler(utvalg.mappe.utvalg)
    if isinstance(parts, Ukjent):
        yield krav.ukjente_deler(utvalg.mappe.utvalg)
        return
    for moete in utvalg.avholdte:
        if isinstance(moete.oppmoete, tuple):
            yield from _vurder(krav, utvalg, moete, parts)
        else:
            yield krav.bestemmelse.uvisst(
                moete.at("oppmoete", otherwise=("dato",)), "oppmøtet er ukjent", str(moete.dato)
            )


def frammoette(utvalg: UtvalgIPeriode, moete: Moete) -> list[Tilstede]:
    """Those who took part, guests too; a deputy who only listened did not."""
    assert isinstance(moete.oppmoete, tuple)
    return [Tilstede(utvalg.deltaker(o, moete.dato)) for o in moete.oppmoete if not o.lytter]


def _vurder(krav: Krav, utvalg: UtvalgIPeriode, moete: Moete, parts: tuple[str, ...]) -> Iterator[Vurdering]:
    folk = frammoette(utvalg, moete)
    for part in parts:
        telling = krav.tell(folk, part, utvalg.mappe.utvalg)
        verdicts = [telling.dom(nr) for nr in range(len(krav.plasser))]
        emne = f"{moete.dato} {part}".strip()
        if False in verdicts:
            message = f"{krav.funn(telling, part, f'{dato_i_ord(moete.dato)} hadde')}"
            yield krav.bestemmelse.brutt(
                moete.at("oppmoete", at_key=True),
                message,
                emne,
                emner=(str(moete.dato),),
                help="før dem som var der under «oppmoete», eller utvalgets vedtak om å fravike mandatet under «avvik»",
            )
        elif None in verdicts:
            yield krav.bestemmelse.uvisst(
                moete.at("oppmoete"), "det er ukjent hvem noen av de frammøtte sitter for", emne
            )
