"""The site has the pages of docs/ in the order that docs/README.md has them, and no page is left out of either."""

from __future__ import annotations

import re
import tomllib

from smaa_registre import ROOT

DOCS = ROOT / "docs"
LISTA = re.findall(r"^- \[([^]]+)\]\(([^)]+)\)", (DOCS / "README.md").read_text("utf-8"), re.MULTILINE)
PROSJEKTET = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]


def test_the_list_names_every_page_once() -> None:
    named = [page for _, page in LISTA]
    there = {path.name for path in DOCS.glob("*.md")} - {"README.md"} | {"regler/README.md"}
    assert sorted(named) == sorted(there)


def test_the_site_is_ordered_as_the_list_and_calls_the_pages_the_same() -> None:
    assert PROSJEKTET["nav"] == [{"Dokumentasjon": "README.md"}, *({title: page} for title, page in LISTA)]
