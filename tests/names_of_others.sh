#!/usr/bin/env bash
# Usage: names_of_others.sh TREE    names are written as their owners write them: Zipwhip, ServiceRep
set -euo pipefail
cd "$1"
found=$(grep -rnE 'ZipWhip|ZIPWHIP|Zip[ -][Ww]hip|Service[ -]Rep|Servicerep|service rep\b[^/]*"' \
    README.md docs host_sdk plugin mock_host packaging \
    --include='*.md' --include='*.cpp' --include='*.hpp' --include='*.js' --include='*.json' --include='*.html' |
    grep -v '/schema/' || true)
[[ -z $found ]] && exit 0
echo "Zipwhip and ServiceRep are written like this by their owners:"
echo "$found"
exit 1
