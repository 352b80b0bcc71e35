# make run      install what is missing, build, open the workbench on the practice holdings
# make test     install what is missing, run the tests
# make check    what CI runs: layout, build with its imports, tests, generated documents
# make bench    figures of a release build, as tables and JSON
# make format   lay the code out; make docs writes the generated documents anew

SHELL := /bin/bash
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib --product lantai -Xlinker -s
CODE := Sources Tests Package.swift
BUILD := scripts/guarded.sh 3 $(SWIFT) build
TEST := scripts/tidy.sh scripts/guarded.sh 1 $(SWIFT) test --skip-build

.PHONY: run build test check bench format lint docs setup setup-test clean

run: setup build
	@exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/lantai" open --practice

build:
	$(BUILD) $(RELEASE)

setup:
	@scripts/setup.sh build

setup-test:
	@scripts/setup.sh test

test: setup-test
	$(BUILD) --build-tests
	$(TEST)

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(CODE)

format:
	$(SWIFT) format --in-place --recursive --parallel $(CODE)

docs: setup
	$(BUILD) --product lantai
	@scripts/docs.sh write

# The documents come before the tests, so that the last lines are the test runner's.
check: setup-test lint
	$(BUILD) --build-tests --explicit-target-dependency-import-check error
	@scripts/docs.sh check
	$(TEST)

bench: setup-test
	$(BUILD) -c release --static-swift-stdlib
	@scripts/bench.sh

clean:
	rm -rf .build
