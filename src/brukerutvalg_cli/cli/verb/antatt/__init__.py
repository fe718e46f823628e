"""The verbs of what is assumed."""


def gruppe() -> None:
    """Viser det som er antatt i utvalget, fører noe som antatt, og bekrefter det når noen vet det.

    Eksempler:
      brukerutvalg antatt vis nav-vestland
      brukerutvalg antatt foer nav-vestland anne-lie.representerer ffo
      brukerutvalg antatt bekreft nav-vestland anne-lie.side
    """
