"""Telt i ord: what was counted of a group and what the rules want, in a sentence; who was counted; how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.sammensatt.krav import UNEVNT, Sammensetningskrav, Telt, Tilstede
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.telling import Plass, Telling, organisasjonen
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import omtalt, siden

I_TALL = {1: "én", 2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks"}
FRAVIK = "skriv utvalgets vedtak om å fravike mandatet under «avvik» i utvalg.yaml"


def setning_fra(krav: Sammensetningskrav, telt: Telt, dag: date) -> str:
    """What is wrong in one sentence, of what is so from this day on."""
    since = f"fra {dato_i_ord(dag)}"
    if alone := den_ene(krav, telt, dag):
        return f"{alone.skal(krav)}, men {alone.er(krav)} {since}"
    return _om_alle(krav, telt, f"{since} har {krav.hva(telt.part)}")


def setningen(krav: Sammensetningskrav, telt: Telt, de_har: str, dag: date, *, da: bool = False) -> str:
    """What is wrong in one sentence: what there is, and what the rules want. What is in order is not told.

    `de_har` is how it begins, `utvalget får`: with a day first, for a count would run together with its year. `da`: it
    is what was so then.
    """
    if alone := den_ene(krav, telt, dag):
        return f"{alone.skal(krav)}, men {alone.er(krav)}"
    return _om_alle(krav, telt, de_har, da=da)


def _om_alle(krav: Sammensetningskrav, telt: Telt, de_har: str, *, da: bool = False) -> str:
    wrong = [nr for nr in range(len(krav.plasser)) if telt.telling.dom(nr) is False]
    has = alle_sammen(krav.plasser[nr].i_ord_om(_found(telt.telling, nr), krav.utvalg) for nr in wrong)
    wants = alle_sammen(krav.plasser[nr].i_ord_om(_wanted(krav.plasser[nr]), krav.utvalg) for nr in wrong)
    empty = not telt.folk and any(krav.plasser[nr].utvalgt for nr in wrong)
    why = ", for det er ingen der" if empty and not da else ""
    return f"{de_har} {has}{why}; regelverket vil ha {wants}"


def hvem_er_hvem(krav: Sammensetningskrav, folk: Sequence[Tilstede], dag: date) -> str:
    """Who each line counts on this day: the label beside the marked text."""
    parts = []
    for nr, plass in enumerate(krav.plasser):
        names = _navnene(krav, folk, nr, dag)
        if names and plass.hvem != "alle":
            parts.append(f"{plass.i_ord_om('', krav.utvalg).strip()}: {', '.join(_sagt(names))}")
    return " – ".join(parts)


def rettelse(krav: Sammensetningskrav, telt: Telt, dag: date) -> str:
    """How to mend what is counted on this day, line by line."""
    telling, folk = telt.telling, telt.folk
    if alone := den_ene(krav, telt, dag):
        return _eller_fravik(krav, alone.i_stedet(krav))
    advice = []
    for nr, plass in enumerate(krav.plasser):
        if telling.dom(nr) is not False:
            continue
        names = _navnene(krav, folk, nr, dag)
        fewer = plass.for_mange(len(names), _av(krav, folk, nr))
        if fewer and names:
            one_of = f"{I_TALL.get(fewer, fewer)} av " if len(names) > 1 else ""
            advice.append(f"la {one_of}{alle_sammen(_sagt(names))} tre ut")
        elif more := plass.for_faa(len(names), _av(krav, folk, nr)):
            count = str(I_TALL.get(more, more))
            advice.append(f"finn {plass.i_ord_om(count, krav.utvalg, til=bool(names))}")
    return _eller_fravik(krav, alle_sammen(advice))


def _eller_fravik(krav: Sammensetningskrav, advice: str) -> str:
    if krav.bestemmelse.kan_fravikes_av == "ingen":
        return advice
    return f"{advice}, eller {FRAVIK}" if advice else FRAVIK


def _navnene(krav: Sammensetningskrav, folk: Sequence[Tilstede], nr: int, dag: date) -> list[str]:
    """Those whom a line counts on this day, one name each: people, or the organisations they sit for."""
    line = krav.plasser[nr]
    lines = krav.plasser if line.hvem == "andre" else (line,)
    counted = [p for p in folk if krav.treff(p.hvem)[nr]]
    names = [krav.nevnt(p.hvem.id, dag, lines) for p in counted]
    if not line.om_organisasjoner:
        return names
    bodies = ((name, organisasjonen(p.hvem)) for name, p in zip(names, counted, strict=True))
    said = (
        name if name == UNEVNT else omtalt(body, krav.utvalg)
        for name, body in bodies
        if isinstance(body, str)
    )
    return list(dict.fromkeys(said))


def _av(krav: Sammensetningskrav, folk: Sequence[Tilstede], nr: int) -> int:
    """How many there are in all of what a line counts."""
    if not krav.plasser[nr].om_organisasjoner:
        return len(folk)
    return len({body for p in folk if isinstance(body := organisasjonen(p.hvem), str)})


class Alene(NamedTuple):
    """The one who has an office, by name, and the one line that says what such a one should be, or should not."""

    hvem: Kandidat
    navn: str
    hva: Hvem
    ikke: bool

    def skal(self, krav: Sammensetningskrav) -> str:
        """`lederen skal sitte for brukersiden`: what is demanded."""
        return (
            f"{omtalt(krav.blant, krav.utvalg)} skal {'ikke ' if self.ikke else ''}{self._hva('sitte', krav)}"
        )

    def er(self, krav: Sammensetningskrav) -> str:
        """`Kari Nordmann sitter for Nav`: what is instead."""
        if self.ikke:
            return f"det gjør {self.navn}" if self._sitter else f"det er {self.navn}"
        held = self.hvem.side if self._sitter == "side" else self.hvem.representerer
        if not self._sitter or not isinstance(held, str):
            return f"{self.navn} er ikke det"
        said = siden if self._sitter == "side" else omtalt
        return f"{self.navn} sitter for {said(held, krav.utvalg)}"

    def i_stedet(self, krav: Sammensetningskrav) -> str:
        """How to mend it."""
        wanted = "en annen" if self.ikke else f"en {self.hva.i_ord(krav.utvalg)}"
        return f"velg eller oppnevn {wanted} i stedet for {self.navn}"

    @property
    def _sitter(self) -> str:
        """The key, where it is only about whom they sit for."""
        (*others, key) = self.hva.model_fields_set or {""}
        return key if not others and key in ("side", "organisasjon") else ""

    def _hva(self, verb: str, krav: Sammensetningskrav) -> str:
        said = self.hva.i_ord(krav.utvalg)
        return f"{verb} for {said.removeprefix('fra ')}" if self._sitter else f"være en {said}"


def den_ene(krav: Sammensetningskrav, telt: Telt, dag: date) -> Alene | None:
    """The one who is judged, where one has the office and one line is broken: then it is a sentence about that one."""
    an_office = krav.er_valgt_organ and krav.blant not in ORGANER and not krav.om_oppmoete
    wrong = [p for nr, p in enumerate(krav.plasser) if telt.telling.dom(nr) is False and p.hvem != "andre"]
    if not an_office or telt.part or len(telt.folk) != 1 or len(wrong) != 1 or not telt.folk[0].der:
        return None
    (only,), (line,) = telt.folk, wrong
    name = krav.nevnt(only.hvem.id, dag, (line,))
    if (
        name == UNEVNT
        or not isinstance(line.hvem, Hvem)
        or line.om_organisasjoner
        or not line.hvem.model_fields_set
    ):
        return None
    none, one = line.oppfylt(0, 1), line.oppfylt(1, 1)
    return Alene(only.hvem, name, line.hvem, ikke=none) if none is not one else None


def _sagt(names: Sequence[str]) -> list[str]:
    """The names, and last how many are not named: where one stands among the others would tell who it is."""
    named = [name for name in names if name != UNEVNT]
    rest = len(names) - len(named)
    many = UNEVNT.replace("en", str(I_TALL.get(rest, rest)), 1)
    return [*named, *([UNEVNT if rest == 1 else many] if rest else [])]


def _found(telling: Telling, nr: int) -> str:
    count, size = telling.linjer[nr].minst, telling.hele(nr).minst
    return f"{count} av {size}" if count and telling.plasser[nr].er_andel else str(count or "ingen")


def _wanted(plass: Plass) -> str:
    return "ingen" if plass.antall == 0 or plass.hoeyst == 0 else plass.i_ord()
