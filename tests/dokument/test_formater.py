"""One document, four readers: the table of what Markdown says and what each of the formats makes of it.

`OPPDATER_GOLDEN=1 pytest tests/dokument/test_formater.py` writes the golden documents anew, to be read in the diff.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

import smaa_registre
from brukerutvalg_cli.dokument.format.fragment import Sakoverskrift, fragment, sakene
from brukerutvalg_cli.dokument.format.lesning import lesning
from brukerutvalg_cli.dokument.format.maal import annet_maal
from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.format.ren_tekst import ren_tekst
from brukerutvalg_cli.dokument.format.side import brev_html, side
from brukerutvalg_cli.dokument.lag import fakta, lag
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import Tree, WorkTree
from dokument.test_dokument import GOLDEN, MAALFORMER, MOETE, SLAG, register
from nav_no import limt_inn, nivaaer

ROOT = Path(__file__).parents[2]


def formater(slag: Dokumentslag, tree: Tree, utvalg: str, moete: str) -> dict[str, str]:
    """The formats of one document by the ending of their files; of the page, all but its looks."""
    lastet = load(tree)
    mappe = lastet.register.mapper[utvalg]
    meeting = next(m for m in mappe.moeter if m.dato == date.fromisoformat(moete))
    text = lag(slag, lastet.register, mappe, meeting, tree)
    assert isinstance(text, str), text
    lest = lesning(text)
    cases = sakene(fakta(slag, lastet.register, mappe, meeting, tree))
    page = side(lest, mappe.utvalg.maalform, annet_maal(mappe, meeting, tree.size))
    return {
        "html": re.sub(r"<style>.*</style>", "<style></style>", page, flags=re.DOTALL),
        "fragment.html": fragment(lest, cases),
        "txt": ren_tekst(lest),
    }


def holdt(name: str, texts: dict[str, str]) -> None:
    for ending, text in texts.items():
        path = GOLDEN / f"{name}.{ending}"
        if "OPPDATER_GOLDEN" in os.environ:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_bytes().decode(), path


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("slag", SLAG)
def test_golden(slag: Dokumentslag, maalform: str) -> None:
    texts = formater(slag, smaa_registre.tree(register(maalform)), "utvalget", MOETE)
    holdt(f"{slag}.{maalform}", texts)
    assert limt_inn(texts["fragment.html"]) == texts["fragment.html"]


@pytest.mark.parametrize("slag", SLAG)
def test_golden_of_the_shipped_meeting(slag: Dokumentslag) -> None:
    texts = formater(slag, WorkTree(ROOT), "nav-vestland", "2022-11-16")
    holdt(f"nav-vestland.{slag}", texts)
    assert limt_inn(texts["fragment.html"]) == texts["fragment.html"]


def test_the_field_of_nav_no_keeps_no_more_than_it_can_say() -> None:
    assert limt_inn('<h2 id="x">A</h2><p class="y"><span>b</span><br>c</p><a href="javascript:1">d</a>') == (
        "A<p>bc</p><a>d</a>"
    )


@pytest.mark.parametrize(
    ("markdown", "html", "text"),
    [
        ("Et *ord* og **to**.", "<p>Et <em>ord</em> og <strong>to</strong>.</p>", "Et ord og to."),
        ("1 < 2 & \\*tre\\*", "<p>1 &lt; 2 &amp; *tre*</p>", "1 < 2 & *tre*"),
        ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>", "- a\n- b\n  - c"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "1. a\n2. b"),
        ("3. a\n4. b", "<ul>\n<li>3. a</li>\n<li>4. b</li>\n</ul>", "- 3. a\n- 4. b"),
        ("- a\n\n  b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>", "- a\n  b"),
        ("- # a", "<ul>\n<li>a</li>\n</ul>", "- a"),
        ("- a\n-\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"),
        ("-", "", ""),
        # Links
        ("[Planen](https://nav.no/a?b=1&c=2)", '<p><a href="https://nav.no/a?b=1&amp;c=2">Planen</a></p>',
         "Planen (https://nav.no/a?b=1&c=2)"),
        ("<post@nav.no>", '<p><a href="mailto:post@nav.no">post@nav.no</a></p>', "post@nav.no"),
        ("[Planen](plan%20B.pdf)", '<p><a href="plan%20B.pdf">Planen</a></p>', "Planen (plan%20B.pdf)"),
        ("[](https://nav.no)", '<p><a href="https://nav.no">https://nav.no</a></p>', "https://nav.no"),
        ("[x](javascript:alert(1))", "<p>x</p>", "x"),
        ("[**x**](data:text/html,y)", "<p><strong>x</strong></p>", "x"),
        ("[x](//a.no) [y](../b.pdf) [z](/c.pdf) [w](mailto:a@b.no?bcc=c@d.no)", "<p>x y z w</p>", "x y z w"),
        ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>", "javascript:alert(1)"),
        # What nav.no has no way to say
        ("> a\n>\n> b", "<p>«a</p>\n<p>b»</p>", "«a\n\nb»"),
        ("`a < b`", "<p>a &lt; b</p>", "a < b"),
        ("    a\n\n    b", "<p>a</p>\n<p>b</p>", "a\n\nb"),
        ("```\na\n```", "<p>a</p>", "a"),
        ("![Et hus](hus.png)", "<p>Et hus</p>", "Et hus"),
        ("![](hus.png)", "", ""),
        ("a\\\nb  \nc", "<p>a</p>\n<p>b</p>\n<p>c</p>", "a\n\nb\n\nc"),
        ("a\nb", "<p>a b</p>", "a b"),
        ("a\n\n---\n\nb", "<p>a</p>\n<p>b</p>", "a\n\nb"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>", "<b>a</b>"),
        # Tables
        ("| A | |\n|---|---|\n| 1 | 2 |",
         '<table>\n<caption>T</caption>\n<thead>\n<tr><th scope="col">A</th><td></td></tr>\n</thead>\n'
         "<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>", "- A: 1\n  - 2"),
        ("|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|1|2|3|4|5|6|",
         "<ul>\n<li>a: 1\n<ul>\n<li>b: 2</li>\n<li>c: 3</li>\n<li>d: 4</li>\n<li>e: 5</li>\n<li>f: 6</li>\n</ul>\n"
         "</li>\n</ul>", "- a: 1\n  - b: 2\n  - c: 3\n  - d: 4\n  - e: 5\n  - f: 6"),
        ("| A | B |\n|---|---|", "<p>A, B</p>", "A, B"),
    ],
)  # fmt: skip
def test_what_each_format_makes_of_it(markdown: str, html: str, text: str) -> None:
    lest = lesning(f"# T\n\n{markdown}\n")
    assert fragment(lest, ()).strip() == html
    assert limt_inn(html) == html
    assert ren_tekst(lest) == f"T\n\n{text}".strip() + "\n"
    assert html in side(lest, "nb")
    assert html in brev_html(lest, "nb")


def test_a_table_is_called_by_the_heading_it_stands_under() -> None:
    lest = lesning("# T\n\n## Møteplan\n\n| Dag | Sted |\n|---|---|\n| 1. mai | Oslo |\n")
    assert "<table>\n<caption>Møteplan</caption>\n" in fragment(lest, ())
    assert ren_tekst(lest).endswith("Møteplan\n\n- Dag: 1. mai\n  - Sted: Oslo\n")


# ── Headings ──────────────────────────────────────────────────────────────────────────────────────

SAKER = (Sakoverskrift("1/26", "Budsjett"), Sakoverskrift("2/26", "Valg"))


@pytest.mark.parametrize(
    ("markdown", "ventet"),
    [
        # Minutes: a case is of the second level, and what belongs to it of the third.
        ("## Til stede\n### Medlemmer\n## Sak 1/26: Budsjett\n### Vedtak\n## Sak 2/26: Valg", [3, 4, 3, 4, 3]),
        # A notice: below a heading that only gathers them, which is left out.
        ("## Innkalte\n## Saksliste\n### Sak 1/26: Budsjett\n#### Bakgrunn\n### Sak 2/26: Valg\n## Kopi",
         [3, 3, 4, 3, 3]),
        # A heading that has something of its own to say, stays.
        ("## Saksliste\nTo saker.\n### Sak 1/26: Budsjett", [3, 3]),
        # Cases in groups
        ("## Saksliste\n### Til behandling\n#### Sak 1/26: Budsjett\n### Eventuelt\nIntet.\n#### Sak 2/26: Valg",
         [3, 3, 4, 3]),
        # A template of the council's own, that calls them something else
        ("## Saksliste\n### PS 1/26 Budsjett\n## Kopi", [3, 3]),
        ("### Dypt\n###### Dypere\n## Oppe", [3, 4, 3]),
        ("Bare tekst", []),
    ],
)  # fmt: skip
def test_cases_are_of_the_upper_level_in_both_documents(markdown: str, ventet: list[int]) -> None:
    html = fragment(lesning(f"# T\n\n{markdown}\n"), SAKER)
    assert nivaaer(html) == ventet


def test_the_cases_are_found_wherever_they_are_in_the_facts() -> None:
    facts = {
        "grupper": [{"saker": ({"nr": "1/26", "tittel": "A  b"}, {"nr": None, "tittel": "C"})}],
        "sak": "x",
    }
    assert list(sakene(facts)) == [Sakoverskrift("1/26", "A b"), Sakoverskrift("", "C")]


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_the_page_has_one_title_its_language_and_no_hole_between_levels(maalform: Maalform) -> None:
    markdown = "# A & B\n\nFørst\n\n## En\n\n##### Dypt\n\n## To\n\n# En til\n\n## En\n\n## Fire: x\n"
    page = side(lesning(markdown), maalform)
    assert page.startswith(f'<!DOCTYPE html>\n<html lang="{maalform}">\n')
    assert "<title>A &amp; B</title>" in page
    assert nivaaer(page) == [1, 2, 2, 3, 2, 2, 2, 2]
    assert f">{'Innhold' if maalform == 'nb' else 'Innhald'}</h2>" in page
    assert re.findall(r'<h2 id="(.+?)"', page) == ["innhold", "en", "to", "en-til", "en-2", "fire"]
    assert re.findall(r'href="#(.+?)"', page) == ["en", "to", "en-til", "en-2", "fire"]


def test_the_page_asks_for_nothing() -> None:
    page = side(lesning("# T\n\nTekst\n"), "nb")
    assert "default-src &#x27;none&#x27;" in page
    assert re.findall(r"url\(|@import|src=|<script|<link|<img", page) == []


def test_of_few_parts_there_is_no_list() -> None:
    assert "<nav" not in side(lesning("# T\n\n## A\n\n## B\n\n## C\n"), "nb")


# ── The other målform ─────────────────────────────────────────────────────────────────────────────

TO_MAAL = """\
utvalg: {maalform: nn}
moeter/2024-03-13:
  saker:
    - nr: 1/24
      tittel: "Tiltak: En oversikt"
      maalform: nb
      type: annet
      referat: "Vi snakket om *dette*:\\n\\n- Først det ene.\\n- Så det andre."
      vedlegg: [{tittel: "Tiltak: En tabell", fil: t.pdf}]
    - nr: 2/24
      tittel: Budsjett
      type: annet
      referat: Vi snakka om dette.
      vedlegg: [{tittel: Utkast til budsjett, maalform: nb}, {tittel: Eit brev, maalform: nn}]
    - {nr: 3/24, tittel: Møteplan, type: annet, maalform: ukjent}
