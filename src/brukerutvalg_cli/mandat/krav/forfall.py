"""krav hver forfall: that somebody stands in for each member who could not come, called as the mandate says."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.krav.hver import Krav, Kravtilfelle
from brukerutvalg_cli.mandat.krav.vararekke import Vararekke, deltok
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.felt import Felt, men, nektelse
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.noen import NoenDer, NoenIMoete
from brukerutvalg_cli.mandat.proeve.poster import oppmoetet
from brukerutvalg_cli.mandat.verdier.navneord import ET_VERV
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sete import MEDLEMSVERV
from brukerutvalg_cli.model.verdier import JaNei, LestFoerst, Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, fordi, ikke, noen, uvisst
from brukerutvalg_cli.ord.i_ord import omtalt


class StedfortrederKrav(Post):
    """Whether somebody stands in, and who is the next to be called."""

    finnes: JaNei | None = Field(
        None, description="ja: noen møter for den som er borte. nei: ingen gjør det."
    )
    i_rekkefoelge: JaNei | None = Field(
        None, description="ja: varaene kalles inn etter «nummer» i oppnevningen, den laveste først."
    )

    @model_validator(mode="after")
    def _demands_something(self) -> Self:
        if self.finnes is None and not self.i_rekkefoelge:
            raise PydanticCustomError(
                "feil_krav", "skriv «finnes: ja» eller «i_rekkefoelge: ja», eller begge"
            )
        return self


def _plain_yes(value: Any) -> Any:
    return {"finnes": value} if isinstance(value, str) else value


class ForfallFelter(Post):
    """What each of them shall have."""

    stedfortreder: Annotated[StedfortrederKrav, LestFoerst(_plain_yes)] | None = Field(
        None, description="Møter noen for dem?"
    )
    kalt_inn_av: Annotated[NoenDer, ET_VERV] | None = Field(
        None, description="Vervet til den som kaller inn."
    )


class KravForfall(Krav):
    """A demand on each absence of a member that was reported."""

    hver: Literal["forfall"] = Field(description="forfall: hvert medlem som meldte forfall til et møte.")
    skal_ha: ForfallFelter = Field(description="Det hvert forfall skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """The members absent from each meeting held; one case for the meeting where nobody knows who they were."""
        for moete in utvalg.avholdte:
            day = moete.navn
            if isinstance(moete.forfall, Ukjent):
                felt = Felt(moete.at("forfall"), UVISST, "", "hvem som meldte forfall, er ukjent")
                yield Kravtilfelle(f"møtet {dato_i_ord(moete.dato)}", day, (felt,))
            for nr, person in enumerate(kjent(moete.forfall) or ()):
                hvem = utvalg.kandidat(person, moete.dato)
                held = hvem.har_verv(*MEDLEMSVERV) if hvem.kjent else UVISST
                member = fordi(held, "er_medlem", person, moete.at("forfall", nr))
                felter = tuple(self._felter(utvalg, moete, nr, person))
                if felter:
                    subject = (
                        f"{omtalt(person, utvalg)}, som meldte forfall til møtet {dato_i_ord(moete.dato)},"
                    )
                    yield Kravtilfelle(subject, f"{day} {person}", felter, member, (day, person))

    def _felter(self, utvalg: UtvalgIPeriode, moete: Moete, nr: int, person: str) -> Iterator[Felt]:
        want = self.skal_ha
        place = moete.at("forfall", nr, otherwise=("forfall",))
        if isinstance(moete.oppmoete, Ukjent):
            yield Felt(place, UVISST, "", "oppmøtet er ukjent")
            return
        stood_in = [
            (o, alle((deltok(moete, at), _for(utvalg, moete, at, person))))
            for at, o in enumerate(moete.oppmoete or ())
        ]
        there = noen(held for _, held in stood_in)
        if want.stedfortreder and want.stedfortreder.finnes is not None:
            wanted = want.stedfortreder.finnes
            text = f"skal {nektelse(wanted)}ha en som møter i stedet"
            yield Felt(place, there if wanted else ikke(there), text, "hvem som møtte for hvem, er ukjent")
        called = [(o, held) for o, held in stood_in if held is not False]
        if want.stedfortreder and want.stedfortreder.i_rekkefoelge:
            pool = Vararekke(utvalg, moete, person)
            yield from (pool.i_rekkefoelge(o, held) for o, held in called)
        if want.kalt_inn_av:
            for o, held in called:
                nr = (moete.oppmoete or ()).index(o)
                at = moete.at("oppmoete", nr, "kalt_inn_av")
                g = oppmoetet(utvalg, moete, nr, o)
                by = _called_by(g, o, want.kalt_inn_av)
                text = f"skal ha en vara kalt inn av {want.kalt_inn_av.i_ord(g)}{men(o.kalt_inn_av, utvalg)}"
                yield Felt(at, by if held else by or UVISST, text)


def _for(utvalg: UtvalgIPeriode, moete: Moete, nr: int, person: str) -> Visshet:
    """Whether this one came for that person: named, or for the organisation they sit for."""
    came = (kjent(moete.oppmoete) or ())[nr]
    stands_in = came.vara_for
    if stands_in is None or isinstance(stands_in, Ukjent):
        place = moete.at("oppmoete", nr, "vara_for")
        return uvisst("vara_for", came.kalt, place) if isinstance(stands_in, Ukjent) else False
    if stands_in == person:
        return True
    if stands_in not in utvalg.register.organisasjoner:
        return False
    sits_for = utvalg.kandidat(person, moete.dato).representerer
    return uvisst("organisasjon", person) if isinstance(sits_for, Ukjent) else sits_for == stands_in


def _called_by(g: Gjenstand, oppmoete: Oppmoete, wanted: NoenIMoete) -> Visshet:
    by = oppmoete.kalt_inn_av
    if by is None or isinstance(by, Ukjent):
        return UVISST if by else False
    return wanted.holder(by, g)
