"""Templates out of a tree of files, so that a council's own are read wherever its records come from."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import BaseLoader, Environment
from jinja2.exceptions import TemplateNotFound

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.register.tekst import decode
from brukerutvalg_cli.register.tree import Tree


class UlesbarMal(Exception):
    """A template that is there and cannot be read, with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class TreeLoader(BaseLoader):
    """Templates in one folder of a tree of files."""

    def __init__(self, tree: Tree, folder: str) -> None:
        self._tree = tree
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = f"{self._folder}/{template}"
        if ".." in template.split("/") or not self._tree.exists(path):
            raise TemplateNotFound(template)
        raw = self._tree.read(path)
        text, problem = ("", raw) if isinstance(raw, Finding) else decode(path, raw)
        if problem:
            raise UlesbarMal(problem)
        return text, path, lambda: True
