# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench clean tools

demo: $(VENV)/.runtime
	$(BIN)/hocba demo

test: $(VENV)/.dev tools
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/.dev
	$(BIN)/ruff check --quiet src tests
	$(BIN)/ruff format --check --quiet src tests
	$(BIN)/lint-imports
	$(BIN)/mypy

# Programs that others wrote, which the tests ask for a second opinion. Without root the tests that need them say so.
tools:
	@sh tools/install-witnesses.sh

$(BIN)/uv: requirements/bootstrap.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@touch $@

# Installing the tests' libraries keeps those of the runtime: both locks pin the same versions.
$(VENV)/.runtime: $(BIN)/uv requirements/runtime.txt pyproject.toml
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/runtime.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/uv requirements/dev.txt pyproject.toml
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@ $(VENV)/.runtime

bench: $(VENV)/.dev
	for name in evaluate xades pades render issue verify; do $(BIN)/hocba bench $$name || exit 1; done

clean:
	rm -rf $(VENV) var out
