#!/usr/bin/env bash
# The anchor library shows every extension's header and every struct of the layout file.
# Usage: coverage.sh C_COMPILER INCLUDE_FOLDER LAYOUT_FILE
set -euo pipefail

compiler=$1 include=$2 layout=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

broken=0
while read -r header; do
    table=staffing_$(basename "$header" .h)
    grep -qF "#include \"$header\"" "$here/anchor.c" || { echo "anchor.c does not include $header." >&2; broken=1; }
    grep -qF "ANCHOR($table);" "$here/anchor.c" || { echo "anchor.c does not point at $table." >&2; broken=1; }
done < <(cd "$include" && find staffing/ext -name '*.h' | sort)

"$here/compile.sh" "$compiler" "$include" "$folder/libanchor.so"
abidw --out-file "$folder/anchor.abi" "$folder/libanchor.so"
while read -r name; do
    grep -q "<class-decl name='$name' size-in-bits" "$folder/anchor.abi" ||
        { echo "The struct $name cannot be reached from anchor.c." >&2; broken=1; }
done < <(awk '$1 == "struct" { print $2 }' "$layout")
exit "$broken"
