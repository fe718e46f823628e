"""The verbs of a person as such."""


def gruppe() -> None:
    """Fører en ny person i utvalget.

    Eksempler:
      brukerutvalg person ny nav-fjordvik "Kari Nordmann" --side bruker --representerer ffo
      brukerutvalg person ny nav-fjordvik "Nina Vik" --side nav
    """
