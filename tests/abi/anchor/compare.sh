#!/usr/bin/env bash
# Compares the contract of a folder of headers with the committed one: abidiff of the anchor library. Any difference
# fails, and is printed.
# Usage: compare.sh C_COMPILER INCLUDE_FOLDER BASELINE
set -euo pipefail

compiler=$1 include=$2 baseline=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$here/compile.sh" "$compiler" "$include" "$folder/libanchor.so"
abidiff "$baseline" "$folder/libanchor.so" && exit 0
echo "The headers differ from $baseline (abidiff: $?). If nothing that was released has changed: host_sdk/abi/refresh" >&2
exit 1
