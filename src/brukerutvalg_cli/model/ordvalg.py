"""Ordvalg: the words a field chooses between, of those that more than one place names.

Without pydantic: a help page shows them, and loads no models to do so.
"""

from __future__ import annotations

from typing import Literal

Dokument = Literal["innkalling", "sakliste", "sakspapirer", "referat"]
PAA_NETT: tuple[Dokument, ...] = ("referat", "sakliste", "sakspapirer")
"""What has a record of where it was made public."""
Forsendelsesmaate = Literal["epost", "brev", "lenke", "sms", "overlevert"]
Sendeform = Literal["pdf", "papir", "nettside", "lyd", "punktskrift"]
HoererTil = Literal["innkalling", "referat", "begge"]

Form = Literal["fysisk", "digitalt", "hybrid"]
STANDARD_NIVAA = ("lokal", "omraade", "region", "fylke", "sentral", "ungdom")
"""The levels a council may be at; a register can have others."""

Innmeldt = Literal["droefting", "orientering", "vedtak", "valg", "evaluering", "annet"]
"""What a case may be that somebody submits."""
Sakstype = Literal["godkjenning", Innmeldt, "eventuelt"]
Fase = Literal["planlegging", "gjennomfoering", "evaluering"]
Forslagsutfall = Literal["som_foreslaatt", "med_endringer", "ikke_vedtatt"]

Regelverkstype = Literal["mandat", "mal", "retningslinje", "anbefaling", "lov", "vedtak"]
