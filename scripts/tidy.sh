#!/usr/bin/env bash
# Runs a command with a temporary folder of its own, which is removed afterwards: the tests make
# hundreds of libraries, and a developer's disk is not theirs to fill.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/lantai-tests.XXXXXX")
trap 'rm -rf "$folder"' EXIT
TMPDIR=$folder "$@"
