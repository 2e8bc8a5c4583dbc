#!/usr/bin/env bash
# Prints the layout of every struct in a folder of headers, as host_sdk/abi/layout_1.txt has it. The compiler's own
# debug information says it, so nothing in the headers can be passed over.
# Usage: layout_of_headers.sh C_COMPILER INCLUDE_FOLDER
set -euo pipefail

compiler=$1 include=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

{
    (cd "$include" && find . -name '*.h' | sort | sed 's|^\./\(.*\)|#include "\1"|')
    echo "int one_exported_symbol = 0; /* abidw reads no library without one */"
} >"$folder/all.c"
"$compiler" -std=c11 -g -fno-eliminate-unused-debug-types -shared -fPIC -I "$include" "$folder/all.c" \
    -o "$folder/all.so"
abidw --load-all-types --out-file "$folder/all.abi" "$folder/all.so"
awk -f "$here/layout.awk" "$folder/all.abi" | LC_ALL=C sort -k1,1 -s | cut -d ' ' -f 2-
