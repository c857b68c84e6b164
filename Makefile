# make run    the demonstration on http://127.0.0.1:8000
# make test   everything but the long tests     make check  the fast part, a minute and a half
.PHONY: run test check test-slow lint types fast sqlite postgres browser messages lock clean system bench-reader bench-names bench-joins bench-register

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
CATALOGUES := $(wildcard src/hapjak/project/locale/*/LC_MESSAGES/django.po)
WORKERS ?= 2

run: $(VENV)/ready
	@$(BIN)/hapjak demo --port $(PORT)

check: lint types fast

test: system lint types sqlite postgres browser

test-slow: system $(VENV)/ready-dev
	$(BIN)/pytest -m slow
	tools/with_postgres $(BIN)/pytest -m "slow and database"

lint: $(VENV)/ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/djlint src --lint --quiet
	$(BIN)/python tools/messages.py check

types: $(VENV)/ready-dev
	$(BIN)/mypy

fast: $(VENV)/ready-dev
	$(BIN)/pytest -q -n $(WORKERS) -m "not slow and not browser"

sqlite: fast

postgres: system $(VENV)/ready-dev
	tools/with_postgres $(BIN)/pytest -q -n $(WORKERS) -m "database and not slow and not browser"

browser: system $(VENV)/ready-dev
	$(BIN)/pytest -q -m "browser and not slow"

system:
	@tools/system_packages

$(VENV)/bin/python:
	python3 -m venv $(VENV)

# The runtime alone: what a person who only wants to see hapjak needs.
$(VENV)/ready: $(VENV)/bin/python requirements/base.txt pyproject.toml $(CATALOGUES) tools/messages.py
	@echo "Setting up $(VENV) (about a minute the first time) …"
	@$(PIP) --require-hashes -r requirements/base.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(BIN)/python tools/messages.py compile
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements/dev.txt
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

# What hapjak is measured against lives in an environment of its own.
$(VENV)-bench/ready: requirements/bench.txt pyproject.toml
	python3 -m venv $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements/bench.txt
	@$(VENV)-bench/bin/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

bench-reader: $(VENV)-bench/ready
	$(VENV)-bench/bin/python -m benchmarks.reader

# Pure Python: names as public pages print them against what the hanja key proposes.
bench-names: $(VENV)/ready
	$(BIN)/python -m benchmarks.names

# Proposals of joins: how good on invented pairs, how fast among 20,000 documents.
bench-joins: $(VENV)/ready
	$(BIN)/python -m benchmarks.joins

# A register of 100,000 invented commitments (SCALE=1 takes some minutes to fill).
SCALE ?= 1
bench-register: $(VENV)/ready
	$(BIN)/python -m benchmarks.register --scale $(SCALE)

messages: $(VENV)/ready-dev
	$(BIN)/python tools/messages.py extract

lock:
	uv pip compile -q pyproject.toml requirements/build.in --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 -o requirements/base.txt
	uv pip compile -q pyproject.toml requirements/build.in --extra dev -c requirements/base.txt --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 -o requirements/dev.txt
	uv pip compile -q pyproject.toml requirements/build.in --extra bench -c requirements/base.txt --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 -o requirements/bench.txt

clean:
	rm -rf $(VENV) $(VENV)-bench var build dist .mypy_cache .ruff_cache .pytest_cache
