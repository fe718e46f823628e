"""The reference as the code makes it, made once for all that look at it: it takes a second and a half."""

from __future__ import annotations

from brukerutvalg_cli.referanse.sider import sider

SIDER = sider()
