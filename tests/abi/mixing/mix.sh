#!/usr/bin/env bash
# Runs a build of the host of a released version with a plug-in, in a folder of its own.
# Usage: mix.sh HOST PLUGIN notes TRANSCRIPT        what the host says is compared with the transcript
#        mix.sh HOST PLUGIN send_text SIMULATOR     a text is sent through the simulated carrier
#        mix.sh HOST PLUGIN fixture
set -euo pipefail

host=$1 plugin=$2 kind=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

case $kind in
notes)
    "$host" "$plugin" "$folder" '{"greeting":"Dear"}' '{"token":"secret"}' \
        '{"event":"pressed","button":"save","values":{"note":"Hello"}}' | diff -u "$4" -
    ;;
send_text)
    coproc simulator { exec "$4" --until-stdin-closes; }
    read -r _ url <&"${simulator[0]}"
    "$host" "$plugin" "$folder" "{\"zipwhip_base_url\":\"$url\",\"texting_hours_begin\":\"00:00\",\"texting_hours_end\":\"24:00\"}" \
        '{"owner":"branch","branch":"3","carrier":"zipwhip","username":"6515550199","password":"secret"}' \
        'until:can be texted.' '{"event":"changed","element":"body","value":"Hello"}' \
        '{"event":"pressed","button":"send","values":{"body":"Hello"}}' \
        'until:The carrier has accepted the text.' | tee "$folder/said"
    for line in 'external_service.save: OK' 'menu.perform: OK' 'dialog_events.on_event: OK' 'message_logger.flush: OK' \
        'external_service.remove: OK' 'message: .* on record 1: .*'; do
        grep -qx "$line" "$folder/said" || { echo "The host did not say: $line" >&2; exit 1; }
    done
    ;;
fixture)
    "$host" "$plugin" "$folder" '{"words":"x"}' '{}' '{"event":"closed"}' | tee "$folder/said"
    grep -qxF 'menu.perform: OK' "$folder/said"
    ;;
*) echo "mix.sh knows no plug-in \"$kind\"." >&2; exit 2 ;;
esac
