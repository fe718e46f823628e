"""The verb `person alle`: everybody is on record, so that places nobody has are seen."""

from __future__ import annotations

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def alle(
    s: Skriving,
) -> Gjort:
    """Sier at alle i utvalget er ført. Fra da av blir ledige plasser, sammensetning og fornyelse vurdert.

    Du får se hva mandatet sier til det, før det blir skrevet.

    Eksempler:
      brukerutvalg person alle nav-fjordvik
      brukerutvalg person alle nav-fjordvik --dry-run
    """
    from brukerutvalg_cli.handling.person import alle_er_foert

    alle_er_foert(s.utkast, s.mappe)
    return Gjort(f"Førte at alle i {s.mappe.id} er med", f"brukerutvalg status {s.mappe.id}")
