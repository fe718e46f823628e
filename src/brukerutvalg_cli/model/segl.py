"""Segl: sums of what minutes said when they were approved, one for each part, so that it can be told what differs.

Beside what the meeting's own file says, the minutes say names: of people, organisations and the council, as they
were that day. They are in the seal, with what those it names were in the council, and the council's own templates.
What becomes of the minutes and of their cases later is not; nor is who else sat, which may be entered long after; nor
whether somebody may be named, which is above what was approved.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from brukerutvalg_cli.model.antakelse import uten
from brukerutvalg_cli.model.forseglet import Segl, uten_tall
from brukerutvalg_cli.model.fravaer import savnet
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Oppfoelging, Sak, Valg
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import kjent

_I_OPPMOETET = ("oppmoete", "forfall", "ikke_moett", "moeteleder", "referent")
UTENFOR: dict[type[BaseModel], dict[str, str]] = {
    Moete: {
        "id": "kjennes igjen på, og vises ikke",
        "status": "hvor langt det er kommet",
        "avgjoeres_i": "står i innkallingen",
        "ekstraordinaert": "for reglene om hyppighet",
        "flyttet": "står i innkallingen",
        "lenke": "for dem som er innkalt",
        "praktisk": "står i innkallingen",
        "sakliste": "om sakslista, ikke referatet",
        "sakspapirer": "hva som er blitt av dem",
        "faste_saker": "vises ikke",
        "sendt": "hva som ble sendt når",
        "saker": "har sin egen sum",
        "referat": "hva som blir av referatet; vedleggene har sin egen sum",
        "merknad": "intern",
        **dict.fromkeys(_I_OPPMOETET, "har sin egen sum"),
    },
    Sak: {
        "innmeldt_av": "står i innkallingen",
        "innmeldt": "for fristene",
        "satt_opp": "står i innkallingen",
        "fase": "for reglene",
        "foer_beslutning": "for reglene",
        "tema": "for reglene",
        "fortrolig_til": "når den blir åpen",
        "innkalt": "står i innkallingen",
        "fra_sak": "peker bakover, og vises ikke",
        "fast": "for reglene",
        "framlegg": "står i innkallingen",
        "etter_moetet": "føyes til etter møtet",
        "oversendt_til": "det som ble av saken",
        "oversendt_fra": "vises ikke",
        "svar": "det som ble av saken",
        "besvart": "det som ble av saken",
        "svarfrist": "for fristene",
        "referert_i": "det som ble av saken",
        "vedlegg": "har sin egen sum",
        "merknad": "intern",
    },
    Oppmoete: {"kalt_inn_av": "for reglene", "dekker": "godtgjørelse", "godtgjoeres_etter": "godtgjørelse"},
    Oppfoelging: {"fullfoert": "det som ble av oppgaven"},
    Valg: {"supplerer": "for reglene", "fraviker": "for reglene", "merknad": "intern"},
}
"""What the minutes do not say, or what is no part of what was approved; and why. All other facts are in the seal."""

I_ORD = {
    "moetet": "tid, sted, form eller innledning",
    "oppmoetet": "hvem som var der, eller hvem som satt i utvalget",
    "sakene": "sakene",
    "vedleggene": "vedleggene",
    "personnavn": "navnet på en person",
    "organisasjonsnavn": "navnet på en organisasjon",
    "utvalgsnavn": "navnet på utvalget, eller på et verv eller en side i det",
    "malen": "malen for referatet",
}
"""Each part, as it is said of it that it is another."""


def segl(register: Register, mappe: Utvalgsmappe, moete: Moete, *, som_skrevet: bool = False) -> Segl:
    """The seal of the minutes as they would be now. `som_skrevet`: with the white space at the ends of lines, too,
    which nobody reads, and which older seals are of."""
    said = uten(moete, moete.at())  # what is assumed, the minutes do not say
    council = mappe.uten_antakelser()
    missed, own = savnet_i_referatet(mappe, moete), register.maler_for(mappe.id, "innkalling")
    named = {text for each in _deler(said).values() for text in _tekster(each)}
    seats = _satt(council, moete)
    shown = _som(s for s in seats if s.person in named or (own and s.verv not in OPPNEVNES))
    absent = [_navngitt(council, seats, person) for person in sorted(missed)]
    told = {*named, *(text for each in (*shown, *absent) for text in each)}
    sides = {str(s.side) for s in seats if s.verv in MEDLEMSVERV} if council.utvalg.sider else ()
    what = [shown, absent, _stillinger(council, moete, told), len(sides) > 1]
    return _segl(register, council, moete, told, what, som_skrevet)


def foerste_segl(register: Register, mappe: Utvalgsmappe, moete: Moete, *, som_skrevet: bool = False) -> Segl:
    """The same as it was made before: with everybody who sat in the council in it, named or not."""
    council = mappe.uten_antakelser()
    everybody = sorted([*_som(_satt(council, moete)), *_stillinger(council, moete, council.medlemmer)])
    named = {
        text for each in (*_deler(uten(moete, moete.at())).values(), everybody) for text in _tekster(each)
    }
    return _segl(register, council, moete, named, everybody, som_skrevet)


def savnet_i_referatet(mappe: Utvalgsmappe, moete: Moete) -> tuple[str, ...]:
    """Those who the minutes say did not come, though they were called."""
    seats, said = _satt(mappe.uten_antakelser(), moete), uten(moete, moete.at())
    return tuple(person for person, certain in savnet(seats, said) if certain)


def _segl(
    register: Register,
    council: Utvalgsmappe,
    moete: Moete,
    nevnt: Iterable[str],
    satt: list[Any],
    som_skrevet: bool,
) -> Segl:
    sums = _deler(uten(moete, moete.at())) | _navnene(register, council, moete, nevnt)
    sums["oppmoetet"] = [sums["oppmoetet"], satt]
    sums["malen"] = register.maler_for(council.id, "innkalling")
    read = sums if som_skrevet else _lest(sums)
    return Segl(**{part: _sum(value) for part, value in read.items()})


def innhold(moete: Moete) -> str:
    """A sum of what the meeting's own file says in the minutes."""
    return _sum(_lest(_deler(uten(moete, moete.at()))))


