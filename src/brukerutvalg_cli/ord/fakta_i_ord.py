"""Fakta i ord: what to find out, said in one sentence. The one table of what nobody knows, by the key that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.visshet import Faktum, Uvisst, Visshet
from brukerutvalg_cli.ord.i_ord import alle_sammen

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
    "fra_oss": "om {} kom fra oss",
    "periode": "periodene til {}",
    "permisjon": "permisjonen til {}",
    "tidsrom": "fra og til når {} er med",
    "valgt": "hvem som ble valgt i sak {}",
    "stedfortreder": "hvem som sitter i stedet for {}",
}
"""What to find out, by the key that asks for it. What begins like a question is one, and takes a comma."""
HELE_SETNINGER = {
    "moetefil": "en møtefil kan ikke leses, og der kan {hva} være valgt",
    "fortsatte": "registeret er fullstendig til {slutt}, og om {} fortsatte etter {dag}, er ukjent",
    "medlemsliste": "medlemslista er ikke fullstendig, så {flere}",
    "folketall": "folketallet i {} («innbyggere») er ikke ført",
}
"""The same, of what is a sentence of its own. The first of these says why nothing more is to be made of the rest."""
ELLERS = {"flere": "det kan være flere enn dem som er ført", "hva": "noen", "slutt": ""}
"""What a sentence speaks of, where nothing better is said."""
NAVNGITT = 2
"""Facts that are named; of the rest, how many there are."""


def fakta_i_ord(claim: Visshet, kalt: Callable[[str], str], **ellers: str) -> str:
    """The facts that decide a claim, in a sentence; nothing where none is named.

    `kalt` is what somebody goes by; `ellers` what else a sentence speaks of.
    """
    facts = claim.fakta if isinstance(claim, Uvisst) else ()
    for key, sentence in HELE_SETNINGER.items():
        for fact in facts:
            if fact.noekkel == key:
                return sentence.format(_kalt(fact, kalt), dag=_dagen(fact), **(ELLERS | ellers))
    return _er_ukjent(
        FAKTA.get(fact.noekkel, "«{noekkel}»").format(_kalt(fact, kalt), noekkel=fact.noekkel)
        for fact in facts
    )


def _er_ukjent(said: Iterable[str]) -> str:
    facts = sorted(dict.fromkeys(said), key=_is_question)
    if not facts:
        return ""
    rest = [f"{len(facts) - NAVNGITT} til"] if len(facts) > NAVNGITT else []
    comma = "," if any(map(_is_question, facts[:NAVNGITT])) else ""
    return f"{alle_sammen([*facts[:NAVNGITT], *rest])}{comma} er ukjent"


def _is_question(fact: str) -> bool:
    return not fact.partition(" ")[2].startswith("til ")


def _kalt(fact: Faktum, kalt: Callable[[str], str]) -> str:
    return kalt(fact.om) if fact.om else ""


def _dagen(fact: Faktum) -> str:
    return dato_i_ord(fact.dag) if fact.dag else ""
