# Two commands for a newcomer: `make demo` and `make test`. Both set up .venv from requirements.lock by themselves.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test lint gold bench fuzz lock clean

demo: $(READY)
	@$(BIN)/irev demo

test: $(READY)
	@$(BIN)/python -m pytest

lint: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# How well it reads: precision, recall and F1 for each field, on the gold set.
gold: $(READY)
	@$(BIN)/python -m tests.gold.measure --errors

# Side by side with the readers that others have made. They are downloaded; nothing else here is.
bench: $(READY)
	@$(BIN)/python -m bench.run
	@$(BIN)/python -m bench.operations
	@$(BIN)/python -m bench.warehouse

# Mutated pages and PDFs through the whole of extraction: half an hour.
fuzz: $(READY)
	@$(BIN)/python -m bench.fuzz

# The lock holds hashes and no address; uv is needed to make it, not to use it.
lock:
	uv lock --upgrade
	uv export --frozen --all-groups --no-emit-project --no-annotate --no-header > requirements.lock

clean:
	rm -rf .venv data

$(READY): requirements.lock
	@echo "Setting up .venv (once; about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
