"""The notice as a message: to whom the mandate says, read back by the standard library, with no address from git."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import vobject

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.epost import UlesteLinjer, brev, les_adresser, mottakere
from nytt_register import nytt_register
from test_et_aar import FOLK
from tilfeldige_registre import mappe

ADRESSER = """\
# Ligger utenfor registeret
kari-nordmann: kari@example.no
ola-berg: ola@example.no
anne-lie: anne@example.no
nina-vik:
"""


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    (tmp_path / "adresser.txt").write_text(ADRESSER, encoding="utf-8")
    nytt_register(tmp_path / "r", "--dato", "2026-01-01", "--foerste-moete", "11.2.2026", folk=FOLK)
    return tmp_path / "r"


def innkall(rot: Path, adresser: Path, til: str = "ut.eml") -> int:
    verb = ["--rot", str(rot), "innkalling", "nav-storelva", "2026-02-11", "--dato", "2026-01-12"]
    return run([*verb, "--eml", f"{rot.parent}/{til}", "--adresser", str(adresser)])


def kalenderen(message: EmailMessage) -> Any:
    """The calendar of a message. What asks for something stands beside the text too, with its method in the type."""
    (attached,) = (part for part in message.iter_attachments() if part.get_filename() == "moete.ics")
    raw = attached.get_content()
    calendar = vobject.readOne(raw.decode())
    (alternatives,) = (part for part in message.walk() if part.get_content_type() == "multipart/alternative")
    plain, page, *others = alternatives.iter_parts()
    assert (plain.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    asks = calendar.method.value != "PUBLISH"
    assert [part.get_content_type() for part in others] == (["text/calendar"] if asks else [])
    assert [part.get_param("method") for part in others] == ([calendar.method.value] if asks else [])
    assert all(part.get_payload(decode=True) == raw for part in others)
    return calendar


def test_a_message_to_members_and_deputies(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert innkall(rot, rot.parent / "adresser.txt") == 0
    raw = (rot.parent / "ut.eml").read_bytes()
    message = message_from_bytes(raw, policy=policy.default)
    assert message["Bcc"] == "anne@example.no, kari@example.no, ola@example.no"
    assert not {"To", "Cc", "Date"} & set(message.keys())
    assert message["Subject"].startswith("Møteinnkalling")
    body = message.get_body(("plain",))
    assert body is not None
    assert "11. februar 2026" in body.get_content()
    assert re.fullmatch(r"[a-z2-7]{12}@brukerutvalg", kalenderen(message).vevent.uid.value)
    assert "Uten adresse: liv-moen, per-hansen." in capsys.readouterr().err
    assert innkall(rot, rot.parent / "adresser.txt") == 0
    assert (rot.parent / "ut.eml").read_bytes() == raw


def test_addresses_within_the_register_are_refused(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rot / "adresser.txt").write_text(ADRESSER, encoding="utf-8")
    assert innkall(rot, rot / "adresser.txt") == 2
    assert "ligger i git eller i et register" in capsys.readouterr().err
    assert not (rot.parent / "ut.eml").exists()


def test_a_file_that_is_not_there(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert innkall(rot, rot.parent / "finnes-ikke.txt") == 2
    assert "finnes ikke" in capsys.readouterr().err


def test_lines_that_are_no_addresses_are_named_and_not_repeated(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = ("grete-lie", "ola-berg: a@b.no, c@d.no", "anne-lie: anne@", "x: kåre@example.no", "x y@z.no")
    for line in wrong:
        (rot.parent / "a.txt").write_text(f"# Liste\n{line}\n", encoding="utf-8")
        assert innkall(rot, rot.parent / "a.txt") == 2
        said = capsys.readouterr().err
        assert "har noe som ikke er en adresse: linje 2. Skriv" in said
        assert line not in said
    assert not (rot.parent / "ut.eml").exists()
    with pytest.raises(UlesteLinjer, match="linje 2"):
        les_adresser("kari: a@b.no\nkari: c@d.no")


def test_a_list_as_people_keep_it(rot: Path) -> None:
    """With a byte order mark, CRLF, names beside the addresses, and a comment in another character set."""
    list_ = b"\xef\xbb\xbfkari-nordmann: Kari <kari@example.no>\r\n\r\n# \xe6\xf8\xe5\r\nola-berg:\r\n"
    (rot.parent / "a.txt").write_bytes(list_)
    assert innkall(rot, rot.parent / "a.txt") == 0
    message = message_from_bytes((rot.parent / "ut.eml").read_bytes(), policy=policy.default)
    assert message["To"] == "kari@example.no"


def test_no_address_comes_into_git(rot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "annet"
    (other / ".git").mkdir(parents=True)
    (other / "adresser.txt").write_text(ADRESSER, encoding="utf-8")
    assert innkall(rot, other / "adresser.txt") == 2
    addresses = ["--adresser", str(tmp_path / "adresser.txt")]
    verb = ["--rot", str(rot), "innkalling", "nav-storelva", "2026-02-11", *addresses]
    for place in (rot / "ut.eml", other / "ut.eml", rot / "records/utvalg/nav-storelva/utvalg.yaml"):
        before = place.read_bytes() if place.exists() else None
        assert run([*verb, "--eml", str(place)]) == 2
        assert (place.read_bytes() if place.exists() else None) == before
    assert "example.no" not in capsys.readouterr().err


def test_whoever_calls_the_meeting_and_whoever_is_called_stand_in_the_invitation(rot: Path) -> None:
    secretary = next(
        path.stem
        for path in (rot / "records/utvalg/nav-storelva/medlemmer").iterdir()
        if "verv: sekretaer" in path.read_text(encoding="utf-8")
    )
    (rot.parent / "a.txt").write_text(f"{secretary}: sek@example.no\nkari-nordmann: kari@example.no\n")
    assert innkall(rot, rot.parent / "a.txt") == 0
    message = message_from_bytes((rot.parent / "ut.eml").read_bytes(), policy=policy.default)
    assert (message["From"], message["To"]) == ("sek@example.no", "kari@example.no")
    event = kalenderen(message).vevent
    assert event.organizer.value == "mailto:sek@example.no"
    assert [each.value for each in event.attendee_list] == ["mailto:kari@example.no"]


def test_the_text_and_the_page_say_the_same_and_neither_is_markdown() -> None:
    council = mappe({"navn": "Utvalget", "maalform": "nn"}, moeter={date(2026, 3, 11): {}})
    text = (
        "# Tittel\n\n- Stad: *Fjordgata* \\[1\\]\n\n## Sak 1/26: A & B\n\n[Planen](https://www.nav.no/plan)\n"
    )
    raw = brev(council, council.moeter[0], text, ["a"], {"a": "a@b.no"}).innhold
    message = message_from_bytes(raw, policy=policy.default)
    plain, page = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n") == (
        "Tittel\n\n- Stad: Fjordgata [1]\n\n\nSak 1/26: A & B\n\nPlanen (https://www.nav.no/plan)\n"
    )
    assert page is not None
    assert page.get_content().replace("\r\n", "\n") == (
        '<!DOCTYPE html>\n<html lang="nn">\n<head>\n<meta charset="utf-8">\n<title>Tittel</title>\n</head>\n'
        '<body style="overflow-wrap: anywhere">\n'
        "<h1>Tittel</h1>\n<ul>\n<li>Stad: <em>Fjordgata</em> [1]</li>\n</ul>\n<h2>Sak 1/26: A &amp; B</h2>\n"
        '<p><a href="https://www.nav.no/plan">Planen</a></p>\n</body>\n</html>\n'
    )


def test_the_title_is_read_and_not_spelled() -> None:
    council = mappe({"navn": "Utvalget"}, moeter={date(2026, 3, 11): {"status": "avlyst"}})
    text = "# Møteinnkalling: A \\*b\\* \\| &lt;c&gt; & D_, 11. mars\n\nTekst\n"
    raw = brev(council, council.moeter[0], text, ["a"], {"a": "a@b.no"}).innhold
    message = message_from_bytes(raw, policy=policy.default)
    assert message["Subject"] == "Avlyst: Møteinnkalling: A *b* | <c> & D_, 11. mars"
    assert message.get_boundary() is not None
    assert len(message.get_boundary() or "") <= 70
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert kalenderen(message).method.value == "CANCEL"


def test_everyone_the_notice_calls_and_those_who_get_a_copy() -> None:
    council = mappe(
        {"navn": "Utvalget", "kopi": ["kontaktperson", "Direktøren"]},
        medlemmer={
            "uvisst": {"oppnevninger": [{"verv": "medlem", "fra": "ukjent"}]},
            "ansvarlig": {"oppnevninger": [{"verv": "brukerutvalgsansvarlig", "fra": date(2026, 1, 1)}]},
            "sekretaeren": {"oppnevninger": [{"verv": "sekretaer", "fra": date(2026, 1, 1)}]},
            "ferdig": {
                "oppnevninger": [{"verv": "medlem", "fra": date(2020, 1, 1), "til": date(2021, 1, 1)}]
            },
        },
        moeter={date(2026, 3, 11): {"status": "planlagt"}},
    )
    meeting = council.moeter[0]
    to = mottakere(council, meeting, ["nav-fylke", "sekretaer", "varamedlemmer"])
    assert to == ("ansvarlig", "nav-fylke", "sekretaeren", "uvisst")
    known = {"uvisst": "u@x.no", "Direktøren": "d@x.no"}
    letter = brev(council, meeting, "# Møte\n", mottakere(council, meeting, []), known)
    message = message_from_bytes(letter.innhold, policy=policy.default)
    assert message["Bcc"] == "u@x.no, d@x.no"
    openly = replace(council, utvalg=council.utvalg.model_copy(update={"adresser_synlige": True}))
    raw = brev(openly, meeting, "# Møte\n", mottakere(openly, meeting, []), known).innhold
    message = message_from_bytes(raw, policy=policy.default)
    assert (message["To"], message["Cc"]) == ("u@x.no", "d@x.no")
    assert (letter.antall, letter.uten_adresse) == (2, ("ansvarlig", "kontaktperson"))
    assert b"\r\nTo:" not in brev(council, meeting, "# Møte\n", [], {}).innhold


# ── Who sees whose address, and who is asked ──────────────────────────────────────────────────────

ALLE = "kari-nordmann: kari@x.no\nola-berg: ola@x.no\nanne-lie: anne@x.no\nnina-vik: nina@x.no\nliv-moen: liv@x.no\n"


def sekretaeren(rot: Path) -> str:
    people = (rot / "records/utvalg/nav-storelva/medlemmer").iterdir()
    return next(path.stem for path in people if "verv: sekretaer" in path.read_text(encoding="utf-8"))


def test_nobody_sees_the_address_of_another_unless_the_council_wants_it(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (rot.parent / "a.txt").write_text(ALLE)
    assert innkall(rot, rot.parent / "a.txt") == 0
    assert "da kan ikke kalenderen be om svar" in capsys.readouterr().err
    raw = (rot.parent / "ut.eml").read_bytes()
    message = message_from_bytes(raw, policy=policy.default)
    others = {line.partition(": ")[2] for line in ALLE.splitlines()} - {message["From"]}
    del message["Bcc"]  # as any program does that sends it
    assert not [address for address in others if address.encode() in message.as_bytes()]
    assert run(["--rot", str(rot), "endre", "nav-storelva", "utvalg", "adresser_synlige=ja"]) == 0
    assert innkall(rot, rot.parent / "a.txt") == 0
    message = message_from_bytes((rot.parent / "ut.eml").read_bytes(), policy=policy.default)
    calendar = kalenderen(message)
    assert calendar.method.value == "REQUEST"
    assert {each.value.removeprefix("mailto:") for each in calendar.vevent.attendee_list} == others
    assert "Bcc" not in message


def test_members_are_asked_and_deputies_are_told(rot: Path) -> None:
    """In a folder there is a letter to each, which asks that one alone."""
    (rot.parent / "a.txt").write_text(ALLE)
    assert innkall(rot, rot.parent / "a.txt", "ut/") == 0
    files = sorted((rot.parent / "ut").iterdir())
    assert sekretaeren(rot) not in {path.stem for path in files}
    roles = {}
    for path in files:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        calendar = kalenderen(message)
        (asked,) = calendar.vevent.attendee_list
        assert asked.value == f"mailto:{message['To']}"
        assert "Date" not in message
        roles[path.stem] = (asked.role_param, hasattr(asked, "rsvp_param"))
    deputies = {
        path.stem
        for path in (rot / "records/utvalg/nav-storelva/medlemmer").iterdir()
        if "verv: vara" in path.read_text(encoding="utf-8")
    }
    assert deputies & roles.keys()
    assert {
        name for name, role in roles.items() if role == ("NON-PARTICIPANT", False)
    } == deputies & roles.keys()
    assert set(roles.values()) == {("REQ-PARTICIPANT", True), ("NON-PARTICIPANT", False)}


def test_the_link_is_in_the_letter_and_the_invitation_and_in_no_document(rot: Path) -> None:
    link = "https://video.example.no/j/12345678?pwd=abc"
    verb = ["--rot", str(rot), "moete", "endre", "nav-storelva", "2026-02-11", "--lenke", link]
    assert run([*verb, "--dato", "2026-01-12"]) == 0
    (rot.parent / "a.txt").write_text(ALLE)
    ut = rot.parent / "doc.md"
    common = ["--rot", str(rot), "innkalling", "nav-storelva", "2026-02-11", "--dato", "2026-01-12"]
    assert run([*common, "-o", str(ut), "--ics", str(rot.parent / "m.ics")]) == 0
    assert run([*common, "-o", str(rot.parent / "doc.json"), "--json"]) == 0
    assert innkall(rot, rot.parent / "a.txt") == 0
    message = message_from_bytes((rot.parent / "ut.eml").read_bytes(), policy=policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    assert link in body.get_content()
    assert link in vobject.readOne((rot.parent / "m.ics").read_text()).vevent.description.value
    year = rot.parent / "aar.ics"
    assert run(["--rot", str(rot), "moeteplan", "nav-storelva", "2026", "--ics", str(year)]) == 0
    for public in (ut, rot.parent / "doc.json", year):
        assert "video.example" not in public.read_text(encoding="utf-8")
