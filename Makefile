# make run    install what is missing, build, open the workbench on the practice holdings
# make test   install what is missing, run the tests
# make check  what CI runs: layout, lint, build, tests, generated documents

SHELL := /bin/bash
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib --product lantai -Xlinker -s

.PHONY: run build test check bench format lint docs setup setup-test clean

run: setup build
	@exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/lantai" open --practice

build:
	$(SWIFT) build $(RELEASE)

setup:
	@scripts/setup.sh build

setup-test:
	@scripts/setup.sh test

test: setup-test
	$(SWIFT) test

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

check: setup-test lint
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build

bench: setup-test
	$(SWIFT) build -c release --static-swift-stdlib
	@scripts/bench.sh

clean:
	rm -rf .build
