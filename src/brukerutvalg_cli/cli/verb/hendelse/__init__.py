"""The verbs of what recurs beside the meetings."""


def gruppe() -> None:
    """Fører noe som går igjen utenom møtene: evaluering, samling, møteplan, oppnevningsrunde …

    Eksempler:
      brukerutvalg hendelse ny nav-fjordvik evaluering --sak 14/26
      brukerutvalg hendelse ny nav-fjordvik redaksjonsraadsmoete --moete neste
    """
