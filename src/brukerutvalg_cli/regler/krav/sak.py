"""krav hver sak: what each case shall have."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Sak, Sakstype
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, JaNei, Ukjent, kjent
from brukerutvalg_cli.model.visshet import Visshet
from brukerutvalg_cli.regler.krav.felles import Felt, Krav, Tilfelle, er
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.hvem import Ord, navngitt


class SakFilter(Post):
    """Which cases."""

    type: Annotated[tuple[Sakstype, ...], EN_ELLER_FLERE] | None = None
    fortrolig: JaNei | None = None
    oversendt_til: Ord | None = Field(None, description="Utvalget saken er sendt til. Også: overordnet.")


class SakFelter(Post):
    """What each of them shall have."""

    foer_beslutning: JaNei | None = None
    offentlig_tittel: JaNei | None = Field(None, description="ja: saken har en tittel alle kan se.")
    fortrolig_til: JaNei | None = Field(None, description="ja: det står hvor lenge saken er fortrolig.")
    finnes_hos_mottaker: JaNei | None = Field(None, description="ja: mottakeren har ført saken.")


class KravSak(Krav):
    """A demand on each case."""

    hver: Literal["sak"]
    der: SakFilter = Field(default_factory=SakFilter)
    skal_ha: SakFelter

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The cases of the period's meetings."""
        for moete in utvalg.moeter:
            for nr, sak in enumerate(moete.saker):
                if not self._taken_in(utvalg, sak):
                    continue
                felter = tuple(self._felter(utvalg, sak, moete.at("saker", nr).route, moete.path))
                yield Tilfelle(f"sak {sak.nr}", sak.nr, felter, True, (sak.nr, str(moete.dato)))

    def _taken_in(self, utvalg: UtvalgIPeriode, sak: Sak) -> bool:
        der = self.der
        targets = tuple(navngitt(name, utvalg.mappe.utvalg) for name in der.oversendt_til or ())
        return (
            (der.type is None or sak.type in der.type)
            and (der.fortrolig is None or sak.fortrolig is der.fortrolig)
            and (
                der.oversendt_til is None or (sak.oversendt_til is not None and sak.oversendt_til in targets)
            )
        )

    def _felter(self, utvalg: UtvalgIPeriode, sak: Sak, top: Route, path: str) -> Iterator[Felt]:
        want = self.skal_ha

        def felt(key: str, holds: Visshet, text: str) -> Felt:
            return Felt(Place(path, (*top, key), (*top, "nr")), holds, text)

        if want.foer_beslutning is not None:
            text = (
                "skal komme før beslutningen er tatt"
                if want.foer_beslutning
                else "skal komme etter beslutningen"
            )
            yield felt("foer_beslutning", er(sak.foer_beslutning, want.foer_beslutning), text)
        if want.offentlig_tittel:
            yield felt(
                "offentlig_tittel",
                bool(sak.offentlig_tittel),
                "skal ha en «offentlig_tittel» som alle kan se",
            )
        if want.fortrolig_til:
            known = None if isinstance(sak.fortrolig_til, Ukjent) else sak.fortrolig_til is not None
            yield felt("fortrolig_til", known, "skal si hvor lenge den er fortrolig, under «fortrolig_til»")
        if want.finnes_hos_mottaker and sak.oversendt_til:
            text = f"er sendt til {sak.oversendt_til}, men finnes ikke der"
            yield felt("oversendt_til", _arrived(utvalg, sak), text)


def _arrived(utvalg: UtvalgIPeriode, sak: Sak) -> Visshet:
    """Whether the receiving council has a case that says where it came from."""
    receiver = utvalg.register.mapper.get(kjent(sak.oversendt_til) or "")
    if receiver is None:
        return None
    origin = f"{utvalg.mappe.id} {sak.nr}"
    cases = [s.oversendt_fra for m in receiver.moeter for s in m.saker]
    cases += [s.oversendt_fra for s in receiver.saker.values()]
    if origin in cases:
        return True
    return None if any("/moeter/" in path or "/saker/" in path for path in receiver.feilet) else False
