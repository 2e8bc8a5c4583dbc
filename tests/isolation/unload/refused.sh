#!/usr/bin/env bash
# Expects a command to fail and to say these words.
# Usage: refused.sh WORDS COMMAND ARGUMENT…
set -euo pipefail

words=$1
shift
if output=$("$@" 2>&1); then echo "This was taken: $*" >&2; exit 1; fi
grep -qF -- "$words" <<<"$output" || { printf 'It was refused in other words than "%s":\n%s\n' "$words" "$output" >&2; exit 1; }
