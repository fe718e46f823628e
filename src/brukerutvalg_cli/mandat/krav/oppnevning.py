"""krav hver oppnevning: what each appointment shall have. An election is judged once, at its case."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import ClassVar, Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.krav.felt import Felt, ja_nei, men, navngitt_felt
from brukerutvalg_cli.mandat.krav.hver import Krav, Tilfelle
from brukerutvalg_cli.mandat.krav.opplaering import OpplaeringKrav, fra_foer, opplaert, opplaert_fra_foer
from brukerutvalg_cli.mandat.om_sete import emner, fraviker, perioden, varer
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Navngitt, Ord, navngitt
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.som_krevd import betyr_noe, er
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sete import Sete, Valghandling, foerste
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke
from brukerutvalg_cli.ord.i_ord import eller, en_av_dem, et_verv, i_vervet, omtalt, siden


class OppnevningFilter(Post):
    """Which appointments."""

    verv: Ord | None = Field(None, description="Bare disse vervene.")
    side: Ord | None = Field(None, description="Bare dem som sitter for disse sidene.")


class OppnevningFelter(Post):
    """What each of them shall have."""

    av: Ord | None = Field(None, description="Hvem som oppnevner. Også: eier, overordnet.")
    foreslaatt_av: Ord | None = Field(
        None, description="Hvem som foreslår; «organisasjon» er en hvilken som helst som ikke er offentlig."
    )
    fullmakt: JaNei | None = Field(None, description="ja: fullmakt fra organisasjonen.")
    samtykke: JaNei | None = Field(None, description="ja: personen har sagt ja.")
    valgt_i: JaNei | None = Field(None, description="ja: valgt av utvalget selv, i en sak.")
    side: Ord | None = Field(None, description="Siden personen sitter for.")
    representert_i_utvalget: JaNei | None = Field(None, description="Organisasjonen har plass i utvalget.")
    gruppe: Ord | None = Field(None, description="Brukergruppen personen taler for; én av disse.")
    medlem_av: Ord | None = Field(
        None,
        description="Organisasjonen personen er medlem av; «organisasjon» er en hvilken som helst "
        "som ikke er offentlig.",
    )
    alder: Mengde | None = Field(None, description="Alder i hele år ved oppnevningen: {hoeyst: 18}.")
    ogsaa_verv: Ord | None = Field(None, description="Et verv personen også har den første dagen.")
    opplaering: OpplaeringKrav | None = Field(None, description="Opplæringen personen skal ha hatt.")


class KravOppnevning(Krav):
    """A demand on each appointment or election."""

    sier_selv: ClassVar[bool] = True

    hver: Literal["oppnevning"] = Field(description="oppnevning: hver periode i et verv.")
    der: OppnevningFilter = Field(default_factory=OppnevningFilter, description="Hvilke oppnevninger.")
    skal_ha: OppnevningFelter = Field(description="Det hver av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The seats decided in the period; and an election of which nobody knows who was elected."""
        for valg in utvalg.uvisse_valg:
            if not self.der.verv or valg.valg.verv in self.der.verv:
                yield _uvisst_valg(utvalg, valg)
        for sete in utvalg.seter:
            if not self.der.verv or sete.verv in self.der.verv:
                yield self._tilfelle(utvalg, sete)
        if training := self.skal_ha.opplaering:
            for sete in fra_foer(utvalg, self, self._teller):
                felt = opplaert_fra_foer(training, utvalg, sete)
                yield Tilfelle(_omtale(utvalg, sete), perioden(sete), (felt,), emner=emner(sete))

    def _tilfelle(self, utvalg: UtvalgIPeriode, sete: Sete) -> Tilfelle:
        who = omtalt(sete.person, utvalg)
        # Of a day nobody knows, nobody knows whether the provision bound then.
        bound = None if sete.besluttet is UKJENT and (utvalg.fra or utvalg.til) else True
        unclear = (
            (sete.at("fra"), f"når {who} ble oppnevnt, er ukjent")
            if bound is None
            else (_valgt_at(sete), f"siden til {who} er ukjent")
        )
        return Tilfelle(
            _omtale(utvalg, sete),
            perioden(sete),
            (*_about_term(self.skal_ha, utvalg, sete), *self._about_person(utvalg, sete)),
            alle((_side_in(sete, self.der.side) if self.der.side else True, bound)),
            emner(sete),
            fraviker(sete),
            unclear,
            partial(
                varer,
                sete,
                utvalg,
                fra=None if isinstance(sete.fra, Ukjent) else sete.fra,
                holder=partial(self._holder, utvalg),
            ),
        )

    def _holder(self, utvalg: UtvalgIPeriode, sete: Sete) -> Visshet:
        """Whether a seat in the same verv has all that is demanded, or nothing is demanded of it."""
        if self.der.side and (meant := _side_in(sete, self.der.side)) is not True:
            return None if meant is None else True
        fields = (*_about_term(self.skal_ha, utvalg, sete), *self._about_person(utvalg, sete))
        return alle(felt.holder for felt in fields)

    def _about_person(self, utvalg: UtvalgIPeriode, sete: Sete) -> Iterator[Felt]:
        want, who, place = self.skal_ha, omtalt(sete.person, utvalg), _valgt_at(sete)
        day = utvalg.dato if isinstance(sete.fra, Ukjent) else sete.fra
        hvem = utvalg.kandidat(sete.person, day, sete)
        known = hvem.kjent or None  # of one whose file could not be read, nothing can be said
        if want.side:
            text = f"skal være fra {_sides(want.side, utvalg)}{_from(sete.side, utvalg)}"
            yield Felt(place, _side_in(sete, want.side), text, f"siden til {who} er ukjent")
        if want.representert_i_utvalget is not None:
            seated = _represented(utvalg, sete)
            word = "med" if want.representert_i_utvalget else "uten"
            text = f"skal være fra en organisasjon {word} plass i utvalget"
            unknown = "hvilke organisasjoner som har plass, er ukjent"
            yield Felt(place, seated if want.representert_i_utvalget else ikke(seated), text, unknown)
        if want.gruppe:
            held = None if isinstance(hvem.grupper, Ukjent) else not hvem.grupper.isdisjoint(want.gruppe)
            unknown = f"gruppene {who} taler for, er ukjent"
            yield Felt(place, known and held, f"skal tale for {eller(want.gruppe)}", unknown)
        if want.medlem_av:
            value = sete.medlem.medlem_av if sete.medlem else UKJENT
            text = f"skal være medlem av {en_av_dem(want.medlem_av, utvalg)}{men(value, utvalg)}"
            unknown = f"hvilken organisasjon {who} er medlem av, er ukjent"
            held = _by(value, navngitt(want.medlem_av, utvalg.mappe.utvalg), utvalg)
            yield Felt(place, held, text, unknown)
        if want.ogsaa_verv:
            also = None if isinstance(sete.fra, Ukjent) else hvem.har_verv(*want.ogsaa_verv)
            unknown = f"hvilke verv {who} har, er ukjent"
            yield Felt(
                place,
                known and also,
                f"skal også være {eller(et_verv(name, utvalg) for name in want.ogsaa_verv)}",
                unknown,
            )
        if want.opplaering:
            yield from opplaert(want.opplaering, utvalg, sete, self._is_first(utvalg, sete))

    def _is_first(self, utvalg: UtvalgIPeriode, sete: Sete) -> bool:
        """Whether it is the person's first seat of this sort: what is lacking then is lacking until it is had."""
        return foerste(filter(self._teller, utvalg.mappe.seter_av[sete.person])) is sete

    def _teller(self, sete: Sete) -> bool:
        """Whether the seat may be one of this sort."""
        right_verv = not self.der.verv or sete.verv in self.der.verv
        return (
            sete.er_periode
            and right_verv
            and (not self.der.side or _side_in(sete, self.der.side) is not False)
        )


