"""What meets a stranger on the project's page is as the vendors want it, and promises nothing that is not held."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from publiserte_skjemaer import feil
from smaa_registre import ROOT

SKJEMAER = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("fil", SKJEMAER, ids=lambda fil: fil.stem)
def test_a_form_is_one_that_the_page_can_show(fil: Path) -> None:
    kind = "GitHub Issue Template configuration" if fil.stem == "config" else "GitHub issue forms"
    assert feil(kind, yaml.safe_load(fil.read_text(encoding="utf-8"))) == []


def test_what_the_security_page_names_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for name in re.findall(r"`([\w./]+(?:\.md|/))`", text):
        assert (ROOT / name).exists(), name
    assert "## What is closed" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
