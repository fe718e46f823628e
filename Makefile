# Everything a builder runs. A machine needs Python 3.11 or newer, git and make; the rest goes into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
PROGRAM := $(BIN)/brukerutvalg --rot .
MEETING := nav-vestland 2022-11-16

.PHONY: help demo test nettleser skaff nettsted redaktoer angrep check docs format bench lock clean

help:
	@echo "make demo    set up, judge the shipped records and write two documents"
	@echo "make test    set up and run the tests"
	@echo "make nettleser  the documents in Chromium, with axe-core and a validator; installs them where it may"
	@echo "make nettsted  docs/ as a site in ut/nettsted, and whether its links hold"
	@echo "make redaktoer  the files in the language server of VS Code; needs node and npm"
	@echo "make angrep  the attackers of tests/angrep/, and the random registers, at full length: an hour or more"
	@echo "make check   lint, format, types, and whether the reference is fresh"
	@echo "make docs    write the reference and the schemas anew, from the code"
	@echo "make format  mend what lint and format can mend themselves"
	@echo "make bench   figures against their yardsticks, into benchmarks/RESULTS.md: ten minutes"
	@echo "make lock    choose and lock versions anew (needs the network)"
	@echo "make clean   remove what the others made"

demo: $(VENV)/program.stamp
	@mkdir -p ut
	$(PROGRAM) valider --output-format full --exit-zero
	$(PROGRAM) innkalling $(MEETING) -o ut/innkalling.md
	$(PROGRAM) referat $(MEETING) -o ut/referat.md
	@echo
	@echo "The notice of the meeting:   ut/innkalling.md"
	@echo "The minutes of the meeting:  ut/referat.md"

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n auto

nettleser: $(VENV)/nettleser.stamp skaff
	$(BIN)/python -m pytest -n auto nettleser

# What is no package of Python's; it can be fetched while something else is tested.
skaff:
	nettleser/skaff

nettsted: $(VENV)/nettsted.stamp
	rm -rf ut/nettsted
	$(BIN)/zensical build --strict
	$(BIN)/python -m pytest nettsted

redaktoer: $(VENV)/redaktoer.stamp
	$(BIN)/python -m pytest redaktoer

angrep: $(VENV)/dev.stamp
	ANGREP=lang $(BIN)/python -m pytest -n auto tests/angrep
	EKSEMPLER=10 $(BIN)/python -m pytest -n auto tests/*/test_egenskaper_*.py

check: $(VENV)/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m brukerutvalg_cli.referanse --sjekk

docs: $(VENV)/program.stamp
	$(BIN)/python -m brukerutvalg_cli.referanse

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/alle.py

clean:
	rm -rf $(VENV) ut .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

# The steps of setting up. Each leaves a stamp, so that only what has changed is done again.

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "brukerutvalg needs Python 3.11 or newer, and this is $$($(PYTHON) --version 2>&1)."; \
		echo "Name another one: make PYTHON=python3.11 $(MAKECMDGOALS)"; \
		exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# The project goes in without its dependencies, which the lock has put there, and is built with the locked
# builder. It is editable, so that what is tested is what is in the tree.
$(VENV)/program.stamp: $(VENV)/python.stamp requirements.lock requirements-build.lock pyproject.toml src/brukerutvalg_cli/__init__.py
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --require-hashes -r requirements-build.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/program.stamp requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/nettleser.stamp: $(VENV)/dev.stamp requirements-nettleser.lock
	$(PIP) install --require-hashes -r requirements-nettleser.lock
	@touch $@

$(VENV)/nettsted.stamp: $(VENV)/dev.stamp requirements-nettsted.lock
	$(PIP) install --require-hashes -r requirements-nettsted.lock
	@touch $@

$(VENV)/redaktoer.stamp: $(VENV)/dev.stamp redaktoer/package-lock.json
	redaktoer/skaff $(VENV)/redaktoer
	@touch $@

# Versions and hashes for every platform. On Python 3.11: nothing in the lists is for newer versions only.
LOCK := $(VENV)/lock/bin/pip-compile --quiet --generate-hashes --upgrade --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-header

lock:
	$(PYTHON) -m venv --clear $(VENV)/lock
	$(VENV)/lock/bin/python -m pip -qq install pip-tools==7.6.2
	$(LOCK) --only-build-deps --build-deps-for editable -o requirements-build.lock pyproject.toml
	$(LOCK) -o requirements.lock pyproject.toml
	$(LOCK) --extra dev -c requirements.lock -c requirements-build.lock -o requirements-dev.lock pyproject.toml
	$(LOCK) --extra nettleser -c requirements.lock -c requirements-dev.lock -o requirements-nettleser.lock pyproject.toml
	$(LOCK) --extra nettsted -c requirements.lock -c requirements-dev.lock -o requirements-nettsted.lock pyproject.toml
