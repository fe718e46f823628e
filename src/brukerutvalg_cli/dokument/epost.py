"""Epost: the notice as a message ready to be sent, to those the mandate names, with invitation and papers beside it.

Addresses are not records: they come from a file outside git, and the message that holds them stays outside too.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable, Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from pathlib import PurePosixPath
from typing import NamedTuple

from brukerutvalg_cli.dokument.format.lesning import lesning
from brukerutvalg_cli.dokument.format.maal import INTET, Annet
from brukerutvalg_cli.dokument.format.ren_tekst import ren_tekst
from brukerutvalg_cli.dokument.format.side import brev_html
from brukerutvalg_cli.dokument.kalender import Innkalt, moetekalender
from brukerutvalg_cli.dokument.ord import ordliste
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sete import MEDLEMSVERV, VARAVERV
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.tegn import for_readers_on_a_line

_ADRESSE = re.compile(
    r"(?:[^<>]*<)?([\w.!#$%&'*+/=?^{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+)>?", re.ASCII | re.IGNORECASE
)

SEKRETAER = "sekretaer"
GRUPPER = {"medlemmer": MEDLEMSVERV, "varamedlemmer": VARAVERV, "vara": VARAVERV}


class UlesteLinjer(Exception):
    """The lines of the list of addresses that are none, and what such a line is like. Never what they say."""


class Brev(NamedTuple):
    """The message as bytes, to how many, and those it should have gone to, had anybody known where they are."""

    innhold: bytes
    antall: int
    uten_adresse: tuple[str, ...]
    skjult: bool = False
    """Whether several get it, and do not see each other's addresses."""


class Papir(NamedTuple):
    """A paper that goes with the message, by the name it has there."""

    navn: str
    innhold: bytes


def mottakere(mappe: Utvalgsmappe, moete: Moete, utenom: Iterable[str]) -> tuple[str, ...]:
    """Everyone the notice calls, but the secretary who calls, and those named beside them; a verv is whoever holds it.

    One whose term is not known is called too, and stands in the notice with a word about it.
    """
    called = {verv for verv in mappe.seter_i if verv not in ORGANER and verv != SEKRETAER}
    people = {person for verv in called for person in _med(mappe, moete, verv)}
    return tuple(sorted(people.union(*(_bak(mappe, moete, name) for name in utenom))))


def les_adresser(text: str) -> dict[str, str]:
    """Addresses by id, a line each: `kari-nordmann: kari@example.no`. One without an address yet is left out.

    Raises:
        UlesteLinjer: when a line is something else, or names somebody for the second time.
    """
    found: dict[str, str] = {}
    wrong = []
    for nr, line in enumerate(text.splitlines(), 1):
        who, colon, address = (part.strip() for part in line.partition(":"))
        if not line.strip() or who.startswith("#") or (colon and not address):
            continue
        meant = _ADRESSE.fullmatch(address)
        if meant is None or not who or who in found:
            wrong.append(str(nr))
        else:
            found[who] = meant[1]
    if wrong:
        where = f"linje {wrong[0]}" if len(wrong) == 1 else f"linjene {', '.join(wrong)}"
        raise UlesteLinjer(f"{where}. Skriv «kari-nordmann: kari@example.no», en linje for hver")
    return found


