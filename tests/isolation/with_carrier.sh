#!/usr/bin/env bash
# Runs a program with the simulated carrier beside it: adds its HTTP address, its HTTPS address and the file of the
# authority to trust to the program's arguments.
# Usage: with_carrier.sh SIMULATOR PROGRAM ARGUMENT…
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(
    cd "$folder"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test-carrier \
        -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out certificate.pem 2>openssl.log || cat openssl.log >&2
)
simulator=$1
shift
coproc carrier {
    exec "$simulator" --until-stdin-closes --https-port 0 --certificate "$folder/certificate.pem" \
        --private-key "$folder/key.pem"
}
read -r _ http <&"${carrier[0]}"
read -r _ https <&"${carrier[0]}"
"$@" "$http" "$https" "$folder/certificate.pem" {carrier[0]}<&- {carrier[1]}>&-
