"""The same run gives the same verdict: the random examples are the same every time, here as in CI.

`EKSEMPLER=20 pytest tests/test_egenskaper_*` looks twenty times as far, at new examples each time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A slow machine is no finding; and a register is large, so drawing one may take as long as judging it.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile(
    "samme", derandomize=True, deadline=None, database=None, suppress_health_check=_SLOW
)
settings.register_profile("nye", deadline=None, print_blob=True, suppress_health_check=_SLOW)
settings.load_profile("nye" if "EKSEMPLER" in os.environ else "samme")
