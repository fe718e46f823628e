"""How far a document has come: a draft, out, approved; and what it has no fact for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import Ukjent, kjent


def innkalling_er_kladd(moete: Moete) -> bool:
    """Whether the notice of a meeting that is planned has not gone out."""
    return moete.status == "planlagt" and _ikke_sendt(moete, "innkalling")


def referat_er_kladd(moete: Moete) -> bool:
    """Whether the minutes are neither sent, laid out nor approved. Minutes of which nobody knows that are no draft."""
    became = moete.referat
    if isinstance(became, Ukjent):
        return False
    facts = (became.godkjent, became.publisert) if became else ()
    return all(fact is None for fact in facts) and _ikke_sendt(moete, "referat")


def _ikke_sendt(moete: Moete, hva: str) -> bool:
    if isinstance(moete.sendt, Ukjent):
        return False
    return moete.sendt is None or getattr(moete.sendt, hva) is None


def godkjent_i(moete: Moete) -> Godkjent | None:
    """Where the minutes were approved, as far as anybody knows."""
    became = kjent(moete.referat)
    return kjent(became.godkjent) if became else None


def mangler(slag: str, moete: Moete) -> Iterator[str]:
    """What a reader will look for in vain, for the one who sends the document: in bokmål, as messages are."""
    if moete.status == "avlyst":
        return
    yield from _uten({"klokkeslettet": moete.tid, "møtestedet": moete.sted})
    if slag == "referat":
        lead = {
            "møteleder": moete.moeteleder,
            "referent": moete.referent,
            "hvem som var til stede": moete.oppmoete,
        }
        yield from _uten(lead)
        yield from (f"teksten i sak {sak.nr}" for sak in moete.saker if uomtalt(sak))
    elif not moete.saker:
        yield "sakene"


def _uten(facts: Mapping[str, object]) -> Iterator[str]:
    for name, value in facts.items():
        if value is None:
            yield name
        elif isinstance(value, Ukjent):
            yield f"{name} (ukjent)"


def uomtalt(sak: Sak) -> bool:
    """Whether minutes would say nothing of a case but its title."""
    said = (sak.referat, kjent(sak.vedtak), sak.valg, sak.oppfoelging, sak.vedlegg)
    more = (
        kjent(sak.innleder),
        sak.legger_fram,
        kjent(sak.oversendt_til),
        sak.etter_moetet,
        kjent(sak.utsatt),
        kjent(sak.forslaget),
        kjent(sak.inhabil),
        kjent(sak.protokolltilfoersel),
    )
    return not sak.fortrolig and not sak.restanser and not any((*said, *more))
