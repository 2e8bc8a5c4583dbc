#!/usr/bin/env bash
# Compiles every ```c and ```cpp block of a page. A block with a file name behind the language ("```c host.c") goes,
# with the page's other blocks of that name, in their order, into that file; each one without a name is a file.
# Usage: compile_snippets.sh PAGE OUTPUT_FOLDER C_COMPILER CXX_COMPILER [FLAG…]
set -euo pipefail

page=$1 folder=$2 c_compiler=$3 cxx_compiler=$4
shift 4
rm -rf "$folder"
mkdir -p "$folder"

# The lines keep their numbers, so that an error names the line of the page.
awk -v folder="$folder" -v page="$page" '
    /^```(c|cpp)( |$)/ {
        file = folder "/" ($2 == "" ? "block_at_line_" NR "." substr($1, 4) : $2)
        print "#line " NR + 1 " \"" page "\"" >> file
        inside = 1
        next
    }
    /^```/ { inside = 0 }
    inside { print >> file }' "$page"

shopt -s nullglob
files=("$folder"/*.c "$folder"/*.cpp)
((${#files[@]} > 0)) || { echo "$page has no block to compile." >&2; exit 1; }
for file in "${files[@]}"; do
    if [[ $file == *.c ]]; then compile=("$c_compiler" -std=c11); else compile=("$cxx_compiler" -std=c++20); fi
    "${compile[@]}" -Wall -Wextra -Wpedantic -Werror "$@" -fPIC -c "$file" -o "$file.o"
done
