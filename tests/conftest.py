"""The same run gives the same verdict: the random examples are the same every time, here as in CI.

Nor does a new register save each change in git here, whoever the machine says is working: what tests that, says so.

`EKSEMPLER=20 pytest tests/*/test_egenskaper_*` looks sixty times as far, at new examples each time.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings

from brukerutvalg_cli import gjenbruk, validering
from brukerutvalg_cli.cli import dokumentmappe
from brukerutvalg_cli.register import locate, parse

pytest_plugins = ["samme_dom"]

os.environ.setdefault("BRUKERUTVALG_COMMIT", "0")
# Nor is anything found in what was kept of another test, or by the one who runs them: tests of that say where it lies.
os.environ["BRUKERUTVALG_HURTIGLAGER"] = "0"

# What a program says is read here as words. A machine that wants colour in pipes, as many that run CI do, is not heard.
for _wish in ("FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS"):
    os.environ.pop(_wish, None)

# A slow machine is no finding; and a register is large, so drawing one may take as long as judging it.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile(
    "samme", derandomize=True, deadline=None, database=None, suppress_health_check=_SLOW
)
settings.register_profile("nye", deadline=None, print_blob=True, suppress_health_check=_SLOW)
settings.load_profile("nye" if "EKSEMPLER" in os.environ else "samme")

# Hundreds of the tests start the program as a process. Without bytecode each of them would compile all of it anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# What is collected lives to the end: modules, tests and models by the ten thousand, which the collector of garbage
# would look through again and again for nothing.
gc.disable()


@pytest.fixture(autouse=True, scope="session")
def _uten_aa_vente_paa_disken() -> Iterator[None]:
    """Nobody pulls the plug here. What is on the disk after each step of a writing, processes of their own try."""
    with pytest.MonkeyPatch.context() as here:
        here.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def _lest_en_gang() -> Iterator[None]:
    """What a file holds follows from its text. A run forgets it for want of room, which tests have."""
    with pytest.MonkeyPatch.context() as here:
        for module in (validering, gjenbruk, dokumentmappe):
            here.setattr(module, "posten", SimpleNamespace(cache_clear=lambda: None))
        here.setattr(locate, "spans", lru_cache(maxsize=64)(parse.spans.__wrapped__))
        yield


def pytest_collection_finish() -> None:
    """From here on there is garbage: what is there already is no part of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    gc.enable()
