"""A local council's year, from the empty folder to the approved minutes of December, by commands alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.model.moetepapirer import Godkjent, Referat
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from nytt_register import som_nina

FOLK = """\
navn;side;representerer;verv;fra;til;funksjon
Kari Nordmann;bruker;ffo;medlem;1.1.2026;31.12.2027;
Kari Nordmann;bruker;ffo;leder;1.1.2026;31.12.2026;
Kari Nordmann;bruker;ffo;redaksjonsraad;1.1.2026;;
Ola Berg;bruker;safo;medlem;1.1.2026;31.12.2027;
Per Hansen;bruker;lhl;medlem;1.1.2026;31.12.2027;
Anne Lie;bruker;safo;vara;1.1.2026;31.12.2027;
Nina Vik;nav;;sekretaer;1.1.2026;;
Liv Moen;nav;;medlem;1.1.2026;31.12.2027;nav-leder
"""
U = "nav-storelva"
Kommando = Callable[..., str]


@pytest.fixture
def kommando(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kommando:
    """Runs a command in the new folder, on a day; what it says is next."""
    monkeypatch.chdir(tmp_path)
    som_nina(monkeypatch)

    def kommando(*arguments: str, dag: str = "", exit: int = 0) -> str:
        code = run([*arguments, *(["--dato", dag] if dag else [])])
        out, err = capsys.readouterr()
        assert code == exit, f"{arguments}\n{out}\n{err}"
        said = [line for line in (out + err).splitlines() if "Neste steg: " in line]
        return said[-1].rpartition("Neste steg: ")[2] if said else out + err

    return kommando


def funn(dag: str) -> list[str]:
    """What is found, above advice."""
    found = valider(WorkTree(Path.cwd()), date.fromisoformat(dag)).funn
    return [f"{f.path} {f.finding.message}" for f in found if f.finding.severity is not Severity.RAAD]


SVARENE = {
    "sak": ["--vedtak", "Saken er tatt opp.", "--enstemmig", "ja"],
    "valg": ["kari-nordmann", "--verv", "leder"],
}
"""What is answered to the next step, where it asks for something."""


def et_moete(kommando: Kommando, dag: str, foer: str, sendt: str, etter: str, sak: str) -> None:
    """One meeting from the case that is submitted to the minutes that are sent: each step is the one before's next."""
    neste = kommando("sak", "ny", U, sak, "--innmeldt-av", "bruker", "--foer-beslutning", "ja", dag=foer)
    name = neste.split()[4]
    assert neste == f"brukerutvalg sak til-moete {U} {name} neste"
    assert kommando("sak", "til-moete", U, name, "neste", dag=foer) == f"brukerutvalg sakliste {U} {dag}"
    assert kommando("sakliste", U, dag, dag=foer) == f"brukerutvalg innkalling {U} {dag}"
    assert kommando("innkalling", U, dag, dag=foer) == f"brukerutvalg sendt {U} {dag} innkalling"
    neste = kommando("sendt", U, dag, "innkalling", "sakspapirer", dag=sendt)
    assert neste == f"brukerutvalg oppmoete {U} {dag}"
    neste = kommando(
        "oppmoete", U, dag, "--forfall", "ola-berg", "--vara", "anne-lie", "--godtgjort", "ja", dag=dag
    )
    while not neste.startswith("brukerutvalg referat"):
        words = neste.split()[1:]
        said = SVARENE.get(words[0], [])
        neste = kommando(*words, *said, dag=dag)
    assert neste == f"brukerutvalg referat {U} {dag}"
    assert kommando("referat", U, dag, dag=etter) == f"brukerutvalg sendt {U} {dag} referat"
    assert kommando("sendt", U, dag, "referat", dag=etter) == f"brukerutvalg publisert {U} {dag} referat"
    assert kommando("publisert", U, dag, "referat", dag=etter) == f"brukerutvalg status {U}"
    assert funn(etter) == []


