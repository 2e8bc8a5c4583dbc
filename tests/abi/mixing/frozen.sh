#!/usr/bin/env bash
# Nothing in the folder of a released version has changed, come or gone.
# Usage: frozen.sh VERSION_FOLDER SHA256_OF_SHA256SUMS
set -euo pipefail

cd "$1"
refuse() { echo "$1 A released version never changes: take the change back, and make a later version." >&2; exit 1; }

[[ $(sha256sum <SHA256SUMS) == "$2  -" ]] || refuse "$PWD/SHA256SUMS is not the one of the release."
sha256sum --check --strict --quiet SHA256SUMS || refuse "A file in $PWD is not the one of the release."
diff <(awk '{ print $2 }' SHA256SUMS) <(find . -type f ! -name SHA256SUMS | LC_ALL=C sort) ||
    refuse "A file in $PWD has come or gone."
