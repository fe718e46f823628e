"""Som krevd: whether what is recorded is what was asked for. Not recorded is not; `ukjent` nobody knows."""

from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet


def er(value: bool | Ukjent | None, wanted: bool) -> Visshet:
    """Whether a yes or no is the one demanded."""
    return UVISST if value is UKJENT else value is wanted
