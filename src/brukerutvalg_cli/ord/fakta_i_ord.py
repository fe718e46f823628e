"""Fakta i ord: what to find out, said in one sentence. The one table of what nobody knows, by the key that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.visshet import Faktum, Uvisst, Visshet
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Omgivelser, omtalt

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
    "fil": "det som står i fila til {}",
    "hvem": "hvem {} er",
    "er_medlem": "om {} er medlem",
    "oppnevnt": "når {} ble oppnevnt",
    "medlem_av": "hvilken organisasjon {} er medlem av",
    "organisasjonstype": "hva slags organisasjon {} er",
    "vara_for": "hvem {} møtte for",
    "nummer": "nummeret til {} i vararekka",
    "rolle": "hva {} var der som",
    "lytter": "om {} bare hørte på",
    "i_saken": "om {} var med i saken",
    "kan_stemme": "om {} kunne stemme",
    "fast_punkt": "om {} var en sak på sakslista",
    "borte": "om {} var borte fra møtet {dag}",
    "konstituert": "om {} bare var konstituert",
    "tok_over": "om {} tok over etter en annen {dag}",
    "krevd_av": "hvem i {} som krevde det",
    "vedtak": "om det ble gjort vedtak",
    "utsatt": "om saken ble utsatt",
}
"""What to find out of whom or what, by the key that asks for it. What begins like a question is one, and takes a comma.

Of the record itself, and of a key that is not here, the key is said."""
HELE_SETNINGER = {
    "moetefil": "en møtefil kan ikke leses, og der kan {hva} være valgt",
    "fortsatte": "registeret er fullstendig til {slutt}, og om {} fortsatte etter {dag}, er ukjent",
    "medlemsliste": "medlemslista er ikke fullstendig, så {flere}",
    "vara_uten_liste": "medlemslista er ikke fullstendig, så det er ukjent om {} er vara",
    "folketall": "folketallet i {} («innbyggere») er ikke ført",
    "ikke_foert": "«{om}» er ikke ført",
    "ikke_sagt": "«{om}» står ikke i utvalg.yaml",
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
                return sentence.format(_kalt(fact, kalt), om=fact.om, dag=_dagen(fact), **(ELLERS | ellers))
    return _er_ukjent(_faktum(fact, kalt) for fact in facts)


def det_foerste(claim: Visshet, utvalg: Omgivelser) -> str:
    """The first fact that decides a claim, in a sentence; nothing where none is named."""
    facts = claim.fakta[:1] if isinstance(claim, Uvisst) else ()
    return fakta_i_ord(Uvisst(facts), lambda name: omtalt(name, utvalg))


def _faktum(fact: Faktum, kalt: Callable[[str], str]) -> str:
    words = FAKTA.get(fact.noekkel) if fact.om else None
    return words.format(_kalt(fact, kalt), dag=_dagen(fact)) if words else f"«{fact.noekkel}»"


def _er_ukjent(said: Iterable[str]) -> str:
    facts = sorted(dict.fromkeys(said), key=_is_question)
    if not facts:
        return ""
    rest = [f"{len(facts) - NAVNGITT} til"] if len(facts) > NAVNGITT else []
    comma = "," if any(map(_is_question, facts[:NAVNGITT])) else ""
    return f"{alle_sammen([*facts[:NAVNGITT], *rest])}{comma} er ukjent"


def _is_question(fact: str) -> bool:
    return not fact.startswith("«") and not fact.partition(" ")[2].startswith("til ")


def _kalt(fact: Faktum, kalt: Callable[[str], str]) -> str:
    return kalt(fact.om) if fact.om else ""


def _dagen(fact: Faktum) -> str:
    return dato_i_ord(fact.dag) if fact.dag else ""
