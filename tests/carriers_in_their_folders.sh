#!/usr/bin/env bash
# Usage: carriers_in_their_folders.sh TREE    what is a carrier's alone stands in its folder: nobody else names one
set -euo pipefail
cd "$1/plugin"
registered=gateway/carriers.inc
found=
for carrier in $(sed -n 's/^CARRIER(\(.*\))$/\1/p' $registered); do
    [[ -d gateway/$carrier ]] || found+="$registered: $carrier has no folder"$'\n'
    found+=$(grep -rniF -- "$carrier" . | grep -v -e "^\./gateway/$carrier/" -e "^\./$registered:[0-9]*:CARRIER($carrier)$" || true)
done
for folder in gateway/*/; do
    grep -q "^CARRIER($(basename "$folder"))$" $registered || found+="$folder is not in $registered"$'\n'
done
[[ -z $found ]] && exit 0
echo "A carrier is named outside of its folder. Let its description say it (plugin/gateway/carrier.hpp):"
echo "$found"
exit 1
