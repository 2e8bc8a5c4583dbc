#!/usr/bin/env bash
# Installs the SDK into a new folder, and looks whether all is there that the list names.
# Usage: install.sh CMAKE BUILD_FOLDER PREFIX LIST
set -euo pipefail

cmake=$1 build=$2 prefix=$3 list=$4
rm -rf "$prefix"
"$cmake" --install "$build" --prefix "$prefix" --component sdk >/dev/null
missing=0
while read -r path; do
    [[ -z $path || $path == \#* || -e $prefix/$path ]] || { echo "The SDK has no $path." >&2; missing=1; }
done <"$list"

# Nothing in it points back into the build or the source tree; programs may name their sources in messages.
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if grep -rlIF -e "$source" -e "$build" "$prefix" >&2; then
    echo "These files of the SDK name folders of the tree that it was built in." >&2
    missing=1
fi

# The pages lead to nothing that is not there.
for page in "$prefix"/share/staffing_host_sdk/docs/*.md; do
    while read -r target; do
        [[ -e ${page%/*}/$target ]] || { echo "$page leads to $target, which is not there." >&2; missing=1; }
    done < <(grep -oP '\]\(\K[^)#: ]+(?=[)#])' "$page" | sort -u)
done
exit "$missing"
