"""What does not go on nav.no is told where it was written, and the document says what it can of it all the same."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.dokument.format.blokker import Avsnitt
from brukerutvalg_cli.dokument.format.fragment import fragment
from brukerutvalg_cli.dokument.format.lesning import lesning
from brukerutvalg_cli.dokument.lenker import vist
from brukerutvalg_cli.nettekst import ikke_vist as a
from brukerutvalg_cli.nettekst.ikke_vist import IkkeVist, IkkeVistSlag, ikke_vist
from brukerutvalg_cli.nettekst.lenke import er_vedlegg, lovlig
from smaa_registre import dom

TABELL = "| a | b |\n|---|---|\n| 1 | 2 |"
BRED = "|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|1|2|3|4|5|6|"


@pytest.mark.parametrize(
    ("text", "ventet"),
    [
        ("Først\n\n> sitat", [(a.SITAT, 3)]),
        ("- punkt\n  > sitat", [(a.SITAT, 2)]),
        ("Skriv `ja` her", [(a.KODE, 1)]),
        ("Først\n\n    innrykk", [(a.KODE, 3)]),
        ("~~~\nkode\n~~~", [(a.KODE, 1)]),
        ("![Et hus](hus.png)", [(a.BILDE, 1)]),
        ("Et <b>fett</b> ord", [(a.HTML, 1)]),
        ("<!-- skjult -->", [(a.HTML, 1)]),
        ("3 < 4 og 5 > 4, a<b", []),
        (BRED, [(a.BRED_TABELL, 1)]),
        (TABELL, []),
        # Links
        ("[Planen](https://nav.no/plan)", []),
        ("[Planen](vedlegg/plan.pdf)", []),
        ("<post@nav.no>", []),
        ("[Planen](javascript:alert(1))", [(a.ULOVLIG_LENKE, 1)]),
        ("[Planen][1]\n\n[1]: file:///c:/plan.pdf", [(a.ULOVLIG_LENKE, 1)]),
        ("Se https://nav.no/plan", [(a.BAR_LENKE, 1)]),
        ("Se www.nav.no", [(a.BAR_LENKE, 1)]),
        ("<https://nav.no>", [(a.BAR_LENKE, 1)]),
        ("[https://nav.no](https://nav.no)", [(a.BAR_LENKE, 1)]),
        ("[Her](https://nav.no)", [(a.TOM_LENKETEKST, 1)]),
        ("[les meir.](https://nav.no)", [(a.TOM_LENKETEKST, 1)]),
        ("[](https://nav.no)", [(a.TOM_LENKETEKST, 1)]),
        ("[**Les mer**](https://nav.no)", [(a.TOM_LENKETEKST, 1)]),
        ("[![Et hus](hus.png)](https://nav.no)", [(a.BILDE, 1)]),
        # Bold for a heading
        ("**Innspill**\n\nTekst", [(a.FET_OVERSKRIFT, 1)]),
        ("__Innspill:__\n\n- a", [(a.FET_OVERSKRIFT, 1)]),
        ("**Innspill:** tekst", []),
        ("- **Innspill:** tekst\n- **To**, og mer", []),
        ("Et **viktig** ord", []),
        # The first of a kind is enough, and kinds are told in their order
        ("`a`\n\n`b`\n\n> c", [(a.KODE, 1), (a.SITAT, 5)]),
        ("Vanlig tekst.\n\n## Overskrift\n\n1. En\n2. To", []),
    ],
)
def test_what_does_not_go(text: str, ventet: list[tuple[IkkeVistSlag, int]]) -> None:
    assert ikke_vist(text) == [IkkeVist(slag, line) for slag, line in ventet]


@pytest.mark.parametrize("text", ["> a", "`a`", "    a", "![a](b.png)", BRED, "[a](javascript:b)", "[a](/b)"])
def test_what_the_page_says_otherwise_than_it_was_written_is_told(text: str) -> None:
    """A quotation, code, a picture, a wide table, a link: what the reading of a document changes, the check knows."""
    assert len(ikke_vist(text)) == 1
    assert "a" in fragment(lesning(text), ())


@pytest.mark.parametrize(
    ("href", "hva"),
    [
        ("https://www.nav.no/a?b=c#d", "side"), ("HTTP://nav.no", "side"), ("mailto:post@nav.no", "adresse"),
        ("plan.pdf", "vedlegg"), ("vedlegg/2026/M%C3%B8teplan.pdf", "vedlegg"), ("", ""), ("#sak", ""), ("plan", ""),
        ("javascript:alert(1)", ""), ("JaVaScRiPt:alert(1)", ""), ("data:text/html,x", ""), ("file:///a.pdf", ""),
        ("//a.no/b.pdf", ""), ("/b.pdf", ""), ("../b.pdf", ""), ("a/../../b.pdf", ""), ("\\\\a\\b.pdf", ""),
        ("https:/a.no", ""), ("https://", ""), ("https:\\\\a.no", ""), ("mailto:a@b.no?bcc=c@d.no", ""),
        ("mailto:a@b.no&x", ""), ("tel:55553333", ""), ("vbscript:x.pdf", ""), ("x.pdf?y", ""), ("%2e%2e/x.pdf", ""),
    ],
)  # fmt: skip
def test_where_a_link_may_lead(href: str, hva: str) -> None:
    assert lovlig(href) == bool(hva)
    assert er_vedlegg(href) == (hva == "vedlegg")


def funn(register: str) -> list[tuple[str, str]]:
    return [
        (".".join(map(str, located.finding.place.route)), located.finding.message)
        for located in dom(register).funn
        if located.finding.name == "nettside"
    ]


def test_every_text_of_a_document_is_looked_at_and_no_other() -> None:
    quotes = "praktisk: '> a', innledning: '> a', merknad: '> a', formoete: {referat: '> a'}"
    case = (
        "tittel: A, type: annet, framlegg: '> a', referat: '> a', vedtak: {tekst: '> a'}, etter_moetet: '> a'"
    )
    register = (
        f"moeter/2022-11-16: {{{quotes}, saker: [{{nr: 1/22, {case}}}, {{nr: 2/22, fortrolig: ja, {case}}}]}}"
    )
    assert [route for route, _ in funn(register)] == [
        "praktisk",
        "innledning",
        "formoete.referat",
        "saker.0.framlegg",
        "saker.0.referat",
        "saker.0.vedtak.tekst",
        "saker.0.etter_moetet",
    ]


def test_the_line_is_told_where_there_are_several() -> None:
    register = 'moeter/2022-11-16: {innledning: "En.\\n\\n![Hus](hus.png)"}'
    assert funn(register) == [
        (
            "innledning",
            "her står et bilde (linje 3 i teksten): tekstfeltet på nav.no tar ikke imot bilder, så bare "
            "bildeteksten blir med (WCAG 1.1.1)",
        )
    ]


@pytest.mark.parametrize(
    "lenke", ["[Planen](/plan)", "[Planen](/plan_(2027))", "[Planen](javascript:alert(1))"]
)
def test_a_link_that_is_none_is_shown_as_it_is_said_to_be(lenke: str) -> None:
    assert [each.slag for each in ikke_vist(lenke)] == [a.ULOVLIG_LENKE]
    assert "vist slik den er skrevet" in a.ULOVLIG_LENKE.blir
    assert lesning(vist(lenke)).blokker == (Avsnitt((lenke,)),)
