#!/usr/bin/env bash
# No source of ours loads with RTLD_DEEPBIND, which gives a plug-in other allocators than its host has.
# Usage: no_deepbind.sh FOLDER…
set -euo pipefail

found=0
grep -rniE 'deep_?bind' --include='*.c' --include='*.h' --include='*.cpp' --include='*.hpp' --include='*.cs' "$@" >&2 ||
    found=$?
((found == 1)) # grep's word for none; 2 would be a folder that is not there
