"""What meets a stranger on the project's page promises nothing that is not held."""

from __future__ import annotations

import re

from smaa_registre import ROOT


def test_what_the_security_page_names_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for name in re.findall(r"`([\w./]+(?:\.md|/))`", text):
        assert (ROOT / name).exists(), name
    assert "## What is closed" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