def _omtale(utvalg: UtvalgIPeriode, sete: Sete) -> str:
    start = "" if sete.fra is UKJENT else f" fra {dato_i_ord(sete.fra)}"
    return f"{omtalt(sete.person, utvalg)} {i_vervet(sete.verv, utvalg)}{start}"


def _uvisst_valg(utvalg: UtvalgIPeriode, valg: Valghandling) -> Tilfelle:
    fact = Felt(valg.at("valgt"), None, "", "hvem som ble valgt, er ukjent")
    subject = f"valget {i_vervet(valg.valg.verv, utvalg)} i sak {valg.sak.navn}"
    names = (valg.sak.navn, valg.moete.navn)
    return Tilfelle(subject, f"valg {valg.sak.navn} {valg.valg.verv}", (fact,), True, names)


def _about_term(want: OppnevningFelter, utvalg: UtvalgIPeriode, sete: Sete) -> Iterator[Felt]:
    record = sete.oppnevning
    if want.av:
        names = navngitt(want.av, utvalg.mappe.utvalg)
        by = record.av if record else None
        text = f"skal være oppnevnt av {en_av_dem(names.navn or want.av, utvalg)}{men(by, utvalg)}"
        yield navngitt_felt(_term_at(sete, "av"), _by(by, names, utvalg), text, names, by, utvalg)
    if want.foreslaatt_av:
        by = record.foreslaatt_av if record else None
        text = f"skal være foreslått av {en_av_dem(want.foreslaatt_av, utvalg)}{men(by, utvalg)}"
        names = navngitt(want.foreslaatt_av, utvalg.mappe.utvalg)
        held = _by(by, names, utvalg)
        yield navngitt_felt(_term_at(sete, "foreslaatt_av"), held, text, names, by, utvalg)
    for key, wanted, what in (
        ("fullmakt", want.fullmakt, "fullmakt"),
        ("samtykke", want.samtykke, "sagt ja til oppnevningen"),
    ):
        if wanted is not None:
            value: bool | Ukjent | None = getattr(record, key) if record else None
            text = f"skal {ja_nei(wanted)}ha {what}{men(value)}"
            yield Felt(_term_at(sete, key), er(value, wanted), text)
    if want.valgt_i is not None:
        stated = record.valgt_i if record else None
        elected: Visshet = True if sete.valg else None if isinstance(stated, Ukjent) else stated is not None
        text = f"skal {ja_nei(want.valgt_i)}være valgt av utvalget selv"
        holds = elected if want.valgt_i else ikke(elected)
        yield Felt(_term_at(sete, "valgt_i"), holds, text)
    if want.alder:
        age = record.alder if record else None
        held = None if isinstance(age, Ukjent) else age is not None and want.alder.oppfylt(age, age)
        had = men(None) if age is None else f", men er {age}"
        yield Felt(_term_at(sete, "alder"), held, f"skal være {want.alder.i_ord()} år ved oppnevningen{had}")


