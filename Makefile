# One way in for everybody: `make` lists what there is.
#
# `setup` is remembered by stamps in the virtual environment, so a second run costs nothing. It installs exactly
# what requirements.lock pins, each archive checked against its hash.

PYTHON ?= $(or $(shell command -v python3.11),python3)
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

SYSTEM := $(VENV)/.system-packages
CREATED := $(VENV)/.created
LOCKED := $(VENV)/.locked
# Processes that share the tests, whole files each; 0: one, and nothing shared.
JOBS ?= 2
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
PACKERS := $(VENV)/.packers
TEST_SYSTEM := $(VENV)/.system-packages-tests
PIP_COMPILE = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade --strip-extras --generate-hashes \
	--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help setup run test screens golden pictures lint format bench journey everyone nightly package package-test lock clean distclean

help: ## show this list
	@echo "Open self-checkout"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "  ARGS='...' is handed on, e.g. make test ARGS='-k printer'"

setup: $(READY) ## install everything once; leaves a working .venv/bin/kiosk
	@echo "Ready: $(BIN)/kiosk"

run: $(READY) ## start the lane with simulated devices and the demo shop
	@$(BIN)/kiosk demo $(ARGS)

test: $(READY) $(TEST_SYSTEM) ## run every test
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(ARGS)

screens: $(READY) $(TEST_SYSTEM) ## check the layout of every screen in every language, size of letters, reach and hand
	@$(BIN)/python -m pytest -n $(JOBS) -m "slow or not slow" tests/ui/test_ui_comfort_layout.py tests/ui/test_ui_layout.py $(ARGS)

golden: $(READY) ## draw the pictures that tests compare exactly, and accept what they look like now
	@$(BIN)/python -m tools.golden

pictures: $(READY) $(TEST_SYSTEM) ## draw the README's pictures anew, those of phone and station by a journey
	@$(BIN)/python -m tools.journey --out var/journey
	@$(BIN)/python -m tools.pictures --journey var/journey

lint: $(READY) ## check format, rules, types, imports and screens
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	tools/qmllint.sh

format: $(READY) ## put the code into its one format
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(READY) $(PEERS) ## measure and print the figures that docs show
	@$(BIN)/python -m benchmarks $(ARGS)

journey: $(READY) $(TEST_SYSTEM) ## one shopper's two days, with a picture of each step: make journey OUT=DIR
	@$(BIN)/python -m tools.journey --out $(or $(OUT),var/journey) $(ARGS)

everyone: $(READY) ## six shoppers buy the same basket, each as it suits them, with pictures: make everyone OUT=DIR
	@$(BIN)/python -m tools.everyone --out $(or $(OUT),var/everyone) $(ARGS)

nightly: $(READY) $(TEST_SYSTEM) ## run what takes hours: 2,000 random mixes of payment faults, and the slow tests
	@TERMINAL_SEEDS=2000 $(BIN)/python -m pytest -p no:randomly tests/payment/test_payment_random.py $(ARGS)
	@WALLET_SEEDS=500 $(BIN)/python -m pytest -p no:randomly tests/payment/test_payment_wallet_random.py $(ARGS)
	@$(BIN)/python -m pytest -m slow $(ARGS)

package: $(READY) $(PACKERS) ## freeze lane and store service and make their Debian packages in dist/
	@tools/package.sh $(ARGS)

package-test: ## install the packages into a bare Debian and let them prove themselves there (as root)
	@tools/package_test.sh $(ARGS)

lock: $(READY) ## pin the newest dependencies that pyproject.toml allows
	$(PIP_COMPILE) --extra store --extra update --extra dev --output-file requirements.lock pyproject.toml
	$(PIP_COMPILE) --extra bench --constraint requirements.lock --output-file requirements-bench.lock pyproject.toml
	$(PIP_COMPILE) --extra package --constraint requirements.lock --output-file requirements-package.lock pyproject.toml

clean: ## remove what the tools left behind; keeps .venv and the lane's data
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -path ./$(VENV) -prune -o -type d -name __pycache__ -exec rm -rf {} +

distclean: clean ## also remove .venv
	rm -rf $(VENV)

$(SYSTEM): tools/system_packages.sh
	@tools/system_packages.sh $(PYTHON)
	@mkdir -p $(@D)
	@touch $@

$(TEST_SYSTEM): tools/system_packages.sh | $(CREATED)
	@tools/system_packages.sh $(PYTHON) tests
	@touch $@

# An environment whose making was interrupted has no pip yet and is made anew.
$(CREATED): | $(SYSTEM)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV)
	@touch $@

$(LOCKED): requirements.lock $(CREATED)
	@echo "Installing the pinned Python packages (the first time takes a few minutes)"
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input --quiet --require-hashes -r requirements.lock
	@touch $@

# Other people's programs that ours is measured beside; nothing else needs them.
$(PEERS): requirements-bench.lock $(LOCKED)
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input --quiet --require-hashes -r requirements-bench.lock
	@touch $@

$(PACKERS): requirements-package.lock $(LOCKED)
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input --quiet --require-hashes -r requirements-package.lock
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input --quiet --no-deps --no-build-isolation -e .
	@touch $@
