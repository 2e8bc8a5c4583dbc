#!/usr/bin/env bash
# Does what a page of the docs says, in an empty folder, with nothing but the installed SDK: runs each ```sh block, and
# writes each block with a file name (```cmake CMakeLists.txt) into that file, in the order of the page.
# Usage: follow_page.sh SDK PAGE
set -euo pipefail

sdk=$1 page=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

awk '
    /^```sh$/ { kind = "commands"; next }
    /^```[a-z]+ [^ ]+$/ { kind = "file"; print "cat >" $2 " <<\"END_OF_THE_BLOCK\""; next }
    /^```/ { if (kind == "file") print "END_OF_THE_BLOCK"; kind = ""; next }
    kind != "" { print }' "$page" >"$folder/page.sh"
grep -q . "$folder/page.sh" || { echo "$page has nothing to do." >&2; exit 1; }

mkdir "$folder/empty" "$folder/home"
cd "$folder/empty"
env -i PATH="$PATH" HOME="$folder/home" SDK="$sdk" bash -euxo pipefail "$folder/page.sh"
