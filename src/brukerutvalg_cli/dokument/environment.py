"""The Jinja environment: sandboxed and strict, with Markdown where others escape HTML, and a chain of loaders.

What a template may do is said in four places: in `maltekst` what may stand in it, in `generator` what code it becomes,
in `operations` what it can do to a value, and in `budget` how much of all that.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, NoReturn

from jinja2 import BaseLoader, ChoiceLoader, PrefixLoader, Template
from jinja2.exceptions import TemplateSyntaxError
from jinja2.nodes import Template as Nodes
from jinja2.parser import Parser
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import pass_context

from brukerutvalg_cli import pakkedata
from brukerutvalg_cli.dokument import operations, visning
from brukerutvalg_cli.dokument.budget import PER_FACT, STEPS, Budget, Malgrense
from brukerutvalg_cli.dokument.generator import Generator
from brukerutvalg_cli.dokument.loader import Compiled, PackagedLoader, TreeLoader
from brukerutvalg_cli.dokument.maltekst import FOR_DYP, FOR_DYP_HJELP, FOR_STORT_TALL, undersoek
from brukerutvalg_cli.dokument.markdown import Trygg, finalize, join
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.ukjent import FinnesIkke
from brukerutvalg_cli.register.tree import Tree

COMMON = "records/templates"
"""Templates that all councils of a register share."""

NAMES = ("dokument.md.j2", "innkalling.md.j2", "referat.md.j2")
"""The templates that a council can have its own of. Whatever else it has, one of these must ask for."""

_GLOBALS = ("cycler", "joiner")
LOOKED_FOR = 20
"""What it costs to look for a template, in steps."""
_MOST_NAMES = 20
"""How many templates a document can ask for at once, to get the first that there is."""


def own_folder(utvalg: str) -> str:
    """Where a council has its templates."""
    return f"records/utvalg/{utvalg}/templates"


def folders(tree: Tree, utvalg: str) -> tuple[str, ...]:
    """Where the templates of a council are, its own first; nothing where it has no use for any but the packaged."""
    both = (own_folder(utvalg), COMMON)
    return both if any(tree.exists(f"{folder}/{name}") for folder in both for name in NAMES) else ()


def environment(tree: Tree, folders: tuple[str, ...], compiled: Compiled) -> Documents:
    """The templates of these folders, and the packaged ones behind them."""
    return (
        _environment(*(TreeLoader(tree, folder, compiled) for folder in folders)) if folders else _standard()
    )


@cache
def _standard() -> Documents:
    """The environment of every council without templates of its own: compiled once."""
    return _environment()


def _environment(*own: BaseLoader) -> Documents:
    packaged = PackagedLoader(pakkedata.templates())
    loader = ChoiceLoader([*own, packaged, PrefixLoader({"standard": packaged})])
    return Documents(loader, bounded=bool(own))


@pass_context
def _printed(context: Context, value: Any) -> str:
    """`finalize`, which with a context is asked at each print: else Jinja would print literals by itself."""
    text = value if type(value) is Trygg else finalize(value)
    context.environment.pay(1 + (len(text) >> 3))  # type: ignore[attr-defined] # the environment is one of ours
    return text


class _Context(Context):
    """The names that a part of a template has. To give them to it, Jinja copies them all."""

    def __init__(self, environment: Documents, parent: dict[str, Any], *more: Any, **others: Any) -> None:
        environment.pay(1 + (len(parent) >> 3))
        super().__init__(environment, parent, *more, **others)


# Text is not among them: the sandbox has something to say of its `format`.
_VIEWS = frozenset(
    kind for kind in vars(visning).values() if isinstance(kind, type) and is_dataclass(kind)
) | {Ord}


class Documents(SandboxedEnvironment):
    """The sandbox, with a budget, and with quick access to the view: its fields hold nothing that one must look at."""

    code_generator_class = Generator
    context_class = _Context
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    budget: Budget
    pay: Callable[[int], None]

    def __init__(self, loader: BaseLoader, *, bounded: bool) -> None:
        super().__init__(
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            # What is constant is reckoned out when a document is made, and then it is counted.
            optimized=False,
            undefined=FinnesIkke,
            # So that blocks and macros say of what they have printed that it is escaped already.
            autoescape=True,
            finalize=_printed,
            loader=loader,
            auto_reload=False,
        )
        self._bounded = bounded
        filters: dict[str, Callable[..., Any]] = {name: self.filters[name] for name in operations.FILTERS}
        filters |= {"join": operations.join_filter, "stor": operations.stor}
        self.filters = {name: self._paid(name, made) for name, made in filters.items()}
        tests: dict[str, Any] = dict(self.tests)
        self.tests = {name: self._paid(name, made, views=True) for name, made in tests.items()}
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.globals |= {"range": operations.number_range, "namespace": operations.own_names}
        self.begin(None)

    def _paid(self, name: str, function: Callable[..., Any], *, views: bool = False) -> Callable[..., Any]:
        return operations.paid(name, function, lambda: self.budget, views=views or name == "unique")

    def begin(self, facts: Any) -> None:
        """A budget for the rendering to come, by how much there is to write of. Only our own templates need none."""
        measure = Budget()
        if self._bounded:
            weighed = Budget(sys.maxsize)
            weighed.weigh(facts, views=True)
            measure = Budget(STEPS + PER_FACT * (sys.maxsize - weighed.left))
        self.budget = measure
        self.pay = measure.pay

    # ── From text to code ─────────────────────────────────────────────────────────────────────────

    def _parse(self, source: str, name: str | None, filename: str | None) -> Nodes:
        parser = None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of a stray backslash, in English
                parser = Parser(self, source, name, filename)
                nodes = parser.parse()
        except (TemplateSyntaxError, Malgrense):
            raise
        except RecursionError:
            raise Malgrense(FOR_DYP, FOR_DYP_HJELP, parser.stream.current.lineno if parser else 1) from None
        except ValueError:  # Python reads no number of ten thousand digits
            raise Malgrense(FOR_STORT_TALL, row=parser.stream.current.lineno if parser else 1) from None
        undersoek(nodes)
        return nodes

    def handle_exception(self, source: str | None = None) -> NoReturn:
        # Jinja writes the whole trace anew, for people to read; `malfeil` reads it as it is.
        error = sys.exc_info()[1]
        assert error
        raise error

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        self.pay(LOOKED_FOR)
        if isinstance(name, Undefined):
            name._fail_with_undefined_error()
        if not isinstance(name, str):
            raise TypeError("bare en tekst kan være navnet på en mal")
        return super().get_template(name, parent, globals)

    def select_template(
        self,
        names: Iterable[str | Template],
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        if not isinstance(names, (list, tuple)) or not all(isinstance(name, str) for name in names):
            raise TypeError("bare en liste av tekster kan være navn på maler")
        if len(names) > _MOST_NAMES:
            raise Malgrense(
                f"en mal kan ikke lete etter mer enn {_MOST_NAMES} maler", "skriv navnet på den ene"
            )
        self.pay(LOOKED_FOR * len(names))
        return super().select_template(names, parent, globals)

    # ── What the code asks for ────────────────────────────────────────────────────────────────────

    @property
    def round(self) -> bool:
        """Pay for one that a loop looks at and may pass over."""
        self.pay(1)
        return True

    def weighed(self, value: Any) -> Any:
        """A value that is about to be compared."""
        if type(value) is not int and value is not None:
            self.budget.weigh(value, views=True)
        return value

    def key(self, value: Any) -> Any:
        """A value that is to be looked up by."""
        if not isinstance(value, (str, int)):
            raise TypeError("bare tekst og tall kan slås opp")
        return value

    def part(self, value: Any, start: Any, stop: Any, step: Any) -> Any:
        """A stretch of a text or a list."""
        return self.budget.made(value[start:stop:step])

    def join(self, parts: Iterable[Any]) -> Trygg:
        """Texts put together, each of them escaped where it is not Markdown already."""
        text = join(parts)
        self.pay(1 + (len(text) >> 3))
        return text

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        return operations.operate(self.budget, operator, left, right)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        # By position alone: a template can call its own arguments what it likes.
        operations.before_call(self.budget, obj, args, kwargs)
        return self.budget.made(super().call(context, obj, *args, **kwargs))

    # ── What the code may see ─────────────────────────────────────────────────────────────────────

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) in _VIEWS and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        self.pay(1)
        return super().getitem(obj, argument if isinstance(argument, Undefined) else self.key(argument))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return super().is_safe_attribute(obj, attr, value) and operations.may_see(obj, attr)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        if super().wrap_str_format(value) is None:
            return None
        text = value.__self__

        def wrapper(*args: Any, **kwargs: Any) -> str:
            return operations.formatted(self, self.budget, text, args, kwargs)

        return wrapper
