"""personvern: what belongs to one person or one confidential case is found elsewhere, and never shown."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from smaa_registre import dom, meldinger, sagt, skriv

# Invented by their check digits alone; nobody's as far as is known.
FNR, KONTO = "01019000083", "86011117947"


def sak(text: str, nr: str = "1/22") -> str:
    return f"moeter/2022-11-16: {{saker: [{{nr: {nr}, tittel: A, type: annet, {text}}}]}}"


@pytest.mark.parametrize(
    ("register", "sted"),
    [
        (sak(f"merknad: Fnr {FNR}"), "moeter/2022-11-16 saker.0.merknad"),
        (sak(f"fortrolig: ja, offentlig_tittel: B, referat: Fnr {FNR}"), "moeter/2022-11-16 saker.0.referat"),
        (sak("referat: Ring 912 34 567"), "moeter/2022-11-16 saker.0.referat"),
        (sak("vedtak: {tekst: Ring 912 34 567}"), "moeter/2022-11-16 saker.0.vedtak.tekst"),
        (
            sak("oppfoelging: [{hva: Ring 912 34 567, ansvarlig: nav, frist: 2023-01-01}]"),
            ".0.oppfoelging.0.hva",
        ),
        (sak("fortrolig: ja, offentlig_tittel: Ring 912 34 567"), "saker.0.offentlig_tittel"),
        ("moeter/2022-11-16: {praktisk: ola@gmail.com}", "moeter/2022-11-16 praktisk"),
        (f"medlemmer/kari: {{merknad: '{KONTO}'}}", "medlemmer/kari merknad"),
        ("utvalg: {forfall_til: ola@gmail.com}", "utvalg forfall_til"),
        (f"hendelser: [{{hva: evaluering, dato: 2022-01-01, merknad: '{FNR}'}}]", "hendelser 0.merknad"),
        (
            f"organisasjoner: {{ffo: {{navn: 'F {FNR}', type: paraply, side: bruker}}}}",
            "organisasjoner ffo.navn",
        ),
        (
            "saker/2023-001: {tittel: Ring 912 34 567, innmeldt_av: nav, innmeldt: 2022-12-01}",
            "2023-001 tittel",
        ),
    ],
)
def test_where_it_is_found(register: str, sted: str) -> None:
    [line] = sagt(dom(register))
    assert line.startswith("feil personvern @ ")
    assert line.endswith(sted)


@pytest.mark.parametrize("privat", [FNR, KONTO, "912 34 567", "ola.berg@gmail.com"])
@pytest.mark.parametrize(
    ("register", "sted"),
    [
        (sak("merknad: Ring PRIVAT"), "moeter/2022-11-16 saker.0.merknad"),
        (sak("fortrolig: ja, offentlig_tittel: B, referat: Ring PRIVAT"), "moeter/2022-11-16 saker.0.referat"),
        (sak("oppfoelging: [{hva: A, ansvarlig: Kari PRIVAT, frist: 2023-01-01}]"), "saker.0.oppfoelging.0.ansvarlig"),
        ("hendelser: [{hva: evaluering, dato: 2022-01-01, merknad: Ring PRIVAT}]", "hendelser 0.merknad"),
        ("hendelser: [{hva: evaluering, dato: 2022-01-01, ansvarlig: Kari PRIVAT}]", "hendelser 0.ansvarlig"),
        ("medlemmer/kari: {merknad: Ring PRIVAT}", "medlemmer/kari merknad"),
        ("utvalg: {merknad: Ring PRIVAT}", "utvalg merknad"),
        (
            "organisasjoner: {ffo: {navn: F, type: paraply, side: bruker, merknad: Ring PRIVAT}}",
            "organisasjoner ffo.merknad",
        ),
    ],
)  # fmt: skip
def test_also_in_what_no_document_shows(register: str, sted: str, privat: str) -> None:
    found = [line for line in sagt(dom(register.replace("PRIVAT", privat))) if "personvern" in line]
    assert len(found) == 1
    assert found[0].endswith(sted)


def test_an_office_can_be_told_by_a_word() -> None:
    [refused] = dom("utvalg: {merknad: Ring 22 82 20 00}").funn
    assert "«sentralbord»" in refused.finding.help
    assert sagt(dom("utvalg: {merknad: Ring sentralbordet 22 82 20 00}")) == []
    [mobile] = dom("utvalg: {merknad: Ring 912 34 567}").funn
    assert "«sentralbord»" not in mobile.finding.help


def test_an_address_is_somebodys_who_is_in_the_register() -> None:
    register = "medlemmer/kari-nordmann: {{navn: {}}}\nutvalg: {{merknad: nordmann@ffo.no}}"
    assert sagt(dom(register.format("Kari Berg"))) == []
    assert sagt(dom(register.format("Kari Nordmann"))) == ["feil personvern @ utvalg merknad"]


def fortrolig(annen: str, til: str = "") -> str:
    """A confidential case in one meeting, and another case in the next."""
    return f"""
    moeter/2022-09-22:
      referat: ukjent
      saker:
        - nr: 1/22
          tittel: Oppseiing av avtalen med Fjordtolk
          type: annet
          fortrolig: ja
          {til}
          offentlig_tittel: Ein avtale
          referat: |
            Kort sagt.
            - Fjordtolk har levert for seint i heile haust. Avtalen blir sagd opp.
          vedlegg: [{{tittel: Brevet til Fjordtolk AS}}]
    moeter/2022-11-16:
      saker: [{{nr: 2/22, tittel: A, type: annet, {annen}}}]
    """


@pytest.mark.parametrize(
    "annen",
    [
        "referat: 'Vi tok opp oppseiing av avtalen med Fjordtolk, igjen.'",
        "framlegg: 'Fjordtolk har levert for seint i\n\n  heile haust!'",
        "vedlegg: [{tittel: Brevet til Fjordtolk AS}]",
        "vedtak: {tekst: '**FJORDTOLK** har levert for seint i heile haust.'}",
        "fortrolig: ja, offentlig_tittel: Oppseiing av avtalen med Fjordtolk",
    ],
)
def test_the_text_of_a_confidential_case_in_another(annen: str) -> None:
    report = dom(fortrolig(annen))
    assert meldinger(report) == ["her står noe som hører til den fortrolige saken 1/22"]
    [located] = report.funn
    assert located.path.endswith("2022-11-16.yaml")
    assert [r.path.rsplit("/", 1)[1] for r in located.related] == ["2022-09-22.yaml"]


@pytest.mark.parametrize(
    "annen",
    [
        "referat: Ein avtale",  # the public title
        "referat: Kort sagt.",  # what many say
        "referat: Avtalen blir sagd opp.",  # four words
        "fortrolig: ja, offentlig_tittel: B, referat: Fjordtolk har levert for seint i heile haust.",
        "merknad: Oppseiing av avtalen med Fjordtolk",
    ],
)
def test_what_a_confidential_case_does_not_keep_to_itself(annen: str) -> None:
    assert sagt(dom(fortrolig(annen))) == []


@pytest.mark.parametrize(("til", "count"), [("2022-11-15", 0), ("2022-11-16", 1), ("ukjent", 1)])
def test_a_case_is_confidential_to_its_last_day(til: str, count: int) -> None:
    report = dom(fortrolig("referat: Oppseiing av avtalen med Fjordtolk", f"fortrolig_til: {til}"))
    assert len(report.funn) == count


def test_the_title_that_gives_itself_away() -> None:
    register = sak("fortrolig: ja, offentlig_tittel: Varsel om mobbing").replace(
        "tittel: A", "tittel: Varsel om mobbing"
    )
    assert sagt(dom(register)) == ["feil personvern @ moeter/2022-11-16 saker.0.offentlig_tittel"]


@pytest.mark.parametrize("output", ["full", "enkel", "concise", "json", "github", "markdown"])
def test_nothing_of_it_is_shown(output: str, tmp_path: Path) -> None:
    # On the same line stands what another check finds, whose excerpt must not show it either.
    skriv(tmp_path, "moeter/2022-11-16: {}")
    meeting = next(tmp_path.rglob("2022-11-16.yaml"))
    meeting.write_text(
        f"dato: 2022-11-16\nstatus: avholdt\n"
        f"saker: [{{nr: 1/22, tittel: A, type: annet, referat: Ring {FNR}, oppfoelging: [{{hva: ola@gmail.com}}]}}]\n",
        encoding="utf-8",
    )
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        assert (
            run(["--rot", str(tmp_path), "valider", "--dato", "2023-01-01", "--output-format", output]) == 1
        )
    assert "fødselsnummer" in said.getvalue()
    assert "ansvarlig" in said.getvalue()
    assert FNR not in said.getvalue()
    assert "gmail" not in said.getvalue()


def test_the_key_of_a_long_text_is_shown_as_it_is(tmp_path: Path) -> None:
    skriv(tmp_path, "moeter/2022-11-16: {}")
    meeting = next(tmp_path.rglob("2022-11-16.yaml"))
    meeting.write_text(f"dato: 2022-11-16\nstatus: avholdt\npraktisk: |\n  Ring {FNR}\n", encoding="utf-8")
    [located] = valider(WorkTree(tmp_path), date(2023, 1, 1)).funn
    assert located.linje == "praktisk: |"


@pytest.mark.parametrize("fortrolig", [True, False])
def test_a_confidential_text_is_in_no_excerpt(fortrolig: bool) -> None:
    closed = "fortrolig: ja, offentlig_tittel: B, " if fortrolig else ""
    [located] = dom(sak(f"{closed}oppfoelging: [{{hva: Ringe Olsen, ansvarlig: nav}}]")).funn
    assert located.finding.name == "oppfoelging"
    assert located.linje.strip() == ("- hva: ***** *****" if fortrolig else "- hva: Ringe Olsen")


def test_what_is_our_own_is_said_of_a_confidential_case() -> None:
    closed = sak("fortrolig: ja, valg: [{verv: leder, valgt: [per], fra: 2023-01-01, merknad: A}]")
    rule = "regel: {regel: krav, hver: sak, skal_ha: {fortrolig_til: foert}}"
    required, unknown = dom(f"{rule}\n{closed}").funn
    assert "«fortrolig_til»" in required.finding.message
    assert "under «avvik» i utvalg.yaml" in required.finding.help
    assert unknown.finding.message == "personen «…» finnes ikke"
    assert unknown.linje.strip() == "- ***"


KONFLIKT = "<<<<<<< min\ninnledning: Olsen mobber\n=======\ninnledning: Hansen mobber\n>>>>>>> din"


FORMATER = ["full", "enkel", "concise", "json", "github", "markdown"]


@pytest.mark.parametrize("output", FORMATER)
@pytest.mark.parametrize(
    "line",
    [
        "    etter_moetet: &Olsen mobber",
        "    fase: Olsen mobber",
        "    tema: {Olsen mobber: ja}",
        "    Olsen: mobber",
        "    oppfoelging: [{hva: A, frist: Olsen mobber}]",
        "    vedlegg: [{tittel: A, Olsen}]",
        "    valg: [{verv: leder, valgt: [&a Olsen], fra: mobber}]",
        "    tittel: Olsen mobber",
        "referat: Olsen mobber",
        "tittel: Varsel: Olsen mobber",
        "innledning:Olsen mobber",
        "innledning: @Olsen mobber",
        'innledning: "Olsen mobber',
        "innledning: [Olsen mobber",
        "- Olsen mobber",
        "Olsen mobber",
        "Olsen mobber: ja",
        "Olsen mobber: ja\nOlsen mobber: nei",
        KONFLIKT,
    ],
)
@pytest.mark.parametrize(
    "fortrolig",
    [
        "fortrolig: ja",
        "fortrolig : 'ja'",
        '"fortrolig": Ja',
        "fortrolg: ja",
        "Fortrolig: true",
        "offentlig_tittel: B",
    ],
)
def test_an_unread_file_with_a_confidential_case_is_not_quoted(
    output: str, line: str, fortrolig: str, tmp_path: Path
) -> None:
    skriv(tmp_path, "moeter/2022-11-16: {}")
    meeting = next(tmp_path.rglob("2022-11-16.yaml"))
    case = f"  - nr: 1/22\n    tittel: A\n    type: annet\n    {fortrolig}\n"
    meeting.write_text(f"dato: 2022-11-16\nstatus: avholdt\nsaker:\n{case}{line}\n", encoding="utf-8")
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        assert (
            run(["--rot", str(tmp_path), "valider", "--dato", "2023-01-01", "--output-format", output]) == 1
        )
    assert "2022-11-16.yaml" in said.getvalue()
    assert not any(word in said.getvalue() for word in ("Olsen", "mobber"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("form: stort", "form: stort"),
        ("innledning: &stort møte", "&stort"),
        ("praktisk: [full fortrolighet]", "fortrolighet"),
        ("saker: [{nr: 1/22, tittel: A, type: fortrolig}]", "«fortrolig» kan ikke stå her"),
    ],
)
def test_what_stands_beside_a_confidential_case_is_quoted(line: str, said: str, tmp_path: Path) -> None:
    skriv(tmp_path, "moeter/2022-11-16: {}")
    meeting = next(tmp_path.rglob("2022-11-16.yaml"))
    case = "" if "saker" in line else "saker: [{nr: 1/22, tittel: Olsen, type: annet, fortrolig: ja}]\n"
    meeting.write_text(f"dato: 2022-11-16\nstatus: avholdt\n{case}{line}\n", encoding="utf-8")
    [located] = valider(WorkTree(tmp_path), date(2023, 1, 1)).funn
    assert said in f"{located.linje} {located.finding.message}"


def test_a_rule_set_that_speaks_of_confidential_cases_is_quoted(tmp_path: Path) -> None:
    skriv(tmp_path, "regel: {regel: krav, hver: sak, sakk: {fortrolig: ja}, skal_ha: {fortrolig_til: foert}}")
    [located, *_] = valider(WorkTree(tmp_path), date(2023, 1, 1)).funn
    assert "«sakk»" in located.finding.message
    assert located.linje.strip() == "sakk:"


@pytest.mark.parametrize("fortrolig", ["", "fortrolig: nei, "])
def test_an_unread_file_without_one_is_quoted(fortrolig: str, tmp_path: Path) -> None:
    skriv(tmp_path, "moeter/2022-11-16: {}")
    meeting = next(tmp_path.rglob("2022-11-16.yaml"))
    saker = f"saker: [{{{fortrolig}nr: 1/22, tittel: A, type: annet}}]"
    meeting.write_text(f"dato: 2022-11-16\nstatus: avholdt\n{saker}\nform: stort\n", encoding="utf-8")
    [located] = valider(WorkTree(tmp_path), date(2023, 1, 1)).funn
    assert located.linje == "form: stort"
    assert "«stort»" in located.finding.message


@pytest.mark.parametrize("text", ["912 34 567", "kari.nordmann@gmail.com"])
@pytest.mark.parametrize("line", ["form: {}", "innledning: [ring {}", "sted: a: {}", "ring {}: ja"])
def test_a_file_problem_shows_no_private_contact(text: str, line: str, tmp_path: Path) -> None:
    skriv(tmp_path, "moeter/2022-11-16: {}")
    meeting = next(tmp_path.rglob("2022-11-16.yaml"))
    meeting.write_text(f"dato: 2022-11-16\nstatus: avholdt\n{line.format(text)}\n", encoding="utf-8")
    report = valider(WorkTree(tmp_path), date(2023, 1, 1))
    assert report.funn
    said = [f.linje + f.finding.message + f.finding.help + f.finding.emne for f in report.funn]
    assert text not in "".join(said)


@pytest.mark.parametrize("text", ["55 55 33 33", "post.vestland@nav.no"])
def test_a_file_problem_shows_what_is_public(text: str, tmp_path: Path) -> None:
    skriv(tmp_path, "moeter/2022-11-16: {}")
    meeting = next(tmp_path.rglob("2022-11-16.yaml"))
    meeting.write_text(f"dato: 2022-11-16\nstatus: avholdt\nform: {text}\n", encoding="utf-8")
    [located] = valider(WorkTree(tmp_path), date(2023, 1, 1)).funn
    assert located.linje == f"form: {text}"


@pytest.mark.parametrize(
    "line", [f"form: {FNR}", f"tid: [{FNR}", f"Fnr {FNR}: ja", f"form: {FNR}: {FNR[:6]} {FNR[6:]}"]
)
def test_a_file_problem_shows_no_number_either(line: str, tmp_path: Path) -> None:
    skriv(tmp_path, "moeter/2022-11-16: {}")
    meeting = next(tmp_path.rglob("2022-11-16.yaml"))
    meeting.write_text(f"dato: 2022-11-16\nstatus: avholdt\n{line}\n", encoding="utf-8")
    report = valider(WorkTree(tmp_path), date(2023, 1, 1))
    assert report.funn
    said = [f.linje + f.finding.message + f.finding.help + f.finding.label for f in report.funn]
    assert FNR[6:] not in "".join(said)
