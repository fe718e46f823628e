"""The verbs of a case."""


def gruppe() -> None:
    """Melder inn en sak, setter den på sakslista, utsetter den, sender den videre og fører hva som ble sagt.

    Eksempler:
      brukerutvalg sak ny nav-fjordvik "Ventetid på hjelpemidler" --innmeldt-av bruker
      brukerutvalg sak til-moete nav-fjordvik 2026-003 neste
    """