def test_a_year_by_commands_alone(kommando: Kommando) -> None:
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    neste = kommando(
        "init",
        ".",
        "--utvalg",
        "Brukerutvalget ved Nav Storelva",
        "--medlemmer",
        "folk.csv",
        "--alle",
        "ja",
        "--ja",
        dag="2026-01-01",
    )
    assert neste == "brukerutvalg status"
    assert funn("2026-01-01") == []
    assert (
        load(WorkTree(Path.cwd())).register.mapper[U].medlemsliste_hel
    )  # so composition is judged, all year
    assert kommando("status", dag="2026-01-02") == f"brukerutvalg moeteplan {U} 2026"
    neste = kommando(
        "moeteplan", U, "2026", "--dager", "11.2.2026, 10.6.2026, 9.9.2026, 9.12.2026", dag="2026-01-05"
    )
    assert neste == f"brukerutvalg frister {U}"
    assert kommando("frister", U, dag="2026-01-05") == f"brukerutvalg status {U}"

    et_moete(kommando, "2026-02-11", "2026-01-12", "2026-01-20", "2026-02-13", "Ventetid på hjelpemidler")
    neste = kommando("oppfoelging", "ny", U, "2026-02-11", "1/26", "Spør om ventetida", "--ansvarlig", "nina-vik",
                     "--frist", "1.6.2026", "--likevel", dag="2026-02-13")  # fmt: skip
    assert neste == f"brukerutvalg referat {U} 2026-02-11"
    assert kommando("oppfoelging", "ferdig", U, "1/26", dag="2026-05-29") == f"brukerutvalg status {U}"
    et_moete(kommando, "2026-06-10", "2026-05-11", "2026-05-20", "2026-06-12", "Universell utforming")

    # Autumn: a meeting is moved, somebody leaves, and the next leader is elected.
    neste = kommando("flytt", U, "2026-09-09", "--til", "16.9.2026", dag="2026-08-20")
    assert neste == f"brukerutvalg innkalling {U} 2026-09-16"
    et_moete(kommando, "2026-09-16", "2026-08-21", "2026-08-26", "2026-09-18", "Samarbeid med kommunen")
    kommando("avslutt", U, "per-hansen", "--til", "30.9.2026", dag="2026-09-20")
    neste = kommando(
        "person", "ny", U, "Eva Strand", "--side", "bruker", "--representerer", "lhl", dag="2026-09-20"
    )
    assert neste == f"brukerutvalg oppnevn {U} eva-strand --verv medlem"
    kommando("oppnevn", U, "eva-strand", "--verv", "medlem", "--fra", "1.10.2026", "--til", "31.12.2027",
             "--fullmakt", "ja", dag="2026-09-20")  # fmt: skip
    leader = ("Valg av leder", "--type", "valg", "--innmeldt-av", "nav")
    nr = kommando("sak", "ny", U, *leader, dag="2026-11-08").split()[4]
    neste = kommando("sak", "til-moete", U, nr, "2026-12-09", dag="2026-11-08")
    assert neste == f"brukerutvalg sakliste {U} 2026-12-09"
    et_moete(kommando, "2026-12-09", "2026-11-09", "2026-11-18", "2026-12-11", "Året som gikk")

    # And in February the minutes of December are approved.
    assert (
        kommando("moeteplan", U, "2027", "--dager", "10.2.2027", dag="2026-12-12")
        == f"brukerutvalg frister {U}"
    )
    et_moete(kommando, "2027-02-10", "2027-01-10", "2027-01-15", "2027-02-12", "Året som kommer")
    mappe = load(WorkTree(Path.cwd())).register.mapper[U]
    assert mappe.medlemsliste_hel
    december = mappe.moeter[3].referat
    assert isinstance(december, Referat)
    assert isinstance(december.godkjent, Godkjent)
    assert december.godkjent.moete == "2027-02-10"
    assert funn("2027-02-12") == []


