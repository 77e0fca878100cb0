# make demo, make test: each alone on a fresh machine with Python 3.11+ and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Four for two cores: the long tests wait for processes of theirs most of the time.
WORKERS := -n 4 --dist worksteal
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1
# Some machines set it: each test process would then compile its modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# The lock is complete, so pip need not resolve anything (--no-deps).
$(VENV)/.run-ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v < (3, 14) else f"onrecord needs Python 3.11 to 3.13, and $(PYTHON) is {v[0]}.{v[1]}: try make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev-ready: requirements-dev.lock $(VENV)/.run-ready
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	touch $@

.PHONY: setup
setup: $(VENV)/.dev-ready ## virtual environment with everything in it

.PHONY: lock
lock: ## rewrite both lock files from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --upgrade -q -o requirements-dev.lock
	uv pip compile pyproject.toml --group build -c requirements-dev.lock --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -o requirements.lock

.PHONY: demo
demo: $(VENV)/.run-ready ## ingest sample dispatches through Prefect and show the board
	@$(BIN)/onrecord demo

.PHONY: test types tests
test: $(VENV)/.dev-ready ## style, types, import rules and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory -j2 types tests

types: $(VENV)/.dev-ready
	$(BIN)/mypy

tests: $(VENV)/.dev-ready
	$(BIN)/pytest $(WORKERS)

.PHONY: cover
cover: $(VENV)/.dev-ready ## which lines of claims/ the tests run; takes half as long again as the tests
	$(BIN)/pytest $(WORKERS) --cov=claims --cov-report=term:skip-covered --cov-fail-under=90

.PHONY: gate gate-readme
gate: $(VENV)/.dev-ready ## what extraction reaches on the annotated articles of ../shared, held against its floors
	$(BIN)/python -m tests.gold

gate-readme: $(VENV)/.dev-ready ## the same, its figures written to the README
	$(BIN)/python -m tests.gold --write-readme

.PHONY: bench
bench: $(VENV)/.dev-ready ## timings, printed and never asserted (tests.bench.desk --size 1000000: the desk on a large record)
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.desk --times 50 --seconds 20
	$(BIN)/python -m tests.bench.desk --times 50 --seconds 20 --database postgresql

.PHONY: clean
clean: ## take away what make made
	rm -rf $(VENV) .onrecord build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*

.PHONY: train
train: setup ## make the extraction model anew from ../shared (adds torch to the environment)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1' # the first to know groups
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python -m claims.extraction.training make
