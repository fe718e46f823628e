"""The real meeting of 16.11.2022, from the shipped records: every fact of its agenda and minutes, in both målformer."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.hindringer import hindringer
from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree

ROOT = Path(__file__).parents[2]
UTVALG = "records/utvalg/nav-vestland/utvalg.yaml"


def dokument(slag: Dokumentslag, maalform: str) -> str:
    """The document; the same council switched to bokmål where that is asked for."""
    shipped = WorkTree(ROOT)
    files = {path: raw for path in shipped.paths() if isinstance(raw := shipped.read(path), bytes)}
    files[UTVALG] = files[UTVALG].replace(b"maalform: nn", f"maalform: {maalform}".encode())
    tree = MemoryTree(files)
    lastet = load(tree)
    assert hindringer(lastet, "nav-vestland") == []
    mappe = lastet.register.mapper["nav-vestland"]
    moete = next(m for m in mappe.moeter if m.dato == date(2022, 11, 16))
    text = lag(slag, lastet.register, mappe, moete, tree)
    assert isinstance(text, str), text
    return text


def rendered(text: str) -> list[tuple[str, str]]:
    """Each line of text with the tag it stands in, as a reader meets it."""
    tokens = MarkdownIt("commonmark").parse(text)
    return [
        (
            before.tag,
            "".join(child.content or "\n" * (child.type == "softbreak") for child in token.children or ()),
        )
        for before, token in pairwise(tokens)
        if token.type == "inline"
    ]


SAKER = {
    "23/22": "Godkjenning av innkalling og referat",
    "24/22": "Kort orientering frå Nav kontaktsenter og Nav hjelpemiddelsentral",
    "25/22": "Nav sitt system for å følgje opp kvalitet i tenestene frå tiltaksleverandørane",
    "26/22": "Evaluering av møta i brukarutvalet 2022",
    "27/22": "Møtekalender for 2023",
    "28/22": "Val av redaksjonsråd, leiar og nestleiar i brukarutvalet for 2023",
    "29/22": "Avslutning",
}
LABELS = {
    "nn": {
        "referat": """
            Utval: Strategisk brukarutval|Dato og tid: onsdag 16. november 2022|Kort fortalt
            Vald til leiar for 2023: Kari Nordmann|Innleiing|Innspel frå formøtet|Samrøystes.
            Godkjent: referatet frå møtet torsdag 22. september 2022|Val i sak 28/22|Leiar for 2023:|Nestleiar for 2023:
            Redaksjonsråd for 2023:|Ansvarleg:|Vedlegg til sak 25/22|Vedlegg til sak 26/22
            Vedlegg til sak 27/22|Merknad etter møtet til sak 28/22|Dato og tid: torsdag 9. februar 2023, kl. 12.15
            Møteform: fysisk med moglegheit for digital deltaking
        """,
        "innkalling": """
            Sakliste|Type sak: val
            Til godkjenning: referatet frå møtet torsdag 22. september 2022
            Orientering ved:|Vedlegg:|Dato og tid: torsdag 9. februar 2023, kl. 12.15
        """,
    },
    "nb": {
        "referat": """
            Utvalg: Strategisk brukerutvalg|Dato og tid: onsdag 16. november 2022|Kort fortalt
            Valgt til leder for 2023: Kari Nordmann|Innledning|Innspill fra formøtet|Enstemmig.
            Godkjent: referatet fra møtet torsdag 22. september 2022|Valg i sak 28/22|Leder for 2023:
            Nestleder for 2023:
            Redaksjonsråd for 2023:|Ansvarlig:|Merknad etter møtet til sak 28/22
            Møteform: fysisk med mulighet for digital deltakelse
        """,
        "innkalling": """
            Saksliste|Type sak: valg
            Til godkjenning: referatet fra møtet torsdag 22. september 2022
        """,
    },
}


@pytest.mark.parametrize("maalform", LABELS)
@pytest.mark.parametrize("slag", ["innkalling", "referat"])
def test_what_the_source_says_is_there(slag: Dokumentslag, maalform: str) -> None:
    lines = rendered(dokument(slag, maalform))
    heading = "h2" if slag == "referat" else "h3"
    assert [line for tag, line in lines if line.startswith("Sak ") and tag == heading] == [
        f"Sak {nr}: {title}" for nr, title in SAKER.items()
    ]
    wanted = [part.strip() for row in LABELS[maalform][slag].strip().splitlines() for part in row.split("|")]
    assert [w for w in wanted if not any(line.startswith(w) for _, line in lines)] == []


@pytest.mark.parametrize("maalform", LABELS)
@pytest.mark.parametrize("slag", ["innkalling", "referat"])
def test_what_nobody_knows_is_left_out(slag: Dokumentslag, maalform: str) -> None:
    text = dokument(slag, maalform).casefold()
    assert not [word for word in ("oppgitt", "ukjent", "ukjend", "ikke ført", "ikkje ført") if word in text]


def test_the_elections_the_calendar_and_what_came_after() -> None:
    text = "\n".join(line for _, line in rendered(dokument("referat", "nn")))
    for dag in ("9. februar", "19. april", "14. juni", "13. september", "22. november"):
        assert f"\n{dag}" in text
    elected = text.partition("Redaksjonsråd for 2023:")[2].split("\n")[1:6]
    assert [name.split(" (")[0] for name in elected] == [
        "Kari Nordmann",
        "Per Hansen",
        "Anne Lie",
        "Ola Berg",
        "Eva Dahl",
    ]
    assert "Lagt til av sekretæren etter møtet." in text
    assert "Mandatet for brukarutvalet blir også sendt ut med referatet." in text
    assert text.count("Resultat av evalueringa i ") == 2


VEDLEGG = {
    "Presentasjon: Arbeidsmarkedstiltak og bruk av tiltaksarrangører i NAV": "referat",
    "Resultat av evalueringa i 2022": "referat",
    "Resultat av evalueringa i 2021": "referat",
    "Utkast til mandat og retningsliner for brukarutval Nav Vestland, 19. mars 2019": "referat",
    "Framlegg til møtekalender for 2023": "begge",
}
"""The annexes, and where each belongs: the source says of the first four that they go with the minutes."""


@pytest.mark.parametrize("slag", ["innkalling", "referat"])
def test_the_notice_has_no_annex_that_came_in_the_meeting_or_after_it(slag: Dokumentslag) -> None:
    lines = [line for _, line in rendered(dokument(slag, "nn"))]
    listed = {title for title in VEDLEGG if any(title in line for line in lines)}
    assert listed == {title for title, belongs in VEDLEGG.items() if belongs in ("begge", slag)}


@pytest.mark.parametrize("slag", ["innkalling", "referat"])
def test_headings(slag: Dokumentslag) -> None:
    headings = [(int(tag[1]), line) for tag, line in rendered(dokument(slag, "nn")) if tag[:1] == "h"]
    levels = [level for level, _ in headings]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(headings) == len({title for _, title in headings})
