"""The site that `make nettsted` has built: it says what docs/ says, its links lead somewhere, and it asks nobody."""

from __future__ import annotations

import re
import tomllib
from html.parser import HTMLParser
from importlib.metadata import distributions
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from packaging.specifiers import SpecifierSet

from smaa_registre import ROOT

DOCS, NETTSTED = ROOT / "docs", ROOT / "ut/nettsted"
MARKDOWN = sorted(DOCS.rglob("*.md"))
BLOKKER = {
    "h1",
    "h2",
    "h3",
    "h4",
    "ol",
    "ul",
    "li",
    "pre",
    "table",
    "tr",
    "th",
    "td",
    "blockquote",
    "strong",
    "em",
}
ANDRES = re.compile(r"(?i)(https?:)?//|ftp:")
"""What an address begins with when it is another host's."""


class Side(HTMLParser):
    """What is asked of a page: its blocks, its anchors, where it leads, what it fetches, and what it says of itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blokker: list[str] = []
        self.ankere: set[str] = set()
        self.lenker: list[str] = []
        self.hentes: list[str] = []
        self.merkelapper: set[str] = set()
        self.maalform = ""
        self.vern = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag in BLOKKER:
            self.blokker.append(tag)
        if tag == "html":
            self.maalform = values["lang"]
        if values.get("http-equiv") == "Content-Security-Policy":
            self.vern = values["content"]
        self.ankere |= {values[key] for key in ("id", "name") if key in values}
        self.lenker += [values["href"]] if tag == "a" and "href" in values else []
        self.hentes += [values[key] for key in ("src", "srcset", "data", "poster", "action") if key in values]
        self.hentes += (
            [values["href"]] if tag in {"link", "base", "use", "image"} and "href" in values else []
        )
        self.merkelapper |= {values[key] for key in ("aria-label", "placeholder") if key in values}


def bygd(source: Path) -> Path:
    """Where the page of a file is."""
    page = NETTSTED / source.relative_to(DOCS)
    return page.with_name("index.html") if page.name == "README.md" else page.with_suffix(".html")


def navn(path: Path) -> str:
    return path.relative_to(DOCS if path.is_relative_to(DOCS) else NETTSTED).as_posix()


SIDER = {path: Side(path.read_text(encoding="utf-8")) for path in sorted(NETTSTED.rglob("*.html"))}


def test_every_file_has_its_page_and_no_page_is_of_another_time() -> None:
    assert set(SIDER) == {bygd(source) for source in MARKDOWN} | {NETTSTED / "404.html"}


@pytest.mark.parametrize("source", MARKDOWN, ids=navn)
def test_the_page_has_the_lists_tables_and_code_that_github_shows(source: Path) -> None:
    # Builders of sites read Markdown by older rules than GitHub does: four spaces, not three, are within a point.
    html = bygd(source).read_text(encoding="utf-8")
    article = html[html.index("<article") : html.index("</article>")]
    expected = MarkdownIt("commonmark").enable("table").render(source.read_text(encoding="utf-8"))
    assert Side(article).blokker == Side(expected).blokker


def fil(page: Path, address: str) -> Path:
    """The file an address on a page leads to. The page of what is not found is shown at any depth: from the top."""
    path = address.partition("#")[0]
    return (NETTSTED / path.lstrip("/") if page.name == "404.html" else page.parent / path).resolve()


@pytest.mark.parametrize("page", SIDER, ids=navn)
def test_every_link_leads_to_a_page_and_an_anchor_on_it(page: Path) -> None:
    for link in SIDER[page].lenker:
        if not ANDRES.match(link):
            found = SIDER[page] if link.startswith("#") else SIDER.get(fil(page, link))
            assert found is not None, link
            assert link.partition("#")[2] in found.ankere | {""}, link


@pytest.mark.parametrize("page", SIDER, ids=navn)
def test_everything_fetched_is_a_file_of_the_site(page: Path) -> None:
    for address in SIDER[page].hentes:
        assert not ANDRES.match(address)
        assert fil(page, address).is_file(), address
    # What a script would fetch nevertheless is stopped by the browser.
    assert SIDER[page].vern == "default-src 'self' 'unsafe-inline' data: blob:"


def test_no_stylesheet_fetches_from_another_host() -> None:
    sheets = list(NETTSTED.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        fetched = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", sheet.read_text(encoding="utf-8"))
        assert [address for address in fetched if ANDRES.match(address)] == [], sheet


def test_what_is_around_the_text_is_norwegian() -> None:
    headings = {
        line.lstrip("# ")
        for path in MARKDOWN
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("#")
    }
    said = {label for page in SIDER.values() for label in page.merkelapper}
    assert said <= headings | {"Innholdsliste", "Navigasjon", "Søk", "Topp", "brukerutvalg"}
    assert {page.maalform for page in SIDER.values()} == {"nb"}


def test_every_word_that_the_search_has_of_its_own_is_said_in_norwegian() -> None:
    """They are in the script of the theme, where no page has them."""
    (script,) = NETTSTED.glob("assets/javascripts/bundle.*.js")
    written = re.findall(
        r'(?:"aria-label"|placeholder|children):\[?"([A-Z][^"]+)"|[=?:]"((?:No|Loading|Search is) [^"]+)"',
        script.read_text(encoding="utf-8"),
    )
    words = {(one or other).replace("\\u2026", "…") for one, other in written}
    assert {"Search results", "No results", "Loading search…"} <= words
    ours = (ROOT / "nettsted/tema/main.html").read_text(encoding="utf-8")
    assert {word for word in words if f'"{word}":' not in ours} == set()


def test_a_page_that_is_not_found_is_told_in_norwegian() -> None:
    text = (NETTSTED / "404.html").read_text(encoding="utf-8")
    assert "<h1>Siden finnes ikke</h1>" in text
    assert "Not found" not in text


def test_all_that_is_installed_is_for_the_oldest_python_that_is_promised() -> None:
    """The site comes last, and then all of the lists are installed: Debian 12 has 3.11.2."""
    promised = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "requires-python"
    ]
    oldest = f"{promised.removeprefix('>=')}.0"
    wants = {each.name: each.metadata["Requires-Python"] for each in distributions()}
    assert len(wants) > 50
    assert not {
        name: wanted for name, wanted in wants.items() if wanted and oldest not in SpecifierSet(wanted)
    }
