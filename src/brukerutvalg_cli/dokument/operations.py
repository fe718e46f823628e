"""What a template can do to values: the filters, tests, methods and operators there are, each paid for.

Of all that Python lets one do to a text or a number, what grows without limit is not here, or is counted beforehand.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import wraps
from typing import Any

from jinja2 import Environment
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference, Undefined
from jinja2.sandbox import SandboxedFormatter
from jinja2.utils import Cycler, Namespace, _PassArg

from brukerutvalg_cli.dokument.budget import Budget, Malgrense
from brukerutvalg_cli.dokument.markdown import finalize, join
from brukerutvalg_cli.dokument.ord import Ord

FILTERS = (
    "batch", "capitalize", "count", "d", "default", "first", "groupby", "int", "last", "length", "list",
    "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "slice", "sort",
    "trim", "truncate", "unique", "upper",
)  # fmt: skip
"""What of Jinja's a template can do to a value. Not among them: what is random, and what says that a value is safe."""

_OF_TEXT = frozenset({"capitalize", "lower", "stor", "trim", "truncate", "upper"})
"""Filters and tests that would make a text of whatever they get, however much there is in it."""

_OF_COUNT = frozenset({"batch", "round", "slice"})
"""Filters that do as much as a number tells them to."""

_METHODS: tuple[tuple[type, frozenset[str]], ...] = (
    (
        str,
        frozenset({
            "capitalize", "endswith", "format", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rstrip",
            "split", "splitlines", "startswith", "strip", "title", "upper",
        }),
    ),
    (dict, frozenset({"get", "items", "keys", "values"})),
    (tuple, frozenset({"grouper", "list"})),  # what `groupby` makes
    (
        LoopContext,
        frozenset({
            "changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem",
            "previtem", "revindex", "revindex0",
        }),
    ),
    (Cycler, frozenset({"current", "next", "reset"})),
    (BlockReference, frozenset({"super"})),
)  # fmt: skip
"""What can be had of a value by name, where its names are not the template's own."""

_OPEN = (Ord, Namespace, TemplateReference, TemplateModule, Undefined)
"""What has the names that templates and the records give it, and no others."""

_JINJAS = ("_loop_vars", "_block_vars")
"""What the generated code gives every function that is called, and no function gets."""

_LARGEST_COUNT = 1000
_FORMAT = re.compile(r"%%|%[-0]?\d{0,2}(?:\.\d)?[sdif]")
_FORMAT_SPEC = re.compile(r"[<>^]?0?\d{0,2}(?:\.\d)?[sdf]?")

_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}


# ── Attributes ────────────────────────────────────────────────────────────────────────────────────


def may_see(obj: Any, name: str) -> bool:
    """Whether a template may have this of a value: a fact, a name of its own, or a method that is named here."""
    if isinstance(obj, _OPEN) or is_dataclass(obj):
        return True
    return any(name in names for kind, names in _METHODS if isinstance(obj, kind))


# ── Filters and tests ─────────────────────────────────────────────────────────────────────────────


def paid(
    name: str, function: Callable[..., Any], budget: Callable[[], Budget], *, views: bool = False
) -> Callable[..., Any]:
    """A filter or a test that pays for what it is given, and for what it makes of it."""
    before = _PassArg.from_obj(function) is not None  # then Jinja's own context or the like comes first

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        now = budget()
        value, *others = args[before:]
        for given in (value, *others, *kwargs.values()):
            now.weigh(given, views=views)
        if name in _OF_TEXT and not isinstance(value, (str, int, Undefined)):
            raise TypeError(f"bare tekst kan brukes med «{name}»")
        if name in _OF_COUNT:
            _count(now, *others, *kwargs.values())
        if name == "trim":
            _product(now, value, *others, *kwargs.values())
        if name == "join":
            _product(now, value, *others, *kwargs.values(), shift=3)
        return now.made(function(*args, **kwargs))

    return call


def _count(budget: Budget, *numbers: Any) -> None:
    for number in numbers:
        if isinstance(number, int):
            if abs(number) > _LARGEST_COUNT:
                raise Malgrense(
                    "tallet er for stort her", f"bruk et tall som ikke er større enn {_LARGEST_COUNT}"
                )
            budget.pay(abs(number))


def _product(budget: Budget, value: Any, *others: Any, shift: int = 6) -> None:
    """Pay for work that goes by the length of one thing for each part of another."""
    for other in others:
        if isinstance(other, str) and hasattr(type(value), "__len__"):
            budget.pay(len(value) * len(other) >> shift)


def stor(value: str) -> str:
    """The value with a capital first letter, and nothing else changed."""
    return type(value)(value[:1].upper() + value[1:])


