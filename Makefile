# Everything that a fresh machine needs: `make serve` to write, `make check` for what is quick, `make test` for all,
# `make site` to publish.
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# What builds the site: mkdocs, or properdocs, which goes on where MkDocs stops.
GENERATOR := mkdocs

SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
JOBS ?= auto
# What looks after scripts and styles is from npm; a copy of its lock file says which version is there.
SCRIPT_TOOLS := tests/scripts/node_modules/.installed-lock.json

.PHONY: serve translate translated site packages pdf check test script-tests benchmarks lint lock screenshots clean

serve: $(VENV)/site-installed
	$(BIN)/$(GENERATOR) serve --config-file mkdocs.yml

# Says that translations were looked at after the first language changed. The build names what is due, and the command:
# make translated ONLY=en/werk/openen:safe-now. Without ONLY it says so of everything.
translated: $(VENV)/site-installed
	@PYTHONPATH=hooks $(BIN)/python -m houvast.checks.translated mkdocs.yml $(ONLY)

# Texts for translators, as PO, and what they handed in as pages and data: make translate LANG=uk, from the first
# language, or make translate LANG=uk FROM=en. The page on translating says how to begin.
translate: $(VENV)/tests-installed
	@[ "$(origin LANG)" = "command line" ] || { echo "Say which language: make translate LANG=uk" >&2; exit 1; }
	@PATH="$(CURDIR)/$(BIN):$$PATH" SUDO="$(SUDO)" tests/support/translate mkdocs.yml $(LANG) $(FROM)

# The folder to upload, the zip for a USB stick, the rules for servers, for the address that is said (SITE_URL), and the
# packages that the site is built with, as an SBOM.
site: $(VENV)/site-installed
	$(BIN)/$(GENERATOR) build --strict --config-file mkdocs.yml
	PYTHONPATH=hooks $(BIN)/python -m houvast.output.offline_archive site site.zip
	rm -rf servers
	PYTHONPATH=hooks $(BIN)/python -m houvast.output.server_files site servers overrides mkdocs.yml
	$(BIN)/python -m cyclonedx_py requirements --output-reproducible -o sbom.cdx.json requirements.txt

# The training for learning systems (SCORM): a zip of each module and one of all, in each language and edition.
packages: site
	rm -rf packages
	PYTHONPATH=hooks $(BIN)/python -m houvast.output.scorm_packages site packages data overrides

# A blank PDF of every list and worksheet, in each language, to hand out as files.
pdf: site $(VENV)/tests-installed
	PYTHONPATH=hooks $(BIN)/python tests/support/ready_made_sheets.py site pdf

test: $(VENV)/tests-installed lint script-tests
	$(BIN)/pytest --numprocesses=$(JOBS) --dist=worksteal

# What needs no browser and no build, in less than a minute.
check: $(VENV)/tests-installed lint script-tests
	$(BIN)/pytest -m unit

# Takes about a quarter of an hour. A part of it: make benchmarks ONLY="--only loads".
benchmarks: $(VENV)/tests-installed
	PYTHONPATH=tests:tests/support:hooks $(BIN)/python -m benchmarks $(ONLY)

# Scripts that need no page, in Node.
script-tests: $(SCRIPT_TOOLS)
	npm run --silent --prefix tests/scripts test

lint: $(VENV)/tests-installed $(SCRIPT_TOOLS)
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/mypy
	PYTHONPATH=hooks $(BIN)/lint-imports --no-cache
	$(BIN)/djlint --lint --quiet overrides
	npm run --silent --prefix tests/scripts lint

# What is installed, with its hashes, from what is asked for. Newer: change the .in file, or make lock ONLY=--upgrade.
lock: $(VENV)/tests-installed
	$(BIN)/uv pip compile --quiet $(ONLY) --output-file requirements.txt requirements.in
	$(BIN)/uv pip compile --quiet $(ONLY) --output-file tests/requirements.txt tests/requirements.in

# The two pictures in README.md, taken again after a change of looks.
screenshots: $(VENV)/tests-installed
	$(BIN)/mkdocs build --strict --quiet
	$(BIN)/python tests/support/readme_screenshots.py site

clean:
	rm -rf $(VENV) site site.zip servers sbom.cdx.json packages pdf

$(VENV)/bin/python:
	python3 -m venv $(VENV) || { $(SUDO) apt-get update && $(SUDO) apt-get install -y python3-venv && python3 -m venv --clear $(VENV); }

$(VENV)/site-installed: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	touch $@

$(VENV)/tests-installed: tests/requirements.txt $(VENV)/site-installed tests/install-tools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/requirements.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" tests/install-tools
	touch $@

$(SCRIPT_TOOLS): tests/scripts/package-lock.json | $(VENV)/tests-installed
	npm ci --prefix tests/scripts --ignore-scripts --no-fund --no-audit --loglevel=error
	cp tests/scripts/package-lock.json $@
