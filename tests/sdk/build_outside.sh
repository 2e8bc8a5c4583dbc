#!/usr/bin/env bash
# Copies the installed examples into an empty folder, builds them there against the installed SDK alone, and runs one in
# the other and in the mock host.
# Usage: build_outside.sh SDK CMAKE C_COMPILER
set -euo pipefail

sdk=$1 cmake=$2
export CC=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for example in minimal_plugin minimal_host; do
    cp -r "$sdk/share/staffing_host_sdk/examples/$example" .
    "$cmake" -S "$example" -B "build_$example" -DCMAKE_PREFIX_PATH="$sdk" >/dev/null
    "$cmake" --build "build_$example"
done

# The one line without CMake, as the page for plug-in developers gives it.
line=$(grep '^cc ' "$sdk/share/staffing_host_sdk/docs/plugin_developers.md")
(cd minimal_plugin && SDK=$sdk bash -euc "$line")

for plugin in build_minimal_plugin/minimal_plugin.so minimal_plugin/minimal_plugin.so; do
    symbols=$(nm -D --defined-only "$plugin" | awk '{ print $3 }')
    [[ $symbols == staffing_plugin_entry_v1 ]] || { echo "$plugin exports: $symbols" >&2; exit 1; }
    "$sdk/bin/mock_host" load "$plugin"
    build_minimal_host/minimal_host "$plugin" | tee said
    grep -qFx "notification: Hello" said
done
