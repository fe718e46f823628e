"""The verbs of a meeting as such."""


def gruppe() -> None:
    """Fører et nytt møte på planen, endrer når og hvor det er, eller åpner igjen det som ble ført som holdt.

    Eksempler:
      brukerutvalg moete ny nav-fjordvik 16.11.2026 --tid 12:00 --sted "Nav Fjordvik"
      brukerutvalg moete endre nav-fjordvik neste --sted "Nav Fjordvik" --universell-utforming ja
    """
