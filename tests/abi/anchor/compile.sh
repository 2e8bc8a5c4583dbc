#!/usr/bin/env bash
# Compiles the anchor library against a folder of headers: with debug information, without a sanitizer.
# Usage: compile.sh C_COMPILER INCLUDE_FOLDER OUTPUT_LIBRARY
set -euo pipefail

compiler=$1 include=$(realpath "$2") output=$(realpath "$3")
cd "$(dirname "${BASH_SOURCE[0]}")" # so that the debug information says "anchor.c", wherever the project is
"$compiler" -std=c11 -O0 -g -Wall -Wextra -Werror -shared -fPIC -I "$include" anchor.c -o "$output"
