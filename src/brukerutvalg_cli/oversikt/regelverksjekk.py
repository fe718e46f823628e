"""Regelverksjekk: one rule set looked at by itself – what is wrong with the file, and what each provision comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.kontroll.navn_i_regelverk import uten_betydning
from brukerutvalg_cli.mandat.arv import Gjeldende, gjeldende
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.oversikt.dekning import avsnitt
from brukerutvalg_cli.oversikt.leses_som import aldri_brutt, leses_som
from brukerutvalg_cli.oversikt.regelverk_tekst import bestemmelsen, hode
from brukerutvalg_cli.rapport.i_ord import alvor, sted
from brukerutvalg_cli.rapport.json_format import dump
from brukerutvalg_cli.rapport.rapport import Located
from brukerutvalg_cli.tegn import one_line


class Sjekket(NamedTuple):
    """One file, looked at: what is wrong with it, the names its register must have, and the rule set if it was read."""

    fil: str
    funn: tuple[Located, ...]
    maa_finnes: tuple[str, ...] = ()
    navn: str = ""
    regelverk: Mapping[str, Regelverk] | None = None

    @property
    def feil(self) -> bool:
        """Whether something must be mended before the rule set is of use."""
        return any(located.finding.severity is Severity.FEIL for located in self.funn)


def navn_uten_register(navn: str, regelverk: Mapping[str, Regelverk]) -> tuple[str, ...]:
    """The names that a register must have to use the rule set, and that are no slips for what the language has."""
    alone = {navn: regelverk[navn]}
    words = (lost.emne.rpartition(" ")[2] for lost in uten_betydning(Register(), alone) if not lost.ment)
    return tuple(dict.fromkeys(words))


def tekst(sjekket: Sjekket) -> str:
    """For people: what is wrong first; then each provision with what it was read as."""
    lines = [line for located in sjekket.funn for line in _feilen(located, sjekket.fil)]
    rules = sjekket.regelverk
    if rules is None:
        return "\n".join([*lines, "", f"Neste steg: rett {one_line(sjekket.fil)} og sjekk den igjen"]) + "\n"
    provisions = gjeldende(sjekket.navn, rules)
    head = hode(sjekket.navn, rules)
    lines += [*([""] if lines else []), *head]
    for heading, inside in avsnitt(provisions):
        lines += ["", one_line(heading)]
        lines += [line for g in inside for line in _bestemmelsen(g, sjekket.navn)]
    never = [g.bestemmelse.id for g in provisions if aldri_brutt(g.bestemmelse)]
    if never:
        lines += ["", f"Kan aldri brytes: {', '.join(never)}."]
    if sjekket.maa_finnes:
        lines += ["", f"Registeret som bruker det, må ha disse navnene: {', '.join(sjekket.maa_finnes)}."]
    step = f"rett {one_line(sjekket.fil)} og sjekk den igjen" if sjekket.feil else "brukerutvalg valider"
    return "\n".join([*lines, "", f"Neste steg: {step}"]) + "\n"


def json(sjekket: Sjekket) -> str:
    """For other programs."""
    rules = sjekket.regelverk
    provisions = gjeldende(sjekket.navn, rules) if rules else ()
    return dump(
        {
            "fil": sjekket.fil,
            "funn": [_funnet(located) for located in sjekket.funn],
            "maa_finnes": list(sjekket.maa_finnes),
            "bestemmelser": [
                {
                    "id": g.bestemmelse.id,
                    "leses_som": leses_som(g.bestemmelse),
                    "aldri_brutt": aldri_brutt(g.bestemmelse) or None,
                }
                for g in provisions
            ],
        }
    )


def _funnet(located: Located) -> dict[str, object]:
    finding: Finding = located.finding
    return {
        "alvor": finding.severity.value,
        "navn": finding.name,
        "melding": finding.message,
        "hjelp": finding.help or None,
        "linje": located.span.row if located.span else None,
        "kolonne": located.span.column if located.span else None,
    }


def _feilen(located: Located, fil: str) -> Iterator[str]:
    finding = located.finding
    yield f"{sted(fil, located.span)}: {alvor(finding.severity)}: {one_line(finding.message)}"
    if finding.help:
        yield f"  hjelp: {one_line(finding.help)}"


def _bestemmelsen(g: Gjeldende, name: str) -> Iterator[str]:
    yield from bestemmelsen(g, name)
    if read := leses_som(g.bestemmelse):
        yield f"    leses som {one_line(read)}"
    if why := aldri_brutt(g.bestemmelse):
        yield f"    kan aldri brytes: {why}"
