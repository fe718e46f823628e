"""Opptegnelse: a record as it is remembered – what it is, what it goes by among others, its facts, and what is in it.

Made of the model of each record, so that a new field is remembered without a word here. Where in a list it stood is
no fact of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.place import Route, eieren
from brukerutvalg_cli.model.forfall import Meldt
from brukerutvalg_cli.model.forseglet import Nestemoete, Segl
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.maalform import Navn
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.ordliste import ORDLISTE, Ordliste
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.register.innlest import posten
from brukerutvalg_cli.register.parse import parse

SLAG: Mapping[type, str] = {
    Medlem: "person",
    Moete: "moete",
    InnmeldtSak: "innmeldt",
    Utvalg: "utvalg",
    Ordliste: "ordliste",
}
"""What a file of its own is called."""
I_LISTA = {
    "saker": "sak",
    "oppnevninger": "oppnevning",
    "alternativer": "alternativ",
    "forsendelser": "forsendelse",
    "rettelser": "rettelse",
    "flyttet": "flytting",
    "regelverk": "regelverk_i_bruk",
}
"""What one of a list is called, where that is not the word for the list."""
NAVNES: Mapping[str, tuple[str, ...]] = {
    "oppnevning": ("verv", "fra"),
    "hendelse": ("hva", "dato"),
    "oppmoete": ("person", "navn"),
    "avvik": ("bestemmelse", "gjelder"),
    "valg": ("verv",),
    "opplaering": ("modul", "dato"),
    "regelverk_i_bruk": ("id",),
    "vedlegg": ("tittel",),
    "oppfoelging": ("hva",),
    "saksnummer": ("format", "gjelder"),
    "flytting": ("fra",),
    "permisjon": ("fra",),
    "rettelse": ("dato",),
}
"""What tells one from the others, where that is not what each of them must have."""
FOELGER = (Segl, Nestemoete)
"""What is worked out of the rest."""


Feltfakta = Mapping[tuple[str, ...], Any]
"""Each fact by the way to it."""


class Antattverdi(NamedTuple):
    """A fact that nobody knows to be so."""

    verdi: Any


@dataclass(frozen=True)
class Opptegnelse:
    """One record. `navn`: what it goes by among those of its kind. `lukket`: what it says is not for the screen."""

    slag: str
    navn: tuple[str, ...]
    fakta: Feltfakta = field(default_factory=dict)
    barn: tuple[Opptegnelse, ...] = ()
    lukket: bool = False

    def som(self, navn: tuple[str, ...]) -> Opptegnelse:
        """The same by another name."""
        return Opptegnelse(self.slag, navn, self.fakta, self.barn, self.lukket)

    def alle(self) -> Iterator[Opptegnelse]:
        """It, and all that is in it."""
        yield self
        for each in self.barn:
            yield from each.alle()


def opptegnelsene(path: str, raw: bytes) -> tuple[Opptegnelse, ...] | None:
    """What a file holds; None for a record that cannot be read."""
    parts = path.split("/")
    council = eieren(path)
    name = (council, parts[-1].rpartition(".")[0])
    if parts[1] == "regelverk" and len(parts) == 3:
        return _regelverket(path, raw, name[1])
    record, _ = posten(path, raw)
    if record is None:
        return None
    if type(record) in SLAG:
        return (_av(record, SLAG[type(record)], name, dict([_iden(record, name)])),)
    if path == ORGANISASJONER:
        return tuple(_av(body, "organisasjon", ("", key)) for key, body in record.items())
    if isinstance(record, tuple):
        kind = "hendelse" if all(isinstance(each, Hendelse) for each in record) else "sats"
        return tuple(each.som((council, *each.navn)) for each in _liste(record, kind, lukket=False))
    return ()


def _iden(record: Post, name: tuple[str, str]) -> tuple[tuple[str, ...], str | None]:
    """What it is known by for ever, or as long as its file has that name."""
    if isinstance(record, Moete):
        return ("identitet",), record.id
    return ("id",), name[0] if isinstance(record, Utvalg) else name[1]


def kan_huskes(path: str) -> bool:
    """Whether a file holds records that are told of: not what the register is set up by."""
    parts = path.split("/")
    if parts[1:2] == ["utvalg"]:
        folder = parts[3] if len(parts) == 5 else ""
        return folder in ("medlemmer", "moeter", "saker") or parts[3:] in (
            ["utvalg.yaml"],
            ["hendelser.yaml"],
        )
    known = ("organisasjoner.yaml", "satser.yaml", ORDLISTE.rpartition("/")[2])
    return (parts[1:2] == ["regelverk"] and len(parts) == 3) or (len(parts) == 2 and parts[1] in known)


def _av(
    post: Post,
    slag: str,
    navn: tuple[str, ...],
    ogsaa: Mapping[tuple[str, ...], Any] | None = None,
    *,
    lukket: bool = False,
) -> Opptegnelse:
    closed = lukket or (isinstance(post, Sak | InnmeldtSak) and bool(post.fortrolig))
    facts, within = dict(ogsaa or {}), list[Opptegnelse]()
    for route, value in _i(post, ()):
        if type(value) is tuple and value and isinstance(value[0], Post | Meldt):
            key = route[-1]
            within += _liste(value, I_LISTA.get(key, key), lukket=closed)
        else:
            facts[route] = value
    return Opptegnelse(slag, navn, facts, tuple(within), closed)


def _liste(posts: Iterable[Any], slag: str, *, lukket: bool) -> Iterator[Opptegnelse]:
    for post in posts:
        if isinstance(post, Meldt):
            day: Feltfakta = {} if post.meldt is None else {("meldt",): post.meldt}
            yield Opptegnelse(slag, (str(post),), {("person",): str(post), **day}, lukket=lukket)
        else:
            yield _av(post, slag, _navnet(post, slag), lukket=lukket)


def _navnet(post: Post, slag: str) -> tuple[str, ...]:
    if isinstance(post, Sak):
        return (post.nr or post.tittel,)
    required = tuple(name for name, info in type(post).model_fields.items() if info.is_required())
    values = (getattr(post, key) for key in NAVNES.get(slag, required))
    return tuple("" if value is None else str(value) for value in values)


def _i(post: Post, foran: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each fact that is stated, by the way to it. What goes without saying is not stated."""
    for name, info in type(post).model_fields.items():
        value = getattr(post, name)
        if value is None or (not info.is_required() and value == info.get_default(call_default_factory=True)):
            continue
        if isinstance(value, FOELGER) or (name == "id" and not foran) or name == "segl":
            continue
        route = (*foran, info.alias or name)
        if name in post.antatt:
            yield route, Antattverdi(post.antatt[name])
        elif name in post.deldato:
            yield route, post.deldato[name]
        else:
            yield from _verdien(route, value)