def brev(
    mappe: Utvalgsmappe,
    moete: Moete,
    tekst: str,
    til: Sequence[str],
    adresser: Mapping[str, str],
    papirer: Iterable[Papir] = (),
    annet: Annet = INTET,
    *,
    bare: str = "",
) -> Brev:
    """The message, as a draft: when it is sent, is not known.

    Nobody sees the address of another, unless the council wants it so. A calendar asks for an answer by naming all it
    asks, so it does that only where they may see each other, or where there is only one. `annet`: the lines that are in
    the other målform. `bare`: to this one alone.
    """
    names = [name for name in til if bare in ("", name)]
    copies = [name for name in kopier(mappe, moete, til) if bare in ("", name)]
    known = [adresser[name] for name in names if name in adresser]
    copied = [adresser[name] for name in copies if name in adresser]
    secretary = next((adresser[p] for p in _med(mappe, moete, SEKRETAER) if p in adresser), "")
    cancelled = moete.status == "avlyst"
    openly = bool(mappe.utvalg.adresser_synlige) or len(known) + len(copied) == 1
    deputies = _bare_vara(mappe, moete)
    called = [Innkalt(adresser[name], name not in deputies) for name in names if name in adresser]
    called += [Innkalt(address, moeter=False) for address in copied]
    kalender = moetekalender(mappe, moete, secretary, called if openly else ())
    tekst = med_lenke(mappe, moete, tekst)
    lest = lesning(tekst)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = ("Avlyst: " if cancelled else "") + lest.tittel
    if secretary:
        message["From"] = secretary
    if openly and known:
        message["To"] = ", ".join(known)
    if openly and copied:
        message["Cc"] = ", ".join(copied)
    if not openly and (hidden := [*known, *copied]):
        message["Bcc"] = ", ".join(hidden)  # nobody sees the address of another
    message["X-Unsent"] = "1"  # Outlook opens it as a draft
    # The same in several forms, the richest last: a program shows the last one it knows.
    message.set_content(ren_tekst(lest))
    message.add_alternative(brev_html(lest, mappe.utvalg.maalform, annet), subtype="html")
    _legg_ved_kalender(message, kalender)
    # Of what is in it, so that the same message has the same, and no line in it can be one.
    contents = sha256(tekst.encode() + kalender)
    for name, content in papirer:
        kind = mimetypes.types_map.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
        maintype, _, subtype = kind.partition("/")
        if maintype in ("text", "message", "multipart"):  # whatever letters it has, it stays as it is
            maintype, subtype = "application", "octet-stream"
        message.add_attachment(content, maintype=maintype, subtype=subtype, filename=name)
        contents.update(content)
    for nr, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"{contents.hexdigest()[:40]}-{nr}")
    unknown = tuple(name for name in (*names, *copies) if name not in adresser)
    return Brev(message.as_bytes(), len(known) + len(copied), unknown, not openly and bool(known or copied))


def kopier(mappe: Utvalgsmappe, moete: Moete, til: Sequence[str]) -> list[str]:
    """Those who get a copy, beside those it is to."""
    return [p for ref in mappe.utvalg.kopi for p in _bak(mappe, moete, ref) if p not in til]


def _legg_ved_kalender(message: EmailMessage, kalender: bytes) -> None:
    """A file for whoever wants one; and what asks for something is another form of the message itself, too: there a
    program looks for what it is to ask of its reader."""
    text = kalender.decode()
    method = next(word for word in ("REQUEST", "CANCEL", "PUBLISH") if f"METHOD:{word}" in text)
    if method != "PUBLISH":
        message.add_alternative(text, subtype="calendar", params={"method": method})
    message.add_attachment(kalender, maintype="application", subtype="ics", filename="moete.ics")


def med_lenke(mappe: Utvalgsmappe, moete: Moete, tekst: str) -> str:
    """The notice, with the way to join from afar for those it is sent to."""
    link = kjent(moete.lenke)
    if not link or moete.status == "avlyst":
        return tekst
    return f"{tekst.rstrip()}\n\n{ordliste(mappe.utvalg.maalform).lenke}: {for_readers_on_a_line(link)}\n"


def _bare_vara(mappe: Utvalgsmappe, moete: Moete) -> set[str]:
    """The deputies, who come only when they are asked: they are told of the meeting."""
    own = {verv for verv in mappe.seter_i if verv not in ORGANER and verv not in VARAVERV}
    called = {person for verv in own for person in _med(mappe, moete, verv)}
    return {person for verv in VARAVERV for person in _med(mappe, moete, verv)} - called


def _bak(mappe: Utvalgsmappe, moete: Moete, name: str) -> list[str]:
    """The people behind a name in the mandate or in the council's file; the name itself, where it is nobody's verv."""
    held = [person for verv in GRUPPER.get(name, (name,)) for person in _med(mappe, moete, verv)]
    return held if held or name in GRUPPER else [name]


def _med(mappe: Utvalgsmappe, moete: Moete, verv: str) -> list[str]:
    return sorted(sitter((s for s in mappe.seter_i.get(verv, ()) if s.medlem), moete.dato))
