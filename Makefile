# What people call. The programs are built by SwiftPM; two build folders, so that neither undoes the other:
# .build for debug and release, .build-coverage for the instrumented tests.
.PHONY: help setup build demo test lint coverage release deb acceptance system-test crash-test bench clean

SWIFT_FILES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

help:
	@echo 'make demo        build, and play the main job with the real daemon'
	@echo 'make test        every test'
	@echo 'make lint        the format, strictly'
	@echo 'make coverage    lines covered, by module; PatrolModel must be above 95 %'
	@echo 'make release     dist/patrold and dist/patrol, static Swift runtime, stripped'
	@echo 'make deb         the Debian package in dist, and the debug symbols in one of their own'
	@echo 'make acceptance  the release programs in a Debian tree without Swift (root)'
	@echo 'make system-test the package on Debian machines that really boot (root)'
	@echo 'make crash-test  kills the release daemon 500 times while 32 people file (ROUNDS=N: N times)'
	@echo 'make bench       speed, beside plain sqlite3 and plain Python'

setup:
	@Scripts/setup

build: setup
	swift build

demo: build
	@Scripts/demo .build/debug

test: setup
	swift test

lint: setup
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

coverage: setup
	Scripts/coverage

release: setup
	Scripts/release

deb: release
	Scripts/setup debhelper lintian
	Scripts/deb
	lintian --fail-on error,warning dist/patrol_*.deb

acceptance: release
	Scripts/acceptance

system-test: deb
	Scripts/system-test

ROUNDS = 500
crash-test: release
	Scripts/crash-test $(ROUNDS)

bench: release
	Scripts/setup sqlite3 python3-venv libssl-dev
	test -x Benchmarks/.build/venv/bin/python3 || python3 -m venv Benchmarks/.build/venv
	Benchmarks/.build/venv/bin/python3 -m pip install -q chinesecalendar==1.11.0
	Scripts/benchmark-tools
	stdbuf -oL swift run --package-path Benchmarks -c release benchmarks dist Benchmarks/.build/venv/bin/python3

clean:
	rm -rf .build .build-coverage dist Benchmarks/.build
