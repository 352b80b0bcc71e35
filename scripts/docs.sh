#!/usr/bin/env bash
# The documents that the program and the code make: `docs.sh write` writes them anew,
# `docs.sh check` says which are stale. The program must have been built.
set -euo pipefail
cd "$(dirname "$0")/.."

program=$(swift build --show-bin-path)/lantai
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

"$program" keys --lang zh --data data >"$fresh/keys.md"
"$program" types --lang zh --data data >"$fresh/types.md"
scripts/standards.sh >"$fresh/STANDARDS.md"

stale=
for document in keys.md types.md STANDARDS.md; do
  cmp -s "$fresh/$document" "docs/$document" && continue
  if [ "${1:-check}" = write ]; then
    cp "$fresh/$document" "docs/$document"
    echo "docs/$document written" >&2
  else
    stale="$stale docs/$document"
  fi
done
[ -z "$stale" ] || {
  echo "stale, 'make docs' writes them anew:$stale" >&2
  exit 1
}
