# `make run` opens the desk, `make test` checks everything. Both set up what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/.made
READY := $(VENV)/.ready
READY_TO_TEST := $(VENV)/.ready-to-test
CONSUMERS := $(VENV)/consumers
LABEL_STUDIO := $(VENV)/label-studio
ARGS ?=

.PHONY: run test fmt check unit clean help

help:
	@echo "make run    set up, load the sample article into an empty database, open the desk"
	@echo "make test   set up and run every check"
	@echo "make fmt    put the code in order"

run: $(READY)
	@$(BIN)/python -m annotator add --if-empty corpus/articles/magnesium_ms.txt
	@$(BIN)/python -m streamlit run app.py $(ARGS)

test: check unit

check: $(READY_TO_TEST)
	@command -v node >/dev/null || { echo "The checks need node: on Debian, run 'apt install nodejs' first"; exit 1; }
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pip check
	node --test tests/desk/

unit: $(READY_TO_TEST)
	$(BIN)/python -m pytest $(if $(ARGS),$(ARGS),--cov)

fmt: $(READY_TO_TEST)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Stamped when whole: one that was interrupted is made anew.
$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Claimdesk needs Python 3.11 or newer: install it, or say which with PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "Python's venv module is missing: on Debian, run 'apt install python3-venv' first"; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(READY): $(MADE) requirements.txt constraints.txt
	@echo "Setting up (a minute or two, the first time)..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt -c constraints.txt
	@touch $@

# What reads our datasets has an environment of its own: it brings much that the desk must not depend on.
$(CONSUMERS)/.ready: $(MADE) tests/consumers/requirements.txt constraints.txt
	@$(PYTHON) -m venv --clear $(CONSUMERS)
	@$(CONSUMERS)/bin/python -m pip install -qq --disable-pip-version-check \
		-r tests/consumers/requirements.txt -c constraints.txt
	@touch $@

# Label Studio's readers need older versions of the same.
$(LABEL_STUDIO)/.ready: $(MADE) tests/consumers/label-studio.txt
	@$(PYTHON) -m venv --clear $(LABEL_STUDIO)
	@$(LABEL_STUDIO)/bin/python -m pip install -qq --disable-pip-version-check -r tests/consumers/label-studio.txt
	@touch $@

$(READY_TO_TEST): $(READY) tests/requirements.txt $(CONSUMERS)/.ready $(LABEL_STUDIO)/.ready
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r tests/requirements.txt -c constraints.txt
	@touch $@

clean:
	rm -rf $(VENV) .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
