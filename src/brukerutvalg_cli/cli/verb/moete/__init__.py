"""The verbs of a meeting as such."""


def gruppe() -> None:
    """Fører et nytt møte på planen, eller endrer når og hvor det er.

    Eksempler:
      brukerutvalg moete ny nav-fjordvik 16.11.2026 --tid 12:00 --sted "Nav Fjordvik"
      brukerutvalg moete endre nav-fjordvik neste --sted "Nav Fjordvik" --universell-utforming ja
    """