def join_filter(values: Any, separator: str = "") -> str:
    """Values one after the other, each of them escaped where it is not Markdown already."""
    return join(values, separator)


# ── Operators ─────────────────────────────────────────────────────────────────────────────────────


def operate(budget: Budget, sign: str, left: Any, right: Any) -> Any:
    """Two values made into one. Numbers are reckoned with, texts and lists put together, and nothing is repeated.

    Raises:
        Malgrense: for what a template may not do.
    """
    if isinstance(left, str) and isinstance(right, str) and sign == "+":
        return budget.made(join((left, right)))
    if isinstance(left, str) and sign == "%":
        return budget.made(_percent(budget, left, right))
    numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
    lists = sign == "+" and isinstance(left, (list, tuple)) and isinstance(right, (list, tuple))
    if isinstance(left, Undefined) or isinstance(right, Undefined):
        return operator.add(left, right)  # which says what is missing
    if sign not in _OPERATORS or not (numbers or lists):
        raise Malgrense(
            f"en mal kan ikke bruke «{sign}» på dette", "regn bare med tall, og sett tekst sammen med ~"
        )
    return budget.made(_OPERATORS[sign](left, right))


def _percent(budget: Budget, text: str, values: Any) -> str:
    if "%" in _FORMAT.sub("", text):
        raise Malgrense("formatet er for avansert for en mal", "bruk %s, eller sett tekst sammen med ~")
    given = values if isinstance(values, tuple) else (values,)
    for value in given:
        budget.weigh(value)
        _as_text(value)
    return str.__mod__(text, given)


# ── Methods ───────────────────────────────────────────────────────────────────────────────────────


def before_call(budget: Budget, obj: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
    """Pay for a call: for what it is given, and for the text that the method is one of.

    Raises:
        SecurityError: for what has names of a template's own, which could pass for something else.
    """
    if isinstance(obj, Namespace):
        raise SecurityError("a namespace is no function")
    if isinstance(obj, Macro):  # it gives them names, and does not look into them
        budget.pay(1 + len(args) + len(kwargs))
        return
    for value in (*args, *(value for name, value in kwargs.items() if name not in _JINJAS)):
        budget.weigh(value)
    text = getattr(obj, "__self__", None)
    if isinstance(text, str):
        budget.weigh(text)
        if (
            obj.__name__ == "replace"
            and len(args) > 1
            and isinstance(args[0], str)
            and isinstance(args[1], str)
        ):
            budget.pay(text.count(args[0]) * len(args[1]) >> 3)
        elif obj.__name__.endswith("strip"):
            _product(budget, text, *args)


def formatted(environment: Environment, budget: Budget, text: str, args: Any, kwargs: Any) -> str:
    """`"{} {}".format(…)`. What comes of it is a plain value, whatever the text was."""
    budget.weigh(text)
    made = _Formatter(environment, budget).vformat(str(text), args, kwargs)
    budget.pay(len(made) >> 3)
    return made


class _Formatter(SandboxedFormatter):
    """With facts for its values, and without what is wide or deep."""

    def __init__(self, environment: Environment, budget: Budget) -> None:
        super().__init__(environment)
        self._budget = budget

    def format_field(self, value: Any, format_spec: str) -> str:
        if not _FORMAT_SPEC.fullmatch(format_spec):
            raise Malgrense("formatet er for avansert for en mal", "bruk {}, eller sett tekst sammen med ~")
        self._budget.weigh(value)
        _as_text(value)
        return format(str(value) if isinstance(value, str) else value, format_spec)

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion not in (None, "s"):
            raise Malgrense("formatet er for avansert for en mal", "bruk {}, eller sett tekst sammen med ~")
        return value


def _as_text(value: Any) -> None:
    """Let through what can be shown, as `finalize` does; a number with a part can be, once it has a format."""
    if not isinstance(value, float):
        finalize(value)


def number_range(*bounds: int) -> range:
    """The numbers of a `range`, of which there are not many."""
    numbers = range(*bounds)
    if len(numbers) > _LARGEST_COUNT:
        raise Malgrense(
            f"range kan ha høyst {_LARGEST_COUNT} tall", "gå gjennom saker og personer med for i stedet"
        )
    return numbers


def own_names(*values: Any, **more: Any) -> Namespace:
    """A `namespace`. What begins with an underscore is Python's to ask for."""
    names = dict(*values, **more)
    if not all(isinstance(name, str) and not name.startswith("_") for name in names):
        raise Malgrense("et navn i en namespace kan ikke begynne med _", "gi det et annet navn")
    return Namespace(names)
