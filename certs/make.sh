#!/usr/bin/env bash
# Makes an authority and a server certificate under it, in this folder: make.sh home.lan 192.168.1.10
set -euo pipefail
cd "$(dirname "$0")"
[ $# -gt 0 ] || { echo "usage: make.sh NAME-OR-ADDRESS..." >&2; exit 2; }
umask 077

names=
for name in "$@"; do
  case $name in
    *:* | [0-9]*.[0-9]*.[0-9]*.[0-9]*) names="$names,IP:$name" ;;
    *) names="$names,DNS:$name" ;;
  esac
done

if [ ! -e ca.key ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout ca.key -out ca.pem -days 3650 \
    -subj "/CN=Charla CA of $1" -addext "basicConstraints=critical,CA:TRUE,pathlen:0" \
    -addext "keyUsage=critical,keyCertSign,cRLSign"
fi
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout server.key -out server.csr \
  -subj "/CN=Charla server"
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 396 -out server.pem \
  -extfile <(printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=%s\n' "${names#,}")
cat server.pem ca.pem >chain.pem
rm server.csr server.pem
echo "Start the server with: --certificate certs/chain.pem --key certs/server.key"
openssl x509 -in ca.pem -noout -fingerprint -sha256
