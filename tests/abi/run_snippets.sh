#!/usr/bin/env bash
# Links the host and the plug-in that the pages' snippets make, runs one in the other, and compares what it prints.
# Usage: run_snippets.sh HOST_FOLDER PLUGIN_FOLDER C_COMPILER CXX_COMPILER [FLAG…]
set -euo pipefail

host=$1 plugin=$2 c_compiler=$3 cxx_compiler=$4
shift 4
"$c_compiler" "$@" "$host/host.c.o" -o "$host/host" -ldl -lpthread
"$cxx_compiler" "$@" -shared "$plugin/hello.cpp.o" -o "$plugin/hello.so"

diff -u - <("$host/host" "$plugin/hello.so" "$plugin") <<'EXPECTED'
plug-in: Hello
item: Say Hello
dialog: {"name": "hello", "title": "Hello", "elements": [], "buttons": [{"id": "ok", "label": "OK"}]}
EXPECTED
