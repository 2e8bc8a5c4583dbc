#!/usr/bin/env bash
# library.sh refuses libraries with each of the faults it is there for.
# Usage: refusals_test.sh C_COMPILER CXX_COMPILER
set -euo pipefail

compiler=$1 cxx_compiler=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

refused() { # CHECK LIBRARY WORDS
    if "$here/library.sh" "$1" "$2" >out 2>&1; then echo "$1 takes $2." >&2; exit 1; fi
    grep -q -- "$3" out || { echo "$1 does not say \"$3\" of $2:" >&2; cat out >&2; exit 1; }
}

entry='void staffing_plugin_entry_v1(void); void staffing_plugin_entry_v1(void) {}'
echo "$entry" >good.c
echo "$entry void another(void); void another(void) {}" >two.c
echo "extern \"C\" { $entry } template <class T> struct S { static T v; }; template <class T> T S<T>::v; int *p() { return &S<int>::v; }" >unique.cpp
library() { "$compiler" -shared -fPIC good.c -o "$1" "${@:2}"; }

library good.so
"$here/library.sh" exports good.so
"$here/library.sh" unloads good.so
"$compiler" -shared -fPIC two.c -o two.so
refused exports two.so '^+another'
"$cxx_compiler" -shared -fPIC unique.cpp -o unique.so
refused exports unique.so 'unique symbols'
library needs_libm.so -Wl,--no-as-needed -lm
refused needs needs_libm.so '^-libPocoFoundation'
library nodelete.so -Wl,-z,nodelete
refused unloads nodelete.so NODELETE
library nodlopen.so -Wl,-z,nodlopen
refused unloads nodlopen.so NOOPEN
