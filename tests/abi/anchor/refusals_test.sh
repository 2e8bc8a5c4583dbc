#!/usr/bin/env bash
# compare.sh refuses headers in which a released type was changed.
# Usage: refusals_test.sh C_COMPILER INCLUDE_FOLDER BASELINE
set -euo pipefail

compiler=$1 include=$2 baseline=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

refused() { # HEADER SED_SCRIPT WORDS
    rm -rf "$folder/include"
    cp -r "$include" "$folder/include"
    sed -i -e "$2" "$folder/include/staffing/$1"
    ! cmp -s "$include/staffing/$1" "$folder/include/staffing/$1" || { echo "$2 changes nothing in $1." >&2; exit 1; }
    if "$here/compare.sh" "$compiler" "$folder/include" "$baseline" >"$folder/out" 2>&1; then
        echo "This was taken in $1: $2" >&2
        exit 1
    fi
    grep -qF -- "$3" "$folder/out" || { echo "\"$3\" was not said of $2:" >&2; cat "$folder/out" >&2; exit 1; }
}

refused ext/menu.h 's/^    int32_t is_enabled;/    uint64_t inserted;\n&/' "'uint64_t inserted'"
refused ext/dialog_events.h 's/, uint64_t dialog_id,/, int64_t dialog_id,/' 'on_event'
refused ext/menu.h 's/^} staffing_menu;/    void(STAFFING_CALL *more)(void);\n&/' "'void ()* more'"
refused record.h 's/^    int64_t rep_id; .*//' 'rep_id'
