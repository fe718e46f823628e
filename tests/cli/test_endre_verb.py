"""`endre`, `slett` and `legg-til` as a secretary gives them: what is named by name, and what is answered to it."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
import yaml

from avlegger import program, python
from brukerutvalg_cli.cli.rettesvar import sagt_i_ord
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.skriving import Skriving
from brukerutvalg_cli.cli.tingsvar import Restord, en_ting
from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.felt import feltene
from brukerutvalg_cli.handling.ting import Ting
from brukerutvalg_cli.model.ordliste import ORDLISTE
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from handling.test_rette import alle, her
from test_et_aar import treet

pytestmark = pytest.mark.usefixtures("samme_dom")

U = "nav-storelva"
MAPPE = Path(f"records/utvalg/{U}")
DAG = "2026-03-04"
UTVALG = """\
navn: Brukerutvalget ved Nav Storelva
nivaa: lokal
maalform: nb
organisasjoner: [ffo]
"""
ORGANISASJONER = (
    "ffo: {navn: Funksjonshemmedes Fellesorganisasjon, forkortelse: FFO, type: paraply, side: bruker}\n"
)
MEDLEMMER = {
    "kari-nordmann": "navn: Kari Nordmann  # leder\nside: bruker\nrepresenterer: ffo\noppnevninger:\n"
    "  - {verv: medlem, fra: 2026-01-01}\n  - {verv: leder, fra: 2026-01-01, til: 2026-12-31}\n",
    "ola-berg": "navn: Ola Berg\nside: bruker\nrepresenterer: ffo\noppnevninger: [{verv: medlem, fra: 2026-01-01}]\n",
    "liv-moen": "navn: Liv Moen\nside: nav\npublisering: kun_organisasjon\n",
}
MOETE = f"""\
dato: {DAG}
status: planlagt
saker:
  - nr: 1/26
    tittel: Ventetid
    type: droefting
    oppfoelging:
      - {{hva: Spør om tall, ansvarlig: leder, frist: 2026-06-01}}
      - {{hva: Ring kommunen}}
  - {{nr: 2/26, tittel: Mobbing, type: droefting, fortrolig: ja, offentlig_tittel: En sak, fortrolig_til: 2030-01-01}}
