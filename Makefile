# Two commands: `make run` opens the app on the example, `make test` runs every check. Both set up what is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DATA := $(wildcard checklists/*.toml assets/locale/*/LC_MESSAGES/*.po)

.PHONY: run test check setup system pins words schema benchmarks clean

run: setup ## open the app on the example; without a display, write its report and name it
	@$(BIN)/python tools/run.py

test: setup system ## every check: style, types, architecture, words, tests, judges
	@$(BIN)/python tools/check.py

setup: $(STAMP)

$(STAMP): requirements/dev.txt pyproject.toml hatch_build.py $(DATA)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@cmp -s requirements/dev.txt $(VENV)/requirements.txt || \
	  ($(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt && \
	   cp requirements/dev.txt $(VENV)/requirements.txt)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python hatch_build.py
	@touch $(STAMP)

system: setup ## system packages of the windows and the judges; installs them where it may, names them elsewhere
	@$(BIN)/python tools/system.py
	@$(BIN)/python tools/web_judges.py

pins: setup ## write requirements/dev.txt anew from pyproject.toml
	@$(BIN)/python tools/pin.py

words: setup ## take new texts into the word catalogues
	@$(BIN)/python tools/words.py

schema: setup ## write the JSON Schemas and the page on the format anew from the models
	@$(BIN)/python tools/schema.py
	@$(BIN)/python tools/format_page.py

benchmarks: setup
	@$(BIN)/python benchmarks/run.py
	@$(BIN)/python -m benchmarks.reports

clean:
	rm -rf $(VENV) src/accesscheck/compiled build dist
