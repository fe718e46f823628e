"""Private adresser: which e-mail addresses are a person's, and which an office's.

The principle, for whoever adds a word here: *an office's address may be published, a person's may not.*

1. Under nav.no and kommune.no every address is an office's: it is the work of who has it.
2. At a provider that people have their own mail with, every address is a person's, `post@gmail.com` too.
3. Anywhere else the part before the @ decides. It is a person's when it is a name: a given name that is common, alone
   or among others; two words or more with no office's word among them; an initial; or what somebody in the register
   is called. All else is an office's: `vestland@`, `post.kontakt@`, `servicetorg@`.

Of a single word that is in no list nobody can tell, and it passes: refusing every place and every team would teach
people to write around the guard. Two words fail closed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from brukerutvalg_cli.personvern.fornavn import FORNAVN
from brukerutvalg_cli.personvern.private_tall import Treff

EPOST = "en privat e-postadresse"

KROELL = r"(?:@|[\[({] ?(?:at|a|alfa|krøllalfa|snabel-?a) ?[\])}])"
"""What stands for the @: people write it so that no machine shall find it."""
_PUNKTUM = r"(?:\.| ?[\[({] ?(?:dot|punktum|\.) ?[\])}] ?)"
# Any word, and what makes an address of it: words are passed over whole, so that a long text is read once.
_ADRESSE = re.compile(
    rf"(?:(?P<hvem>[\w.+\-]++)|\"(?P<sitert>[^\"\n@]{{1,64}})\") {{0,2}}"
    rf"(?:(?:{KROELL}|krøllalfa) {{0,2}}(?P<hvor>[\w\-]++(?:{_PUNKTUM}[\w\-]++)*+))?",
    re.IGNORECASE,
)

_OFFENTLIGE = ("nav.no", "kommune.no")
_NAVN_PAA_TILBYDERE = """
gmail googlemail hotmail outlook live msn yahoo ymail icloud protonmail tutanota gmx aol
"""
"""Providers of mail for people, that go by one name in every country."""
_DOMENER_HOS_TILBYDERE = """
online.no start.no broadpark.no getmail.no chello.no frisurf.no tiscali.no ebnett.no bluezone.no c2i.net lyse.net
altiboxmail.no enivest.net haugnett.no sensewave.com me.com mac.com proton.me pm.me mail.com mail.ru web.de
fastmail.com hey.com tuta.io inbox.lv wp.pl o2.pl interia.pl onet.pl telia.com comhem.se bredband.net
"""
"""And those that go by one address only."""

_DELER = """
kontakt kontor resepsjon servicetorg kundeservice sentralbord utvalg forbund forening kommune fylke region bydel
avdeling seksjon support hjelp bruker ungdom medlem organisasjon sekretariat direktør direktoer koordinator
ansvarlig saksbehandl arkiv journal personal regnskap rekneskap økonomi oekonomi faktura booking bestilling
arrangement konferanse redaksjon nyhet personvern tilrettelegging hotell kantine pasient sosial arbeid postmottak
firmapost
"""
"""What an office's address has in it, alone or as a part of a word. No name has any of them in it."""
_ORD = """
post epost info service torg sentral styre styret raad raadet råd rådet rad lag laget nav team drift sekretaer
sekretær leder nestleder leiar nestleiar moete møte moeter møter kurs presse web nett varsel tolk ung senior helse
noreply avd norge noreg oslo akershus viken innlandet vestfold telemark agder rogaland vestland moere møre romsdal
troendelag trøndelag nordland troms finnmark bergen trondheim stavanger buskerud oestfold østfold hordaland hedmark
oppland nord soer sør oest øst vest midt indre ytre nn nb hr it ikt no og for
"""
"""And what it has as a word of its own, places too: these may be a part of a name, as Slagstad and Torgeir."""

_BOKSTAVER = tuple(
    str.maketrans(dict(zip("æøå", to, strict=True))) for to in ("æøå", "aoa", ("ae", "oe", "aa"))
)
"""What an address has for the letters that not every machine would take."""
_TILBYDERE, _TILBYDERNES = frozenset(_NAVN_PAA_TILBYDERE.split()), frozenset(_DOMENER_HOS_TILBYDERE.split())
_KONTORDELER, _KONTORORD = tuple(_DELER.split()), frozenset(_ORD.split())


def adresser(text: str, folk: Collection[str] = ()) -> Iterator[Treff]:
    """Every address of a person's. `folk`: what those in the register are called."""
    for found in _ADRESSE.finditer(text):
        if found["hvor"] and _er_privat(found["hvem"] or found["sitert"], found["hvor"], folk):
            yield Treff(EPOST, re.sub(r"\s", "", found[0]).casefold(), found.start(), found.end())


def _er_privat(hvem: str, hvor: str, folk: Collection[str]) -> bool:
    domain = re.sub(rf"{_PUNKTUM}", ".", hvor.casefold(), flags=re.IGNORECASE)
    if _under(domain, _OFFENTLIGE):
        return False
    if _hos_tilbyder(domain):
        return True
    return "." in domain and _er_navn(hvem.casefold(), folk)


def _under(domain: str, known: Collection[str]) -> bool:
    return any(domain == each or domain.endswith(f".{each}") for each in known)


def _hos_tilbyder(domain: str) -> bool:
    labels = domain.split(".")
    own = labels[-3:-2] if len(labels) > 2 and labels[-2] in ("co", "com") else labels[-2:-1]
    return _under(domain, _TILBYDERNES) or not _TILBYDERE.isdisjoint(own or labels)


def _er_navn(hvem: str, folk: Collection[str]) -> bool:
    words = [word for word in re.split(r"[\W\d_]+", hvem.partition("+")[0]) if word]
    if not FORNAVN.isdisjoint(words):
        return True
    if any(map(_er_kontor, words)):
        return False
    if len(words) == 1:
        return len(words[0]) == 1 or any(words[0] in _skrevet(name) for name in folk)
    return len(words) > 1


def _er_kontor(word: str) -> bool:
    return word in _KONTORORD or any(each in word for each in _KONTORDELER)


def _skrevet(navn: str) -> frozenset[str]:
    """How somebody's name becomes one word of an address."""
    return frozenset(
        word for letters in _BOKSTAVER for word in _satt_sammen(navn.casefold().translate(letters))
    )


def _satt_sammen(navn: str) -> Iterator[str]:
    if words := re.findall(r"[^\W\d_]+", navn):
        first, last = words[0], words[-1]
        yield from (first, last, first + last, first[:1] + last, first + last[:1])
        yield "".join(word[:1] for word in words)
