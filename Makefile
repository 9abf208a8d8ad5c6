# Everything that a fresh machine needs: `make serve` to write, `make test` to check, `make site` to publish.
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# What builds the site: mkdocs, or properdocs, which goes on where MkDocs stops.
GENERATOR := mkdocs

SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
JOBS ?= auto

.PHONY: serve translated site packages test benchmarks lint screenshots clean

serve: $(VENV)/site-installed
	$(BIN)/$(GENERATOR) serve --config-file mkdocs.yml

# Says that translations were looked at after the first language changed. The build names what is due, and the command:
# make translated ONLY=en/werk/openen:safe-now. Without ONLY it says so of everything.
translated: $(VENV)/site-installed
	@PYTHONPATH=hooks $(BIN)/python -m tipsite.translated mkdocs.yml $(ONLY)

# The folder to upload, and the zip for a USB stick.
site: $(VENV)/site-installed
	$(BIN)/$(GENERATOR) build --strict --config-file mkdocs.yml
	PYTHONPATH=hooks $(BIN)/python -m tipsite.usb_stick site site.zip docs/assets/scripts/frame-worker.js

# The training for learning systems (SCORM): a zip of each module and one of all, in each language and edition.
packages: site
	rm -rf packages
	PYTHONPATH=hooks $(BIN)/python -m tipsite.scorm_packages site packages docs overrides/packages

test: $(VENV)/tests-installed lint
	$(BIN)/pytest --config-file tests/pytest.ini --numprocesses=$(JOBS) --dist=worksteal tests

# Takes about a quarter of an hour. A part of it: make benchmarks ONLY="--only loads".
benchmarks: $(VENV)/tests-installed
	PYTHONPATH=tests:hooks $(BIN)/python -m benchmarks $(ONLY)

lint: $(VENV)/tests-installed
	$(BIN)/ruff check --config tests/ruff.toml hooks tests
	$(BIN)/ruff format --check --config tests/ruff.toml hooks tests
	$(BIN)/mypy --config-file tests/mypy.ini

# The two pictures in README.md, taken again after a change of looks.
screenshots: $(VENV)/tests-installed
	$(BIN)/mkdocs build --strict --quiet
	$(BIN)/python tests/readme_screenshots.py site

clean:
	rm -rf $(VENV) site site.zip packages

$(VENV)/bin/python:
	python3 -m venv $(VENV) || { $(SUDO) apt-get update && $(SUDO) apt-get install -y python3-venv && python3 -m venv --clear $(VENV); }

$(VENV)/site-installed: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	touch $@

$(VENV)/tests-installed: tests/requirements.txt $(VENV)/site-installed tests/install-tools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" tests/install-tools
	touch $@
