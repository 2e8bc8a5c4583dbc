#!/usr/bin/env bash
# frozen.sh refuses a copy of the version's folder in which something was changed.
# Usage: frozen_test.sh VERSION_FOLDER SHA256_OF_SHA256SUMS
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

refused() { # COMMAND…, in the folder
    rm -rf "$folder/copy"
    cp -r "$version" "$folder/copy"
    (cd "$folder/copy" && "$@")
    if "$here/frozen.sh" "$folder/copy" "$sum" >"$folder/out" 2>&1; then echo "This was taken: $*" >&2; exit 1; fi
    grep -q 'A released version never changes' "$folder/out" || { cat "$folder/out" >&2; exit 1; }
}

version=$1 sum=$2
refused sed -i '$d' plugin/life.c
refused touch host/another.c
refused bash -c 'rm layout_*.txt'
refused bash -c "sed -i '\$d' plugin/life.c; find . -type f ! -name SHA256SUMS | xargs sha256sum >SHA256SUMS"
