"""Workflow commands, read back by GitHub's own rules for them, and the summary of the job.

The rules: a line that begins with `::`, a name, perhaps a space and `key=value` pairs between commas, `::`,
the message. What `%25 %0D %0A` (and `%3A %2C` in a value) stand for is put back. Columns need one line.
"""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from brukerutvalg_cli.funn.finding import Finding, Kilde, Severity, Utfall
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.rapport import github, markdown
from brukerutvalg_cli.rapport.rapport import Located, Rapport

ANNOTATION = {"title", "file", "line", "endLine", "col", "endColumn"}
KILDE = Kilde("mandat", "sakspapirer", "Arbeidsform", "boer")
TOM = Rapport((), (), (), (), filer=2, utvalg=1, dato=date(2022, 12, 1))


def parse(line: str) -> tuple[str, dict[str, str], str] | None:
    """One line of a log: the command's name, its properties and its message; None where it is just a line."""
    if not line.strip().startswith("::"):
        return None
    head, separator, message = line.strip()[2:].partition("::")
    assert separator, line
    name, _, pairs = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in pairs.split(",") if pair)
    unescaped = {key: _unescape(value, ("%3A", ":"), ("%2C", ",")) for key, value in properties.items()}
    return name, unescaped, _unescape(message)


def _unescape(text: str, *more: tuple[str, str]) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
        text = text.replace(written, meant)
    return text


def located(
    severity: Severity = Severity.FEIL,
    message: str = "melding",
    path: str = "a.yaml",
    span: Span | None = None,
    help: str = "",
    emne: str = "",
) -> Located:
    """A finding with what a test is about."""
    return Located(
        Finding("BU104", "frist", severity, message, Place(path), help=help, kilde=KILDE, emne=emne), span
    )


def commands(rapport: Rapport) -> list[tuple[str, dict[str, str], str]]:
    """The annotations of a report; the line after them is not one."""
    *lines, last = github.render(rapport).rstrip("\n").split("\n")
    assert parse(last) is None
    parsed = [parse(line) for line in lines]
    return [command for command in parsed if command is not None]


def test_a_finding_with_everything() -> None:
    found = located(
        message="for sent", path="a,b: c.yaml", span=Span(9, 16, 9, 26), help="send før: 10 %, minst"
    )
    assert commands(replace(TOM, funn=(found,))) == [
        (
            "error",
            {
                "title": "frist (BU104)",
                "file": "a,b: c.yaml",
                "line": "9",
                "endLine": "9",
                "col": "16",
                "endColumn": "26",
            },
            "for sent\n"
            "kilde: Arbeidsform, «bør», i mandat (sakspapirer)\n"
            "hjelp: send før: 10 %, minst\n"
            "mer: brukerutvalg forklar frist",
        )
    ]


def test_columns_only_on_one_line_and_no_line_for_the_file_as_such() -> None:
    found = (located(span=Span(1, 2, 4, 1)), located())
    places = [set(properties) for _, properties, _ in commands(replace(TOM, funn=found))]
    assert places == [{"title", "file"}, {"title", "file", "line", "endLine"}]


def test_errors_come_first() -> None:
    found = tuple(
        located(severity, span=Span(row, 1, row, 2))
        for row, severity in enumerate((Severity.RAAD, Severity.ADVARSEL, Severity.FEIL), start=1)
    )
    assert [name for name, _, _ in commands(replace(TOM, funn=found))] == ["error", "warning", "notice"]


def test_the_last_line_counts_and_says_what_github_hides() -> None:
    ten = tuple(located(emne=str(n)) for n in range(10))
    counted = "10 feil i 2 filer (1 utvalg), vurdert per 1. desember 2022"
    assert github.render(replace(TOM, funn=ten)).endswith(f"\n{counted}\n")
    eleven = (*ten, located(emne="10"))
    last = github.render(replace(TOM, funn=eleven)).rstrip("\n").rpartition("\n")[2]
    assert last.startswith("11 feil i 2 filer")
    assert last.endswith("; GitHub viser bare 10 av hvert slag, alle står i loggen")


@given(st.text(), st.text(min_size=1))
def test_no_text_breaks_out_of_its_command(message: str, path: str) -> None:
    (name, properties, text), *more = commands(replace(TOM, funn=(located(message=message, path=path),)))
    assert (name, set(properties), more) == ("error", {"title", "file"}, [])
    assert set(properties) <= ANNOTATION
    assert text.count("\n") == 2


@given(st.text())
def test_escapes_are_put_back(text: str) -> None:
    assert parse(f"::error file={github.escape_property(text)}::{github.escape_message(text)}x") == (
        "error",
        {"file": text},
        f"{text}x",
    )


def test_step_summary_is_markdown_with_everything() -> None:
    found = located(message="<script> *ikke* | `kode` [her](x) _a_ #1\n# overskrift", help="gjør ~noe~")
    unsure = Finding(
        "BU101",
        "frist",
        Severity.FEIL,
        "ukjent",
        Place("b.yaml"),
        utvalg="nav-vestland",
        kilde=KILDE,
        utfall=Utfall.UVISST,
    )
    point = Located(unsure, Span(2, 3, 2, 4))
    text = github.step_summary(replace(TOM, funn=(found,), ikke_vurdert=(point,)))
    html = MarkdownIt("commonmark", {"html": True}).render(text)
    assert "&lt;script&gt; *ikke* | `kode` [her](x) _a_ #1 # overskrift" in html
    assert html.count("<h2>") == 1
    assert html.count("<h3>") == 2
    assert "<code>b.yaml:2:3</code>" in html
    assert not {"<em>", "<a ", "<script", "<h1>", "<del>"} & set(html.split())


def test_step_summary_is_never_larger_than_github_takes() -> None:
    found = tuple(located(message="æ" * 1000, emne=str(n)) for n in range(600))
    text = github.step_summary(replace(TOM, funn=found))
    assert len(text.encode()) <= 1024 * 1024
    assert text.endswith("\n\n… resten er utelatt: GitHub tar imot høyst 1 MiB (se --output-format json)\n")


def test_code_with_back_ticks() -> None:
    assert MarkdownIt().renderInline(markdown.code("a`b``c")) == "<code>a`b``c</code>"
