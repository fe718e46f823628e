"""Templates out of a tree of files, so that a council's own are read wherever its records come from."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any, ClassVar

from jinja2 import BaseLoader, Environment, FileSystemLoader, Template
from jinja2.exceptions import TemplateNotFound

from brukerutvalg_cli.dokument.budget import Malgrense
from brukerutvalg_cli.dokument.malfeil import UlesbarMal, uleselig
from brukerutvalg_cli.dokument.maltekst import FOR_STOR, FOR_STOR_HJELP, MAX_BYTES
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.register.tekst import decode
from brukerutvalg_cli.register.tree import Tree

MOST = 30
"""How many templates of a register's own one document can be made of."""

MOST_BYTES = 4 * MAX_BYTES
"""And how large they may be together."""

Compiled = dict[str, CodeType | Finding]
"""The templates of a tree that have been read, by path: the code, or why there is none."""


class TreeLoader(BaseLoader):
    """Templates in one folder of a tree of files."""

    def __init__(self, tree: Tree, folder: str, compiled: Compiled) -> None:
        self._tree = tree
        self._folder = folder
        self._compiled = compiled
        self._loaded: list[int] = []

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = f"{self._folder}/{template}"
        if ".." in template.split("/") or not self._tree.exists(path):
            raise TemplateNotFound(template)
        raw = self._tree.read(path)
        if isinstance(raw, Finding):
            raise UlesbarMal(raw)
        text, problem = decode(path, raw)
        if problem:
            raise UlesbarMal(problem)
        if len(raw) > MAX_BYTES:
            raise UlesbarMal(uleselig(Malgrense(FOR_STOR, FOR_STOR_HJELP), self._tree, path))
        return text, path, lambda: True

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        source, path, fresh = self.get_source(environment, name)
        self._loaded.append(len(source))
        if len(self._loaded) > MOST or sum(self._loaded) > MOST_BYTES:
            raise Malgrense(
                "dokumentet er satt sammen av for mange maler", "bruk færre maler, og ikke i ring"
            )
        code = self._compiled.get(path) or self._compile(environment, source, name, path)
        self._compiled[path] = code
        if isinstance(code, Finding):
            raise UlesbarMal(code)
        return environment.template_class.from_code(environment, code, globals or {}, fresh)

    def _compile(self, environment: Environment, source: str, name: str, path: str) -> CodeType | Finding:
        try:
            return environment.compile(source, name, path)
        except Exception as error:
            # Jinja and Python both can fail in it, in more ways than they say; whose it is, is sure.
            return uleselig(error, self._tree, path)


class PackagedLoader(FileSystemLoader):
    """The templates that come with the program. Their code is the same in every environment, and is made once."""

    _code: ClassVar[dict[str, CodeType]] = {}

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        source, path, fresh = self.get_source(environment, name)
        code = self._code.get(path) or self._code.setdefault(path, environment.compile(source, name, path))
        return environment.template_class.from_code(environment, code, globals or {}, fresh)
