"""The Jinja environment: sandboxed and strict, with Markdown where others escape HTML, and a chain of loaders."""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import cache
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Concat, Expr
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing, pass_context

from brukerutvalg_cli import pakkedata
from brukerutvalg_cli.dokument import visning
from brukerutvalg_cli.dokument.loader import TreeLoader
from brukerutvalg_cli.dokument.markdown import Trygg, finalize, join
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.register.tree import Tree

COMMON = "records/templates"
"""Templates that all councils of a register share."""

FILTERS = (
    "batch", "capitalize", "count", "d", "default", "first", "groupby", "int", "last", "length", "list", "lower",
    "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "slice", "sort", "trim",
    "truncate", "unique", "upper",
)  # fmt: skip
"""What a template can do to a value. Not among them: what is random, and what says that a value is safe."""

GLOBALS = ("cycler", "joiner", "namespace", "range")

NAMES = ("dokument.md.j2", "innkalling.md.j2", "referat.md.j2")
"""The templates that a council can have its own of. Whatever else it has, one of these must ask for."""


def own_folder(utvalg: str) -> str:
    """Where a council has its templates."""
    return f"records/utvalg/{utvalg}/templates"


def environment(tree: Tree, utvalg: str) -> Environment:
    """The templates as one council has them: its own, its register's, and the packaged ones behind both."""
    folders = (own_folder(utvalg), COMMON)
    if not any(tree.exists(f"{folder}/{name}") for folder in folders for name in NAMES):
        return _standard()
    return _environment(*(TreeLoader(tree, folder) for folder in folders))


@cache
def _standard() -> Environment:
    """The environment of every council without templates of its own: compiled once."""
    return _environment()


def _environment(*own: BaseLoader) -> Environment:
    packaged = FileSystemLoader(pakkedata.templates())
    return _Documents(ChoiceLoader([*own, packaged, PrefixLoader({"standard": packaged})]))


class _Undefined(StrictUndefined):
    """What is not there, in Norwegian, with the name that was probably meant."""

    @property
    def _undefined_message(self) -> str:
        hint: str | None = self._undefined_hint
        if hint:
            return hint
        name = str(self._undefined_name)
        meant = forslag(name, _names_in(self._undefined_obj))
        return f"«{name}» finnes ikke her" + (f"; mente du «{meant}»?" if meant else "")


def _names_in(obj: Any) -> list[str]:
    """What a template could have asked for instead."""
    if obj is missing:
        return ["ord", *visning.Innkalling.__slots__, *visning.Referat.__slots__]
    return [*(vars(obj) if isinstance(obj, Ord) else getattr(type(obj), "__slots__", ()))]


class _Generator(CodeGenerator):
    """Writes no escaping of HTML, which is what is slow in Jinja: our own `finalize` and `join` escape Markdown."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")

    def visit_Concat(self, node: Concat, frame: Frame) -> None:
        self.write("environment.join((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


@pass_context
def _printed(context: Context, value: Any) -> str:
    """`finalize`, which with a context is asked at each print: else Jinja would print literals by itself."""
    return value if type(value) is Trygg else finalize(value)


# Text is not among them: the sandbox has something to say of its `format`.
_VIEWS = frozenset(
    kind for kind in vars(visning).values() if isinstance(kind, type) and is_dataclass(kind)
) | {Ord}


class _Documents(SandboxedEnvironment):
    """The sandbox, with quick access to the view: its fields hold nothing that the sandbox must look at."""

    code_generator_class = _Generator
    intercepted_binops = frozenset("+")
    join = staticmethod(join)

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=_Undefined,
            # So that blocks and macros say of what they have printed that it is escaped already.
            autoescape=True,
            finalize=_printed,
            loader=loader,
            auto_reload=False,
        )
        self.filters = {name: self.filters[name] for name in FILTERS} | {"join": _join, "stor": stor}
        self.globals = {name: self.globals[name] for name in GLOBALS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) in _VIEWS and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, str) and isinstance(right, str):
            return join((left, right))
        return super().call_binop(context, operator, left, right)


def stor(value: str) -> str:
    """The value with a capital first letter, and nothing else changed."""
    return type(value)(value[:1].upper() + value[1:])


def _join(values: Any, separator: str = "") -> str:
    return join(values, separator)
