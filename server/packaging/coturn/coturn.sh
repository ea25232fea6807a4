#!/bin/sh
# Starts coturn with the file beside this one and the lines that differ from place to place: coturn.sh [OPTION of turnserver …]
#   CHARLA_NAME       how people reach this machine
#   TURN_SECRET_FILE  the file that Charla's --turn-secret-file names too
#   EXTERNAL_IP       where this machine is behind a NAT: its address on the internet
set -eu
umask 077
# With an empty one coturn would relay for everybody.
secret=$(cat "$TURN_SECRET_FILE")
[ ${#secret} -ge 16 ] || { echo "coturn.sh: $TURN_SECRET_FILE holds less than 16 characters" >&2; exit 1; }
configuration=${TMPDIR:-/tmp}/turnserver.conf
{
  cat "$(dirname "$0")/turnserver.conf"
  echo "realm=$CHARLA_NAME"
  # Not as an option: those of a process are everybody's to read.
  echo "static-auth-secret=$secret"
  [ -z "${EXTERNAL_IP:-}" ] || echo "external-ip=$EXTERNAL_IP"
} >"$configuration"
exec turnserver -c "$configuration" --log-file=stdout "$@"
