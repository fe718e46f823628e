"""Nevnt: which of those that are known somebody means. Whatever is printed of one can be given back, and so can what
people say instead: another case, another spelling of a letter, a first name, an abbreviation, a beginning, a synonym.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

SYNONYMER: dict[str, tuple[str, ...]] = {
    # verv
    "leder": ("leiar", "lederen", "leiaren", "utvalgsleder", "utvalsleiar", "formann"),
    "nestleder": ("nestleiar", "nestlederen", "nestleiaren", "varaleder", "varaleiar"),
    "medlem": ("medlemmet", "medlemmer", "medlemer", "fast medlem", "ordinært medlem", "utvalgsmedlem",
               "representant", "brukerrepresentant", "brukarrepresentant", "navrepresentant", "nav representant",
               "representant for nav", "kommunerepresentant", "representant for kommunen"),
    "vara": ("varaen", "varamedlem", "varamedlemmer", "varamedlemer", "varamann", "vararepresentant",
             "varerepresentant", "stedfortreder", "personlig vara"),
    "sekretaer": ("sekretær", "sekretæren", "utvalgssekretær"),
    "kontaktperson": ("kontaktpersonen", "kontakt"),
    "brukerutvalgsansvarlig": ("brukarutvalsansvarleg", "ansvarlig for brukerutvalget"),
    "redaksjonsraad": ("redaksjonsråd", "redaksjonsrådet", "redaksjonskomité"),
    "arbeidsutvalg": ("au", "arbeidsutval", "arbeidsutvalet", "arbeidsutvalget"),
    # sider
    "bruker": ("brukar", "brukere", "brukarar", "brukersiden", "brukersida", "brukarsida", "brukerrepresentant",
               "brukarrepresentant"),
    "nav": ("navsiden", "nav siden", "etaten", "navrepresentant", "nav representant", "representant for nav"),
    "kommune": ("kommunen", "kommunal", "kommunerepresentant", "representant for kommunen"),
    # stillinger
    "nav-leder": ("navleder", "navlederen", "nav leiar", "navleiar", "nav leiaren", "navleiaren", "nav sjef",
                  "nav sjefen", "lederen i nav", "lederen ved nav", "leiaren i nav", "leiaren ved nav", "leder nav",
                  "leder av nav", "leder for nav", "leder i nav", "leder ved nav", "leiar i nav", "leiar ved nav"),
    "fylkesdirektoer": ("fylkesdirektør", "fylkesdirektøren"),
    "avdelingsdirektoer": ("avdelingsdirektør", "avdelingsdirektøren"),
    # saker
    "droefting": ("drøfting", "drøftingssak", "diskusjon"),
    "orientering": ("orienteringssak", "informasjon", "info"),
    "vedtak": ("vedtakssak", "beslutning", "avgjerd"),
    "valg": ("val", "valgsak"),
    "evaluering": ("evalueringssak",),
    "annet": ("anna", "andre"),
    # dokumenter
    "innkalling": ("innkallingen", "innkallinga", "møteinnkalling"),
    "sakliste": ("saksliste", "sakslista", "sakslisten", "dagsorden", "agenda"),
    "sakspapirer": ("sakspapir", "sakspapira", "saksdokumenter", "saksdokument", "papirer"),
    "referat": ("referatet", "møtereferat", "protokoll"),
    # forsendelser
    "epost": ("e-post", "mail", "e-mail", "epostmelding"),
    "brev": ("post", "brevpost", "i posten"),
    "lenke": ("link", "lenkje"),
    "overlevert": ("for hånd", "levert", "overlevert for hånd"),
    "nettside": ("html", "nettsida"),
    "punktskrift": ("braille", "blindeskrift"),
    # former
    "fysisk": ("fysisk møte", "oppmøte"),
    "digitalt": ("digital", "teams", "nettmøte", "video"),
    "hybrid": ("både fysisk og digitalt", "fysisk med mulighet for digital deltakelse"),
    # forslag
    "som_foreslaatt": ("som foreslått", "vedtatt som foreslått", "vedteke som foreslått", "vedtatt", "vedteke"),
    "med_endringer": ("med endringar", "vedtatt med endringer", "vedteke med endringar", "endret", "endra"),
    "ikke_vedtatt": ("ikkje vedteke", "forslaget ble ikke vedtatt", "framlegget blei ikkje vedteke", "falt", "fall"),
    # målformer
    "nb": ("bokmål", "norsk bokmål"),
    "nn": ("nynorsk", "norsk nynorsk"),
    # organisasjoner
    "paraply": ("paraplyorganisasjon",),
    "landsdekkende": ("landsomfattende", "landsdekkande", "nasjonal"),
    "lokal": ("lokallag", "lokalt"),
    "offentlig": ("offentleg",),
}  # fmt: skip
"""What people write for a word of ours. It counts only where that word is one of those that can be meant."""

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "đ": "d", "ŧ": "t", "ŋ": "n"}
)


class Kjent(NamedTuple):
    """One that can be named: by its id, and by what it is called. `navngis`: that may be printed, too.

    `verv`: what they are, by which they are meant where nothing else is called so: the leader, the secretary.
    `ogsaa`: what it is called as a whole, and by no part of it.
    """

    id: str
    kalt: tuple[str, ...] = ()
    navngis: bool = True
    verv: tuple[Kjent, ...] = ()
    ogsaa: tuple[str, ...] = ()

    @property
    def vist(self) -> str:
        """As it is printed among others to choose from."""
        named = self.navngis and self.kalt and self.kalt[0] != self.id
        return f"{self.kalt[0]} ({self.id})" if named else self.id


def nevnte(text: str, kjente: Sequence[Kjent], *, fritekst: bool = False) -> list[Kjent]:
    """Those that may be meant: one where it is clear, several where it is not, none where nobody is called so.

    What says it more exactly goes first: an id before a name, a name before a part of one. `fritekst`: it may be any
    text, so that a beginning is not taken for a name.
    """
    if not (words := _bare(text)):
        return []
    by_id = [k for k in kjente if k.id == text.strip()]
    steps = (*_HELE, _er, *_DELER[:1]) if fritekst else (*_HELE, _er, *_DELER)
    return by_id[:1] or _ved_trinn(text, words, kjente, steps)


def kalt_slik(text: str, kjente: Iterable[Kjent]) -> list[Kjent]:
    """Those that are called exactly so, in any spelling: by id, by name or by a synonym – and not by a part of it."""
    words = _bare(text)
    return _ved_trinn(text, words, tuple(kjente), _HELE) if words else []


def _ved_trinn(text: str, words: str, kjente: Sequence[Kjent], trinn: Sequence[Navnetrinn]) -> list[Kjent]:
    """Those that the first step with any finds. A body and a council of one id are one to name."""
    steps = ([k for k in kjente if step(text, words, k)] for step in trinn)
    return list({k.id: k for k in reversed(next(filter(None, steps), []))}.values())[::-1]


def ordene(text: str) -> str:
    """The words of a text alone, as they are compared: no case, accents or punctuation."""
    return _bare(text)


def likt(one: str, other: str) -> bool:
    """Whether two texts are the same words, however they are spelt: `Møteleder` and `moeteleder`."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _heter(text: str, words: str, one: Kjent) -> bool:
    """`Kari Nordmann`, `kari nordmann`, `NORDMANN, Kari`, `Kari Nordmann, leder`."""
    before, comma, after = text.partition(",")
    spelt = {words, _bare(_uten_verv(text)), *([_bare(f"{after} {before}")] if comma else [])}
    return bool(spelt & {*_navnene(one), *map(_bare, one.ogsaa)})


