#!/usr/bin/env bash
# Figures of a release build at 10,000 and 100,000 records: the store, then the workbench on a pty.
# Run by `make bench`; SIZES="10000" for a quick look.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$(swift build -c release --static-swift-stdlib --show-bin-path)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SWIFT_BACKTRACE=enable=no LC_ALL=C.UTF-8

for rows in ${SIZES:-10000 100000}; do
  echo "== $rows records, $(nproc) cores"
  python3 Tests/Tools/Bench/make_list.py "$rows" "$work/list.csv"
  "$bin/Bench" data "$work/library$rows" "$work/list.csv" 2021
  scripts/bench_sqlite.sh "$work/library$rows" "$work"
  python3 Tests/Tools/Bench/pty_bench.py "$bin/lantai" "$work/library$rows"
done
