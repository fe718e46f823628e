"""The verbs of what somebody took upon themselves."""


def gruppe() -> None:
    """Fører hva noen tok på seg å gjøre, og når det er gjort.

    Eksempler:
      brukerutvalg oppfoelging ny nav-fjordvik siste 12/26 "Spør om ventetida" --ansvarlig kari-nordmann
      brukerutvalg oppfoelging ferdig nav-fjordvik 12/26
      brukerutvalg oppfoelging liste nav-fjordvik
    """
