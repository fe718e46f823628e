"""Epost: the notice as a message ready to be sent, to those the mandate names, with the invitation beside it.

Addresses are not records: they come from a file outside the register, and one that lies within git is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from typing import NamedTuple

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sete import MEDLEMSVERV, VARAVERV

GRUPPER = {"medlemmer": MEDLEMSVERV, "varamedlemmer": VARAVERV, "vara": VARAVERV}


class Brev(NamedTuple):
    """The message as bytes, and those it should have gone to, had anybody known where they are."""

    innhold: bytes
    uten_adresse: tuple[str, ...]


def mottakere(mappe: Utvalgsmappe, moete: Moete, utenom: Iterable[str]) -> tuple[str, ...]:
    """The members and deputies of the day, and those named beside them; a verv is whoever holds it, by id."""
    people: dict[str, None] = {}
    for verv in (*MEDLEMSVERV, *VARAVERV):
        people.update(dict.fromkeys(_med(mappe, moete, verv)))
    for name in utenom:
        held = [p for verv in GRUPPER.get(name, (name,)) for p in _med(mappe, moete, verv)]
        people.update(dict.fromkeys(held or [name]))
    return tuple(sorted(people))


def brev(
    mappe: Utvalgsmappe,
    moete: Moete,
    emne: str,
    tekst: str,
    til: Iterable[str],
    adresser: Mapping[str, str],
    kalender: bytes,
) -> Brev:
    """The message. Its date is the meeting's, so that the same records make the same bytes."""
    names = tuple(til)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = emne
    message["To"] = ", ".join(adresser[name] for name in names if name in adresser)
    message["Date"] = datetime.combine(moete.dato, time(12), UTC)
    message["X-Unsent"] = "1"  # Outlook opens it as a draft
    message.set_content(tekst)
    method = "CANCEL" if moete.status == "avlyst" else "REQUEST"
    message.add_attachment(
        kalender.decode(), subtype="calendar", filename="moete.ics", params={"method": method}
    )
    message.set_boundary(f"{mappe.id}-{moete.dato}")
    return Brev(message.as_bytes(), tuple(name for name in names if name not in adresser))


def _med(mappe: Utvalgsmappe, moete: Moete, verv: str) -> list[str]:
    return sorted({s.person for s in mappe.seter_i.get(verv, ()) if s.medlem and s.dekker(moete.dato)})
