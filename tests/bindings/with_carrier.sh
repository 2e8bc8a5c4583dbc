#!/usr/bin/env bash
# Runs a program with the simulated carrier beside it: adds a folder for its files and the carrier's address to the
# program's arguments. What the program prints must hold the lines given first, each after "--says".
# Usage: with_carrier.sh SIMULATOR [--says LINE]… PROGRAM ARGUMENT…
set -euo pipefail

simulator=$1
shift
lines=()
while [[ $1 == --says ]]; do
    lines+=("$2")
    shift 2
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
coproc carrier { exec "$simulator" --until-stdin-closes; }
read -r _ url <&"${carrier[0]}"
"$@" "$folder/data" "$url" {carrier[0]}<&- {carrier[1]}>&- | tee "$folder/said"
for line in "${lines[@]}"; do
    grep -qxF -- "$line" "$folder/said" || { echo "The program did not say: $line" >&2; exit 1; }
done
