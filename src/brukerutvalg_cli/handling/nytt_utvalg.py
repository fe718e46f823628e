"""Nytt utvalg: one more council in a register that has some, with what it needs of organisations and rule sets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import Nektet, noekler, ordnet
from brukerutvalg_cli.handling.nytt_register import (
    Registersvar,
    mandatet,
    mandatets_organisasjoner,
    organisasjonene,
    utvalgets_filer,
)
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER, Organisasjon
from brukerutvalg_cli.model.register import Register


def nytt_utvalg(
    utkast: Utkast,
    register: Register,
    svar: Registersvar,
    medfoelgende: Mapping[str, Organisasjon],
    regelverk: Mapping[str, Regelverk],
    kilde: Path,
) -> None:
    """The council, its members and its first meeting. What the register says already stays as it says it.

    `medfoelgende`: the organisations that are shipped, of which those that it names come with it; `regelverk`: those
    of the register and those that are shipped, which are read in `kilde`.

    Raises:
        Nektet: when there is a council or an organisation of that id.
    """
    _ledig(register, svar)
    wanted = {row.representerer for row in svar.medlemmer.rader} | {svar.eier.id if svar.eier else ""}
    bodies = mandatets_organisasjoner(svar.mandat, medfoelgende, regelverk)
    bodies |= {name: body for name, body in medfoelgende.items() if name in wanted}
    for name, body in organisasjonene(svar, bodies):
        if name not in register.organisasjoner:
            utkast.sett(ORGANISASJONER, (name,), ordnet(body, noekler(Organisasjon)))
    there = {rules.path for rules in regelverk.values() if utkast.finnes(rules.path)}
    for path, raw in (*mandatet(svar, regelverk, kilde, there), *utvalgets_filer(svar, regelverk).items()):
        if utkast.finnes(path):
            raise Nektet(f"fila {path} finnes alt")
        utkast.raa(path, raw)


def _ledig(register: Register, svar: Registersvar) -> None:
    if svar.utvalg in register.kjente_utvalg:
        raise Nektet(f"registeret har alt utvalget «{svar.utvalg}». Er det et annet, må det ha et annet navn")
    if body := register.organisasjoner.get(svar.utvalg):
        raise Nektet(
            f"«{svar.utvalg}» er alt id-en til organisasjonen {body.navn}. Gi utvalget et navn som skiller dem fra "
            "hverandre, som «Ungdomsrådet ved …»"
        )
