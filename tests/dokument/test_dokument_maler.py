"""A council's own templates: one block in place of ours, and a mistake in them as a finding with its line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.dokument.ord import Ord, ordliste
from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.pakkedata import templates
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, filer

REGISTER: dict[str, Any] = {
    "utvalg": {"navn": "Utvalget", "maalform": "nn"},
    "moeter/2024-03-13": {
        "tid": "12:15",
        "saker": [{"nr": "1/24", "tittel": "Ein *sak*", "type": "annet", "referat": "Ein *tekst*."}],
    },
}
TEMPLATE = f"{UTVALG}/templates/referat.md.j2"


def lagt(slag: Dokumentslag = "referat", **maler: str | bytes) -> str | Finding:
    """A document of a council with these templates, by name without their suffix."""
    files: dict[str, str | bytes] = dict(filer(REGISTER))
    files |= {f"{UTVALG}/templates/{name}.md.j2": text for name, text in maler.items()}
    return fra(MemoryTree(files), slag)


def fra(tree: MemoryTree, slag: Dokumentslag = "referat") -> str | Finding:
    lastet = load(tree)
    assert lastet.findings == ()
    mappe = lastet.register.mapper["utvalget"]
    return lag(slag, lastet.register, mappe, mappe.moeter[0], tree)


def lest(result: str | Finding) -> str:
    assert isinstance(result, str), result
    return result


# ── One block in place of ours ────────────────────────────────────────────────────────────────────


def test_a_council_writes_one_block() -> None:
    own = '{% extends "standard/referat.md.j2" %}\n{% block fot %}\n\n## Til slutt\n\nTakk!\n{% endblock %}\n'
    assert lest(lagt(referat=own)) == f"{lest(lagt())}\n## Til slutt\n\nTakk!\n"


def test_a_block_can_keep_what_was_there() -> None:
    own = (
        '{% extends "standard/referat.md.j2" %}\n{% block hode %}\n{{ super() }}\n*Utkast*\n{% endblock %}\n'
    )
    head, rest = lest(lagt()).split("\n\n## Til stades", 1)
    assert lest(lagt(referat=own)) == f"{head}\n\n*Utkast*\n\n## Til stades{rest}"


def test_a_block_of_each_case() -> None:
    own = '{% extends "standard/referat.md.j2" %}{% block sak %}\n## {{ sak.nr }}\n\n{{ sak.referat }}\n{% endblock %}'
    assert lest(lagt(referat=own)).endswith("\n## 1/24\n\nEin *tekst*.\n")


def test_the_skeleton_is_overridden_for_both_documents() -> None:
    own = '{% extends "standard/dokument.md.j2" %}{% block hode %}\n# {{ moete.dag }}\n{% endblock %}'
    for slag in ("innkalling", "referat"):
        assert lest(lagt(slag, dokument=own)).startswith("# onsdag 13. mars 2024\n\n##")


def test_all_councils_of_a_register_can_share_templates_and_each_has_the_last_word() -> None:
    files: dict[str, str | bytes] = dict(filer(REGISTER))
    files["records/templates/referat.md.j2"] = "Felles"
    assert fra(MemoryTree(files)) == "Felles\n"
    assert fra(MemoryTree(files | {TEMPLATE: "Eigen"})) == "Eigen\n"


def test_what_a_template_prints_is_escaped_however_it_is_put_together() -> None:
    own = """
{% set sak = saker[0] %}
{% macro m(x) %}<{{ x }}>{% endmacro %}
{{ sak.tittel }}|{{ moete.dag ~ sak.tittel }}|{{ sak.tittel + moete.dag }}|{{ [sak.tittel, moete.dag] | join("*") }}
{{ m(sak.tittel) }}|{{ sak.tittel | upper }}|{{ sak.referat }}|{{ "%s" % sak.tittel }}|{{ "{}".format(sak.tittel) }}
"""
    x, d = r"Ein \*sak\*", "onsdag 13. mars 2024"
    upper = r"EIN \*SAK\*"
    assert lest(lagt(referat=own)) == f"{x}|{d}{x}|{x}{d}|{x}\\*{d}\n<{x}>|{upper}|Ein *tekst*.|{x}|{x}\n"


# ── What is wrong with a template ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("mal", "rad", "melding"),
    [
        ("\n{{ moetelder }}", 2, "«moetelder» finnes ikke her; mente du «moeteleder»?"),
        ("{{ utvalg.namn }}", 1, "«namn» finnes ikke her; mente du «navn»?"),
        ("{% if utvalg.merknad %}x{% endif %}", 1, "«merknad» finnes ikke her"),
        ("{{ saker[0].fortrolig_til }}", 1, "«fortrolig_til» finnes ikke her; mente du «fortrolig»?"),
        ("{{ register }}", 1, "«register» finnes ikke her"),
        ("\n\n  {{ ord.moetestad }}", 3, "«moetestad» finnes ikke her; mente du «moetested»?"),
        ("{% if moete %}Hei", 1, "malen slutter før «if» er lukket med «endif»"),
        ("a\n{% blokk %}", 2, "«blokk» er ikke noe en mal kan gjøre, eller det står på feil sted"),
        ("{{ moete dag }}", 1, "her skulle det stå «}}», ikke «dag»"),
        ("{{ moete.dag | safe }}", 1, "filteret «safe» finnes ikke i en mal"),
        ("{{ [1] | random }}", 1, "filteret «random» finnes ikke i en mal"),
        ("{% if 1 is stor %}{% endif %}", 1, "testen «stor» finnes ikke i en mal"),
        ("{{ lipsum() }}", 1, "«lipsum» finnes ikke her"),
        ("{% extends 'referat.md.j2' %}", 1, "malen bruker seg selv om igjen uten ende"),
        ("{% extends 'standard/refrat.md.j2' %}", 1, "malen «standard/refrat.md.j2» finnes ikke"),
        ("{% include '../utvalg.yaml' %}", 1, "malen «../utvalg.yaml» finnes ikke"),
        ("{{ ''.__class__ }}", 1, "en mal har ikke lov til dette"),
        ("{{ moete.__class__ }}", 1, "en mal har ikke lov til dette"),
        ("{{ '{0.__class__}'.format(moete) }}", 1, "en mal har ikke lov til dette"),
        (
            "{{ '{0.__class__}'.format_map }}",
            1,
            "her står det noe annet enn en tekst; bare tekst og tall kan skrives ut",
        ),
        ("{{ saker }}", 1, "her står det noe annet enn en tekst; bare tekst og tall kan skrives ut"),
        ("{{ neste_moete }}", 1, "her står det noe annet enn en tekst; bare tekst og tall kan skrives ut"),
        ("\n{{ 1 / 0 }}", 2, "linja kan ikke utføres (ZeroDivisionError: division by zero)"),
        (
            "{% extends 'standard/referat.md.j2' %}\n{% block fot %}\n{{ x }}{% endblock %}",
            3,
            "«x» finnes ikke her",
        ),
    ],
)
def test_a_mistake_is_a_finding_with_its_line(mal: str, rad: int, melding: str) -> None:
    finding = lagt(referat=mal)
    assert isinstance(finding, Finding)
    assert (finding.message, finding.place.path) == (melding, TEMPLATE)
    assert (finding.code, finding.name, finding.severity) == ("BU060", "mal-feil", Severity.FEIL)
    assert finding.help
    span = finding.place.span
    assert span is not None
    line = mal.split("\n")[rad - 1]
    assert (span.row, line[span.column - 1 : span.end_column - 1]) == (rad, line.strip())


def test_a_template_that_cannot_be_read() -> None:
    finding = lagt(referat="Møte".encode("latin-1"))
    assert isinstance(finding, Finding)
    assert (finding.name, finding.place.path) == ("fil-koding", TEMPLATE)


def test_a_mistake_in_a_template_of_ours_is_the_program_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brukerutvalg_cli.dokument.lag.ordliste", lambda _: Ord({}))
    with pytest.raises(Exception, match="finnes ikke her"):
        lagt()


# ── The words ─────────────────────────────────────────────────────────────────────────────────────


def names(words: Ord, before: str = "") -> set[str]:
    """Every word by its name in a template."""
    return {
        name
        for key, word in vars(words).items()
        for name in (names(word, f"{before}{key}.") if isinstance(word, Ord) else {before + key})
    }


def test_the_table_has_every_word_that_is_used_and_no_other() -> None:
    sources = [
        *templates().glob("*.j2"),
        *Path(__file__).parents[2].glob("src/brukerutvalg_cli/dokument/**/*.py"),
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    code = re.sub(r"`[^`]*`|dokument\.ord|ord\.yaml", "", text)
    titles = {f"overskrift.{name}" for name in re.findall(r"\btitles\.(\w+)", text)}
    used = {*re.findall(r"(?:\b|_)ord\.((?:overskrift\.)?\w+)", code)} | titles
    groups = {"overskrift", "form", "sakstype", "verv", "verv_bestemt", "organ", "side", "funksjon", "stemte",
              "sakgruppe", "utfall", "maate"}  # fmt: skip
    known = names(ordliste("nb"))
    assert used - groups <= known
    assert {name for name in known if name.split(".")[0] not in groups - {"overskrift"}} <= used


def test_both_maalformer_have_the_same_words() -> None:
    assert names(ordliste("nb")) == names(ordliste("nn"))


def test_what_every_council_has_is_called_something() -> None:
    words = ordliste("nn")
    assert all(words.verv.get(verv) for verv in STANDARD_VERV)
    assert all(words.side.get(side) for side in STANDARD_SIDER)


def test_the_words_say_what_was_agreed() -> None:
    nb, nn = ordliste("nb"), ordliste("nn")
    for word, pair in {
        "moetested": ("Møtested", "Møtestad"),
        "moeteleder": ("Møteleder", "Møteleiar"),
        "ikke_foert_ennaa": ("ikke ført ennå", "ikkje ført enno"),
        "innmeldt_av": ("Innmeldt av", "Meld inn av"),
        "unntatt_offentlighet": ("Unntatt offentlighet", "Unnateke offentlegheit"),
        "forfall_meldes_til": ("Forfall meldes til", "Forfall må meldast til"),
    }.items():
        assert (getattr(nb, word), getattr(nn, word)) == pair


# ── Blocks that nothing has a place for ───────────────────────────────────────────────────────────

BLOKK = '{% extends "standard/referat.md.j2" %}\n\n{% block NAVN %}Hei{% endblock %}\n'


def vurdert(**maler: str) -> list[str]:
    """What `valider` says of templates, by their paths under the records."""
    tree = MemoryTree(filer(REGISTER) | {f"records/{path}": text for path, text in maler.items()})
    found = (
        located for located in valider(tree, date(2024, 4, 1)).funn if located.finding.name == "mal-feil"
    )
    return [
        f"{f.path.removeprefix('records/')}:{f.span.row if f.span else 0} {f.finding.message}" for f in found
    ]


EGEN = TEMPLATE.removeprefix("records/")


def test_a_misspelt_block_is_told_of_and_stops_the_document() -> None:
    text = BLOKK.replace("NAVN", "tittell")
    message = "blokken «tittell» har ingen plass i standard/referat.md.j2, og blir aldri skrevet; mente du «tittel»?"
    assert vurdert(**{EGEN: text}) == [f"{EGEN}:3 {message}"]
    found = lagt(referat=text)
    assert isinstance(found, Finding)
    assert (found.message, found.help) == (message, "skriv «tittel» i stedet")
    assert isinstance(lagt("innkalling", referat=text), str)


@pytest.mark.parametrize("navn", ["tittel", "fot", "neste_moete", "oppmoete", "restanser", "sak"])
def test_a_block_of_the_template_below_or_further_down(navn: str) -> None:
    assert vurdert(**{EGEN: BLOKK.replace("NAVN", navn)}) == []


def test_a_block_within_another_is_written_with_it() -> None:
    inner = "{% block fot %}{% block egen %}Hei{% endblock %}{% endblock %}"
    assert vurdert(**{EGEN: '{% extends "standard/referat.md.j2" %}\n' + inner}) == []


def test_what_all_councils_share_is_told_of_once() -> None:
    path = "templates/innkalling.md.j2"
    text = BLOKK.replace("referat", "innkalling").replace("NAVN", "hvasomhelst")
    other = {"utvalg/annet/utvalg.yaml": "navn: Annet\nnivaa: lokal\nmaalform: nb\n"}
    [said] = vurdert(**other, **{path: text})
    assert said.startswith(f"{path}:3 blokken «hvasomhelst» har ingen plass i standard/innkalling.md.j2")


def test_a_template_of_its_own_has_the_blocks_it_wants() -> None:
    assert vurdert(**{EGEN: "{% block noe %}Hei{% endblock %}"}) == []


@pytest.mark.parametrize(
    ("text", "ventet"),
    [("{% blokk fot %}", "«blokk» er ikke noe en mal kan gjøre"),
     ("\n{{ dato | finnesikke }}", "filteret «finnesikke»"),
     ('{% extends "standard/refrat.md.j2" %}', "malen «standard/refrat.md.j2» finnes ikke")],
)  # fmt: skip
def test_what_cannot_be_read_is_told_of_before_there_is_a_meeting(text: str, ventet: str) -> None:
    [said] = vurdert(**{EGEN: text})
    assert ventet in said
