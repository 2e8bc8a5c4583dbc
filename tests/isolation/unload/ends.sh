#!/usr/bin/env bash
# Lets a process with a plug-in end, several times, and expects 0 each time.
# Usage: ends.sh TIMES PROGRAM WAY PLUGIN CARRIER_URL HTTPS_URL CA_FILE
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
times=$1 program=$2 way=$3
shift 3
for ((i = 1; i <= times; ++i)); do
    code=0
    "$program" "$way" "$folder" "$@" || code=$?
    ((code == 0)) || { echo "The end \"$way\" came with $code, the ${i}th time." >&2; exit 1; }
done
