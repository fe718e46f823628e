"""Savnet: which facts of which people are missing, where a count cannot be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.dagene import paa_dag, valg_ulest
from brukerutvalg_cli.mandat.sammensatt.deler import FASTE, Hele
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav, Tilstede
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.telling import Telling, organisasjonen
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import Uvisst
from brukerutvalg_cli.ord.i_ord import alle_sammen, omtalt

FAKTA = {
    "side": "siden til {}",
    "verv": "vervene til {}",
    "funksjon": "stillingen til {}",
    "organisasjon": "hvem {} representerer",
    "type": "hva slags organisasjon {} sitter for",
    "paraply": "om organisasjonen til {} har en paraply",
    "har_plass": "hvilke organisasjoner som har plass i utvalget",
    "gruppe": "hvilke grupper {} taler for",
    "innbyggere": "hvor mange som bor i kommunen til {}",
    "oppnevnt_av": "hvem som har oppnevnt {}",
    "foreslaatt_av": "hvem som har foreslått {}",
    "alder": "hvor gammel {} er",
    "fyller": "hvor gammel {} er",
    "forrige": "hvem som satt før {}",
    "annen_side": "hvilken side {} skal sammenliknes med",
    "eier": "hvem som eier utvalget",
    "overordnet": "hvilket utvalg som er over dette",
    "ungdomsraad": "hvilket ungdomsråd utvalget har",
    "underordnede": "hvilke utvalg som er under dette",
    "medlem": "hvem {} er vara for",
    "hoerer_til": "hvor {} hører til",
    "ny": "om {} satt i forrige periode",
    "til_stede": "om {} møtte",
}
"""What to find out, by the key that asks for it. What begins like a question is one, and takes a comma."""
NAVNGITT = 2
"""Facts that are named; of the rest, how many there are."""


def savnet(
    krav: Sammensetningskrav,
    folk: Iterable[Tilstede],
    telling: Telling,
    inndeling: Hele,
    part: str,
    dag: date,
    *,
    der: str = "periodene til {}",
) -> str:
    """The facts that decide, in a sentence; nothing where it is no fact of anybody on record.

    `der` is the fact that says whether one is in the group.
    """
    if part in krav.utvalg.mappe.utvalg.tidsrom and isinstance(inndeling.finnes(part, dag), Uvisst):
        return f"fra og til når {omtalt(part, krav.utvalg)} er med, er ukjent"
    open_lines = [nr for nr in range(len(krav.plasser)) if isinstance(telling.dom(nr), Uvisst)]
    asked = [plass for nr, plass in enumerate(krav.plasser) if nr in open_lines and plass.utvalgt]
    selectors = [p.hvem for p in asked or krav.plasser if isinstance(p.hvem, Hvem)]
    facts = []
    for person in folk:
        if person.hvem.kjent:
            who = krav.nevnt(person.hvem.id, dag)
            unclear = _keys(krav, selectors, person, inndeling, part, dag)
            facts += [(FAKTA.get(key) or der).format(who) for key in unclear]
    facts = sorted(dict.fromkeys(facts), key=_is_question)
    if not facts:
        return ""
    rest = [f"{len(facts) - NAVNGITT} til"] if len(facts) > NAVNGITT else []
    comma = "," if any(map(_is_question, facts[:NAVNGITT])) else ""
    return f"{alle_sammen([*facts[:NAVNGITT], *rest])}{comma} er ukjent"


def det_som_mangler(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, part: str, day: date, telling: Telling
) -> str:
    """Why a count on this day cannot be known, in a sentence."""
    if valg_ulest(krav, utvalg):
        return valget_er_ulest(krav, part)
    if utvalg.mappe.kan_ha_flere(krav.vervene):
        return f"medlemslista er ikke fullstendig, så {krav.hva(part)} kan ikke telles"
    folk = [p for p in paa_dag(krav, utvalg, day) if inndeling.har(part, p.hvem, day) is not False]
    said = savnet(krav, folk, telling, inndeling, part, day)
    return said or f"det er ukjent hvem noen i {krav.hva(part)} sitter for"


def valget_er_ulest(krav: Sammensetningskrav, part: str) -> str:
    """That the body may have been elected where nobody can read it."""
    return f"en møtefil kan ikke leses, og der kan {krav.hva(part)} være valgt"


def _is_question(fact: str) -> bool:
    return not fact.partition(" ")[2].startswith("til ")


def _keys(
    krav: Sammensetningskrav, selectors: list[Hvem], person: Tilstede, inndeling: Hele, part: str, dag: date
) -> Iterator[str]:
    """The keys that cannot be answered of this person; an empty one for whether they are there at all."""
    council = krav.utvalg.mappe.utvalg
    for selector in (*selectors, *([krav.utvalgt] if krav.utvalgt else [])):
        claim = selector.velger(person.hvem, council)
        yield from (fact.noekkel for fact in (claim.fakta if isinstance(claim, Uvisst) else ()))
    if krav.for_hver and isinstance(inndeling.har(part, person.hvem, dag), Uvisst):
        yield krav.for_hver if krav.for_hver in FASTE else "hoerer_til"
    elif isinstance(person.der, Uvisst) and (krav.med(person.hvem)):
        yield ""
    if any(plass.om_organisasjoner for plass in krav.plasser) and organisasjonen(person.hvem) is UKJENT:
        yield "organisasjon"
    if any(plass.hvem == "til_stede" for plass in krav.plasser) and isinstance(person.hvem.til_stede, Uvisst):
        yield "til_stede"
