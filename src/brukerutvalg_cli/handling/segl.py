"""Segl: a sum of the minutes as they were approved. A later change of a single letter gives another."""

from __future__ import annotations

import json
from hashlib import sha256

from brukerutvalg_cli.model.moete import Moete

UTENFOR = {"referat", "merknad", "status"}
"""What becomes of the minutes later is no part of them."""


def segl(moete: Moete) -> str:
    """Sixteen hexadecimal digits of everything the minutes rest on; comments and layout of the file do not count."""
    facts = moete.model_dump(mode="json", exclude_defaults=True, exclude=UTENFOR, by_alias=True)
    for case in facts.get("saker", ()):
        case.pop("merknad", None)
        for task in case.get("oppfoelging", ()):
            task.pop("fullfoert", None)  # done since
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:16]
