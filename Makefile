# `make run` and `make test` set up everything they need, in .venv, and then do what they say.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
# Only what stands in a lock is installed, byte for byte, and no package runs code of its own while it is installed.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
# One lock for Python 3.11 and newer on Linux, macOS and Windows.
COMPILE := .venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --custom-compile-command "make lock"

.PHONY: run test lock clean

run: .venv/run.stamp
	$(BIN)/streamlit run serve.py --server.port $(PORT)

test: .venv/dev.stamp
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.nginx
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

.venv/pip.stamp: locks/pip.txt
	$(PYTHON) -c "import sys; sys.exit('Dateline needs Python 3.11 or newer') if sys.version_info < (3, 11) else None"
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(INSTALL) -r locks/pip.txt
	$(BIN)/python -m pip uninstall --quiet --yes setuptools
	touch $@

.venv/run.stamp: .venv/pip.stamp locks/run.txt
	$(INSTALL) -r locks/run.txt
	touch $@

.venv/dev.stamp: .venv/run.stamp locks/dev.txt
	$(INSTALL) -r locks/dev.txt
	touch $@

# Renew the locks after a change in requirements.txt, requirements-dev.txt or locks/*.in. Versions that a lock already
# has are kept; `make lock UPGRADE=--upgrade` takes the newest of what no file pins.
lock: .venv/pip.stamp
	test -x .venv/lock/bin/python || $(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r locks/uv.txt
	$(COMPILE) $(UPGRADE) locks/pip.in --output-file locks/pip.txt
	$(COMPILE) $(UPGRADE) locks/uv.in --output-file locks/uv.txt
	$(COMPILE) $(UPGRADE) requirements.txt --output-file locks/run.txt
	$(COMPILE) $(UPGRADE) requirements-dev.txt --constraint locks/run.txt --output-file locks/dev.txt

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
