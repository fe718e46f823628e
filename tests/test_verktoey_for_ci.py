"""What is shipped for CI and for those who report a fault, judged by the tools that strangers judge it by."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from brukerutvalg_cli.pakkedata import CHECKOUT, oppsett

SKJEMA = ("-m", "check_jsonschema", "--builtin-schema")
SKJEMAENE = {
    "workflow": [*SKJEMA, "vendor.github-workflows", oppsett() / ".github/workflows/valider.yml"],
    "template": [*SKJEMA, "vendor.gitlab-ci", "--data-transform", "gitlab-ci", oppsett() / ".gitlab-ci.yml"],
    "forms": [
        *(*SKJEMA, "vendor.github-issue-forms"),
        *(CHECKOUT / f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("feil", "mandat")),
    ],
    "list of forms": [
        *(*SKJEMA, "vendor.github-issue-config"),
        CHECKOUT / ".github/ISSUE_TEMPLATE/config.yml",
    ],
    "pre-commit": ["-m", "pre_commit", "validate-config", oppsett() / ".pre-commit-config.yaml"],
    "pre-commit hooks": ["-m", "pre_commit", "validate-manifest", CHECKOUT / ".pre-commit-hooks.yaml"],
}


def kjoer(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", SKJEMAENE.values(), ids=SKJEMAENE)
def test_it_is_what_the_vendors_schema_says(command: list[str | Path]) -> None:
    done = kjoer(sys.executable, *command)
    assert done.returncode == 0, done.stdout + done.stderr


def zizmor(*where: Path) -> subprocess.CompletedProcess[str]:
    """Its severest reading of the workflow, and nothing fetched to know more."""
    program = Path(sys.executable).with_name("zizmor")
    return kjoer(program, "--color=never", "--offline", "--no-config", "--persona=auditor", *where)


def test_the_workflow_and_the_hooks_have_no_holes() -> None:
    done = zizmor(oppsett(), CHECKOUT / ".pre-commit-hooks.yaml")
    assert "valider.yml" in done.stderr
    assert (done.returncode, done.stdout.strip()) == (0, "No findings to report. Good job!"), done.stdout


def test_a_hole_is_seen(tmp_path: Path) -> None:
    workflow = (oppsett() / ".github/workflows/valider.yml").read_text(encoding="utf-8")
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/valider.yml").write_text(
        workflow.replace('pip install "$BRUKERUTVALG"', "pip install ${{ github.head_ref }}"),
        encoding="utf-8",
    )
    assert "error[template-injection]" in zizmor(tmp_path).stdout
