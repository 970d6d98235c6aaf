# The commands of this house. `make help` lists them.

PYTHON ?= python3
VENV ?= .venv
RUN_PACKAGES := $(VENV)/.packages-to-run
TEST_PACKAGES := $(VENV)/.packages-to-test
export PATH := $(abspath $(VENV))/bin:$(PATH)
# Nothing of an outer virtual environment may leak in.
unexport PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.PHONY: help run test quick check lint format bench-session bench-check-ins clean

help:  ## List these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{printf "  make %-14s %s\n", $$1, $$2}'

run: $(RUN_PACKAGES)  ## Set everything up and serve the dashboard on this machine
	@scripts/run

test: $(TEST_PACKAGES)  ## Set everything up and run every test, with the coverage gate
	@scripts/test

quick: lint  ## Lint, then the tests that need no other program, without coverage
	pytest -q -n 2 --dist worksteal -m "not browser and not postgresql and not libreoffice" --ignore=tests/benchmarks

check: lint test  ## Format, lint, types, imports, templates, then every test

lint: $(TEST_PACKAGES)  ## Format, lint, types, imports and templates only
	ruff format --check .
	ruff check .
	mypy
	lint-imports --no-logo
	djlint templates --lint --quiet

format: $(TEST_PACKAGES)  ## Put the code into its one format
	ruff check --fix .
	ruff format .

bench-session: $(TEST_PACKAGES)  ## Close a session of ten people in a browser and count keys and clicks
	@GROUPWORK_CHROMIUM="$$(scripts/find-browser)" python -m tests.benchmarks.session_page

bench-check-ins: $(TEST_PACKAGES)  ## Let 500 people answer their check-in within a minute
	@python -m tests.benchmarks.check_ins

clean:  ## Remove what was built; instance/ with its records and keys stays
	rm -rf .venv .counted .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find dashboard tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@scripts/make-environment "$(PYTHON)" "$(VENV)"

$(RUN_PACKAGES): requirements.txt | $(VENV)/bin/python
	@echo "Installing what the dashboard runs on."
	@scripts/install-packages "$(VENV)" requirements.txt
	@touch $@

$(TEST_PACKAGES): requirements-dev.txt requirements.txt | $(VENV)/bin/python
	@echo "Installing what the dashboard runs on and what tests it."
	@scripts/install-packages "$(VENV)" requirements-dev.txt
	@touch $@ $(RUN_PACKAGES)