def _verdien(route: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, Navn) and value.nb == value.nn:
        yield route, value.nb
    elif isinstance(value, Post):
        yield from list(_i(value, route)) or [(route, True)]  # of a part with nothing in it, that it is there
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _verdien((*route, key), each)
    else:
        yield route, value


def _regelverket(path: str, raw: bytes, name: str) -> tuple[Opptegnelse, ...] | None:
    """A rule set, as it is written: what a provision says is in many shapes, and each is told as it stands."""
    data = parse(path, raw).data if not parse(path, raw).problems else None
    if not isinstance(data, dict):
        return None
    listed = data.get("bestemmelser")
    provisions = [each for each in (listed if isinstance(listed, list) else ()) if isinstance(each, dict)]
    facts = dict(_skrevet({key: value for key, value in data.items() if key != "bestemmelser"}, ()))
    within = tuple(
        Opptegnelse("bestemmelse", (str(each.get("id", "")),), dict(_skrevet(each, ())))
        for each in provisions
    )
    return (Opptegnelse("regelverk", ("", name), facts, within),)


def _skrevet(value: Any, route: Route) -> Iterator[tuple[tuple[str, ...], Any]]:
    way = tuple(map(str, route))
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _skrevet(each, (*route, key))
    elif isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        for nr, each in enumerate(value):
            yield from _skrevet(each, (*route, str(nr + 1)))
    elif isinstance(value, list):
        yield way, tuple(map(str, value))
    else:
        yield way, value