STEG: list[tuple[str, ...]] = [
    ("person", "alle", U),
    ("moete", "ny", U, "11.2.2026"),
    ("sak", "ny", U, "Ventetid", "--innmeldt-av", "bruker", "--foer-beslutning", "ja"),
    ("sak", "til-moete", U, "2026-001", "2026-02-11"),
    ("sakliste", U, "2026-02-11"),
    ("sendt", U, "2026-02-11", "innkalling"),
    ("flytt", U, "2026-02-11", "--til", "2026-02-18"),
    ("oppmoete", U, "2026-02-18", "--forfall", "ola-berg", "--vara", "anne-lie", "--godtgjort", "ja"),
    ("sak", "foer", U, "2026-02-18", "1/26", "--vedtak", "Ja.", "--for", "3", "--mot", "0"),
    ("sak", "forslag", U, "2026-02-18", "1/26", "Ja.", "--utfall", "som_foreslaatt"),
    ("sak", "svar", U, "1/26", "Nav ser på det."),
    ("sak", "referert", U, "1/26", "--i", "kommunestyret", "--som", "45/26"),
    ("moete", "foer", U, "2026-02-18", "--innledning", "Lederen ønsket velkommen.", "--formoete", "Tema."),
    ("valg", U, "2026-02-18", "1/26", "ola-berg", "--verv", "nestleder", "--fra", "2026-03-01"),
    ("avslutt", U, "ola-berg", "--verv", "nestleder", "--tiltrer-ikke"),
    ("oppfoelging", "ny", U, "2026-02-18", "1/26", "Spør", "--ansvarlig", "leder", "--frist", "1.6.2026"),
    ("oppfoelging", "ferdig", U, "1/26"),
    ("sak", "utsett", U, "2026-02-18", "1/26"),
    ("moete", "ny", U, "10.6.2026"),
    ("sak", "foer", U, "2026-02-18", "1/26", "--etter-moetet", "Tallet var feil.", "--vedlegg", "Tall=tall.pdf"),
    ("sak", "ta-opp", U, "1/26", "10.6.2026", "--innmeldt-av", "nav", "--foer-beslutning", "ja"),
    ("moete", "endre", U, "10.6.2026", "--tid", "12:00", "--sted", "Nav Storelva"),
    ("moete", "endre", U, "10.6.2026", "--universell-utforming", "ja", "--form", "hybrid"),
    ("avlys", U, "10.6.2026"),
    ("publisert", U, "2026-02-18", "referat", "--url", "https://www.nav.no/referat"),
    ("organisasjon", "ny", U, "Storelva elvelag", "--plass"),
    ("person", "ny", U, "Eva Strand", "--side", "bruker"),
    ("antatt", "foer", U, "eva-strand.representerer", "ffo"),
    ("antatt", "bekreft", U, "eva-strand.representerer"),
    ("oppnevn", U, "eva-strand", "--verv", "kontaktperson", "--fra", "1.3.2026"),
    ("avslutt", U, "eva-strand", "--verv", "kontaktperson", "--til", "30.6.2026"),
    ("erstatt", U, "ola-berg", "anne-lie", "--fra", "1.4.2026"),
    ("permisjon", U, "kari-nordmann", "--fra", "1.5.2026", "--til", "31.8.2026", "--stedfortreder", "eva-strand"),
    ("oppnevn", U, "anne-lie", "--verv", "leder", "--konstituert", "--fra", "1.5.2026", "--til", "31.8.2026"),
    ("permisjon", U, "kari-nordmann", "--til", "30.6.2026"),
    ("permisjon", U, "kari-nordmann", "--stryk"),
    ("kontaktperson", U, "nina-vik", "--fra", "1.3.2026"),
    ("kontaktperson", U, "eva-strand", "--fra", "1.7.2026"),
    ("runde", U, "kari-nordmann", "ola-berg", "per-hansen", "--vara", "anne-lie=ola-berg", "--fra", "1.1.2028",
     "--til", "31.12.2029", "--fullmakt", "ja", "--kvinner", "1", "--menn", "2", "--ja"),
    ("opplaering", U, "ola-berg", "--modul", "1"),
    ("hendelse", "ny", U, "evaluering"),
    ("bekreft", U, "formaal-likeverd", "--ansvarlig", "leder", "--sak", "1/26"),
    ("endre", U, "person", "kari", "navn", "Kari Berg"),
    ("endre", U, "oppfoelging", "1/26", "frist", "1.7.2026"),
    ("legg-til", U, "funksjon", "Nina", "funksjon", "rådgiver"),
    ("slett", U, "funksjon", "Nina"),
    ("avvik", "ny", U, "moeter", "--grunn", "Valgår", "--vedtatt-i", "1/26", "--til", "31.12.2026"),
]  # fmt: skip
"""One of every writing command, each on what the ones before it wrote."""


