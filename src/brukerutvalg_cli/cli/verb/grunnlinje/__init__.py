"""The verbs of what was wrong before the tool was taken into use."""


def gruppe() -> None:
    """Skriver ned det som er galt fra før, så «valider --grunnlinje FIL» bare sier fra om det som er nytt.

    For et register som har mye gammelt ved seg når programmet blir tatt i bruk.

    Eksempler:
      brukerutvalg grunnlinje skriv
      brukerutvalg grunnlinje vis
    """
