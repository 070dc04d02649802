# Everything runs in .venv, which the first call makes; after that nothing is fetched again until pyproject.toml changes.

ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := .venv/Scripts
else
PYTHON ?= python3
BIN := .venv/bin
endif

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

.PHONY: demo test browser lint lint-style lint-format lint-types lint-layers lint-ontology bench score clean help
.DEFAULT_GOAL := help

help:
	@echo "make demo    build the graph of the examples, and show what it can do"
	@echo "make test    run the tests that this machine can run, and name the others"
	@echo "make browser fetch axe-core from npm, so that make test also checks that pages are accessible (needs chromium too)"
	@echo "make lint    style, types, layers and ontology"
	@echo "make bench   speed and memory beside peers"
	@echo "make score   score the graphs of all annotated minutes, here and in ../shared, and write the table in the README"
	@echo "make clean   remove .venv, caches and output"

demo: .venv/installed
	$(BIN)/kg demo output

test: .venv/installed-test
	$(BIN)/python -m pytest $(PYTEST)

browser: .venv/browser/installed

lint: lint-style lint-format lint-types lint-layers lint-ontology

lint-style lint-format lint-types lint-layers lint-ontology: .venv/installed-lint

lint-style:
	$(BIN)/ruff check --output-format concise kg tests benchmarks docs

lint-format:
	$(BIN)/ruff format --check kg tests benchmarks docs

lint-types:
	$(BIN)/mypy

lint-layers:
	$(BIN)/lint-imports

lint-ontology:
	$(BIN)/python -m kg.graph.lint

bench: .venv/installed-bench
	$(BIN)/python -m benchmarks.bench

score: .venv/installed
	$(BIN)/python -m benchmarks.score_table

clean:
	$(PYTHON) -c "import pathlib, shutil; [shutil.rmtree(p, ignore_errors=True) for n in ('.venv', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.hypothesis', '.import_linter_cache', 'build', 'dist') for p in [pathlib.Path(n)]]; [shutil.rmtree(p) if p.is_dir() else p.unlink() for p in pathlib.Path('output').iterdir() if p.name != '.gitkeep']; [shutil.rmtree(p) for p in list(pathlib.Path('.').glob('*/**/__pycache__'))]"

.venv/pyvenv.cfg:
	$(PYTHON) -c "import sys; sys.version_info >= (3, 11) or sys.exit('Python 3.11 or newer is needed: make PYTHON=python3.11')"
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | .venv/pyvenv.cfg
	$(PIP) --editable .
	$(BIN)/python -c "import pathlib; pathlib.Path('$@').touch()"

.venv/installed-%: pyproject.toml .venv/installed
	$(PIP) --editable ".[$*]"
	$(BIN)/python -c "import pathlib; pathlib.Path('$@').touch()"

.venv/browser/installed: | .venv/pyvenv.cfg
	npm install --prefix .venv/browser --no-save --no-audit --no-fund --silent axe-core@4.11
	$(BIN)/python -c "import pathlib; pathlib.Path('$@').touch()"
