# Everything runs in .venv; see README.md for the same steps without make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export GRADIO_ANALYTICS_ENABLED := False
export HF_HUB_OFFLINE := 1
# Without kept bytecode every process of the tests compiles all of them and the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check test-models eval eval-reading bench browser documents clean
.DEFAULT_GOAL := run

run: $(STAMP)
	$(BIN)/plansvar index
	$(BIN)/python app.py

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile -m "not slow and not models and not browser"

# torch first, by exactly this version: it has a build without CUDA.
test-models: $(STAMP)
	$(BIN)/pip install --quiet torch==2.13.0
	$(BIN)/pip install --quiet --constraint constraints.txt -e .[sentence-transformers]
	$(BIN)/pytest -m models

eval: $(STAMP)
	$(BIN)/python -m eval

eval-reading: $(STAMP)
	$(BIN)/python -m eval.reading

# Ekvalla's documents again, from documents/.make/facts.toml.
documents: $(STAMP)
	$(BIN)/python -B documents/.make

bench: $(STAMP)
	$(BIN)/python -m eval.bench

browser:
	apt-get install --yes chromium

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "plansvar kräver Python 3.11 eller senare med namnet $(PYTHON): installera det eller ange ett annat med make PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "Python saknar venv: installera det (Debian och Ubuntu: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt -e .[dev]
	@touch $@

clean:
	rm -rf $(VENV) index artifacts
