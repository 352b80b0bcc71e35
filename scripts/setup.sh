#!/usr/bin/env bash
# Installs the Debian packages that are missing: `setup.sh build` or `setup.sh test`.
# Says in a sentence what is missing when it cannot install it.
set -euo pipefail

build="libncursesw5-dev libsqlite3-dev nettle-dev zlib1g-dev libarchive-dev libxml2-dev pkg-config"
# What Swift itself asks of the system to fetch, compile and link; an unpacked toolchain may lack it.
build="$build g++ git ca-certificates libcurl4 tzdata"
# Python checks our lists and journal by another hand; tmux presses the keys.
test="tmux procps sqlite3 python3 python3-openpyxl python3-yaml"

packages=$build
[ "${1:-build}" = test ] && packages="$build $test"

if ! command -v swift >/dev/null 2>&1; then
  echo "lantai needs Swift 6.2 or newer (swift.org/install); it is not on the PATH." >&2
  exit 1
fi

missing=
for package in $packages; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null 2>&1; then as_root=sudo; else
    echo "lantai needs these Debian packages, and neither root nor sudo is at hand:$missing" >&2
    exit 1
  fi
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "lantai needs these packages (Debian's names), and apt-get is not at hand:$missing" >&2
  exit 1
fi
echo "installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
install() { $as_root apt-get install -y --no-install-recommends $missing >/dev/null; }
install 2>/dev/null || { $as_root apt-get update -qq && install; } || {
  echo "lantai needs these Debian packages, and apt-get could not install them:$missing" >&2
  exit 1
}
