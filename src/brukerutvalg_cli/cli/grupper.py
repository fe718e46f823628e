"""Grupper: the commands by the secretary's year, and the other words people say for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

GRUPPER: dict[str, tuple[str, ...]] = {
    "Kom i gang": ("init", "status", "vis", "hjelp", "grunnlinje"),
    "Før møtet": (
        "moeteplan", "moete", "sak", "sakliste", "innkalling", "sendt", "frister", "flytt", "avlys",
    ),
    "I møtet": ("oppmoete", "valg", "sjekk-valg"),
    "Etter møtet": ("referat", "vedtak", "oppfoelging", "godkjenn", "publisert", "dokumenter"),
    "Folk": (
        "person", "organisasjon", "oppnevn", "erstatt", "permisjon", "avslutt", "runde", "kontaktperson",
        "opplaering", "valgbar",
    ),
    "Regler": ("valider", "forklar", "regelverk", "avvik", "bekreft", "hendelse", "antatt"),
    "Før og nå": ("historikk", "endringer", "som-det-var"),
    "Vedlikehold": ("angre", "endre", "slett", "legg-til", "lagre", "del", "doctor", "krok", "flett"),
}  # fmt: skip
"""In the order of the year. A command that there is none of is not shown."""

SYNONYMER: dict[str, tuple[str, ...]] = {
    "sjekk": ("valider",), "kontroller": ("valider",),
    "check": ("valider",), "test": ("valider",), "lint": ("valider",),
    "hvorfor": ("forklar",), "kvifor": ("forklar",), "hva": ("forklar", "vis"),
    "help": ("hjelp",), "?": ("hjelp",), "kommandoer": ("hjelp",), "man": ("hjelp",),
    "undo": ("angre",), "ombestem": ("angre",), "tilbake": ("angre",), "revert": ("angre",),
    "save": ("lagre",), "commit": ("lagre",), "push": ("del",), "synk": ("del",),
    "show": ("vis",), "se": ("vis",), "list": ("vis",), "liste": ("vis",), "finn": ("vis",), "søk": ("vis",),
    "oversikt": ("vis",), "folk": ("vis",), "møter": ("vis",), "saker": ("vis",),
    "todo": ("status",), "gjøremål": ("status",), "nå": ("status",), "dagens": ("status",),
    "start": ("init",), "nytt": ("init",), "begynn": ("init",), "opprett": ("init", "moete", "person", "sak"),
    "ny": ("sak", "moete", "person", "organisasjon"), "lag": ("init", "moete", "innkalling", "referat"),
    "legg": ("person", "sak", "moete"), "skriv": ("innkalling", "referat"),
    "dokument": ("innkalling", "referat", "dokumenter"),
    "medlem": ("person",), "medlemmer": ("person",), "personer": ("person",), "menneske": ("person",),
    "org": ("organisasjon",), "forening": ("organisasjon",),
    "oppnemn": ("oppnevn",), "utnevn": ("oppnevn",), "verv": ("oppnevn", "valg", "avslutt"),
    "bytt": ("erstatt",), "erstatning": ("erstatt",),
    "stedfortreder": ("permisjon", "erstatt"), "borte": ("permisjon",), "konstituer": ("oppnevn",),
    "fratre": ("avslutt",), "slutt": ("avslutt",),
    "periode": ("runde", "oppnevn"), "oppnevning": ("oppnevn",), "kontakt": ("kontaktperson",),
    "kurs": ("opplaering",), "gjenvalg": ("valgbar",),
    "møtet": ("moete",), "meeting": ("moete",), "plan": ("moeteplan",), "kalender": ("frister",),
    "årsplan": ("moeteplan",), "frist": ("frister",), "deadlines": ("frister",),
    "dagsorden": ("sakliste",), "saksliste": ("sakliste",), "agenda": ("sakliste",),
    "innkall": ("innkalling",), "kall": ("innkalling",), "send": ("sendt",), "utsending": ("sendt",),
    "publiser": ("publisert",), "legg-ut": ("publisert",), "papirer": ("sendt", "innkalling"),
    "avlysing": ("avlys",), "utsett": ("flytt", "sak"),
    "frammøte": ("oppmoete",), "fremmøte": ("oppmoete",), "tilstede": ("oppmoete",), "forfall": ("oppmoete",),
    "velg": ("valg",), "val": ("valg",), "election": ("valg",), "vedta": ("sak",),
    "beslutninger": ("vedtak",), "vedtaksliste": ("vedtak",), "vedtaksprotokoll": ("vedtak",),
    "protokoll": ("referat",), "møtereferat": ("referat",), "minutes": ("referat",),
    "godkjenning": ("godkjenn",), "oppgave": ("oppfoelging",), "restanse": ("oppfoelging",),
    "mandat": ("regelverk",), "mandatet": ("regelverk",), "regler": ("regelverk", "forklar"),
    "fravik": ("avvik",), "dispensasjon": ("avvik",), "attester": ("bekreft",),
    "rett": ("endre", "moete"), "rediger": ("endre", "moete"), "edit": ("endre", "moete"),
    "fjern": ("slett", "avslutt"), "trekk": ("slett", "angre"),
    "delete": ("slett", "angre"),
    "doktor": ("doctor",), "lege": ("doctor",), "oppsett": ("doctor",), "hook": ("krok",),
    "baseline": ("grunnlinje",), "gammelt": ("grunnlinje",),
}  # fmt: skip
"""What people say for a command. Where it may be one of several, they are named, and none of them is run."""


def i_grupper(there: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The groups, with those of their commands that there are."""
    shown = {group: tuple(name for name in names if name in there) for group, names in GRUPPER.items()}
    return {group: names for group, names in shown.items() if names}


def mente(word: str, there: Sequence[str]) -> list[str]:
    """The commands that a word may mean: one that is spelt otherwise (`møte`, `Referat`), else what it is said for."""
    from brukerutvalg_cli.forslag import fold

    said = fold(word) or word
    spelt = [name for name in there if fold(name) == said]
    meant = next((names for each, names in SYNONYMER.items() if said in (fold(each), each)), ())
    return spelt or [name for name in meant if name in there]