def _heter_begge(text: str, words: str, one: Kjent) -> bool:
    """`Kari Nordmann (kari-nordmann)`: also where there are two of that name."""
    return _heter_foerst(text, words, one) and _heter_sist(text, words, one)


def _heter_foerst(text: str, words: str, one: Kjent) -> bool:
    """`Kari Nordmann (FFO), leder`."""
    found = _MED_PARENTES.fullmatch(_uten_verv(text))
    return found is not None and _bare(found[1]) in {*_navnene(one), *map(_bare, one.ogsaa)}


def _heter_sist(text: str, words: str, one: Kjent) -> bool:
    """`Arbeidsform, «er», i nav-vestland-2019 (redaksjonsraad)`."""
    found = _MED_PARENTES.fullmatch(_uten_verv(text))
    return found is not None and _bare(found[2]) in _navnene(one)


def _omtales(text: str, words: str, one: Kjent) -> bool:
    return any(words == _bare(word) for word in SYNONYMER.get(one.id, ()))


def _er(text: str, words: str, one: Kjent) -> bool:
    """`lederen`, of whoever is that."""
    return any(_heter(text, words, each) or _omtales(text, words, each) for each in one.verv)


def _har_delene(text: str, words: str, one: Kjent) -> bool:
    """A first name, a surname, or some of several, in order: `Kari Nordmann` is Kari Anne Nordmann."""
    return any(_i_rekke(words.split(), name.split(), str.__eq__) for name in _navnene(one))


