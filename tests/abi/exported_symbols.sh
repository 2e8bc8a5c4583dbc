#!/usr/bin/env bash
# The plug-in's library exports its entry and nothing else.
# Usage: exported_symbols.sh NM LIBRARY
set -euo pipefail

exported=$("$1" -D --defined-only "$2" | awk '{ print $NF }')
[[ $exported == staffing_plugin_entry_v1 ]] && exit 0
echo "$2 exports, in place of staffing_plugin_entry_v1 alone:" >&2
echo "${exported:-nothing}" >&2
exit 1