def saklista(moete: Moete) -> str:
    """A sum of what the meeting's own file says in the agenda: when and where it is, and the cases."""
    said = uten(moete, moete.at())
    cases = [[sak.nr, str(sak.offentlig_tittel or "") if sak.fortrolig else sak.tittel] for sak in said.saker]
    return _sum([str(said.dato), str(said.tid), _dump(said).get("sted"), cases])


def brutt(naa: Segl, da: Segl) -> list[str]:
    """The parts that are not what they were, in words."""
    return [words for part, words in I_ORD.items() if getattr(naa, part) != getattr(da, part)]


def _deler(moete: Moete) -> dict[str, Any]:
    facts = _sagt(moete)
    annexes = [_dump(each) for sak in moete.saker for each in sak.vedlegg if each.foelger("referat")]
    became = moete.referat
    whole = getattr(became, "vedlegg", ())
    every = _dump(moete)
    return {
        "moetet": facts,
        "oppmoetet": {
            "oppmoete": [_sagt(o) for o in moete.oppmoete]
            if isinstance(moete.oppmoete, tuple)
            else every.get("oppmoete"),
            **{key: every.get(key) for key in _I_OPPMOETET[1:]},
        },
        "sakene": [_sak(sak) for sak in moete.saker],
        "vedleggene": [annexes, [_dump(each) for each in whole]],
    }


def _sak(sak: Sak) -> dict[str, Any]:
    votes, tasks = [_sagt(each) for each in sak.valg], [_sagt(each) for each in sak.oppfoelging]
    return _sagt(sak) | {"valg": votes, "oppfoelging": tasks}


def _sagt(post: BaseModel) -> dict[str, Any]:
    """What is stated of a record, but for what is outside the seal. What goes without saying is not stated."""
    outside = UTENFOR[type(post)]
    return {key: value for key, value in _dump(post).items() if key not in outside}


def _dump(post: BaseModel) -> dict[str, Any]:
    return post.model_dump(
        mode="json", exclude_none=True, exclude_defaults=True, by_alias=True, warnings=False
    )


def _satt(mappe: Utvalgsmappe, moete: Moete) -> list[Sete]:
    """The seats of that day, but for those that nobody is told of."""
    return [s for s in mappe.seter if s.dekker(moete.dato) is not False and not s.fortrolig]


def _som(seter: Iterable[Sete]) -> list[list[str]]:
    """Who sat, as what and for whom."""
    return sorted([s.person, s.verv, str(s.side), str(s.representerer)] for s in seter)


def _navngitt(mappe: Utvalgsmappe, seter: Iterable[Sete], person: str) -> list[str]:
    """One who was only missed, by what is said of them: for whom they sit, whatever they were, and are, in it."""
    medlem = mappe.medlemmer.get(person)
    sete = next((s for s in seter if s.person == person and s.oppnevning), medlem)
    return [person, str(sete.side), str(sete.representerer)] if sete else [person]


def _stillinger(mappe: Utvalgsmappe, moete: Moete, folk: Collection[str]) -> list[list[str]]:
    """The offices that these people had that day."""
    people = ((p, m) for p, m in mappe.medlemmer.items() if p in folk)
    offices = ((p, f) for p, m in people for f in kjent(m.funksjon) or ())
    return sorted([p, str(f.funksjon)] for p, f in offices if f.kan_gjelde(moete.dato))


def _navnene(
    register: Register, mappe: Utvalgsmappe, moete: Moete, nevnt: Iterable[str]
) -> dict[str, Mapping[str, Any]]:
    """What everybody is called that the minutes name, on the day of the meeting."""
    council, day, known = mappe.utvalg.paa_dag(moete.dato), moete.dato, set(nevnt)
    people = {p: m.paa_dag(day).navn for p, m in mappe.medlemmer.items() if p in known}
    named = ((o, register.organisasjoner.get(o)) for o in sorted(known))
    bodies = {o: b.paa_dag(day).kort for o, b in named if b}
    councils = ((u, register.utvalget(u)) for u in known & register.kjente_utvalg)
    others = {u: _dump(other.paa_dag(day).navn) for u, other in councils if other}
    own = {**council.verv, **council.sider}
    labels = {word: _dump(name) for word, name in own.items() if word in known}
    return {
        "personnavn": people,
        "organisasjonsnavn": bodies,
        "utvalgsnavn": {"": [_dump(council.navn), council.maalform], **others, **labels},
    }


def _tekster(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _tekster(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _tekster(each))


def _lest(value: Any) -> Any:
    """A value as it is read: no white space at the end of a line says anything."""
    if isinstance(value, str):
        return "\n".join(map(str.rstrip, value.split("\n")))
    if isinstance(value, Mapping):
        return {key: _lest(each) for key, each in value.items()}
    return [_lest(each) for each in value] if isinstance(value, list) else value


def _sum(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return uten_tall(sha256(text.encode()).hexdigest()[:12])
