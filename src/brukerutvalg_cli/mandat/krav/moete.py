"""krav hver moete: what each meeting shall have."""

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field

from brukerutvalg_cli.mandat.krav.felt import Felt, ja_nei, men
from brukerutvalg_cli.mandat.krav.hver import Krav, Tilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Ord
from brukerutvalg_cli.mandat.verdier.moetefilter import Formene, MoeteFilter
from brukerutvalg_cli.mandat.verdier.som_krevd import betyr_noe, en_av, er
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete, Referat, Sakliste, Sted
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Sak, Sakstype
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, noen
from brukerutvalg_cli.ord.i_ord import alle_sammen, eller, en_av_dem, i_ord, noekkel_i_ord


class StedKrav(Post):
    """What the place shall be."""

    universell_utforming: JaNei = Field(description="ja: alle kan komme inn og ta del.")


class MoeteFelter(Post):
    """What each of them shall have."""

    moeteleder: Ord | None = Field(None, description="Vervet eller siden til den som leder møtet.")
    form: Formene | None = Field(None, description="Formen møtet har; en av disse.")
    faste_saker: Ord | None = Field(None, description="Punkter som alltid står på sakslista; alle sammen.")
    referat: JaNei | None = Field(None, description="ja: det er skrevet referat.")
    sakliste_foreslaatt_av: Ord | None = Field(
        None, description="Siden, organet eller vervet til den som foreslår sakslista."
    )
    sakliste_godkjent_av: Ord | None = Field(
        None, description="Siden, organet eller vervet til den som godkjenner sakslista."
    )
    i_samraad_med: Ord | None = Field(
        None, description="Siden, organet eller vervet til den godkjenningen skjer i samråd med."
    )
    sted: StedKrav | None = Field(None, description="Hvordan stedet skal være: {universell_utforming: ja}.")
    aapent: JaNei | None = Field(None, description="ja: hvem som helst kan komme og høre på.")


class KravMoete(Krav):
    """A demand on each meeting that was held; on one ahead, as far as something is recorded."""

    hver: Literal["moete"] = Field(description="moete: hvert møte.")
    der: MoeteFilter = Field(default_factory=MoeteFilter, description="Hvilke møter.")
    skal_ha: MoeteFelter = Field(description="Det hvert av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The meetings of the period."""
        for moete in utvalg.moeter:
            felter = tuple(
                f for f in self._felter(utvalg, moete) if moete.status == "avholdt" or _stated(moete, f)
            )
            if felter:
                day = moete.navn
                what = f"møtet {dato_i_ord(moete.dato)}"
                taken_in = self.der.omfatter(moete)
                unclear = self.der.uklart(moete) if taken_in is None else None
                yield Tilfelle(what, day, felter, taken_in, (day,), uklart=unclear)

    def _felter(self, utvalg: UtvalgIPeriode, moete: Moete) -> Iterator[Felt]:
        want = self.skal_ha
        agenda = moete.sakliste if isinstance(moete.sakliste, Sakliste) else None
        if want.moeteleder:
            held = _verv_or_side(utvalg, moete, moete.moeteleder, want.moeteleder)
            text = f"skal ledes av {en_av_dem(want.moeteleder, utvalg)}{men(moete.moeteleder, utvalg)}"
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
                text = f"skal ha saksliste {verb} {en_av_dem(names, utvalg)}{men(value, utvalg)}"
                held = _by_name_or_verv(utvalg, moete, value, names)
                yield Felt(moete.at("sakliste", key, otherwise=("dato",)), held, text)
        if want.sted:
            access = moete.sted.universell_utforming if isinstance(moete.sted, Sted) else moete.sted
            text = f"skal være i et lokale med universell utforming{men(access)}"
            place = moete.at("sted", "universell_utforming", otherwise=("dato",))
            yield Felt(place, er(access, want.sted.universell_utforming), text)
        if want.aapent is not None:
            text = f"skal {ja_nei(want.aapent)}være åpent{men(moete.aapent)}"
            yield Felt(moete.at("aapent", otherwise=("dato",)), er(moete.aapent, want.aapent), text)
        if want.form:
            text = f"skal være {eller(want.form)}{men(moete.form)}"
            yield Felt(moete.at("form", otherwise=("dato",)), en_av(moete.form, want.form), text)
        if want.faste_saker and (moete.status == "avholdt" or moete.sakliste):
            yield _faste(moete, want.faste_saker)
        if want.referat is not None:
            text = f"skal {ja_nei(want.referat)}ha referat"
            written = _minutes(moete)
            yield Felt(
                moete.at("referat", otherwise=("dato",)), written if want.referat else ikke(written), text
            )


def _faste(moete: Moete, wanted: tuple[str, ...]) -> Felt:
    """The standing items are cases on the agenda. One that is only named beside it, nobody knows of."""
    found = {name: noen(er_punktet(sak, name) for sak in moete.saker) for name in wanted}
    stated = moete.faste_saker
    for name, there in found.items():
        if there is False and (isinstance(stated, Ukjent) or name in (stated or ())):
            found[name] = None
    missing = [name for name, there in found.items() if there is False]
    unsure = alle_sammen(i_ord(name) for name, there in found.items() if there is None)
    points = "det faste punktet" if len(missing) == 1 else "de faste punktene"
    return Felt(
        moete.at("saker", otherwise=("dato",)),
        alle(found.values()),
        f"skal ha {points} {alle_sammen(map(i_ord, missing))} på sakslista",
        f"om {unsure} var en sak på sakslista, er ukjent",
        hjelp="skriv punktet som en sak på sakslista; på en sak som står der, skriver du «fast»",
    )


def er_punktet(sak: Sak, name: str) -> Visshet:
    """Whether a case is that standing item: it says so, is of that kind, or is called so."""
    if name in (sak.fast, sak.type) or sak.tittel.casefold() in (i_ord(name).casefold(), noekkel_i_ord(name)):
        return True
    unknown_kind = sak.type is UKJENT and name in get_args(Sakstype)
    return None if sak.fast is UKJENT or unknown_kind else False


def _stated(moete: Moete, felt: Felt) -> bool:
    value: object = moete
    for step in felt.place.route:
        value = getattr(value, str(step), None)
    return value is not None


def _minutes(moete: Moete) -> Visshet:
    """Whether there are minutes: a text under a case, or a word of what has become of them."""
    if any(sak.referat for sak in moete.saker) or isinstance(moete.referat, Referat):
        return True
    return None if isinstance(moete.referat, Ukjent) else False


def _verv_or_side(
    utvalg: UtvalgIPeriode, moete: Moete, person: str | Ukjent | None, names: tuple[str, ...]
) -> Visshet:
    held = _holds_verv(utvalg, moete, person, names)
    sides = utvalg.mappe.utvalg.alle_sider
    if held or not isinstance(person, str) or not any(name in sides for name in names):
        return held
    side = utvalg.kandidat(person, moete.dato).side
    return noen((held, en_av(side, names)))


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
