#!/usr/bin/env bash
# The layout file says what the headers are: each struct and each field, no more and no less.
# Usage: complete.sh C_COMPILER INCLUDE_FOLDER LAYOUT_FILE
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
diff -u --label "$3" --label headers <(sed '/^#/d' "$3") <("$here/layout_of_headers.sh" "$1" "$2") && exit 0
echo "$3 does not say what the headers say. If a struct has grown at its end: host_sdk/abi/refresh" >&2
exit 1
