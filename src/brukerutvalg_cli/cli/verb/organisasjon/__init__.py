"""The verbs of an organisation."""


def gruppe() -> None:
    """Fører en organisasjon som registeret ikke har fra før.

    Eksempler:
      brukerutvalg organisasjon ny nav-fjordvik "Fjordvik pensjonistlag" --type lokal --side bruker
      brukerutvalg organisasjon ny nav-fjordvik "Norges Døveforbund" --type landsdekkende --side bruker --plass
    """
