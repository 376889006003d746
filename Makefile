# Jingwei. `make run` serves the built-in region, `make test` runs every test; both install what they need first.
# Variables: HOST and PORT (the address served), STATE (the folder that keeps runs and uploads).

HOST ?= 127.0.0.1
PORT ?= 8080
STATE ?= ./jingwei-state

.PHONY: help run build check test clean

help:
	@echo "make run     install what is missing, build in release, serve http://$(HOST):$(PORT)"
	@echo "make build   the same without serving; the program is .build/release/jingwei"
	@echo "make check   formatter, file rules, debug build with warnings and undeclared imports as errors"
	@echo "make test    check, Swift tests, schemathesis, browser tests"
	@echo "make clean   remove what was built (what was installed under .deps/ stays)"
	@echo "Variables: HOST=$(HOST) PORT=$(PORT) STATE=$(STATE)"

run: build
	@echo "Serving at http://$(HOST):$(PORT) (Ctrl-C stops it; what it keeps is in $(STATE))"
	@exec .build/release/jingwei serve --host "$(HOST)" --port "$(PORT)" --state "$(STATE)"

build:
	@scripts/build.sh

check:
	@scripts/setup.sh run
	@scripts/check.sh

test:
	@scripts/test.sh

clean:
	@swift package clean
	@rm -rf .build .build-debug
	@echo "Removed .build and .build-debug"
