"""The verbs of a person as such."""


def gruppe() -> None:
    """Fører folk i utvalget, og sier fra når alle er ført.

    Eksempler:
      brukerutvalg person ny nav-fjordvik "Kari Nordmann" --side bruker --representerer ffo
      brukerutvalg person liste nav-fjordvik medlemmer.xlsx
      brukerutvalg person alle nav-fjordvik
    """