def _begynner(text: str, words: str, one: Kjent) -> bool:
    """A beginning of its words; a number is whole, or another number."""
    return len(words) > 1 and any(_i_rekke(words.split(), name.split(), _starter) for name in _navnene(one))


def _starter(word: str, beginning: str) -> bool:
    return word == beginning if beginning.isdigit() else word.startswith(beginning)


def _uten_prikker(text: str, words: str, one: Kjent) -> bool:
    """`Sorlie` for Sørlie, from a keyboard without our letters."""
    return _flat(words) in {_flat(name) for name in _navnene(one)} | {
        _flat(part) for name in _navnene(one) for part in name.split()
    }


Navnetrinn = Callable[[str, str, Kjent], bool]
_HELE: tuple[Navnetrinn, ...] = (_heter, _heter_begge, _heter_foerst, _heter_sist, _omtales)
_DELER: tuple[Navnetrinn, ...] = (_har_delene, _begynner, _uten_prikker)
_MED_PARENTES = re.compile(r"((?:(?!\), [A-ZÆØÅ]).)+?)\s*\(([^()]+)\)")
"""One with something in brackets behind; not two of them."""
_VERV = ("leder", "nestleder", "medlem", "vara", "sekretaer", "kontaktperson", "brukerutvalgsansvarlig")


def _i_rekke(wanted: Sequence[str], there: Sequence[str], like: Callable[[str, str], bool]) -> bool:
    """Whether each of these is one of those, in the same order."""
    rest = iter(there)
    return all(any(like(word, each) for word in rest) for each in wanted)


@lru_cache(maxsize=1024)
def _uten_verv(text: str) -> str:
    """The same without the verv that documents print behind a name: `Kari Nordmann (FFO), vara for Ola Berg`."""
    offices = {_bare(word) for verv in _VERV for word in (verv, *SYNONYMER[verv])}
    parts = [part.strip() for part in text.split(",")]
    while parts[1:] and (
        _bare(parts[-1]) in offices
        or _bare(parts[-1]).startswith(("vara for ", "varamedlem for ", "funksjonstida "))
    ):
        parts.pop()
    return ", ".join(parts)


def _navnene(one: Kjent) -> list[str]:
    return [_bare(name) for name in (one.id, *one.kalt)]


@lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    """The words of a text alone: no case, accents, punctuation, and one way to write ø and å."""
    text = normalize("NFC", text).casefold().translate(_LETTERS)
    text = re.sub("[\u0300-\u036f]", "", normalize("NFD", text))
    return re.sub(r"[^a-z0-9]+", " ", text).strip()


def _flat(words: str) -> str:
    return words.replace("oe", "o").replace("aa", "a").replace("ae", "a")