@pytest.mark.usefixtures("samme_dom")
def test_every_step_can_be_taken_back(kommando: Kommando, tmp_path: Path) -> None:
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    some = ("--medlemmer", "folk.csv", "--alle", "nei")
    kommando("init", ".", "--utvalg", "Nav Storelva", *some, "--ja", dag="2026-01-01")
    for step in STEG:
        for extra in ((), ("--commit",)):
            before = treet()
            kommando(*step, "--likevel", *extra, dag="2026-02-20")
            assert treet() != before, step
            assert kommando("angre") == "brukerutvalg valider"
            assert treet() == before, step
        kommando(*step, "--likevel", "--commit", dag="2026-02-20")
        status = subprocess.run(["git", "status", "--short"], capture_output=True, text=True, check=True)
        assert status.stdout in ("", "?? folk.csv\n")


def treet() -> dict[str, bytes | None]:
    """Files with what is in them, and folders; without our own folder and git's, which are never looked into."""
    found: dict[str, bytes | None] = {}
    for here, folders, files in os.walk("."):
        folders[:] = [name for name in folders if name not in (".git", ".brukerutvalg")]
        for path in (Path(here, name) for name in (*folders, *files) if name != ".git"):
            found[path.as_posix()] = path.read_bytes() if path.is_file() else None
    return found


def test_a_case_that_comes_in_after_the_notice_is_told_of_as_new(kommando: Kommando) -> None:
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    first = ("--foerste-moete", "11.2.2026")
    kommando(
        "init", ".", "--utvalg", "Nav Storelva", "--medlemmer", "folk.csv", *first, "--ja", dag="2026-01-01"
    )
    for title in ("Ventetid", "Budsjett"):
        kommando(
            "sak", "ny", U, title, "--innmeldt-av", "bruker", "--foer-beslutning", "ja", dag="2026-01-10"
        )
    kommando("sak", "til-moete", U, "2026-001", "neste", dag="2026-01-12")
    kommando("sendt", U, "neste", "innkalling", dag="2026-01-14")
    neste = kommando("sak", "til-moete", U, "2026-002", "neste", dag="2026-01-19")
    assert neste == f"brukerutvalg innkalling {U} 2026-02-11"
    kommando("innkalling", U, "neste", "-o", "ut.md", dag="2026-01-19")
    before, after = Path("ut.md").read_text(encoding="utf-8").split("### Sak 2/26: Budsjett")
    assert "- Ny sak etter at innkallingen ble sendt: mandag 19. januar 2026" in after
    assert "Ny sak" not in before


def test_what_one_case_was_called_no_other_is(kommando: Kommando) -> None:
    kommando(
        "init", ".", "--utvalg", "Nav Storelva", "--foerste-moete", "11.2.2026", "--ja", dag="2026-01-01"
    )
    new = ("--innmeldt-av", "bruker", "--foer-beslutning", "ja")
    names = []
    for title in ("Ventetid", "Budsjett", "Strategi"):
        neste = kommando("sak", "ny", U, title, *new, dag="2026-01-10").split()
        names.append(neste[4])
        kommando(*neste[1:], dag="2026-01-10")
    assert names == ["2026-001", "2026-002", "2026-003"]


