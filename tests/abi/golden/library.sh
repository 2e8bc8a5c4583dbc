#!/usr/bin/env bash
# Holds a plug-in's library against the golden lists, so that nothing comes or goes unnoticed.
# Usage: library.sh exports|needs|unloads LIBRARY
#   exports  exactly the symbols of exported_symbols.txt, none of them unique (such a one pins the library in memory)
#   needs    exactly the libraries of needed_libraries.txt
#   unloads  nothing was said to the linker that keeps a host from loading or unloading it
set -euo pipefail

check=$1 library=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

compare() { # GOLDEN_FILE, the list from standard input
    diff -u --label "$1" --label "$library" <(sed '/^#/d' "$here/$1") - && return
    echo "$library differs from $1. Is that meant? Then change the list with it." >&2
    exit 1
}

case $check in
exports)
    unique=$(readelf --wide --dyn-syms "$library" | awk '$5 == "UNIQUE" && $7 != "UND" { print $8 }')
    [[ -z $unique ]] || { echo "$library has unique symbols, with which it is never unloaded: $unique" >&2; exit 1; }
    nm --dynamic --defined-only "$library" | awk '{ print $NF }' | LC_ALL=C sort | compare exported_symbols.txt
    ;;
needs)
    readelf --wide --dynamic "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | LC_ALL=C sort |
        compare needed_libraries.txt
    ;;
unloads)
    flags=$(readelf --wide --dynamic "$library" | grep -E '\(FLAGS(_1)?\)' | grep -oE 'NODELETE|NOOPEN|STATIC_TLS' || true)
    [[ -z $flags ]] || { echo "$library was linked with $flags: a host cannot load and unload it freely." >&2; exit 1; }
    ;;
*) echo "library.sh knows no check \"$check\"." >&2; exit 2 ;;
esac