"""
HENDELSER = "# hva som skjer\n- {hva: evaluering, dato: 2026-02-01}\n- {hva: kurs, dato: 2026-02-01}\n"
Si = Callable[..., str]


@pytest.fixture
def si(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Si:
    """Gives a command in a small register; what it said."""
    monkeypatch.chdir(tmp_path)
    for folder in ("medlemmer", "moeter", "saker"):
        (MAPPE / folder).mkdir(parents=True)
    files = {
        MAPPE / "utvalg.yaml": UTVALG,
        MAPPE / f"moeter/{DAG}.yaml": MOETE,
        MAPPE / "hendelser.yaml": HENDELSER,
    }
    files |= {MAPPE / f"medlemmer/{name}.yaml": text for name, text in MEDLEMMER.items()}
    files[MAPPE / "saker/2026-001.yaml"] = "tittel: Budsjett\ninnmeldt_av: bruker\ninnmeldt: 2026-01-10\n"
    files[Path("records/organisasjoner.yaml")] = ORGANISASJONER
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")

    def si(*words: str, exit: int = 0) -> str:
        code = run([words[0], U, *words[1:], "--dato", "2026-02-11"])
        out, err = capsys.readouterr()
        assert code == exit, f"{words}\n{out}\n{err}"
        return out + err

    return si


def angre(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["angre"]) == 0
    capsys.readouterr()


def staar(fil: str) -> str:
    return (MAPPE / fil).read_text(encoding="utf-8")


ENDRES = [
    ("person Kari navn Kari|Berg", "medlemmer/kari-nordmann.yaml", "navn: Kari Berg  # leder"),
    ("person kari-nordmann representerer FFO", "medlemmer/kari-nordmann.yaml", "representerer: ffo"),
    ("oppnevning Kari leder til 30.6.2026", "medlemmer/kari-nordmann.yaml", "til: 2026-06-30}"),
    ("oppnevning kari 1 foreslaatt_av FFO", "medlemmer/kari-nordmann.yaml", "foreslaatt_av: ffo}"),
    ("oppnevning ola samtykke ukjent", "medlemmer/ola-berg.yaml", "samtykke: ukjent}"),
    ("person ola grupper rus,ungdom", "medlemmer/ola-berg.yaml", "grupper: [rus, ungdom]"),
    ("Ola|Berg grupper rus,ungdom", "medlemmer/ola-berg.yaml", "grupper: [rus, ungdom]"),
    ("1/26 tittel=Ventetida", f"moeter/{DAG}.yaml", "    tittel: Ventetida\n"),
    ("2026-001 tittel Økonomi", "saker/2026-001.yaml", "tittel: Økonomi"),
    ("sak 1/26 tittel=Ventetid|på|hjelp", f"moeter/{DAG}.yaml", "    tittel: Ventetid på hjelp\n"),
    ("sak Ventetid innleder Kari|Nordmann", f"moeter/{DAG}.yaml", "innleder: [kari-nordmann]"),
    ("sak 1/26 vedtak Ja. enstemmig ja", f"moeter/{DAG}.yaml", "vedtak: {tekst: Ja., enstemmig: ja}"),
    ("sak 1/26 vedtak ukjent", f"moeter/{DAG}.yaml", "vedtak: ukjent"),
    ("sak 2026-001 tittel Økonomi", "saker/2026-001.yaml", "tittel: Økonomi"),
    ("oppfølging 1/26 2 frist 1.12.2026", f"moeter/{DAG}.yaml", "{hva: Ring kommunen, frist: 2026-12-01}"),
    ("oppfoelging 1/26 Spør ansvarlig Ola", f"moeter/{DAG}.yaml", "ansvarlig: ola-berg,"),
    ("møte neste tid kl.|12 sted Rådhuset", f"moeter/{DAG}.yaml", "tid: 12:00\nsted: {navn: Rådhuset}"),
    ("moete 4.3.2026 forfall ingen", f"moeter/{DAG}.yaml", "forfall: []"),
    ("hendelse evaluering dato 2.2.2026", "hendelser.yaml", "evaluering, dato: 2026-02-02"),
    ("hendelse 2 modul 1", "hendelser.yaml", "kurs, dato: 2026-02-01, modul: 1}"),
    (
        "utvalg forfall_til sekretæren kopi Kommunen;|Nav,|fylket",
        "utvalg.yaml",
        "kopi: [Kommunen, 'Nav, fylket']",
    ),
    ("utvalg verv.kasserer Kasserer", "utvalg.yaml", "verv: {kasserer: Kasserer}"),
    ("organisasjon FFO innbyggere 9", "../../organisasjoner.yaml", "innbyggere: 9}"),
]
"""What is said, with a bar for a space within a word, the file it is in, and what it says then."""


@pytest.mark.parametrize(("sagt", "fil", "da"), ENDRES, ids=[each[0] for each in ENDRES])
def test_it_is_changed_by_what_it_is_called(
    si: Si, sagt: str, fil: str, da: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = treet()
    words = [word.replace("|", " ") for word in sagt.split(" ")]
    said = si("endre", *words, "--likevel")
    assert da in staar(fil)
    if treet() == before:
        assert "Det står der alt" in said  # what was there already
        return
    assert "Endret " in said
    assert "Det står der alt. Ingenting er skrevet." in si("endre", *words, "--likevel")
    angre(capsys)
    assert treet() == before


NEKTES = [
    ("person", "PERSON mangler"),
    ("", "TING mangler. Hva gjelder det (person, moete, innmeldt,"),
    ("katt kari", "«katt» finnes ikke. Det kan være person, moete"),
    ("ola|brg navn x", "«ola brg» finnes ikke. Mente du «Ola Berg»?"),
    (
        "person kari alder 40",
        "«alder» finnes ikke. Kari Nordmann har navn, tidligere_navn, side, representerer",
    ),
    ("person kari", "FELT mangler. Hva gjelder det av Kari Nordmann (navn, tidligere_navn, side,"),
    ("person kari navn", "navn mangler. Navnet slik det skal stå i dokumentene."),
    ("person kari id kari", "id-en er navnet på fila"),
    ("oppnevning kari til 1.1.2027", "Flere passer (1. medlem, 1. januar 2026; 2. leder, 1. januar 2026)"),
    (
        "oppnevning kari vara til 1.1.2027",
        "«vara» er verken et felt eller noe av det som står der: 1. medlem",
    ),
    ("oppnevning kari leder til ukjendt", "til: «ukjendt» er ikke en dag"),
    ("oppnevning kari leder til 1.1.2020", "ligger før 2026-01-01"),
    ("person kari side kirken", "side: «kirken» finnes ikke. Det kan være bruker, nav, kommune"),
    ("person kari navn ukjent", "Under «navn» kan det ikke stå «ukjent»"),
    ("person kari navn=", "«navn» må stå der"),
    ("moete neste sted.universell_utforming kanskje", "«kanskje» er verken ja eller nei"),
    ("moete neste tid klokka|tolv", "«klokka tolv»: et klokkeslett skrives slik: 12:15"),
    ("moete neste sakliste Kari", "«sakliste» har flere deler. Skriv hvilken: «sakliste.foreslaatt_av»"),
    ("moete neste saker 3", "En ny fører du med «brukerutvalg legg-til»"),
    ("sak 1/26 plass 3", "lista har 2, så plassen er fra 1 til 2"),
    ("sak 1/26 nr 2/26", "sak 2/26 finnes fra før"),
    ("sak 2/26 fortrolig |", "Skriv hva som skal gjelde: endre … fortrolig nei"),
    ("sak 1/26 tittel |", "«tittel» må stå der: skriv heller det som skal stå der, med «endre»"),
    ("sak 1/26 framlegg @finnes-ikke.md", "fila «finnes-ikke.md» finnes ikke"),
]


KARI_SA_FRA = {"person": "kari-nordmann", "meldt": "2026-02-07"}


@pytest.mark.parametrize(
    ("sagt", "skrevet", "svar"),
    [
        ("Kari,Ola", [KARI_SA_FRA, "ola-berg"], "forfall er «kari-nordmann, ola-berg»"),
        ("kari-nordmann", [KARI_SA_FRA], "forfall er «kari-nordmann»"),
        ("Ola", ["ola-berg"], "forfall er «ola-berg»"),
    ],
)
def test_who_still_is_absent_said_so_on_the_day_they_did(
    si: Si, sagt: str, skrevet: list[object], svar: str
) -> None:
    path = MAPPE / f"moeter/{DAG}.yaml"
    path.write_text(f"{MOETE}forfall: [{{person: kari-nordmann, meldt: 2026-02-07}}]\n", encoding="utf-8")
    assert svar in si("endre", "moete", DAG, "forfall", sagt, "--likevel")
    assert yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)["forfall"] == skrevet


@pytest.mark.parametrize("navn", [(), ("ordliste",)])
def test_the_word_list_is_one_and_need_not_be_named(si: Si, navn: tuple[str, ...]) -> None:
    Path(ORDLISTE).write_text("funksjoner: {raadgiver: rådgiver}\n", encoding="utf-8")
    said = si("endre", "ordliste", *navn, "funksjoner.raadgiver=seniorrådgiver")
    assert "Endret ordlista: funksjoner.raadgiver er «seniorrådgiver»." in said
    assert Path(ORDLISTE).read_text(encoding="utf-8") == "funksjoner: {raadgiver: seniorrådgiver}\n"


@pytest.mark.parametrize(("sagt", "svar"), NEKTES, ids=[each[0] for each in NEKTES])
def test_what_cannot_be_changed_is_told_of_and_nothing_is_written(si: Si, sagt: str, svar: str) -> None:
    before = treet()
    words = ["" if word == "|" else word.replace("|", " ") for word in sagt.split(" ") if word]
    assert svar in si("endre", *words, exit=2)
    assert treet() == before


def skriving() -> Skriving:
    tree = WorkTree(Path.cwd())
    lastet = load(tree)
    from datetime import date

    return Skriving(Path.cwd(), tree, lastet, lastet.register.mapper[U], Utkast(tree), date(2026, 2, 11))


def ordene(ting: Ting) -> list[str]:
    """A record as it is named by number: what it is in, and its place there."""
    if ting.ord in ("sak", "innmeldt"):
        return [ting.navn[0]]
    inner = [str(ting.nr)] if ting.nr else list(ting.navn[:1]) if ting.ord != "utvalg" else []
    return [*(ordene(ting.i) if ting.i and ting.i.ord != "utvalg" else []), *inner]


def test_every_record_can_be_named(si: Si) -> None:
    s = skriving()
    things = list(alle(her(s.tree)))
    assert {ting.ord for ting in things} >= {
        "person",
        "moete",
        "sak",
        "innmeldt",
        "oppfoelging",
        "hendelse",
        "utvalg",
    }
    for ting in things:
        words = Restord([ting.ord, *ordene(ting)])
        assert en_ting(s, words) == ting
        assert words.igjen == []


def test_whatever_is_taken_out_can_be_put_back(si: Si, capsys: pytest.CaptureFixture[str]) -> None:
    gone = 0
    for ting in list(alle(her(WorkTree(Path.cwd())))):
        before = treet()
        code = run(["slett", U, ting.ord, *ordene(ting), "--likevel", "--dato", "2026-02-11"])
        said = "".join(capsys.readouterr())
        assert code in (0, 2), said
        if code == 0:
            gone += 1
            assert treet() != before
            angre(capsys)
        assert treet() == before
    assert gone > 8


def test_what_is_named_elsewhere_is_not_taken_out(si: Si) -> None:
    si("endre", "moete", "neste", "moeteleder", "Ola")
    said = si("slett", "person", "Ola", exit=2)
    assert "Ola Berg kan ikke slettes, for andre viser dit: møtet 4. mars 2026 (moeteleder)" in said
    assert "Endret møtet 4. mars 2026: moeteleder er tatt ut." in si("slett", "moete", "neste", "moeteleder")
    assert "Slettet Ola Berg, med oppnevninger (1)." in si("slett", "person", "Ola")
    assert "«Ola» finnes ikke" in si("slett", "person", "Ola", exit=2)


def test_the_last_of_a_list_can_go_and_what_was_said_of_the_list_stays(si: Si) -> None:
    si("slett", "hendelse", "evaluering")
    si("slett", "hendelse", "kurs")
    assert staar("hendelser.yaml") == "# hva som skjer\n[]\n"
    si("legg-til", "hendelse", "hva", "evaluering", "dato", "1.2.2026")
    assert "hva: evaluering" in staar("hendelser.yaml")
    si("slett", "oppfoelging", "1/26", "1")
    si("slett", "oppfoelging", "1/26")
    assert "oppfoelging" not in staar(f"moeter/{DAG}.yaml")


def test_one_more_is_added_to_what_there_can_be_several_of(si: Si) -> None:
    said = si("legg-til", "funksjon", "Ola", "funksjon", "rådgiver", "fra", "1.1.2026")
    assert "La til funksjon hos Ola Berg: funksjon er «rådgiver», fra er «1. januar 2026»." in said
    assert "Det står der alt" in si("legg-til", "funksjon", "Ola", "funksjon", "rådgiver", "fra", "1.1.2026")
    assert "funksjon:\n  - {funksjon: rådgiver, fra: 2026-01-01}\n" in staar("medlemmer/ola-berg.yaml")
    si("legg-til", "vedlegg", "1/26", "tittel", "Tall for ventetid")
    assert "vedlegg:\n      - {tittel: Tall for ventetid}" in staar(f"moeter/{DAG}.yaml")
    si("legg-til", "oppmoete", "neste", "person", "Ola Berg", "funksjon", "observatør")
    assert "oppmoete:\n  - {person: ola-berg, funksjon: observatør}" in staar(f"moeter/{DAG}.yaml")
    assert "«verv» mangler. Vervet det ble valgt til." in si(
        "legg-til", "valg", "1/26", "valgt", "Kari", exit=2
    )
    assert "det fører du med «brukerutvalg person ny»" in si("legg-til", "person", exit=2)


def test_what_a_confidential_case_says_is_in_no_receipt(si: Si) -> None:
    said = si("endre", "sak", "2/26", "tittel", "Trakassering", "offentlig_tittel", "Arbeidsmiljø")
    said += si("legg-til", "oppfoelging", "2/26", "hva", "Ring Mobbeombudet")
    said += si("endre", "oppfoelging", "2/26", "1", "hva", "Ring Ombudet", "ansvarlig", "leder")
    said += si("slett", "oppfoelging", "2/26", "1")
    assert run(["angre", "--liste"]) == 0
    for secret in ("Trakassering", "Mobbe", "Ombudet"):
        assert secret not in said
        assert secret in staar(f"moeter/{DAG}.yaml") or secret != "Trakassering"


def test_of_a_confidential_case_the_receipt_has_the_field_alone() -> None:
    """The words are taken out of every receipt as well: neither is to depend on the other."""
    title = next(felt for felt in feltene(Sak) if felt.rute == ("tittel",))
    assert sagt_i_ord({title: "Trakassering"}, fortrolig=True) == "tittel er skrevet"
    assert sagt_i_ord({title: "Ventetid"}, fortrolig=False) == "tittel er «Ventetid»"


def test_a_case_that_becomes_confidential_is_closed_in_the_list_of_what_was_done(
    si: Si, capsys: pytest.CaptureFixture[str]
) -> None:
    si("endre", "sak", "1/26", "tittel", "Trakassering i mottaket")
    si("endre", "sak", "1/26", "fortrolig", "ja", "offentlig_tittel", "En sak", "fortrolig_til", "1.1.2030")
    assert run(["angre", "--liste"]) == 0
    listed = capsys.readouterr().out
    assert "Trakassering" not in listed
    assert "Endret sak 1/26" in listed


TEKST = "Lederen ønsket velkommen.\n\nSaken ble drøftet.\n"


@pytest.mark.parametrize("hvordan", ["@fil", "--fil", "-", "--fil -"])
def test_a_longer_text_comes_from_a_file_or_another_program(
    si: Si, hvordan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("notat.md").write_text(TEKST, encoding="cp1252")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEKST.encode())))
    said = {"@fil": ["@notat.md"], "--fil": ["--fil", "notat.md"], "-": ["-"], "--fil -": ["--fil", "-"]}[
        hvordan
    ]
    si("endre", "sak", "1/26", "referat", *said)
    assert "    referat: |\n      Lederen ønsket velkommen.\n\n      Saken ble drøftet.\n" in staar(
        f"moeter/{DAG}.yaml"
    )
    assert "«referat» har alt en verdi" in si(
        "endre", "sak", "1/26", "referat", "x", "--fil", "notat.md", exit=2
    )


def terminal(*words: str, **env: str) -> pexpect.spawn[str]:
    return pexpect.spawn(
        python()[0], [*program()[1:], *words, "--dato", "2026-02-11"], cwd=str(Path.cwd()),
        encoding="utf-8", timeout=30, dimensions=(40, 200), env={**os.environ, **env},
    )  # fmt: skip


def test_what_is_missing_is_asked_for_with_numbered_choices(si: Si) -> None:
    child = terminal("endre")
    child.expect("Hva gjelder det")
    child.sendline("oppnevning")
    child.expect("Hvem")
    child.sendline("kari")
    child.expect("1. medlem, 1. januar 2026")
    child.expect("Hvilken")
    child.sendline("2")
    child.expect("Hva gjelder det av oppnevning nr. 2")
    child.sendline("til")
    child.expect("Siste dag i perioden")
    child.sendline("31. november")
    child.expect("Prøv igjen")
    child.sendline("30. november 2026")
    child.expect("Neste steg")
    child.expect(pexpect.EOF)
    assert "til: 2026-11-30}" in staar("medlemmer/kari-nordmann.yaml")


def test_a_longer_text_is_written_in_the_editor(si: Si) -> None:
    editor = Path("editor.sh")
    editor.write_text(
        '#!/bin/sh\ncat "$1" > foer.txt\nprintf "Ny tekst.\\n\\n@navn\\n" > "$1"\n', encoding="utf-8"
    )
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    si("endre", "sak", "1/26", "framlegg", "Gammel tekst.")
    child = terminal("endre", "sak", "1/26", "framlegg", VISUAL=f"'{editor.resolve()}'")
    child.expect("Neste steg")
    child.expect(pexpect.EOF)
    assert Path("foer.txt").read_text(encoding="utf-8") == "Gammel tekst."
    assert "framlegg: |\n      Ny tekst.\n\n      @navn\n" in staar(f"moeter/{DAG}.yaml")


def test_a_part_of_a_name_is_not_enough_where_no_kind_is_said(si: Si) -> None:
    assert "TING: «Berg» finnes ikke" in si("endre", "Berg", "grupper", "rus", exit=2)
