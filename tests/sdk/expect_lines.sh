#!/usr/bin/env bash
# Runs a program, and expects these lines (patterns of the shell) in this order in what it prints, others between them.
# Usage: expect_lines.sh PROGRAM [--fails] [--not LINE] [ARGUMENT…] -- LINE…
set -euo pipefail

program=$1 expected_code=0 unwanted='' arguments=()
shift
while [[ $1 != -- ]]; do
    case $1 in
        --fails) expected_code=1 ;;
        --not) unwanted=$2 && shift ;;
        *) arguments+=("$1") ;;
    esac
    shift
done
shift

code=0
output=$("$program" "${arguments[@]}") || code=$?
complain() {
    printf '%s\nIt printed:\n%s\n' "$1" "$output" >&2
    exit 1
}
[[ -z $unwanted ]] || ! grep -qFx -e "$unwanted" <<<"$output" || complain "This was not to be said: $unwanted"
((code == expected_code)) || complain "It ended with exit code $code instead of $expected_code."
while IFS= read -r -u 3 line; do
    # shellcheck disable=SC2053 # the expectation is a pattern
    if (($# > 0)) && [[ $line == $1 ]]; then shift; fi
done 3<<<"$output"
(($# == 0)) || complain "This line is missing, or not in its order: $1"
