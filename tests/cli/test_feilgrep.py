"""Slips of a secretary: what cannot be, or is said twice, is stopped with what is wrong and what to do instead."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from brukerutvalg_cli.cli import utfil
from brukerutvalg_cli.cli.run import run
from nytt_register import nytt_register
from test_et_aar import FOLK, U

Kommando = Callable[..., str]
MOETE = f"records/utvalg/{U}/moeter/2026-02-11.yaml"


@pytest.fixture
def kommando(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kommando:
    """Runs a command in a new register with a meeting and a case on its agenda; all that it says."""
    monkeypatch.chdir(tmp_path)

    def kommando(*arguments: str, exit: int = 0) -> str:
        code = run([*arguments, "--dato", "2026-01-12"])
        out, err = capsys.readouterr()
        assert code == exit, f"{arguments}\n{out}\n{err}"
        return out + err

    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    dag = ("--dato", "2026-01-12")
    new = ("sak", "ny", U, "Ventetid", "--innmeldt-av", "bruker", "--foer-beslutning", "ja", *dag)
    on_the_agenda = ("sak", "til-moete", U, "2026-001", "neste", *dag)
    start = ("--alle", "nei", "--foerste-moete", "11.2.2026", *dag)
    nytt_register(tmp_path, *start, folk=FOLK, etter=(new, on_the_agenda))
    return kommando


def test_what_was_rightly_written_is_not_answered_with_how_to_write_it(kommando: Kommando) -> None:
    said = kommando("moete", "ny", U, "11.2.2026", exit=1)
    assert said.startswith("Det er alt et møte onsdag 11. februar 2026.")
    said = kommando("moete", "endre", U, "neste", "--tid", "tull", exit=2)
    assert said.startswith(
        "feil: --tid: «tull» er ikke et klokkeslett. Skriv det som 12:00, kl. 12.00 eller 12-14.\n"
    )


def test_without_a_register_the_way_to_a_new_one_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["status"]) == 2
    said = capsys.readouterr().err
    assert said.endswith("Et nytt register lager du med «brukerutvalg init».\n")


def test_a_group_alone_is_answered_with_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sak"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Bruk: brukerutvalg sak [VALG] KOMMANDO ...\n")
    assert said.count("Bruk: ") == 1


@pytest.mark.parametrize("dag", ["2023-13-01", "31.9.2026", "29. februar 2026", "1. tulleber 2026"])
def test_a_day_that_does_not_exist_is_said_to_be_just_that(kommando: Kommando, dag: str) -> None:
    gone = f"«{dag}» er ikke en dag som finnes"
    assert f"{gone}. De nærmeste: 2026-02-11." in kommando("innkalling", U, dag, exit=2)
    assert f"{gone}. De nærmeste: 2026-02-11." in kommando("avlys", U, dag, exit=2)
    assert f"--til: {gone}." in kommando("flytt", U, "neste", "--til", dag, exit=2)
    assert run(["status", "--dato", dag]) == 2


@pytest.mark.parametrize("dag", ["11,2", "i morra", "snart 1.2.2026"])
def test_what_is_not_written_as_a_day_is_shown_how(kommando: Kommando, dag: str) -> None:
    assert f"«{dag}» er ikke en dag. Skriv for" in kommando("flytt", U, "neste", "--til", dag, exit=2)
    assert "De nærmeste: 2026-02-11." in kommando("avlys", U, dag, exit=2)


@pytest.mark.parametrize(
    ("sagt", "hva"),
    [("2026", "«2026» er et år"), ("2026-03", "«2026-03» er en måned")],
)
def test_a_part_of_a_day_is_not_enough_for_a_meeting(kommando: Kommando, sagt: str, hva: str) -> None:
    assert f"{hva}, og her må det være en dag. Skriv for eksempel" in kommando(
        "flytt", U, "neste", "--til", sagt, exit=2
    )
    assert "De nærmeste: 2026-02-11." in kommando("avlys", U, sagt, exit=2)


def test_no_meeting_ends_before_it_begins(kommando: Kommando) -> None:
    hours = ("--tid", "12:15", "--slutt", "11:00")
    wrong = "feil: møtet ville slutte klokka 11:00, men begynner 12:15. Skriv når det slutter, med --slutt.\n"
    assert kommando("moete", "ny", U, "10.6.2026", *hours, exit=2) == wrong
    assert kommando("moete", "endre", U, "neste", *hours, exit=2) == wrong
    kommando("moete", "endre", U, "neste", "--tid", "9.00", "--slutt", "11:00")
    assert kommando("flytt", U, "neste", "--til", "18.2.2026", "--tid", "12:15", exit=2) == wrong
    kommando("flytt", U, "neste", "--til", "18.2.2026", "--tid", "12:15", "--slutt", "15:00")
    text = Path(MOETE.replace("02-11", "02-18")).read_text(encoding="utf-8")
    assert "tid: 12:15\nslutt: 15:00\n" in text
    said = kommando("flytt", U, "neste", "--til", "18.2.2026", "--slutt", "15:30")
    assert said.startswith("Flyttet slutten på møtet onsdag 18. februar 2026 til klokka 15:30.\n")


def test_when_the_last_one_ended_is_not_when_one_at_another_time_does(kommando: Kommando) -> None:
    kommando("moete", "endre", U, "neste", "--tid", "10:00", "--slutt", "12:00")
    kommando("moete", "ny", U, "10.6.2026", "--tid", "13:00")
    text = Path(MOETE.replace("02-11", "06-10")).read_text(encoding="utf-8")
    assert "tid: 13:00\n" in text
    assert "slutt" not in text


def test_a_meeting_on_the_plan_becomes_an_extraordinary_one(kommando: Kommando) -> None:
    kommando("sendt", U, "neste", "innkalling")
    kommando("moete", "endre", U, "neste", "--ekstraordinaert", "ja")
    text = Path(MOETE).read_text(encoding="utf-8")
    assert "ekstraordinaert: ja\n" in text
    assert "flyttet" not in text  # nothing is new in the calendars of those who were called
    kommando("moete", "endre", U, "neste", "--ekstraordinaert", "nei")
    assert "ekstraordinaert: nei\n" in Path(MOETE).read_text(encoding="utf-8")


def test_people_and_verv_are_said_by_name(kommando: Kommando) -> None:
    """The receipt is what the commit is called, too."""
    redaksjonsraad = ("valg", U, "neste", "1/26", "ola-berg", "per-hansen", "--verv", "redaksjonsraad")
    said = kommando(*redaksjonsraad, "--likevel")
    assert said.startswith(
        "Førte valg av Ola Berg og Per Hansen til redaksjonsrådet i sak 1/26, fra 11. februar 2026. "
    )
    said = kommando(
        "valg", U, "neste", "1/26", "ola-berg", "kari-nordmann", "--verv", "redaksjonsraad", exit=2
    )
    assert said.startswith(
        "feil: i sak 1/26 er Ola Berg og Per Hansen alt ført som valgt til redaksjonsrådet. Var det feil,"
    )
    for command, receipt in (
        (("oppnevn", U, "liv-moen", "--verv", "sekretaer", "--fra", "1.6.2026"),
         "Oppnevnte Liv Moen til sekretær. Nina Vik er ferdig som sekretær 31. mai 2026."),
        (("avslutt", U, "anne-lie", "--verv", "vara", "--til", "1.7.2026"), "Anne Lie er vara til 1. juli 2026."),
        (("kontaktperson", U, "nina-vik"), "Nina Vik er kontaktperson fra en ukjent dag."),
        (("kontaktperson", U, "liv-moen", "--fra", "1.3.2026"),
         "Liv Moen er kontaktperson fra 1. mars 2026 etter Nina Vik."),
        (("opplaering", U, "ola-berg", "liv-moen"), "Førte opplæring for Ola Berg og Liv Moen."),
        (("erstatt", U, "per-hansen", "liv-moen", "--fra", "1.9.2026", "--likevel"),
         "Liv Moen overtar som medlem etter Per Hansen fra 1. september 2026."),
    ):  # fmt: skip
        assert kommando(*command).splitlines()[0] == receipt


def test_a_case_is_put_off_once(kommando: Kommando) -> None:
    """Twice would be two cases of one: both would wait, with a number each."""
    kommando("sak", "utsett", U, "neste", "1/26")
    said = kommando("sak", "utsett", U, "neste", "1/26", exit=2)
    assert said.startswith("feil: sak 1/26 er alt utsatt. Var det det siste du gjorde,")
    assert [path.name for path in Path(f"records/utvalg/{U}/saker").iterdir()] == ["2026-002.yaml"]


def test_a_case_is_sent_on_once(kommando: Kommando) -> None:
    council = Path(f"records/utvalg/{U}/utvalg.yaml")
    other = Path("records/utvalg/nav-fylke/utvalg.yaml")
    other.parent.mkdir()
    other.write_text(
        council.read_text(encoding="utf-8").replace("Nav Storelva", "Nav Fylke"), encoding="utf-8"
    )
    send = ("sak", "oversend", U, "neste", "1/26", "--til", "nav-fylke")
    kommando(*send)
    assert kommando(*send, exit=2) == "feil: sak 1/26 er alt sendt til nav-fylke.\n"
    assert len(list(Path("records/utvalg/nav-fylke/saker").iterdir())) == 1


def test_a_case_is_sent_to_a_body_whose_records_are_kept_elsewhere(kommando: Kommando) -> None:
    kommando("organisasjon", "ny", U, "Nav Vest", "--type", "offentlig", "--side", "nav")
    assert "Sendte sak 1/26 til" in kommando("sak", "oversend", U, "neste", "1/26", "--til", "nav-vest")
    assert "oversendt_til: nav-vest\n" in Path(MOETE).read_text(encoding="utf-8")
    said = kommando("sak", "oversend", U, "neste", "1/26", "--til", "nav-vst", exit=2)
    assert "Mente du «Nav Vest»?" in said


def test_what_cannot_be_of_a_meeting_is_not_written(kommando: Kommando) -> None:
    before = Path(MOETE).read_bytes()
    vote = ("sak", "foer", U, "neste", "1/26", "--vedtak", "Ja.", "--enstemmig", "ja", "--for", "3", "--mot")
    assert "--enstemmig ja og --mot 1 kan ikke stemme begge to" in kommando(*vote, "1", exit=2)
    due = (
        "oppfoelging",
        "ny",
        U,
        "neste",
        "1/26",
        "Hent tall",
        "--ansvarlig",
        "leder",
        "--frist",
        "1.6.2025",
    )
    assert "--frist: søndag 1. juni 2025 er før møtet, onsdag 11. februar 2026" in kommando(*due, exit=2)
    came = ("oppmoete", U, "neste", "--godtgjort", "ja", "--likevel")
    for guest in ("", " , rådgiver"):
        assert f"feil: gjesten «{guest}» har ikke noe navn." in kommando(*came, "--gjest", guest, exit=2)
    assert Path(MOETE).read_bytes() == before
    kommando(*vote, "0", "--likevel")
    said = kommando(*came, "--forfall", "ola-berg", "--forfall", "ola-berg")
    assert said.count("Møtte Anne Lie for Ola Berg?") == 1
    assert "forfall: [ola-berg]\n" in Path(MOETE).read_text(encoding="utf-8")


def test_until_when_a_case_is_confidential_is_said_by_command(kommando: Kommando) -> None:
    """The mandate wants it on record: nobody said it, and it is unknown. It follows the case when it is put off."""
    closed = ("--innmeldt-av", "bruker", "--foer-beslutning", "ja", "--fortrolig", "Arbeidsmiljø")
    kommando("sak", "ny", U, "Mobbing", *closed)
    put = ("sak", "til-moete", U, "2026-002", "neste")
    assert "fortrolig_til: ukjent\n" in kommando(*put, "--dry-run")
    assert "fortrolig til: lørdag 1. januar 2028" in kommando(*put, "--fortrolig-til", "1.1.2028")
    assert "fortrolig_til: 2028-01-01\n" in Path(MOETE).read_text(encoding="utf-8")
    said = kommando("sak", "foer", U, "neste", "1/26", "--fortrolig-til", "1.1.2028", exit=2)
    assert said == "feil: saken er ikke fortrolig, og kan ikke være det til en dag.\n"
    kommando("sak", "foer", U, "neste", "2/26", "--fortrolig-til", "1.7.2028")
    assert "fortrolig_til: 2028-07-01\n" in Path(MOETE).read_text(encoding="utf-8")
    kommando("moete", "ny", U, "10.6.2026")
    kommando("sak", "utsett", U, "neste", "2/26", "--til", "10.6.2026")
    assert "fortrolig_til: 2028-07-01\n" in Path(MOETE.replace("02-11", "06-10")).read_text(encoding="utf-8")
    kommando("sak", "utsett", U, "10.6.2026", "3/26")
    assert "fortrolig: ja\n" in Path(f"records/utvalg/{U}/saker/2026-004.yaml").read_text(encoding="utf-8")


def test_a_case_that_is_put_off_takes_its_papers_with_it(kommando: Kommando) -> None:
    kommando("moete", "ny", U, "10.6.2026")
    meeting = Path(MOETE)
    papers = (
        "    innleder: [kari-nordmann]\n    framlegg: Tallene for 2025.\n    vedlegg: [{tittel: Tallene}]\n"
    )
    meeting.write_text(meeting.read_text(encoding="utf-8").rstrip("\n") + f"\n{papers}", encoding="utf-8")
    kommando("sak", "utsett", U, "neste", "1/26", "--til", "10.6.2026")
    later = Path(MOETE.replace("02-11", "06-10")).read_text(encoding="utf-8")
    for said in ("kari-nordmann", "Tallene for 2025.", "tittel: Tallene"):
        assert said in later


def test_a_case_that_is_on_an_agenda_already(kommando: Kommando) -> None:
    said = kommando("sak", "til-moete", U, "2026-001", "neste", exit=2)
    wrong = "feil: saken «2026-001» er ikke meldt inn, eller den er alt satt på et møte."
    assert said == f"{wrong} Ingen sak venter.\n"


def test_who_takes_over_can_be_said_to_be_authorised(kommando: Kommando) -> None:
    take_over = ("erstatt", U, "ola-berg", "anne-lie", "--fra", "1.4.2026")
    assert "fullmakt: ukjent\n" in kommando(*take_over, "--dry-run")  # the mandate wants it, and nobody said
    assert "fullmakt: ja" in kommando(*take_over, "--fullmakt", "ja")
    text = Path(f"records/utvalg/{U}/medlemmer/anne-lie.yaml").read_text(encoding="utf-8")
    assert "    fra: 2026-04-01\n    til: 2027-12-31\n" in text
    assert text.count("fullmakt: ja") == 1


def test_what_is_there_already_has_a_next_step_too(kommando: Kommando) -> None:
    kommando("moete", "endre", U, "neste", "--tid", "10:00")
    said = kommando("moete", "endre", U, "neste", "--tid", "10:00")
    assert "Det står der alt. Ingenting er skrevet.\n" in said
    assert f"Neste steg: brukerutvalg frister {U}\n" in said


def test_bodies_the_council_has_not_are_said_in_words(kommando: Kommando) -> None:
    kommando("avslutt", U, "kari-nordmann", "--verv", "redaksjonsraad", "--til", "12.1.2026")
    said = kommando("sakliste", U, "neste")
    assert "Mandatet vil at redaksjonsrådet eller arbeidsutvalget foreslår sakslista, men det har" in said


def test_a_file_of_addresses_that_is_not_there_is_said_to_be_missing(kommando: Kommando) -> None:
    letter = ("innkalling", U, "neste", "--eml", "../ut.eml", "--adresser", "adresser.txt")
    assert "feil: adressefila «adresser.txt» finnes ikke." in kommando(*letter, exit=2)


def test_minutes_are_not_approved_by_their_own_meeting(kommando: Kommando) -> None:
    kommando("oppmoete", U, "11.2.2026", "--godtgjort", "ja", "--likevel")
    said = kommando("godkjenn", U, "11.2.2026", "--i", "11.2.2026", exit=2)
    assert said.startswith(
        "feil: et referat godkjennes i et senere møte, og 2026-02-11 er ikke det. Er det holdt,"
    )


LAAST = OSError(errno.EROFS, "Read-only file system")


def test_a_disk_that_can_only_be_read_is_said_in_norwegian(
    kommando: Kommando, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("en-fil").write_text("", encoding="utf-8")
    new = ("--utvalg", "Nav Storelva", "--ja")
    said = kommando("init", "en-fil", *new, exit=2)
    assert said == "feil: registeret ble ikke laget: «en-fil» er en fil, ikke en mappe.\n"

    def stengt(*_: object, **__: object) -> None:
        raise LAAST

    with monkeypatch.context() as disk:
        disk.setattr(Path, "mkdir", stengt)
        said = kommando("init", "ny", *new, exit=2)
    assert said == "feil: registeret ble ikke laget: disken kan bare leses.\n"
    with monkeypatch.context() as disk:
        disk.setattr(utfil, "_put", stengt)
        said = kommando("innkalling", U, "neste", "-o", "ut.md", exit=2)
    assert said == "feil: «ut.md» kan ikke skrives (disken kan bare leses).\n"


def test_who_is_named_twice_is_written_once(kommando: Kommando) -> None:
    said = kommando("opplaering", U, "ola-berg", "ola-berg")
    assert said.startswith("Førte opplæring for Ola Berg.\n")
    election = ("valg", U, "neste", "1/26", "ola-berg", "ola-berg", "--verv", "nestleder")
    assert kommando(*election, "--likevel").startswith(
        "Førte valg av Ola Berg til nestleder i sak 1/26, fra 11. februar 2026."
    )
    text = Path(f"records/utvalg/{U}/medlemmer/ola-berg.yaml").read_text(encoding="utf-8")
    assert text.count("2026-01-12") == text.count("nestleder") == 1
    assert "valgt: [ola-berg]" in Path(MOETE).read_text(encoding="utf-8")
    period = ("--fra", "1.1.2028", "--til", "31.12.2029", "--fullmakt", "ja", "--likevel", "--ja")
    assert kommando("runde", U, "ola-berg", "ola-berg", *period).startswith("Fortsetter (1): Ola Berg\n")


@pytest.mark.parametrize(
    "ord",
    [
        ("sakliste", U, "neste", "--foreslaatt-av", "leder", "--foreslaatt-av", "Nav"),
        ("oppmoete", U, "2026-02-11", "--moeteleder", "liv", "--moeteleder=nina"),
        ("sak", "ny", U, "Buss", "--innmeldt-av", "bruker", "--innmeldt-av", "nav"),
        ("--rot", ".", "--rot", ".", "status"),
    ],
)
def test_no_answer_is_lost_where_there_is_room_for_one(kommando: Kommando, ord: tuple[str, ...]) -> None:
    said = kommando(*ord, exit=2)
    option = next(word for word in ord if word.startswith("--"))
    assert f"valget {option} er skrevet flere ganger" in said
    assert "med komma mellom" in said


@pytest.mark.parametrize(
    "ord",
    [
        ("endre", U, "moete", "2026-02-11", "tid=10:00", "tid=12:00"),
        ("oppmoete", U, "2026-02-11", "--forfall", "Ola,Per", "--vara", "anne=ola", "--vara", "Anne=per"),
        ("oppmoete", U, "2026-02-11", "--kom", "ola 12:30", "--kom", "Ola 13:00"),
        ("oppmoete", U, "2026-02-11", "--gikk", "ola 12:30", "--gikk", "ola-berg 13:00"),
        ("runde", U, "ola", "per", "--vara", "anne=ola", "--vara", "anne=per", "--fra", "1.1.2028"),
    ],
    ids=lambda ord: f"{ord[0]} {ord[3]}",
)
def test_nor_where_two_things_are_said_of_one(kommando: Kommando, ord: tuple[str, ...]) -> None:
    """To say the same again says nothing else."""
    before = Path(MOETE).read_bytes()
    assert "det er sagt to ting om «" in kommando(*ord, exit=2)
    assert Path(MOETE).read_bytes() == before
    kommando("oppmoete", U, "2026-02-11", "--gikk", "ola 12:30", "--gikk", "Ola 12:30", "--likevel")


def test_a_switch_or_a_list_may_be_written_again(kommando: Kommando) -> None:
    kommando(
        "oppmoete",
        U,
        "2026-02-11",
        "--gjest",
        "Siv Haug",
        "--gjest",
        "Jo Vik",
        "--dry-run",
        "--dry-run",
        "--likevel",
    )


def test_nobody_takes_over_from_themselves(kommando: Kommando) -> None:
    said = kommando("erstatt", U, "ola-berg", "ola-berg", "--fra", "1.7.2026", "--likevel", exit=2)
    assert said.startswith("feil: ola-berg kan ikke overta etter seg selv.")


def test_the_contact_person_stays_the_contact_person(kommando: Kommando) -> None:
    kommando("kontaktperson", U, "nina-vik", "--fra", "1.2.2026")
    for first in ("1.2.2026", "1.3.2026"):
        assert "Det står der alt." in kommando("kontaktperson", U, "nina-vik", "--fra", first)


def test_the_days_of_a_plan_are_in_its_year(kommando: Kommando) -> None:
    plan = ("moeteplan", U, "2027", "--dager")
    said = kommando(*plan, "10.2.2027, 9.6.2026", exit=2)
    assert "feil: --dager: tirsdag 9. juni 2026 er ikke i 2027, som planen gjelder." in said
    assert "Førte 1 møte på planen for 2027." in kommando(*plan, "10.2.2027, 10.2.2027")


def test_the_last_day_is_not_before_the_first(kommando: Kommando) -> None:
    days = ("--fra", "1.4.2026", "--til", "1.3.2026")
    for command in (
        ("oppnevn", U, "ola-berg", "--verv", "nestleder", "--fullmakt", "ja"),
        ("valg", U, "neste", "1/26", "ola-berg", "--verv", "nestleder"),
        ("runde", U, "ola-berg"),
        ("hendelse", "ny", U, "oppnevningsrunde"),
    ):
        said = kommando(*command, *days, exit=2)
        assert "feil: --til: søndag 1. mars 2026 er før første dag, onsdag 1. april 2026.\n" in said


def test_an_id_is_what_any_keyboard_can_type(kommando: Kommando) -> None:
    """It is the name of a file: never another folder, and the same on every machine."""
    for new in (("person", "ny", U, "Ola Ny", "--side", "bruker"), ("organisasjon", "ny", U, "Elvelaget")):
        for written, usual in (("../../Ola", "ola"), ("Åse", "aase"), ("ola ny", "ola-ny")):
            said = kommando(*new, "--id", written, exit=2)
            assert said.startswith(f"feil: «{written}» kan ikke være en id:")
            assert said.endswith(f" Skriv {usual}.\n")
        kommando(*new, "--id", "ola-2")


def test_an_address_is_one(kommando: Kommando) -> None:
    kommando("oppmoete", U, "neste", "--godtgjort", "ja", "--likevel")
    out = ("publisert", U, "2026-02-11", "referat", "--url")
    for wrong in ("nav.no/referat", "https://nav.no/et referat"):
        assert f"feil: --url: «{wrong}» er ikke en nettadresse." in kommando(*out, wrong, exit=2)
    kommando(*out, "https://www.nav.no/referat", "--likevel")


def test_attendance_that_is_written_anew_is_said_to_take_the_place_of_the_old(kommando: Kommando) -> None:
    came = ("oppmoete", U, "2026-02-11", "--godtgjort", "ja", "--likevel")
    said = kommando(*came, "--gjest", "Siv Haug").splitlines()[0]
    assert said == "Førte 6 til stede og 0 forfall i møtet onsdag 11. februar 2026."
    said = kommando(*came).splitlines()[0]
    assert (
        said
        == "Førte 5 til stede og 0 forfall i møtet onsdag 11. februar 2026, i stedet for det som sto der."
    )


def test_minutes_that_were_changed_are_approved_anew_as_the_finding_says(kommando: Kommando) -> None:
    for day in ("10.6.2026", "9.9.2026"):
        kommando("moete", "ny", U, day)
    for day in ("11.2.2026", "10.6.2026", "9.9.2026"):
        kommando("oppmoete", U, day, "--godtgjort", "ja", "--likevel")
    kommando("godkjenn", U, "11.2.2026", "--i", "10.6.2026", "--likevel")
    late = ("sak", "foer", U, "11.2.2026", "1/26", "--vedtak", "Ja.", "--enstemmig", "ja")
    kommando(*late, exit=1)
    said = kommando(*late, "--likevel")
    assert "legg det fram på nytt og kjør «brukerutvalg godkjenn»" in said
    said = kommando("godkjenn", U, "11.2.2026", "--i", "10.6.2026", exit=2)
    assert said.startswith(
        "feil: referatet er alt ført som godkjent i møtet 2026-06-10. Er det endret siden,"
    )
    said = kommando("godkjenn", U, "11.2.2026", "--i", "9.9.2026", "--likevel")
    assert "feil:" not in said
    assert "er endret etter at det ble godkjent" not in kommando("valider", exit=1)


def test_a_receipt_says_the_day_of_the_week(kommando: Kommando) -> None:
    kommando("moete", "ny", U, "10.6.2026")
    said = kommando("sakliste", U, "11.2.2026", "--foreslaatt-av", "leder", "--likevel")
    assert "Førte sakslista til møtet onsdag 11. februar 2026 som godkjent" in said
    said = kommando("sak", "utsett", U, "11.2.2026", "1/26", "--til", "10.6.2026")
    assert said.startswith("Utsatte sak 1/26 til møtet onsdag 10. juni 2026, der den er sak 2/26.\n")
    for day in ("11.2.2026", "10.6.2026"):
        kommando("oppmoete", U, day, "--godtgjort", "ja", "--likevel")
    said = kommando("godkjenn", U, "11.2.2026", "--i", "10.6.2026", "--likevel")
    approved = "som godkjent i møtet onsdag 10. juni 2026, i en ukjent sak."
    assert said.startswith(f"Førte referatet fra onsdag 11. februar 2026 {approved}")
    said = kommando("publisert", U, "11.2.2026", "referat", "--kanal", "nav.no", "--likevel")
    assert said.startswith("Førte referat fra møtet onsdag 11. februar 2026 som lagt ut på nav.no.\n")
    assert kommando("hendelse", "ny", U, "evaluering").startswith(
        "Førte evaluering mandag 12. januar 2026.\n"
    )


def test_there_is_one_leader_at_a_time(kommando: Kommando) -> None:
    """The election was judged as if who had it had left; it is written so, too."""
    kommando("oppnevn", U, "kari-nordmann", "--verv", "nestleder", "--fra", "12.1.2026")
    elect = ("valg", U, "neste", "1/26")
    kommando(*elect, "ola-berg", "--verv", "nestleder", "--fra", "1.3.2026", "--likevel")
    kari = Path(f"records/utvalg/{U}/medlemmer/kari-nordmann.yaml").read_text(encoding="utf-8")
    assert "{verv: nestleder, fra: 2026-01-12, til: 2026-02-28}" in kari
    said = kommando(*elect, "per-hansen", "--verv", "nestleder", exit=2)
    assert said.startswith("feil: i sak 1/26 er Ola Berg alt ført som valgt til nestleder.")
    assert "Det står der alt." in kommando(*elect, "ola-berg", "--verv", "nestleder", "--fra", "1.3.2026")


def test_the_next_step_of_a_meeting_ahead_is_its_notice(kommando: Kommando) -> None:
    promise = ("Hent tall", "--ansvarlig", "leder", "--frist", "1.6.2026")
    notice = f"Neste steg: brukerutvalg innkalling {U} 2026-02-11\n"
    assert kommando("oppfoelging", "ny", U, "neste", "1/26", *promise).endswith(notice)
    kommando("moete", "ny", U, "10.6.2026")
    assert kommando("sak", "utsett", U, "11.2.2026", "1/26", "--til", "10.6.2026").endswith(notice)


def test_a_meeting_whose_file_cannot_be_read_is_not_said_to_be_missing(kommando: Kommando) -> None:
    with Path(MOETE).open("a", encoding="utf-8") as file:
        file.write("saker: [\n")
    before = Path(MOETE).read_bytes()
    for command in (("avlys", U, "11.2.2026"), ("moete", "endre", U, "11.2.2026", "--tid", "10:00")):
        assert kommando(*command, exit=2) == f"feil: {MOETE} kan ikke leses. Kjør «brukerutvalg valider».\n"
    assert Path(MOETE).read_bytes() == before
