#!/usr/bin/env bash
# Copies the headers as a later minor version may have them: one more field at the end of each struct that may grow.
# Usage: later_headers.sh INCLUDE_FOLDER OUTPUT_FOLDER LAYOUT_FILE
set -euo pipefail

include=$1 output=$2 layout=$3
rm -rf "$output"
cp -r "$include" "$output"
find "$output" -name '*.h' | while read -r header; do
    awk '
        /^(typedef )?struct .*\{$/ { first = 1; grows = 0; print; next }
        first { grows = /^    uint32_t struct_size;/; first = 0 }
        /^}/ && grows { print "    uint64_t later_field;"; grows = 0 }
        { sub(/STAFFING_VERSION_MINOR [0-9]+u/, "STAFFING_VERSION_MINOR 99u"); print }' "$header" >"$header.later"
    mv "$header.later" "$header"
done

wanted=$(grep -c '^field .*\.struct_size ' "$layout")
made=$(grep -rh 'later_field' "$output" | wc -l)
((wanted == made)) || { echo "$wanted structs may grow, $made have grown." >&2; exit 1; }
grep -q 'STAFFING_VERSION_MINOR 99u' "$output/staffing/version.h" || { echo "The version is not later." >&2; exit 1; }