vedlegg/t.pdf: x
"""


def test_what_is_in_the_other_maalform_says_so_where_it_can() -> None:
    texts = formater("referat", smaa_registre.tree(TO_MAAL), "utvalget", "2024-03-13")
    assert re.findall(r">([^<]*)<span lang=\"nb\">(.*?)</span>", texts["html"]) == [
        ("Sak 1/24: ", "Tiltak: En oversikt"),  # in the list of contents
        ("Sak 1/24: ", "Tiltak: En oversikt"),
        ("", "Vi snakket om <em>dette</em>:"),
        ("", "Først det ene."),
        ("", "Så det andre."),
        ("", "Utkast til budsjett"),
    ]
    assert "lang" not in texts["fragment.html"]
    assert texts["html"].count("lang=") == 7


def test_a_part_of_the_agenda_is_told_at_each_case_in_it() -> None:
    """Its heading would have nothing below it but the first of them."""
    text = "# T\n\n## Saksliste: Til behandling\n\n### Sak 1: A\n\nX\n\n### Sak 2: B\n\n## Neste møte\n\nY\n"
    cases = [Sakoverskrift("1", "A", "Saksliste: Til behandling"), Sakoverskrift("2", "B")]
    html = fragment(lesning(text), cases)
    part = "<p>Saksliste: Til behandling</p>"
    assert (
        html
        == f"<h3>Sak 1: A</h3>\n{part}\n<p>X</p>\n<h3>Sak 2: B</h3>\n{part}\n<h3>Neste møte</h3>\n<p>Y</p>\n"
    )
