"""Eight who write at once all get in, and nothing that anybody wrote is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from angrep.omfang import LANG
from angrep.registeret import U, grunnlag, kopi
from angrep.skrivere import alle_paa_en_gang
from brukerutvalg_cli.endring.dagbok import SISTE, les
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree


def test_all_get_in_and_nothing_is_lost(tmp_path: Path) -> None:
    root = kopi(grunnlag(), tmp_path / "r")
    written = alle_paa_en_gang(root, 8, **({"sekunder": 60} if LANG else {"ganger": 2}))
    assert [each for each in written if each.kode] == []
    register = load(WorkTree(root)).register
    found = Counter([case.tittel for case in register.mapper[U].saker.values()])
    found += Counter([organisation.navn for organisation in register.organisasjoner.values()])
    assert found == Counter(["Ventetid", "Nav Storelva", *(each.tekst for each in written)])
    assert len(les(root)) == min(SISTE, len(written) + 1)
    again = sum("Leser det på nytt" in each.sagt for each in written)
    waited = sum("Venter til den er ferdig" in each.sagt for each in written)
    print(f"{len(written)} kommandoer, {again} to ganger, {waited} ventet")
