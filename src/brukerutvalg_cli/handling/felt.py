"""Felt: what of a record can be changed, and how each value is read – all of it taken from the model of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from brukerutvalg_cli.model.forseglet import Segl
from brukerutvalg_cli.model.maalform import Navn
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import les_moetenavn
from brukerutvalg_cli.model.moetepapirer import Godkjent, Rettelse
from brukerutvalg_cli.model.post import vokter
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import Lang, Lest, Ukjent, les_dato, les_heltall, les_ja_nei, ord_

NOEKKEL = "*"
"""A step of a way that is a word of one's own: the name of a verv, or of a group that is counted."""


class Verdislag(Enum):
    """How the value of a field is said."""

    DAG = auto()
    JA_NEI = auto()
    TALL = auto()
    MOETE = auto()
    VALG = auto()
    ORD = auto()
    TEKST = auto()
    LISTE = auto()
    DELER = auto()
    POSTER = auto()


@dataclass(frozen=True)
class Noekkelfelt:
    """One key of a record, or of a part of it: `sted.universell_utforming`.

    `modell` is that of a part (`DELER`) or of each in a list (`POSTER`); `i_hver` is how each of a list is read, and
    `les` reads what only a function of its own can tell.
    """

    rute: tuple[str, ...]
    slag: Verdislag
    lang: bool = False
    """Of several lines, as a rule."""
    modell: type[BaseModel] | None = None
    i_hver: Noekkelfelt | None = None
    les: Callable[[Any], Any] | None = None
    valg: tuple[str, ...] = ()
    kan_vaere_ukjent: bool = False
    kreves: bool = False
    vokter: bool = False
    ellers: Any = field(default=None, compare=False)
    """What goes without saying, where nothing is written."""
    hva: str = ""
    nei: str = ""
    """Why it is not to be changed here, and what changes it."""

    @property
    def navn(self) -> str:
        """What it is called: its keys with dots between."""
        return ".".join(self.rute)

    @property
    def kan_vaere_del(self) -> bool:
        """Whether it is a day of which the year or the month may be written alone."""
        return self.slag is Verdislag.DAG and self.kan_vaere_ukjent and not self.vokter

    @property
    def aapen(self) -> bool:
        """Whether one of its steps is a word of one's own."""
        return NOEKKEL in self.rute

    def som(self, rute: tuple[str, ...]) -> Noekkelfelt:
        """The same field, with the words that were said for those of one's own."""

        return replace(self, rute=rute)

    def passer(self, rute: tuple[str, ...]) -> bool:
        """Whether a way is to this field."""
        return len(rute) == len(self.rute) and all(
            a in (b, NOEKKEL) for a, b in zip(self.rute, rute, strict=True)
        )


FOELGER = {
    (Medlem, "id"): "id-en er navnet på fila, og alt som er ført om personen, viser til den",
    (Utvalg, "id"): "id-en er navnet på mappa, og alt som er ført om utvalget, viser til den",
    (Moete, "id"): "kalenderen til alle som er innkalt, viser til den",
    **{
        (model, key): "seglet regnes ut av referatet når det godkjennes: «brukerutvalg godkjenn»"
        for model, keys in {
            Godkjent: ("segl", "forseglet"),
            Rettelse: ("forseglet",),
            Segl: tuple(Segl.model_fields),
        }.items()
        for key in keys
    },
}
"""What follows from something else, and why it is not written by itself."""


@cache
def feltene(modell: type[BaseModel]) -> tuple[Noekkelfelt, ...]:
    """Every field of a record, with those of its parts; the lists of records in it too, as such."""
    return tuple(_feltene(modell, ()))


def _feltene(modell: type[BaseModel], foran: tuple[str, ...]) -> Iterator[Noekkelfelt]:
    for name, info in modell.model_fields.items():
        key = info.alias or name
        for felt in _felt((*foran, key), info.rebuild_annotation()):
            own = len(felt.rute) == len(foran) + 1
            yield _med(felt, info, FOELGER.get((modell, key), "")) if own else felt


def _med(felt: Noekkelfelt, info: FieldInfo, nei: str) -> Noekkelfelt:

    required = info.is_required()
    return replace(
        felt,
        kreves=required,
        vokter=vokter(info),
        ellers=None if required else info.get_default(call_default_factory=True),
        hva=info.description or "",
        nei=nei,
    )


def _felt(rute: tuple[str, ...], annotation: Any) -> Iterator[Noekkelfelt]:
    """The field at this way, and those within it."""
    inner, marks, unknown = _kjernen(annotation)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        yield Noekkelfelt(rute, Verdislag.DELER, modell=inner, kan_vaere_ukjent=unknown)
        yield from _feltene(inner, rute)
    elif get_origin(inner) is dict:
        yield Noekkelfelt(rute, Verdislag.DELER, kan_vaere_ukjent=unknown)
        yield from _felt((*rute, NOEKKEL), get_args(inner)[1])
    elif get_origin(inner) is tuple:
        each = next(_felt(rute, get_args(inner)[0]))
        records = each.slag is Verdislag.DELER
        yield Noekkelfelt(
            rute,
            Verdislag.POSTER if records else Verdislag.LISTE,
            modell=each.modell if records else None,
            i_hver=None if records else each,
            kan_vaere_ukjent=unknown,
        )
    elif get_origin(inner) is Literal:
        yield Noekkelfelt(
            rute, Verdislag.VALG, valg=tuple(map(str, get_args(inner))), kan_vaere_ukjent=unknown
        )
    else:
        read = next((mark.read for mark in marks if type(mark) is Lest), None)
        kind = _LESES.get(read, Verdislag.ORD) if read else Verdislag.TEKST
        long = any(isinstance(mark, Lang) for mark in marks)
        yield Noekkelfelt(rute, kind, long, les=read, kan_vaere_ukjent=unknown)


_LESES: dict[Callable[[Any], Any], Verdislag] = {
    les_dato: Verdislag.DAG,
    les_moetenavn: Verdislag.MOETE,
    les_ja_nei: Verdislag.JA_NEI,
    les_heltall: Verdislag.TALL,
    ord_: Verdislag.TEKST,
}


def _kjernen(annotation: Any) -> tuple[Any, list[Any], bool]:
    """What a value is when it is stated and known, the marks on the way there, and whether it may be unknown."""
    marks: list[Any] = []
    unknown = False
    while True:
        origin, inside = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = inside[0]
            marks += inside[1:]
        elif origin in (Union, UnionType):
            unknown = unknown or Ukjent in inside
            (annotation,) = (each for each in inside if each not in (NoneType, Ukjent))
        else:
            return annotation, marks, unknown


def er_navneform(felt: Noekkelfelt) -> bool:
    """Whether it may be written as one text, for both language forms."""
    return felt.modell is Navn


def noekler_i(modell: type[BaseModel], rute: tuple[str, ...]) -> tuple[str, ...]:
    """The usual order of the keys beside the last of a way; none, where they are words of one's own."""
    at = rute[:-1]
    return tuple(f.rute[-1] for f in feltene(modell) if len(f.rute) == len(rute) and f.rute[:-1] == at)


FLYTTES = Noekkelfelt(("plass",), Verdislag.TALL, hva="Plassen i lista, fra 1.", les=les_heltall)
"""Where in its list a record stands. No key says it: the order does."""
