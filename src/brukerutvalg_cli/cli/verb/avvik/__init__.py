"""The verbs of what a council has decided to depart from."""


def gruppe() -> None:
    """Fører et avvik fra mandatet som utvalget har vedtatt.

    Eksempler:
      brukerutvalg avvik ny nav-fjordvik moeter --grunn "Valgår" --vedtatt-i 14/26 --til 31.12.2027
      brukerutvalg avvik ny nav-fjordvik moeteledelse --grunn "Leder måtte gå" --vedtatt-i 15/26 --gjelder 2026-11-16
    """
