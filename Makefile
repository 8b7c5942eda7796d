# `make run` and `make test` set up everything they need, in .venv, and then do what they say.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

.PHONY: run test lint clean

run: .venv/run.stamp
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

test: .venv/dev.stamp
	$(BIN)/python -m tests.chromium
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

.venv/run.stamp: requirements.txt
	$(PYTHON) -c "import sys; sys.exit('Dateline needs Python 3.11 or newer') if sys.version_info < (3, 11) else None"
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
