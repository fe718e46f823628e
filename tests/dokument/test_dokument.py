"""The documents of an invented council: what they say, what they never say, and that they always say it alike.

`OPPDATER_GOLDEN=1 pytest tests/dokument/test_dokument.py` writes the golden documents anew, to be read in the diff.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from markdown_it import MarkdownIt

import smaa_registre
from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.hindringer import hindringer
from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree

GOLDEN = Path(__file__).parents[1] / "golden" / "dokument"
ROOT = Path(__file__).parents[2]
SLAG = get_args(Dokumentslag)
MAALFORMER = get_args(Maalform)
MOETE = "2024-03-13"
GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def register(maalform: str = "nb") -> dict[str, Any]:
    """The records behind the golden documents, in this målform."""
    text = (GOLDEN / "register.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)
    data["utvalg"]["maalform"] = maalform
    return data


def dokument(
    slag: Dokumentslag, data: str | dict[str, Any], moete: str = MOETE, filer: dict[str, str] | None = None
) -> str:
    """One document of a small register."""
    tree = MemoryTree(filer) if filer else smaa_registre.tree(data)
    lastet = load(tree)
    assert hindringer(lastet, "utvalget") == []
    mappe = lastet.register.mapper["utvalget"]
    meeting = next(m for m in mappe.moeter if m.dato == date.fromisoformat(moete))
    text = lag(slag, lastet.register, mappe, meeting, tree)
    assert isinstance(text, str), text
    return text


def overskrifter(text: str) -> list[tuple[int, str]]:
    """The headings as a reader of the rendered document meets them."""
    return [
        (int(token.tag[1]), "".join(child.content for child in content.children or ()))
        for token, content in pairwise(GFM.parse(text))
        if token.type == "heading_open"
    ]


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("slag", SLAG)
def test_golden(slag: Dokumentslag, maalform: str) -> None:
    path = GOLDEN / f"{slag}.{maalform}.md"
    text = dokument(slag, register(maalform))
    if "OPPDATER_GOLDEN" in os.environ:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_bytes().decode()


# ── What no document shows ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("slag", SLAG)
@pytest.mark.parametrize(
    "hemmelig",
    [
        "HEMMELIG",  # in every merknad, in the confidential cases, and in every field that is nobody's business
        "Gammel Medlem",  # elected in a confidential case, and nothing else on this day
        "gammel-medlem",
        "Lars Lund",  # kun_organisasjon: member, elected, responsible by id and by name, and who submitted a case
        "lars-lund",
        "Hanne Gjest",  # kun_organisasjon in the council she comes from
        "avdelingsdirektør, Nav Fjord",  # an office that is over
    ],
)
def test_is_never_shown(slag: Dokumentslag, maalform: str, hemmelig: str) -> None:
    assert hemmelig not in dokument(slag, register(maalform))


def test_a_confidential_case_is_a_number_and_a_public_title() -> None:
    text = dokument("referat", register("nn"))
    between = text.partition("## Sak 7/24")[2].partition("## Sak 9/24")[0]
    assert between.split("\n") == [
        ": Samarbeid med en leverandør",
        "",
        "Unnateke offentlegheit.",
        "",
        "## Sak 8/24: Unnateke offentlegheit",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("eier", "ventet"),
    [
        (["nav-fjord"], "Nav Fjord"),
        (["nav-fjord", "ffo"], "Nav Fjord og FFO"),
        (["nav-fjord", "ffo", "rio"], "Nav Fjord, FFO og RIO"),
        ("ukjent", "Eieren"),
    ],
)
def test_the_owner_is_named_and_so_are_several(eier: list[str] | str, ventet: str) -> None:
    data = register()
    data["utvalg"] |= {"eier": eier, "kopi": ["eier"]}
    assert f"- {ventet}\n" in dokument("innkalling", data)


def test_a_guest_whose_name_nobody_knows_is_a_representative() -> None:
    data = register()
    data[f"moeter/{MOETE}"]["oppmoete"] = [{"navn": "ukjent", "representerer": "rio"}]
    assert "\n- Representant (RIO)\n" in dokument("referat", data)


def test_one_who_is_shown_by_organisation_only_without_one() -> None:
    data = register()
    data["medlemmer/lars-lund"]["representerer"] = "ukjent"
    assert "\n- Representant for brukersiden, digitalt\n" in dokument("referat", data)
    data["medlemmer/lars-lund"]["side"] = "ukjent"
    assert "\n- Representant, digitalt\n" in dokument("referat", data)


# ── What is unknown, and what is not stated ───────────────────────────────────────────────────────


def uvisst(value: str | None) -> dict[str, Any]:
    """A council with one meeting, of which these facts are unknown, or not stated at all."""
    keys = (
        "tid",
        "sted",
        "form",
        "moeteleder",
        "referent",
        "oppmoete",
        "forfall",
        "sakliste",
        "sendt",
        "referat",
    )
    facts = dict.fromkeys(keys, value) if value else {}
    return {f"moeter/{MOETE}": facts}


def test_what_is_unknown_is_left_out() -> None:
    lines = dokument("referat", uvisst("ukjent")).split("\n")
    assert lines[2:] == ["- Utvalg: Utvalget", "- Dato og tid: onsdag 13. mars 2024", ""]


def test_a_draft_says_what_is_not_on_record_yet() -> None:
    lines = dokument("referat", uvisst(None)).split("\n")
    assert lines[2:] == [
        "- Utvalg: Utvalget",
        "- Dato og tid: onsdag 13. mars 2024, klokkeslett ikke ført ennå",
        "- Møtested: ikke ført ennå",
        "- Møteleder: ikke ført ennå",
        "- Referent: ikke ført ennå",
        "- Status: utkast, ikke godkjent",
        "",
        "## Til stede",
        "",
        "Ikke ført ennå.",
        "",
    ]


@pytest.mark.parametrize(
    ("referat", "sendt", "status"),
    [
        (None, "2024-03-20", None),
        ({"publisert": {"dato": "2024-03-20"}}, None, None),
        ({"publisert": "ukjent"}, None, None),
        ("ukjent", None, None),
        (None, "ukjent", None),
        ({"godkjent": {"moete": "2024-05-15", "sak": "1/24"}}, None, "godkjent i sak 1/24, 15. mai 2024"),
        ({"godkjent": {"moete": "ukjent", "sak": "ukjent"}}, None, "godkjent"),
        ({"vedlegg": []}, None, "utkast, ikke godkjent"),
    ],
)
def test_what_is_out_is_no_draft(referat: Any, sendt: str | None, status: str | None) -> None:
    approving = {"nr": "1/24", "tittel": "A", "type": "godkjenning", "godkjenner": [MOETE]}
    data = uvisst(None) | {"moeter/2024-05-15": {"saker": [approving]}}
    data[f"moeter/{MOETE}"] |= {"referat": referat} if referat else {}
    data[f"moeter/{MOETE}"] |= {"sendt": {"referat": sendt}} if sendt else {}
    text = dokument("referat", data)
    assert ("ikke ført" in text.casefold()) is (status == "utkast, ikke godkjent")
    assert [line.partition(": ")[2] for line in text.split("\n") if line.startswith("- Status")] == (
        [status] if status else []
    )


def test_a_notice_of_which_nothing_is_known() -> None:
    text = dokument("innkalling", uvisst(None) | {f"moeter/{MOETE}": {"status": "planlagt"}})
    assert text.count("Ikke ført ennå.") == 2  # who, and what about
    assert "Neste møte" not in text
    sent = {"status": "planlagt", "sendt": {"innkalling": "2024-03-01"}}
    assert "##" not in dokument("innkalling", {f"moeter/{MOETE}": sent})


# ── What came of it ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sak", "ventet"),
    [
        ({"vedtak": {"tekst": "Utvalget ber\nom tall."}}, "  - Utvalget ber om tall.\n"),
        ({"vedtak": {"tekst": "1. Be om tall.\n2. Vente."}}, "  - Det ble gjort vedtak.\n"),
        ({"vedtak": {"tekst": "Fordi:\n\n- tall"}}, "  - Det ble gjort vedtak.\n"),
        ({"vedtak": {"tekst": "Ord " * 80}}, "  - Det ble gjort vedtak.\n"),
        ({"vedtak": "ukjent"}, ""),
        ({"utsatt": "ja"}, "  - Saken ble utsatt.\n"),
        (
            {"valg": [{"verv": "leder", "valgt": "kari", "fra": "2024-01-01"}]},
            "  - Valgt til leder fra 1. januar 2024: Kari\n",
        ),
        ({"valg": [{"verv": "leder", "valgt": "ukjent", "fra": "2024-01-01"}]}, ""),
        ({"vedtak": {"tekst": "Hemmelig."}, "fortrolig": "ja"}, ""),
        ({"referat": "Alle var med."}, ""),
    ],
)
def test_what_came_of_the_cases_stands_first(sak: dict[str, Any], ventet: str) -> None:
    cases = [{"nr": f"{nr}/24", "tittel": f"Sak nummer {nr}", "type": "annet"} for nr in (1, 2, 3, 4)]
    cases[1] |= sak
    data = {"medlemmer/kari": {"representerer": "ukjent"}, f"moeter/{MOETE}": {"saker": cases}}
    told = dokument("referat", data).partition("## Kort fortalt\n\n")[2]
    assert told.partition("\n## ")[0] == (f"- Sak 2/24: Sak nummer 2\n{ventet}" if ventet else "")
    data[f"moeter/{MOETE}"] = {"saker": cases[:3]}
    assert "Kort fortalt" not in dokument("referat", data)


@pytest.mark.parametrize(
    ("forfall", "ventet"),
    [
        (["mona-moe"], ["Nils Nes"]),
        (["mona-moe", "nils-nes"], []),
        ("ukjent", []),  # who knows who had said so
        (None, ["Nils Nes"]),  # Mona's term has no known end: nobody knows that she was missed
    ],
)
def test_who_was_missed(forfall: list[str] | str | None, ventet: list[str]) -> None:
    data = register()
    data[f"moeter/{MOETE}"]["forfall"] = forfall
    missed = dokument("referat", data).partition("## Ikke møtt\n")[2].partition("##")[0]
    assert [line.removeprefix("- ").split(" (")[0] for line in missed.split("\n") if line] == ventet


def test_a_meeting_that_depends_on_another_and_one_that_was_called_off() -> None:
    data = register("nn")
    depends = "Om møtet skal haldast, blir avgjort i møtet onsdag 15. mai 2024.\n"
    assert dokument("innkalling", data, "2024-06-12").count(depends) == 1
    data["moeter/2024-06-12"]["status"] = "innkalt"
    assert depends not in dokument("innkalling", data, "2024-06-12")
    assert "\nMøtet er avlyst.\n" in dokument("innkalling", data, "2024-05-15")


# ── Structure ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("slag", SLAG)
def test_headings(slag: Dokumentslag, maalform: str) -> None:
    found = overskrifter(dokument(slag, register(maalform)))
    levels = [level for level, _ in found]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    titles = [title for _, title in found]
    assert len(titles) == len(set(titles))
    assert all(title.strip() for title in titles)


@pytest.mark.parametrize("slag", SLAG)
def test_no_html_and_lists_of_their_own(slag: Dokumentslag) -> None:
    tokens = GFM.parse(dokument(slag, register()))
    inline = [child.type for token in tokens for child in token.children or ()]
    assert not {"html_block", "html_inline"} & {*inline, *(token.type for token in tokens)}
    # A number with a dot begins a list only where somebody meant one, and nobody here did.
    assert "ordered_list_open" not in {token.type for token in tokens}


def test_the_text_of_a_case_is_not_taken_for_the_list_above_it() -> None:
    case = dokument("referat", register()).partition("## Sak 6/24")[2].partition("###")[0]
    lists = [token for token in GFM.parse(case) if token.type == "bullet_list_open" and token.level == 0]
    assert [token.markup for token in lists] == ["-", "*"]


NASTY = [
    "# x",
    "1. x",
    "a | b",
    "<script>alert(1)</script>",
    "[a](b)",
    "*x* _y_ `z` ~~w~~",
    "x\n\n# y",
    "&lt;b&gt;",
    "x #",
]


@pytest.mark.parametrize("slag", SLAG)
@pytest.mark.parametrize("nasty", NASTY)
def test_names_and_titles_are_only_text(slag: Dokumentslag, nasty: str) -> None:
    data = register()
    shown = " ".join(nasty.split())
    data["organisasjoner"]["ffo"]["forkortelse"] = nasty
    data["medlemmer/kari-nordmann"]["navn"] = nasty
    data["utvalg"]["navn"] = nasty
    meeting = data[f"moeter/{MOETE}"]
    meeting["sted"] = {"navn": nasty}
    for case in (meeting["saker"][0], meeting["saker"][4]):
        case |= {"tittel": nasty, "vedlegg": [{"tittel": nasty}], "innleder": nasty, "innmeldt_av": "nav"}
    meeting["saker"][4]["oppfoelging"] = [{"hva": nasty, "ansvarlig": nasty}]
    tokens = GFM.parse(dokument(slag, data))
    kinds = {child.type for token in tokens for child in token.children or ()}
    # Emphasis and code are the secretary's own, in the bodies of the golden register.
    assert kinds <= {"text", "text_special", "softbreak", "em_open", "em_close", "code_inline"}
    lines = {"".join(child.content for child in token.children or ()) for token in tokens}
    expected = {f"Sak 5/24: {shown}", f"Vedlegg: {shown}" if slag == "innkalling" else shown}
    assert expected <= lines
    assert any(f"{shown} ({shown})" in line for line in lines)


# ── Determinism ───────────────────────────────────────────────────────────────────────────────────

PROGRAM = """
import sys; sys.path[:0] = [{tests!r}, {src!r}]
from dokument.test_dokument import *
sys.stdout.buffer.write("".join(dokument(s, register(m)) for s in SLAG for m in MAALFORMER).encode())
"""


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        {
            "PYTHONHASHSEED": "7",
            "TZ": "America/Adak",
            "LC_ALL": "tr_TR.UTF-8",
            "LANGUAGE": "nn",
            "PYTHONUTF8": "0",
        },
    ],
)
def test_the_same_everywhere(environ: dict[str, str], tmp_path: Path) -> None:
    program = PROGRAM.format(tests=str(ROOT / "tests"), src=str(ROOT / "src"))
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | environ,
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    expected = "".join(dokument(slag, register(maalform)) for slag in SLAG for maalform in MAALFORMER)
    assert done.stdout.decode() == expected


# ── Words that fit ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("verv", "maalform", "ventet"),
    [
        ("sekretaer", "nb", "Forfall meldes til sekretæren."),
        ("leder", "nn", "Forfall må meldast til leiaren."),
        ("brukerutvalgsansvarlig", "nn", "Forfall må meldast til den brukarutvalsansvarlege."),
        ("vert", "nb", "Forfall meldes til den som er vert."),
    ],
)
def test_whom_to_tell_where_nobody_is_to_be_named(verv: str, maalform: str, ventet: str) -> None:
    own = {"vert": {"nb": "vert", "nn": "vert"}}
    data = {"utvalg": {"maalform": maalform, "forfall_til": verv, "verv": own}, f"moeter/{MOETE}": {}}
    assert f"\n{ventet}\n" in dokument("innkalling", data)
    holder = {
        "side": "nav",
        "publisering": "kun_organisasjon",
        "oppnevninger": [{"verv": verv, "fra": "2020-01-01"}],
    }
    assert f"\n{ventet}\n" in dokument("innkalling", data | {"medlemmer/kari": holder})
    named = dokument("innkalling", data | {"medlemmer/kari": holder | {"publisering": "navn"}})
    assert "Kari.\n" in named
    assert ventet not in named


@pytest.mark.parametrize(
    ("verv", "kopi", "ventet"),
    [
        (["leder", "sekretaer"], [], "## Leder og sekretær\n\n- Leder: Kari\n- Sekretær: Kari\n"),
        (["leder"], [], "## Leder\n\n- Kari\n"),
        (["sekretaer"], ["Fylkestinget"], "## Sekretær\n\n- Kari\n\n## Kopi til\n\n- Fylkestinget\n"),
        ([], ["Fylkestinget", "Pressen"], "## Kopi til\n\n- Fylkestinget\n- Pressen\n"),
    ],
)
def test_the_heading_says_who_stands_under_it(verv: list[str], kopi: list[str], ventet: str) -> None:
    terms = [{"verv": name, "fra": "2020-01-01"} for name in verv]
    member = {"representerer": "ukjent", "oppnevninger": terms}
    text = dokument("innkalling", {"utvalg": {"kopi": kopi}, f"moeter/{MOETE}": {}, "medlemmer/kari": member})
    assert text.endswith(f"\n\n{ventet}")
    assert text.count("Kopi") == bool(kopi)
    assert ("Leder og sekretær" in text) is (len(verv) == 2)


@pytest.mark.parametrize(
    ("stemmer", "ventet"),
    [({"for": 7, "mot": 0}, "7 for, ingen mot."), ({"for": 0, "mot": 7}, "ingen for, 7 mot."),
     ({"for": 6, "mot": 0, "avholdende": 1}, "6 for, ingen mot, 1 avsto fra å stemme.")],
)  # fmt: skip
def test_no_votes_are_a_word(stemmer: dict[str, int], ventet: str) -> None:
    case = {"nr": "1/24", "tittel": "A", "type": "vedtak", "vedtak": {"tekst": "Ja.", "stemmer": stemmer}}
    assert f"Stemmer: {ventet}\n" in dokument("referat", {f"moeter/{MOETE}": {"saker": [case]}})


def test_an_office_has_the_name_that_the_council_gives_it() -> None:
    office = {"funksjon": "tiltaks_koordinator"}
    data = {
        "utvalg": {
            "maalform": "nn",
            "funksjoner": {"tiltaks_koordinator": {"nb": "tiltaksleder", "nn": "tiltaksleiar"}},
        },
        "medlemmer/kari": {"representerer": "ukjent", "funksjon": [office]},
        f"moeter/{MOETE}": {"oppmoete": [{"person": "kari"}, {"navn": "Per", **office}]},
    }
    text = dokument("referat", data)
    assert "- Kari (tiltaksleiar)" in text
    assert "- Per (tiltaksleiar)" in text
