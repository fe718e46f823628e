"""krav hver sak: what each case shall have."""

from collections.abc import Iterator
from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.mandat.krav.felt import Felt, ja_nei, men, navngitt_felt
from brukerutvalg_cli.mandat.krav.hver import Krav, Tilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Ord, navngitt
from brukerutvalg_cli.mandat.verdier.sakfilter import SakFilter
from brukerutvalg_cli.mandat.verdier.som_krevd import en_av, er
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Fase, Sak
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, UKJENT, JaNei, Ukjent, kjent
from brukerutvalg_cli.model.visshet import Visshet, ikke
from brukerutvalg_cli.ord.i_ord import eller, en_av_dem, omtalt


class SakFelter(Post):
    """What each of them shall have."""

    foer_beslutning: JaNei | None = Field(None, description="ja: saken kommer før beslutningen er tatt.")
    offentlig_tittel: JaNei | None = Field(None, description="ja: saken har en tittel alle kan se.")
    fortrolig_til: JaNei | None = Field(None, description="ja: det står hvor lenge saken er fortrolig.")
    oversendt_til: Ord | None = Field(
        None, description="Utvalget saken skal være sendt til; ett av disse. Også: overordnet."
    )
    finnes_hos_mottaker: JaNei | None = Field(None, description="ja: mottakeren har ført saken.")
    svar: JaNei | None = Field(
        None, description="ja: det er kommet svar på saken. Det kan ikke sies hvor lenge det kan ta."
    )
    innmeldt_av: Ord | None = Field(None, description="Hvem som skal ha meldt inn saken; en av disse.")
    tema: Ord | None = Field(None, description="Temaer saken skal ha; et av disse.")
    fase: Annotated[tuple[Fase, ...], EN_ELLER_FLERE] | None = Field(
        None, description="Hvor langt arbeidet skal være kommet; en av disse."
    )


class KravSak(Krav):
    """A demand on each case."""

    hver: Literal["sak"] = Field(description="sak: hver sak på et møte.")
    der: SakFilter = Field(default_factory=SakFilter, description="Hvilke saker.")
    skal_ha: SakFelter = Field(description="Det hver av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The cases of the period's meetings."""
        for moete in utvalg.moeter:
            for nr, sak in enumerate(moete.saker):
                taken_in = self.der.omfatter(sak, utvalg)
                if taken_in is False:
                    continue
                place = moete.at("saker", nr)
                held = moete.status == "avholdt"
                felter = tuple(self._felter(utvalg, sak, place.route, moete.path, held=held))
                unclear = None
                if taken_in is None:
                    key = self.der.uklart(sak, utvalg)
                    unclear = (place._replace(route=(*place.route, key)), f"«{key}» er ukjent")
                names = (sak.navn, moete.navn)
                yield Tilfelle(f"sak {sak.navn}", sak.navn, felter, taken_in, names, uklart=unclear)

    def _felter(
        self, utvalg: UtvalgIPeriode, sak: Sak, top: Route, path: str, *, held: bool
    ) -> Iterator[Felt]:
        """What the case shall have. What comes of a case, nobody asks for before the meeting."""
        want = self.skal_ha

        def felt(key: str, holds: Visshet, text: str) -> Felt:
            return Felt(Place(path, (*top, key), (*top, "nr")), holds, text)

        if want.foer_beslutning is not None:
            when = "før beslutningen er tatt" if want.foer_beslutning else "etter beslutningen"
            text = f"skal komme {when}{men(sak.foer_beslutning)}"
            yield felt("foer_beslutning", er(sak.foer_beslutning, want.foer_beslutning), text)
        if want.offentlig_tittel is not None:
            text = f"skal {ja_nei(want.offentlig_tittel)}ha en «offentlig_tittel» som alle kan se"
            yield felt("offentlig_tittel", er(_stated(sak.offentlig_tittel), want.offentlig_tittel), text)
        if want.fortrolig_til is not None:
            text = f"skal {ja_nei(want.fortrolig_til)}si hvor lenge den er fortrolig, under «fortrolig_til»"
            yield felt("fortrolig_til", er(_stated(sak.fortrolig_til), want.fortrolig_til), text)
        if want.oversendt_til and held:
            targets = navngitt(want.oversendt_til, utvalg.mappe.utvalg)
            whom = en_av_dem(targets.navn or want.oversendt_til, utvalg)
            text = f"skal være sendt til {whom}{men(sak.oversendt_til, utvalg)}"
            place = felt("oversendt_til", None, "").place
            held_there = targets.omfatter(sak.oversendt_til)
            yield navngitt_felt(place, held_there, text, targets, sak.oversendt_til, utvalg)
        if want.finnes_hos_mottaker is not None and sak.oversendt_til:
            arrived = _arrived(utvalg, sak)
            but = "men finnes ikke der" if want.finnes_hos_mottaker else "og skal ikke finnes der"
            receiver = omtalt(str(sak.oversendt_til), utvalg)
            text = f"er sendt til {receiver}, {but}"
            fact = "" if isinstance(sak.oversendt_til, Ukjent) else f"om {receiver} har fått saken, er ukjent"
            holds = arrived if want.finnes_hos_mottaker else ikke(arrived)
            yield felt("oversendt_til", holds, text)._replace(fakta=fact)
        if want.svar is not None and held:
            text = "skal ha fått svar, men det er ikke ført" if want.svar else "skal ikke ha fått svar"
            yield felt("svar", er(_stated(sak.svar), want.svar), text)
        for key, names, what in (
            ("innmeldt_av", want.innmeldt_av, "være meldt inn av"),
            ("tema", want.tema, "handle om"),
            ("fase", want.fase, "være i fasen"),
        ):
            if names:
                value = getattr(sak, key)
                said = partial(en_av_dem, utvalg=utvalg) if key == "innmeldt_av" else eller
                # of a confidential case nothing is quoted
                but = "" if sak.fortrolig and value else men(value, utvalg)
                yield felt(key, en_av(value, names), f"skal {what} {said(names)}{but}")


def _stated(value: object) -> bool | Ukjent:
    return value if isinstance(value, Ukjent) else value is not None


def _arrived(utvalg: UtvalgIPeriode, sak: Sak) -> Visshet:
    """Whether the receiving council has a case that says where it came from."""
    receiver = utvalg.register.mapper.get(kjent(sak.oversendt_til) or "")
    if receiver is None:
        return None
    origin = f"{utvalg.mappe.id} {sak.navn}"
    cases = [s.oversendt_fra for m in receiver.moeter for s in m.saker]
    cases += [s.oversendt_fra for s in receiver.saker.values()]
    if origin in cases:
        return True
    unread = any("/moeter/" in path or "/saker/" in path for path in receiver.feilet)
    return None if unread or UKJENT in cases else False
