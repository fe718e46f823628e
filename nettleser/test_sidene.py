"""Every document in a real browser, wide as a desk and narrow as a phone: what axe says of it, and what runs out of it.

The pictures of some of them are left in ut/nettleser/, to be looked at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, sync_playwright

from dokumentene import ROOT, Dokument, alle

KRAV = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
"""What the law asks of a public body: WCAG 2.1, levels A and AA."""
BREDDER = (1280, 320)
BILDER = ROOT / "ut" / "nettleser"
VISES = re.compile(r"nav-vestland-2022-11-16|n[bn]-utvalget-2024-03-13|alt-markdown-kan")
DOKUMENTER = alle()
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
SPOER = f"""
    axe.run({{runOnly: {{type: "tag", values: {KRAV}}}, resultTypes: ["violations"]}})
       .then((found) => found.violations.map((each) => each.id + ": " + each.nodes[0].html))
"""


@pytest.fixture(scope="session")
def page() -> Iterator[Page]:
    """A page in Debian's Chromium that gets nothing from elsewhere; what it asks for is in `spurt`."""
    where = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert where, "no chromium; nettleser/skaff installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where)
        opened = browser.new_page()
        opened.route("**/*", _ingenting)
        yield opened
        browser.close()


spurt: list[str] = []


def _ingenting(route: Route) -> None:
    spurt.append(route.request.url)
    route.abort()


def aapne(page: Page, html: str) -> None:
    """Show a page, with axe beside it. In a new one: the policy of the page before would hold for this too."""
    page.goto("about:blank")
    page.set_content(html)
    page.evaluate(AXE)


def brudd(page: Page) -> list[str]:
    """What axe finds, a line each: the rule, and the first place."""
    found: list[str] = page.evaluate(SPOER)
    return found


def bredde(page: Page) -> int:
    """How wide the page would like to be."""
    wide: int = page.evaluate("document.documentElement.scrollWidth")
    return wide


@pytest.mark.parametrize("dokument", DOKUMENTER, ids=lambda each: each.navn)
def test_it_can_be_read_by_everybody_and_nothing_runs_out_of_it(page: Page, dokument: Dokument) -> None:
    shown = VISES.search(dokument.navn)
    # A mail is the page without its looks: some of them are enough.
    for kind, html in (each for each in dokument.sider() if shown or each[0] != "brev"):
        aapne(page, html)
        for width in BREDDER:
            page.set_viewport_size({"width": width, "height": 900})
            assert brudd(page) == [], (kind, width)
            assert bredde(page) <= width, (kind, width, "sideways scroll")
            assert spurt == [], (kind, width)
            if shown:
                BILDER.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=BILDER / f"{dokument.navn}.{kind}.{width}.png", full_page=True)


def test_the_watchers_are_awake(page: Page) -> None:
    wide = "<div style='width: 2000px'>x</div>"
    aapne(page, f"<!DOCTYPE html><title>x</title><img src='https://example.no/x.png'><a href='#'></a>{wide}")
    assert {line.partition(":")[0] for line in brudd(page)} >= {"html-has-lang", "image-alt", "link-name"}
    assert bredde(page) >= 2000
    for _ in range(100):
        if not spurt:  # what a page asks for is told a little later
            page.wait_for_timeout(100)
    assert spurt == ["https://example.no/x.png"]
    spurt.clear()


LEST = """(written) => {
    const field = document.createElement("template");
    field.innerHTML = written;
    return field.innerHTML;
}"""


def test_the_browser_reads_a_fragment_as_it_was_written(page: Page) -> None:
    page.set_content("<!DOCTYPE html><title>x</title>")
    for dokument in DOKUMENTER:
        read = page.evaluate(LEST, dokument.fragmentet())
        assert read.replace("&nbsp;", "\u00a0") == dokument.fragmentet(), dokument.navn


def test_nothing_in_a_page_is_carried_out(page: Page) -> None:
    wild = DOKUMENTER[-1]
    for _, html in wild.sider():
        page.set_content(html)
        assert page.locator("script, img, iframe, [onclick], a[href^='javascript']").count() == 0
        assert "<script>alert(1)</script>" in page.inner_text("main, body")


def test_on_paper_there_is_the_document_and_no_list_of_links(page: Page) -> None:
    wild = next(each for each in DOKUMENTER if "nav-vestland-2022-11-16-referat" in each.navn)
    page.set_content(dict(wild.sider())["side"])
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.locator("nav").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    BILDER.mkdir(parents=True, exist_ok=True)
    page.pdf(path=BILDER / f"{wild.navn}.pdf", format="A4")
    page.emulate_media(media="screen")


def test_a_validator_finds_no_error(tmp_path: Path) -> None:
    paths = []
    for dokument in DOKUMENTER:
        for kind, html in dokument.sider():
            paths.append(tmp_path / f"{dokument.navn}.{kind}.html")
            paths[-1].write_text(html, encoding="utf-8")
    said = subprocess.run(["tidy", "-quiet", "-errors", "-utf8", "--warn-proprietary-attributes", "yes", *paths],
                          capture_output=True, text=True, check=False).stderr  # fmt: skip
    assert said == ""


def test_the_validator_is_awake(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(
        "<!DOCTYPE html><title>x</title><p id=a><ul><b id=a></ul>", encoding="utf-8"
    )
    said = subprocess.run(
        ["tidy", "-q", "-e", tmp_path / "x.html"], capture_output=True, text=True, check=False
    ).stderr
    assert "anchor" in said or "missing" in said