def test_what_was_promised_is_read_from_the_records_when_the_notice_is_written(kommando: Kommando) -> None:
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    first = ("--foerste-moete", "11.2.2026")
    kommando(
        "init", ".", "--utvalg", "Nav Storelva", "--medlemmer", "folk.csv", *first, "--ja", dag="2026-01-01"
    )
    kommando("moete", "ny", U, "10.6.2026", dag="2026-01-02")
    new = ("--innmeldt-av", "bruker", "--foer-beslutning", "ja")
    kommando("sak", "ny", U, "Ventetid", *new, dag="2026-01-10")
    kommando("sak", "til-moete", U, "2026-001", "2026-02-11", dag="2026-01-10")
    for what, who in (("Ring", "ola-berg"), ("Spør", "leder")):
        promise = (what, "--ansvarlig", who, "--frist", "1.6.2026")
        kommando("oppfoelging", "ny", U, "2026-02-11", "1/26", *promise, dag="2026-02-11")
    kommando("oppmoete", U, "2026-02-11", "--godtgjort", "ja", "--likevel", dag="2026-02-11")
    kommando("sakliste", U, "2026-06-10", dag="2026-05-10")
    text = Path(f"records/utvalg/{U}/moeter/2026-06-10.yaml").read_text(encoding="utf-8")
    assert "restanser: ja" in text
    assert "Ring" not in text
    kommando("sakliste", U, "2026-06-10", dag="2026-05-11")
    again = Path(f"records/utvalg/{U}/moeter/2026-06-10.yaml").read_text(encoding="utf-8")
    assert again.count("restanser: ja") == 1
    notice = ("innkalling", U, "2026-06-10", "-o", "innkalling.md")
    kommando(*notice, dag="2026-05-11")
    sent = Path("innkalling.md").read_text(encoding="utf-8")
    assert "- Sak 1/26: Ring\n  - Ansvarlig: Ola Berg (SAFO)\n  - Frist: 1. juni 2026\n" in sent
    assert "- Sak 1/26: Spør\n  - Ansvarlig: leder\n" in sent
    kommando("oppfoelging", "ferdig", U, "1/26", dag="2026-05-12")
    kommando(*notice, dag="2026-05-13")
    later = Path("innkalling.md").read_text(encoding="utf-8")
    assert "Ring" not in later
    assert "- Sak 1/26: Spør\n" in later


@pytest.mark.parametrize("fortrolig", [True, False])
def test_a_confidential_case_is_in_no_receipt_and_no_commit(kommando: Kommando, fortrolig: bool) -> None:
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    first = ("--foerste-moete", "11.2.2026")
    kommando(
        "init", ".", "--utvalg", "Nav Storelva", "--medlemmer", "folk.csv", *first, "--ja", dag="2026-01-01"
    )
    new = ("--innmeldt-av", "bruker", "--foer-beslutning", "ja")
    title = ("--fortrolig", "En leverandør") if fortrolig else ()
    kommando("sak", "ny", U, "Mobbing", *new, *title, "--commit", dag="2026-01-10")
    kommando("sak", "til-moete", U, "2026-001", "2026-02-11", "--commit", "--likevel", dag="2026-01-10")
    promise = ("Ring Mobbeombudet", "--ansvarlig", "leder", "--frist", "1.6.2026")
    kommando("oppfoelging", "ny", U, "2026-02-11", "1/26", *promise, "--commit", dag="2026-02-11")
    kommando("oppfoelging", "ferdig", U, "1/26", "--commit", dag="2026-02-12")
    refused = kommando("oppfoelging", "ferdig", U, "1/26", dag="2026-02-12", exit=2)
    log = subprocess.run(["git", "log", "--format=%B"], capture_output=True, text=True, check=True).stdout
    assert log.count("Mobbe") == (0 if fortrolig else 2)
    assert log.count("Mobbing") == (0 if fortrolig else 1)
    assert ("Mobbe" in refused) is not fortrolig
    assert "er alt ført som gjort" in refused