def _valgt_at(sete: Sete) -> Place:
    """The election where there is one: it is there that somebody else could have been chosen."""
    if sete.valg:
        return sete.valg.valgt_at(sete.person)
    return sete.at("verv")


def _term_at(sete: Sete, key: str) -> Place:
    return sete.at(key) if sete.oppnevning else sete.at()


def _side_in(sete: Sete, names: tuple[str, ...]) -> Visshet:
    side = sete.side
    return side in names if isinstance(side, str) else None


def _represented(utvalg: UtvalgIPeriode, sete: Sete) -> Visshet:
    council, name = utvalg.mappe.utvalg, sete.representerer
    if isinstance(council.organisasjoner, Ukjent) or isinstance(name, Ukjent):
        return None
    if name is None or name not in council.organisasjoner:
        return False
    dated = name in council.tidsrom
    return council.med(name, sete.fra) if isinstance(sete.fra, date) else None if dated else True


def _by(value: str | Ukjent | None, names: Navngitt, utvalg: UtvalgIPeriode) -> Visshet:
    """Whether it was one of these; «organisasjon» is any organisation there is, and no public body."""
    known = utvalg.register.organisasjoner.get(value) if isinstance(value, str) else None
    if "organisasjon" in names.navn and known and known.type != "offentlig":
        return None if known.type is UKJENT else True
    named = names.omfatter(value)
    return None if named is False and isinstance(value, str) and not betyr_noe(value, utvalg) else named


def _from(side: object, utvalg: UtvalgIPeriode) -> str:
    return f", men sitter for {siden(side, utvalg)}" if isinstance(side, str) else ""


def _sides(names: tuple[str, ...], utvalg: UtvalgIPeriode) -> str:
    return eller(siden(name, utvalg) for name in names)
