"""Vedtaksliste: what a council has decided, in all its meetings; the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.sak import Sak, Valg
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Her, et_verv, omtalt
from brukerutvalg_cli.oversikt.bilde import tittel
from brukerutvalg_cli.oversikt.soek import Soek
from brukerutvalg_cli.personvern.private_opplysninger import sladdet


class Vedtatt(NamedTuple):
    """A decision, an election too. Of a confidential case the number, the public title and the day, and no more."""

    utvalg: str
    moete: date
    sak: str
    tittel: str
    fortrolig: bool
    tekst: str = ""
    valg: tuple[str, ...] = ()
    tema: tuple[str, ...] = ()
    utfall: str = ""
    oversendt_til: str = ""
    svar: str = ""


def vedtakene(her: Her, soek: Soek) -> Iterator[Vedtatt]:
    """Each decision that is looked for."""
    for moete in reversed(her.mappe.avholdte):
        for sak in moete.saker:
            decided = kjent(sak.vedtak)
            if not (decided or sak.valg) or sak.utsatt is True:
                continue
            elected = tuple(_valgt(valg, her) for valg in sak.valg)
            texts = [decided.tekst if decided else "", *elected, kjent(sak.svar) or ""]
            if not soek.treffer(her, moete, sak, texts):
                continue
            shown = Vedtatt(her.mappe.id, moete.dato, sak.navn, sladdet(tittel(sak)), bool(sak.fortrolig))
            yield shown if sak.fortrolig else _aapent(shown, sak, texts[0], elected)


def _aapent(shown: Vedtatt, sak: Sak, tekst: str, valg: tuple[str, ...]) -> Vedtatt:
    return shown._replace(
        tekst=sladdet(tekst),
        valg=valg,
        tema=kjent(sak.tema) or (),
        utfall=kjent(sak.forslaget) or "",
        oversendt_til=kjent(sak.oversendt_til) or "",
        svar=sladdet(kjent(sak.svar) or ""),
    )


def _valgt(valg: Valg, her: Her) -> str:
    people = ", ".join(omtalt(name, her) for name in kjent(valg.valgt) or ()) or "ukjent"
    return f"Valgt til {et_verv(valg.verv, her)}: {people}"
