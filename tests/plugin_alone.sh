#!/usr/bin/env bash
# Whoever builds the plug-in alone needs nothing of what only the mock host, the validator and the tests need.
# Usage: plugin_alone.sh SOURCE FOLDER CXX_COMPILER
set -euo pipefail

cmake --fresh -S "$1" -B "$2" -G Ninja -D CMAKE_CXX_COMPILER="$3" \
    -D SEND_TEXT_BUILD_MOCK_HOST=OFF -D SEND_TEXT_BUILD_VALIDATOR=OFF

if grep -E '^(NODE|NPM|Boost_DIR|SODIUM_LIBRARY|CHROMIUM|MONO|Catch2_DIR)\b' "$2/CMakeCache.txt"; then
    echo "The plug-in alone looks for these."
    exit 1
fi
ninja -C "$2" -n send_text >/dev/null
