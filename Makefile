# Everything here works on a machine with Python 3.11 or newer, pip and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
READY := $(VENV)/.ready
WHEEL_VENV := build/wheel-venv

.PHONY: help setup demo test test-source coverage test-wheel docs test-site lint format generate lock bench \
	fuzz faults trust sbom test-oldest clean

help:
	@echo "make demo    convert a gallery and see what is lost"
	@echo "make test    all tests, on the sources and on the built wheel"
	@echo "make coverage  the tests on the sources, with lines and branches counted"
	@echo "make docs    the site, in build/site; every example on it is run; npm for its playground"
	@echo "make test-site  that site in a browser: Debian's chromium, or CHROMIUM=path"
	@echo "make lint    style, spelling, types and the direction of imports"
	@echo "make format  let the formatter lay out the code"
	@echo "make generate  write the pages, completion scripts and types that follow from the code"
	@echo "make lock    renew the locked versions"
	@echo "make fuzz    odd inputs for SECONDS (30), through every entry point"
	@echo "make faults  kills, full disks, closed pipes, folders that take nothing; takes minutes; Linux only"
	@echo "make trust   both, and loads, for MINUTES (30); prints one table"
	@echo "make sbom    what the action installs, in build/sbom.cdx.json"
	@echo "make test-oldest  tests with the oldest versions of what we depend on"
	@echo "make bench   how fast we are beside others; needs Node and npm"

setup: $(READY)

$(UV):
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(READY): pyproject.toml .ci/locked.txt | $(UV)
	$(UV) pip install --quiet --require-hashes --python $(BIN)/python --requirement .ci/locked.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@echo '$$ gallery-lens convert --indent 2 --fail-on never docs/examples/harbour.json'
	@$(BIN)/gallery-lens convert --indent 2 --fail-on never docs/examples/harbour.json

test: test-source test-wheel

test-source: $(READY)
	$(BIN)/python -m pytest --numprocesses auto

# The same with every line and branch counted, which takes half as long again.
coverage: $(READY)
	$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=term

# What users install, without the checkout beside it: only the wheel and the tests. What tests the tests,
# or the site, would say the same again.
NOT_OF_WHEEL := $(addprefix --ignore=tests/test_,benchmarks.py strategies.py field_coverage.py mutations.py supply_chain.py site.py playground.py)

test-wheel: $(READY)
	rm -rf build
	$(BIN)/python -m build --quiet --no-isolation --wheel --outdir build
	$(UV) venv --quiet --python $(BIN)/python $(WHEEL_VENV)
	$(UV) pip install --quiet --require-hashes --python $(WHEEL_VENV)/bin/python --requirement .ci/locked.txt
	$(UV) pip install --quiet --no-deps --python $(WHEEL_VENV)/bin/python build/*.whl
	mkdir build/apart && cp -R tests docs README.md build/apart && cp pyproject.toml build/apart
	cd build/apart && HYPOTHESIS_PROFILE=brief ../wheel-venv/bin/python -m pytest --quiet --numprocesses auto \
		$(NOT_OF_WHEEL)

# Whatever is wrong with a page, a link or an example fails the build. Without npm there is no playground.
docs: $(READY)
	$(BIN)/sphinx-build -W -n -E -q -b html $(if $(shell command -v npm),-t playground) -d build/site-doctrees docs build/site
	$(BIN)/python docs/playground/build.py build/site/playground
	@echo "Look at it: $(BIN)/python -m http.server -d build/site"

test-site: $(READY)
	$(BIN)/python -m pytest tests/browser

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generate: $(READY)
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/completions.py
	$(BIN)/python docs/typed.py
	$(BIN)/python docs/compiled.py

# Two locks, with a hash of every file: for work on the project, and for what the action installs.
COMPILE := pip compile --quiet --no-header --no-annotate --no-emit-index-url --universal --generate-hashes \
	--python-version 3.11

lock: | $(UV)
	@echo "# The versions that make installs for work on the project. Renewed by: make lock" > .ci/locked.txt
	$(UV) $(COMPILE) --upgrade --group dev pyproject.toml >> .ci/locked.txt
	@echo "# The versions that the action runs with. Renewed by: make lock" > .ci/runtime.txt
	$(UV) $(COMPILE) --constraint .ci/locked.txt --group action pyproject.toml >> .ci/runtime.txt

# What the action installs, as CycloneDX 1.6.
sbom: $(READY)
	@mkdir -p build
	$(BIN)/python .ci/sbom.py .ci/runtime.txt > build/sbom.cdx.json
	@echo "It is build/sbom.cdx.json."

# The tests with the oldest versions of what we depend on.
test-oldest: $(READY)
	$(UV) venv --quiet --clear --python $(BIN)/python build/oldest
	$(UV) pip install --quiet --python build/oldest/bin/python --resolution lowest-direct --editable .
	$(UV) pip install --quiet --python build/oldest/bin/python pytest pytest-xdist hypothesis pyyaml
	HYPOTHESIS_PROFILE=brief build/oldest/bin/python -m pytest --quiet --numprocesses auto \
		tests/test_api.py tests/test_corpus.py tests/test_lens.py tests/test_model.py tests/test_schemas.py tests/cli/test_convert.py

# The peers get a venv and a node_modules of their own below build/.
bench: $(READY)
	$(BIN)/python benchmarks/run.py $(BENCH)

SECONDS ?= 30
MINUTES ?= 30

fuzz: $(READY)
	$(BIN)/python tests/trust/fuzz.py --seconds $(SECONDS) $(FUZZ)

faults: $(READY)
	$(BIN)/python tests/trust/faults.py

trust: $(READY)
	$(BIN)/python tests/trust/table.py --minutes $(MINUTES)

clean:
	rm -rf build dist docs/rules $(VENV)
