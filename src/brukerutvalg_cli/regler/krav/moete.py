"""krav hver moete: what each meeting shall have."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Form, Moete, Sakliste, Sted
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, noen
from brukerutvalg_cli.regler.i_ord import eller
from brukerutvalg_cli.regler.krav.felles import Felt, Krav, Tilfelle, betyr_noe, en_av, er
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.hvem import Ord


class MoeteFilter(Post):
    """Which meetings."""

    form: tuple[Form, ...] | None = Field(None, description="fysisk, digitalt, hybrid.")


class StedKrav(Post):
    """What the place shall be."""

    universell_utforming: JaNei


class MoeteFelter(Post):
    """What each of them shall have."""

    moeteleder: Ord | None = Field(None, description="Vervet til den som leder møtet.")
    sakliste_foreslaatt_av: Ord | None = Field(None, description="Hvem som foreslår sakslista.")
    sakliste_godkjent_av: Ord | None = Field(None, description="Hvem som godkjenner sakslista.")
    i_samraad_med: Ord | None = Field(None, description="Hvem godkjenningen skjer i samråd med.")
    sted: StedKrav | None = None
    aapent: JaNei | None = None


class KravMoete(Krav):
    """A demand on each meeting that was held; on one ahead, as far as something is recorded."""

    hver: Literal["moete"]
    der: MoeteFilter = Field(default_factory=MoeteFilter)
    skal_ha: MoeteFelter

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The meetings of the period."""
        for moete in utvalg.moeter:
            felter = tuple(
                f for f in self._felter(utvalg, moete) if moete.status == "avholdt" or _stated(moete, f)
            )
            if felter:
                day = str(moete.dato)
                yield Tilfelle(f"møtet {dato_i_ord(moete.dato)}", day, felter, self._taken_in(moete), (day,))

    def _taken_in(self, moete: Moete) -> Visshet:
        if self.der.form is None:
            return True
        return None if moete.form is UKJENT or moete.form is None else moete.form in self.der.form

    def _felter(self, utvalg: UtvalgIPeriode, moete: Moete) -> Iterator[Felt]:
        want = self.skal_ha
        agenda = moete.sakliste if isinstance(moete.sakliste, Sakliste) else None
        if want.moeteleder:
            held = _holds_verv(utvalg, moete, moete.moeteleder, want.moeteleder)
            text = f"skal ledes av {eller(want.moeteleder)}{_but(moete.moeteleder)}"
            yield Felt(moete.at("moeteleder", otherwise=("dato",)), held, text)
        for key, names, verb in (
            ("foreslaatt_av", want.sakliste_foreslaatt_av, "foreslått av"),
            ("godkjent_av", want.sakliste_godkjent_av, "godkjent av"),
            ("i_samraad_med", want.i_samraad_med, "godkjent i samråd med"),
        ):
            if names:
                value: tuple[str, ...] | Ukjent | None = (
                    getattr(agenda, key) if agenda else UKJENT if moete.sakliste else None
                )
                text = f"skal ha saksliste {verb} {eller(names)}{_but(value)}"
                held = _by_name_or_verv(utvalg, moete, value, names)
                yield Felt(moete.at("sakliste", key, otherwise=("dato",)), held, text)
        if want.sted:
            access = moete.sted.universell_utforming if isinstance(moete.sted, Sted) else moete.sted
            text = "skal være i et lokale med universell utforming"
            place = moete.at("sted", "universell_utforming", otherwise=("dato",))
            yield Felt(place, er(access, want.sted.universell_utforming), text)
        if want.aapent is not None:
            text = f"skal {'' if want.aapent else 'ikke '}være åpent"
            yield Felt(moete.at("aapent", otherwise=("dato",)), er(moete.aapent, want.aapent), text)


def _stated(moete: Moete, felt: Felt) -> bool:
    value: object = moete
    for step in felt.place.route:
        value = getattr(value, str(step), None)
    return value is not None


def _but(value: str | tuple[str, ...] | Ukjent | None) -> str:
    if not value or isinstance(value, Ukjent):
        return ", men det er ikke ført"
    return f", men det er {value if isinstance(value, str) else eller(value)}"


def _holds_verv(
    utvalg: UtvalgIPeriode, moete: Moete, person: str | Ukjent | None, names: tuple[str, ...]
) -> Visshet:
    if person is UKJENT or person is None:
        return None if person is UKJENT else False
    hvem = utvalg.kandidat(person, moete.dato)
    return hvem.har_verv(*names) if hvem.kjent else None


def _by_name_or_verv(
    utvalg: UtvalgIPeriode, moete: Moete, value: tuple[str, ...] | Ukjent | None, names: tuple[str, ...]
) -> Visshet:
    """A side or body by its name; a person by the verv they held that day. One member is not the body."""
    named = en_av(value, names)
    if named is not False or not isinstance(value, tuple):
        return named
    offices = tuple(name for name in names if name not in ORGANER)
    people = [who for who in value if who in utvalg.mappe.kjente_personer]
    unknown: list[Visshet] = [None for who in value if not betyr_noe(who, utvalg)]
    return noen([*unknown, *(_holds_verv(utvalg, moete, who, offices) for who in people)])
