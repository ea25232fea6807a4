#!/bin/sh
# Starts coturn with the file beside this one and the lines that differ from place to place: coturn.sh [OPTION of turnserver …]
#   CHARLA_NAME       how people reach this machine
#   TURN_SECRET_FILE  the file that Charla's --turn-secret-file names too
#   EXTERNAL_IP       where this machine is behind a NAT: its address on the internet
set -eu
umask 077
configuration=${TMPDIR:-/tmp}/turnserver.conf
{
  cat "$(dirname "$0")/turnserver.conf"
  echo "realm=$CHARLA_NAME"
  # Not as an option: those of a process are everybody's to read.
  echo "static-auth-secret=$(cat "$TURN_SECRET_FILE")"
  [ -z "${EXTERNAL_IP:-}" ] || echo "external-ip=$EXTERNAL_IP"
} >"$configuration"
exec turnserver -c "$configuration" --log-file=stdout "$@"
