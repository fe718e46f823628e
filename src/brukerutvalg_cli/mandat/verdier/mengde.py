"""MENGDE: how many – `antall`, `minst`, `hoeyst`, `mer_enn` – as a number, a share, a set or steps by group size."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, prod
from typing import Annotated, Any, Literal, Self

from pydantic import Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Lest
from brukerutvalg_cli.oppramsing import alle_sammen, enten_eller

Ubegrenset = Literal["ubegrenset"]


@dataclass(frozen=True, slots=True)
class Trinn:
    """One step: for groups of this size, this much."""

    fra: int
    til: int | None
    verdi: int | Fraction


Verdi = int | Fraction | Ubegrenset | tuple[int, ...] | tuple[Trinn, ...]
_SHARE = re.compile(r"(\d{1,4})/([1-9]\d{0,3})")
_PERCENT = re.compile(r"(\d{1,3}) ?%")
_NUMBER = re.compile(r"0|[1-9]\d{0,7}")
_STEP = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?|over (\d{1,4})")
_RANGE = re.compile(r"(\d{1,4}) ?[-–] ?(\d{1,4})")
_BAD = PydanticCustomError(
    "feil_mengde",
    "en mengde skrives som et tall, 1/2, 40 %, ubegrenset, [6, 8] eller {2-3: 1, over 9: 40 %}",
)


def les_mengde(value: Any) -> Verdi:
    """A quantity from what the file says.

    Raises:
        PydanticCustomError: `feil_mengde`.
    """
    if value == "ubegrenset":
        return "ubegrenset"
    if isinstance(value, list) and value:
        return tuple(_number(item) for item in value)
    if isinstance(value, dict) and value:
        return _in_order([_step(key, item) for key, item in value.items()])
    return _number_or_share(value)


def _number(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value)
    raise _BAD


def _number_or_share(value: Any) -> int | Fraction:
    if isinstance(value, str):
        if match := _SHARE.fullmatch(value):
            return Fraction(int(match[1]), int(match[2]))
        if match := _PERCENT.fullmatch(value):
            return Fraction(int(match[1]), 100)
        if match := _RANGE.fullmatch(value):
            raise PydanticCustomError(
                "feil_mengde",
                "fra {fra} til {til} skrives med to ord: minst: {fra}, hoeyst: {til}",
                {"fra": match[1], "til": match[2]},
            )
    return _number(value)


def _step(key: Any, value: Any) -> Trinn:
    match = _STEP.fullmatch(key) if isinstance(key, str) else None
    if not match:
        raise _BAD
    first, last, over = match.groups()
    if over:
        return Trinn(int(over) + 1, None, _number_or_share(value))
    return Trinn(int(first), int(last or first), _number_or_share(value))


def _in_order(steps: list[Trinn]) -> tuple[Trinn, ...]:
    """The steps, as they are written: none ends before it begins, and no size is of two of them."""
    by_size = sorted(steps, key=lambda step: step.fra)
    if any(step.til is not None and step.til < step.fra for step in steps):
        raise PydanticCustomError("feil_mengde", "et trinn går fra det minste tallet til det største: 2-3")
    if any(one.til is None or one.til >= two.fra for one, two in pairwise(by_size)):
        raise PydanticCustomError("feil_mengde", "to trinn gjelder samme størrelse")
    return tuple(steps)


_TALL = {"type": ["integer", "string"], "minimum": 0, "pattern": f"^({_NUMBER.pattern})$"}
_TALL_ELLER_ANDEL = _TALL | {
    "pattern": "^({})$".format("|".join(p.pattern for p in (_NUMBER, _SHARE, _PERCENT)))
}
_TRINN = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {
        "pattern": f"^({_STEP.pattern})$",
        "patternErrorMessage": "et trinn skrives slik: 4, 2-3 eller over 9",
    },
    "additionalProperties": _TALL_ELLER_ANDEL,
}
_RAMME = {
    "title": "TALL",
    "anyOf": [
        _TALL_ELLER_ANDEL,
        {"const": "ubegrenset"},
        {"type": "array", "minItems": 1, "items": _TALL},
        _TRINN,
    ],
}

Kvantum = Annotated[Verdi, Lest(les_mengde), WithJsonSchema(_RAMME)]


class Mengde(Post):
    """Bounds on a count. What is not stated does not bind; `ubegrenset` says so outright."""

    antall: Kvantum | None = Field(None, description="Nøyaktig så mange, eller ett av tallene i en liste.")
    minst: Kvantum | None = Field(None, description="Så mange eller flere. En andel rundes opp.")
    hoeyst: Kvantum | None = Field(None, description="Så mange eller færre. En andel rundes ned.")
    mer_enn: Kvantum | None = Field(None, description="Flere enn dette.")

    @model_validator(mode="after")
    def _can_be_kept_and_broken(self) -> Self:
        bounds = dict(self.grenser())
        if not bounds:
            raise galt("det står ikke hvor mange: skriv antall, minst, hoeyst eller mer_enn")
        for word, value in bounds.items():
            _says_something(word, value)
        if not any(self.oppfylt(telt, av) for telt, av in _counts(bounds.values())):
            raise galt(f"{self.i_ord()} går ikke an på én gang: rett det ene tallet")
        return self

    def oppfylt(self, telt: int, av: int) -> bool:
        """Whether a count of `telt` out of `av` lies within the bounds."""
        return all(_holds(word, value, telt, av) for word, value in self.grenser())

    def grenser(self) -> Iterator[tuple[str, Verdi]]:
        """The bounds that are stated, as (word, value)."""
        for word in ("antall", "minst", "hoeyst", "mer_enn"):
            if (value := getattr(self, word)) is not None:
                yield word, value

    def tall(self) -> Iterator[int]:
        """The whole numbers that are stated as bounds."""
        for _, value in self.grenser():
            yield from (n for n in (value if isinstance(value, tuple) else (value,)) if isinstance(n, int))

    @property
    def er_andel(self) -> bool:
        """Whether the size of the whole group matters."""
        return any(isinstance(value, Fraction) or _is_steps(value) for _, value in self.grenser())

    def i_ord(self) -> str:
        """`2`, `minst 1`, `mer enn 1/2`: the bounds as they are said in a message."""
        return alle_sammen(_said(word, value) for word, value in self.grenser())

    def i_tall(self, av: int) -> str:
        """The same in whole numbers, for a group of this size: what a share or a step comes to."""
        return alle_sammen(_counted(word, value, av) for word, value in self.grenser())


def galt(text: str) -> PydanticCustomError:
    """An amount that says nothing, cannot be, or cannot stand where it does; and why."""
    return PydanticCustomError("feil_mengde", "{tekst}", {"tekst": text})


def _says_something(word: str, value: Verdi) -> None:
    """Sees to it that one bound by itself can be met, and says more than that there is a number."""
    if word in ("minst", "mer_enn"):
        if value == "ubegrenset":
            raise galt(f"«{word}: ubegrenset» krever ingenting: skriv et tall, eller «hoeyst: ubegrenset»")
        if isinstance(value, Fraction) and (value > 1 or (word == "mer_enn" and value == 1)):
            raise galt(f"{_said(word, value)} er mer enn alle: en andel er høyst 100 %")
    if word != "antall" and isinstance(value, tuple) and not _is_steps(value):
        raise galt(f"bak «{word}» står ett tall; en liste som [6, 8] står bak «antall»")
    if isinstance(value, Fraction) and value > 1:
        raise galt(f"{_said(word, value)} er mer enn alle: en andel er høyst 100 %")


def _counts(values: Iterable[Verdi]) -> Iterator[tuple[int, int]]:
    """Counts of which one is within the bounds, when any is: those at the bounds, and one to each side."""
    parts = [part for value in values for part in (value if isinstance(value, tuple) else (value,))]
    if any(isinstance(part, Trinn) for part in parts):
        yield from ((telt, av) for av in range(1, 40) for telt in range(av + 1))
        return
    numbers = {part for part in parts if isinstance(part, int)} | {0}
    shares = [part for part in parts if isinstance(part, Fraction)]
    whole = prod(share.denominator for share in shares) * 2
    wholes = [whole * times for times in (1, 2, 10, 50)] if shares else []
    yield from ((n + step, n + step) for n in numbers for step in (-1, 0, 1) if n + step >= bool(shares))
    yield from (
        (telt, av)
        for av in wholes
        for near in (*numbers, *(int(share * av) for share in shares))
        for telt in (near - 1, near, near + 1)
        if 0 <= telt <= av
    )


def _counted(word: str, value: Verdi, av: int) -> str:
    if isinstance(value, tuple) and (step := _step_for(value, av)):
        value = step.verdi
    if not isinstance(value, Fraction) or word == "antall":
        return _said(word, value)
    bound = value * av
    if word == "mer_enn":
        return f"minst {floor(bound) + 1}"
    return _said(word, ceil(bound) if word == "minst" else floor(bound))


def _step_for(value: tuple[int, ...] | tuple[Trinn, ...], av: int) -> Trinn | None:
    steps = (item for item in value if isinstance(item, Trinn))
    return next((s for s in steps if s.fra <= av and (s.til is None or av <= s.til)), None)


def _is_steps(value: Verdi) -> bool:
    return isinstance(value, tuple) and isinstance(value[0], Trinn)


def _holds(word: str, value: Verdi, telt: int, av: int) -> bool:
    if value == "ubegrenset":
        return True
    if isinstance(value, tuple):
        if not _is_steps(value):
            return telt in value
        step = _step_for(value, av)
        return step is None or _holds(word, step.verdi, telt, av)
    bound = value * av if isinstance(value, Fraction) else value
    if word == "antall":
        return telt == bound
    if word == "minst":
        return telt >= bound
    return telt <= bound if word == "hoeyst" else telt > bound


def _said(word: str, value: Verdi) -> str:
    if isinstance(value, tuple):
        text = (
            enten_eller(str(item) for item in value if isinstance(item, int)) or "etter størrelsen på gruppa"
        )
    elif isinstance(value, Fraction) and 100 % value.denominator == 0 and value.denominator > 4:
        text = f"{value.numerator * 100 // value.denominator} %"
    else:
        text = str(value)
    return {
        "antall": text,
        "minst": f"minst {text}",
        "hoeyst": f"høyst {text}",
        "mer_enn": f"mer enn {text}",
    }[word]
