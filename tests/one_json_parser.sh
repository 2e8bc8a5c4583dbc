#!/usr/bin/env bash
# Usage: one_json_parser.sh TREE    whoever parses JSON looks at its size and depth first: in bounded_json.hpp alone
set -euo pipefail
cd "$1"
found=$(grep -rnEi 'json::(parse|accept|sax_parse)\(|stream *>> *json' host_sdk plugin mock_host --include='*.cpp' --include='*.hpp' |
    grep -v '^host_sdk/json/staffing_json/bounded_json.hpp:' || true)
[[ -z $found ]] && exit 0
echo "JSON is parsed without bounds. Use host_sdk/json/staffing_json/bounded_json.hpp:"
echo "$found"
exit 1
