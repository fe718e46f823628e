"""Forklaring av en bestemmelse: how a council stands with it, what was found, what is due, and what is lawful now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.mandat.binding import Binding, bindinger, framover
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslag, Oppslagsfunn, om_bestemmelsene
from brukerutvalg_cli.oversikt.forklaring_valg import Lovlig, lovlig
from brukerutvalg_cli.oversikt.forklaring_verv import Besetning, besetning, brutte_saker
from brukerutvalg_cli.oversikt.forklaring_vervets import besetter
from brukerutvalg_cli.oversikt.stilling import Stillingspunkt, punkter


class Bestemmelsen(NamedTuple):
    """A provision explained. Of one that is not in force on the day, nothing is lawful or due."""

    binding: Binding
    i_kraft: bool
    punkt: Stillingspunkt
    funnet: Oppslagsfunn
    besetninger: tuple[Besetning, ...]
    frister: tuple[Fristvarsel, ...]
    lovlig: tuple[Lovlig, ...]

    def kommando(self, utvalg: str) -> str:
        """The next command: for the election it is about, what is broken, due or not attested."""
        if self.lovlig:
            return self.lovlig[0].kommando
        if self.funnet.brutt:
            return f"brukerutvalg valider {utvalg}"
        if self.frister:
            return f"brukerutvalg frister {utvalg}"
        if self.punkt.kontroll == "bekreftelse" and self.i_kraft:
            return f"brukerutvalg bekreft {utvalg} {self.gjeldende.bestemmelse.id}"
        return f"brukerutvalg regelverk for {utvalg}"

    @property
    def gjeldende(self) -> Gjeldende:
        """The provision, and the rule set it is written in."""
        return self.punkt.provision


def finn(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], navn: str, i: str = ""
) -> list[tuple[Binding, Gjeldende]]:
    """The provision of this id in each rule set that binds the council or did; `i`: in this one, or through it."""
    return [
        (binding.for_bestemmelsen(g.bestemmelse), g)
        for binding in bindinger(mappe, regelverk)
        for g in binding.for_nivaa(mappe.utvalg.nivaa)
        if g.bestemmelse.id == navn and i in ("", binding.id, g.id)
    ]


def bestemmelsene(oppslag: Oppslag, navn: str, i: str = "") -> list[Bestemmelsen]:
    """The provision as it binds the council on the day; else as it did last, or is to bind it."""
    found = finn(oppslag.mappe, oppslag.regelverk, navn, i)
    now = [(binding, g) for binding, g in found if binding.gjelder(oppslag.dag)]
    dom = oppslag.skjerm.dom(doem(oppslag.register, oppslag.regelverk, oppslag.dag, [oppslag.mappe.id]))
    explained = []
    for binding, g in now or found[-1:]:
        punkt = next(p for p in punkter(oppslag.mappe, binding, dom) if p.provision == g)
        explained.append(_forklart(oppslag, binding, punkt))
    return explained


def _forklart(oppslag: Oppslag, binding: Binding, punkt: Stillingspunkt) -> Bestemmelsen:
    mappe, g = oppslag.mappe, punkt.provision
    funnet = om_bestemmelsene(oppslag, {(g.id, g.bestemmelse.id)})
    in_force = binding.gjelder(oppslag.dag)
    filled = [verv for verv in besetter(g.bestemmelse) if verv in mappe.utvalg.alle_verv]
    return Bestemmelsen(
        binding,
        in_force,
        punkt,
        funnet,
        tuple(besetning(mappe, verv, oppslag.dag) for verv in filled),
        tuple(_frister(oppslag, binding, g)) if in_force else (),
        tuple(lovlig(oppslag, verv, brutte_saker(mappe, verv, funnet)) for verv in filled)
        if in_force
        else (),
    )


def _frister(oppslag: Oppslag, binding: Binding, g: Gjeldende) -> Iterator[Fristvarsel]:
    """What is due by the provision, as it says itself."""
    ahead = framover(oppslag.mappe, oppslag.register, binding, oppslag.dag)
    for due in g.bestemmelse.ser_fram(ahead):
        yield due._replace(utvalg=oppslag.mappe.id)
