"""krav hver oppnevning: what each appointment shall have. An election is judged once, at its case."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, ikke
from brukerutvalg_cli.regler.i_ord import eller, i_ord
from brukerutvalg_cli.regler.krav.felles import Felt, Krav, Tilfelle, betyr_noe, en_av, er
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.hvem import Ord, navngitt


class OppnevningFilter(Post):
    """Which appointments."""

    verv: Ord | None = None
    side: Ord | None = None


class OppnevningFelter(Post):
    """What each of them shall have."""

    av: Ord | None = Field(None, description="Hvem som oppnevner. Også: eier, overordnet.")
    foreslaatt_av: Ord | None = Field(
        None, description="Hvem som foreslår; «organisasjon» er en hvilken som helst."
    )
    fullmakt: JaNei | None = None
    side: Ord | None = None
    representert_i_utvalget: JaNei | None = Field(None, description="Organisasjonen har plass i utvalget.")


class KravOppnevning(Krav):
    """A demand on each appointment or election."""

    hver: Literal["oppnevning"]
    der: OppnevningFilter = Field(default_factory=OppnevningFilter)
    skal_ha: OppnevningFelter

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The seats decided in the period."""
        for sete in utvalg.seter:
            if self.der.verv and sete.verv not in self.der.verv:
                continue
            start = "" if sete.fra is UKJENT else f" fra {dato_i_ord(sete.fra)}"
            case = (sete.valg.sak.nr, str(sete.valg.moete.dato)) if sete.valg else ()
            yield Tilfelle(
                f"{sete.person} som {sete.verv}{start}",
                f"{sete.person} {sete.verv} {sete.fra}",
                tuple(self._felter(utvalg, sete)),
                _side_in(sete, self.der.side) if self.der.side else True,
                (sete.person, *case),
                _departures(sete),
            )

    def _felter(self, utvalg: UtvalgIPeriode, sete: Sete) -> Iterator[Felt]:
        want, record = self.skal_ha, sete.oppnevning
        if want.av:
            names = tuple(navngitt(name, utvalg.mappe.utvalg) or name for name in want.av)
            value = record.av if record else None
            text = f"skal være oppnevnt av {eller(names)}{_but(value)}"
            yield Felt(_place(sete, "av"), _by(value, names, utvalg), text)
        if want.foreslaatt_av:
            value = record.foreslaatt_av if record else None
            text = f"skal være foreslått av {eller(want.foreslaatt_av)}{_but(value)}"
            yield Felt(_place(sete, "foreslaatt_av"), _by(value, want.foreslaatt_av, utvalg), text)
        if want.fullmakt is not None:
            value_ = record.fullmakt if record else None
            word = "ha" if want.fullmakt else "ikke ha"
            text = f"skal {word} fullmakt{', men det er ikke ført' if value_ is None else ''}"
            yield Felt(_place(sete, "fullmakt"), er(value_, want.fullmakt), text)
        if want.side:
            text = f"skal være fra {eller(want.side)}{_from(sete.side)}"
            yield Felt(_who(sete), _side_in(sete, want.side), text, f"siden til {sete.person} er ukjent")
        if want.representert_i_utvalget is not None:
            seated = _represented(utvalg, sete)
            word = "med" if want.representert_i_utvalget else "uten"
            text = f"skal være fra en organisasjon {word} plass i utvalget"
            unknown = "hvilke organisasjoner som har plass, er ukjent"
            yield Felt(_who(sete), seated if want.representert_i_utvalget else ikke(seated), text, unknown)


def _departures(sete: Sete) -> tuple[str, ...]:
    own = sete.oppnevning.fraviker if sete.oppnevning else ()
    return own + (sete.valg.valg.fraviker if sete.valg else ())


def _who(sete: Sete) -> Place:
    """The election where there is one: it is there that somebody else could have been chosen."""
    if sete.valg:
        return sete.valg.at("valgt", sete.valg.valg.valgt.index(sete.person))
    return sete.at("verv")


def _place(sete: Sete, key: str) -> Place:
    return sete.at(key) if sete.oppnevning else sete.at()


def _side_in(sete: Sete, names: tuple[str, ...]) -> Visshet:
    side = sete.side
    return side in names if isinstance(side, str) else None


def _represented(utvalg: UtvalgIPeriode, sete: Sete) -> Visshet:
    seats = utvalg.mappe.utvalg.organisasjoner
    if seats is UKJENT or sete.representerer is UKJENT:
        return None
    return sete.representerer in seats


def _by(value: str | Ukjent | None, names: tuple[str, ...], utvalg: UtvalgIPeriode) -> Visshet:
    """Whether it was one of these; «organisasjon» is any organisation there is."""
    if "organisasjon" in names and value in utvalg.register.organisasjoner:
        return True
    named = en_av(value, names)
    return None if named is False and isinstance(value, str) and not betyr_noe(value, utvalg) else named


def _but(value: str | Ukjent | None) -> str:
    return f", men det er {value}" if isinstance(value, str) else ", men det er ikke ført"


def _from(side: object) -> str:
    return f", men sitter for {i_ord(side)}" if isinstance(side, str) else ""
