#!/usr/bin/env bash
# growth.awk takes what is growth, and refuses what is not with a sentence that names it.
# Usage: growth_test.sh RELEASED_LAYOUT
set -euo pipefail

released=$1
growth=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/growth.awk
later=$(mktemp)
trap 'rm -f "$later"' EXIT

taken() { # SED_SCRIPT: the later layout is the released one after it
    sed -e "$1" "$released" >"$later"
    ! cmp -s "$released" "$later" || { echo "$1 changes nothing." >&2; exit 1; }
    awk -f "$growth" "$released" "$later" || { echo "Growth was refused: $1" >&2; exit 1; }
}

refused() { # SED_SCRIPT WORDS
    sed -e "$1" "$released" >"$later"
    local words
    if words=$(awk -f "$growth" "$released" "$later"); then echo "This was taken: $1" >&2; exit 1; fi
    grep -qF -- "$2" <<<"$words" || { printf 'Not "%s" was said, but: %s\n' "$2" "$words" >&2; exit 1; }
}

awk -f "$growth" "$released" "$released"
taken 's/^struct staffing_message 80/struct staffing_message 88/; /^field staffing_message.record_count /a field staffing_message.later 80 8'
taken '$a struct staffing_new 8\nfield staffing_new.call 0 8'

refused '/^field staffing_message.key /i field staffing_message.inserted 8 8' 'staffing_message has a new field, inserted'
refused 's/^\(field staffing_message.text\) 40 /\1 48 /' 'staffing_message.text has moved from offset 40 to 48'
refused '/^field staffing_message.text /d' 'The field staffing_message.text is gone'
refused 's/^\(field staffing_message.author_rep_id .*\) 8$/\1 4/' 'staffing_message.author_rep_id has 4 bytes; it had 8'
refused 's/^field staffing_message.text/field staffing_message.words/' 'The field staffing_message.text is gone'
refused 's/^\(struct staffing_message\) 80/\1 72/' 'staffing_message has shrunk from 80 bytes to 72'
refused '/[ .]staffing_message[. ]/d' 'The struct staffing_message is gone'
for frozen in staffing_menu staffing_string_sink staffing_menu_item_sink staffing_task staffing_string staffing_version \
    staffing_record_ref; do
    refused "/^struct $frozen /a field $frozen.later 64 8" "$frozen never grows, but has a new field, later"
    refused "s/^struct $frozen .*/struct $frozen 72/" "$frozen never grows, but has 72 bytes"
done
