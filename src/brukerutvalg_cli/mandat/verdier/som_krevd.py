"""Som krevd: whether what is recorded is what was asked for. Not recorded is not; `ukjent` nobody knows."""

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Visshet


def er(value: bool | Ukjent | None, wanted: bool) -> Visshet:
    """Whether a yes or no is the one demanded."""
    return None if value is UKJENT else value is wanted


def en_av(value: str | tuple[str, ...] | Ukjent | None, names: tuple[str, ...]) -> Visshet:
    """Whether what is recorded is (or includes) one of these."""
    if value is UKJENT:
        return None
    stated = (value,) if isinstance(value, str) else value or ()
    return any(name in names for name in stated)


def betyr_noe(name: str, utvalg: UtvalgIPeriode) -> bool:
    """Whether a name stands for anything that could be read. One that does not has a finding of its own."""
    mappe, register = utvalg.mappe, utvalg.register
    council = mappe.utvalg
    groups = (council.alle_verv, council.alle_sider, mappe.kjente_personer, register.organisasjoner)
    return any(name in group for group in groups) or name in register.kjente_utvalg
