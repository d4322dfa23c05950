# plangen: `make plan` builds every plan under content/ into build/, `make test` runs the tests.
# Both set up .venv the first time and install nothing the second.

PYTHON ?= python3
BIN := .venv/bin
BASE ?= main
.DEFAULT_GOAL := help
.PHONY: help install install-all plan examples check checks serve diff fmt schema test lint types layers golden pictures bench fuzz lock clean

help: ## visa vad som går att göra
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1	\2/'

install: .venv/plan-ready ## installera plangen i .venv

install-all: .venv/release-ready ## installera också det som diagram och ODT behöver (240 MB)

plan: .venv/plan-ready ## bygg alla planer under content/ till build/
	@$(BIN)/plangen build

examples: .venv/charts-ready ## bygg exemplen under examples/ till build/
	@for each in examples/*/; do $(BIN)/plangen build --root $$each || exit 1; done

check: .venv/plan-ready ## kontrollera planerna utan att bygga
	@$(BIN)/plangen check

serve: .venv/serve-ready ## visa planerna i webbläsaren medan de skrivs
	@$(BIN)/plangen serve --open

diff: .venv/plan-ready ## visa vad som har ändrats sedan BASE (make diff BASE=main)
	@$(BIN)/plangen diff $(BASE)

fmt: .venv/plan-ready ## ge planernas filer en enhetlig form
	@$(BIN)/plangen fmt

schema: .venv/plan-ready ## skriv om JSON Schema i schemas/, som editorn använder
	@$(BIN)/plangen schema --vscode

test: .venv/test-ready ## kör testerna
	@$(BIN)/python -m pytest -n auto -rs $(PYTEST)

lint: .venv/test-ready ## granska kodens form
	@$(BIN)/ruff check src tests
	@$(BIN)/ruff format --check src tests

types: .venv/test-ready ## granska kodens typer
	@$(BIN)/mypy

layers: .venv/test-ready ## granska att importer bara går nedåt
	@$(BIN)/lint-imports

golden: .venv/test-ready ## skriv om testernas facit; läs skillnaden innan den sparas
	@PLANGEN_GOLDEN=write $(BIN)/python -m pytest tests/golden -q

checks: .venv/plan-ready ## skriv om docs/checks.md efter koderna och deras exempel; läs skillnaden innan den sparas
	@$(BIN)/plangen explain --all --lang sv > docs/checks.new && mv docs/checks.new docs/checks.md

pictures: .venv/test-ready ## ta om bilderna i README och guiderna; behöver chromium, chromedriver och poppler
	@$(BIN)/python -m tests.pictures

bench: .venv/test-ready ## mät hur lång tid byggena tar
	@$(BIN)/python benchmarks/run.py

fuzz: .venv/test-ready ## pröva slumpade planer i tio minuter, eller PLANGEN_FUZZ_SECONDS
	@$(BIN)/python -m tests.fuzz.run

lock: .venv/test-ready ## räkna om låsta versioner
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml requirements/install.in --extra import -o requirements/plan.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml requirements/install.in --extra import --extra serve -c requirements/plan.txt -o requirements/serve.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml requirements/install.in --extra import --extra charts -c requirements/plan.txt -o requirements/charts.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml requirements/install.in --extra import --extra charts --extra pandoc -c requirements/charts.txt -o requirements/release.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml requirements/install.in --extra import --extra serve --group test --group lint -c requirements/serve.txt -c requirements/release.txt -o requirements/test.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/ci.in -o requirements/ci.txt

clean: ## ta bort det som byggts och installerats
	@rm -rf build .venv

.venv/plan-ready: requirements/plan.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "plangen behöver Python 3.11 eller senare; välj en med: make plan PYTHON=python3.12")'
	@echo "Installerar plangen i .venv (bara första gången) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/plan.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/serve-ready: .venv/plan-ready requirements/serve.txt
	@echo "Installerar det som förhandsgranskningen behöver i .venv (bara första gången) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/serve.txt
	@touch $@

.venv/charts-ready: .venv/plan-ready requirements/charts.txt
	@echo "Installerar det som ritar diagram i .venv (bara första gången) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/charts.txt
	@touch $@

.venv/release-ready: .venv/plan-ready requirements/release.txt
	@echo "Installerar det som diagram och ODT behöver i .venv (bara första gången) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/release.txt
	@touch $@

.venv/test-ready: .venv/plan-ready requirements/test.txt
	@echo "Installerar testernas verktyg i .venv (bara första gången) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@
