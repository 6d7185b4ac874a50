#!/usr/bin/env bash
# Replaces remora.jar on all servers of a cluster, one server after the other, while users go on working.
#
#   upgrade.sh NEW.jar NODE NODE...
#
# NODE is a server's remora.node.name. Each server is drained, stopped, given the new library and started again; the
# next one's turn comes when it is a member, runs the new version, and all data has all its copies. At the first thing
# that goes wrong the script stops: the others go on as they are, and it can be called again for the rest.
#
# How servers are found, stopped and started is said by four functions. They stand for remora@.service on this machine;
# a file named by UPGRADE_HOOKS may define others, for servers elsewhere, or with more to be replaced than the library.
#
#   GRACE      seconds for which users go on at a server that is being drained; not set: as its settings say
#   SETTLE     seconds between the end of a drain and the stop, for balancers to notice; not set: 5
#   TIMEOUT    seconds that a drain, a start and the copying may take each; not set: 300
#   JAVA       not set: java
set -euo pipefail

TIMEOUT=${TIMEOUT:-300}
SETTLE=${SETTLE:-5}
JAVA=${JAVA:-java}

# The server's process, for the command line.
pid_of() {
  systemctl show --property MainPID --value "remora@$1"
}

# Ends the server and waits until it has.
stop_node() {
  systemctl stop "remora@$1"
}

# Puts the new library in the place of the old one.
install_jar() {
  install -m 644 "$2" /opt/remora/remora.jar
}

# Begins to start the server.
start_node() {
  systemctl start "remora@$1"
}

# Commands for the server NODE, by the library that is to be installed.
remora() {
  local node=$1 command=$2
  shift 2
  "$JAVA" -jar "$jar" "$command" --pid "$(pid_of "$node")" "$@"
}

say() {
  printf '%s %s\n' "$(date +%T)" "$*"
}

give_up() {
  say "$*" >&2
  exit 1
}

# The members as the server NODE sees them, one a line.
members() {
  remora "$1" members --json | tr -d '\n' | grep -o '{[^{}]*"address"[^{}]*}'
}

# Whether the server NODE is one of as many members as before, in service, with the version that is wanted.
is_back() {
  local rows self
  rows=$(members "$1" 2>/dev/null) || return 1
  self=$(grep -E '"self": ?true' <<<"$rows") || return 1
  [[ $(wc -l <<<"$rows") -ge $count ]] &&
    grep -qE "\"name\": ?\"$1\"" <<<"$self" &&
    grep -qE "\"version\": ?\"${version//./\\.}\"" <<<"$self" &&
    grep -qE '"state": ?"ACTIVE"' <<<"$self"
}

await_back() {
  local deadline=$((SECONDS + TIMEOUT))
  until is_back "$1"; do
    ((SECONDS < deadline)) || give_up "$1 is not back with version $version among $count members after $TIMEOUT s."
    sleep 2
  done
}

upgrade() {
  local node=$1
  say "$node: drain"
  if ! remora "$node" drain --timeout "$TIMEOUT" ${GRACE:+--grace "$GRACE"}; then
    remora "$node" undrain || true
    give_up "$node cannot be drained; it is in service again, and nothing was changed."
  fi
  sleep "$SETTLE"
  say "$node: stop, install, start"
  stop_node "$node"
  install_jar "$node" "$jar"
  start_node "$node"
  await_back "$node"
  remora "$node" wait-safe --timeout "$TIMEOUT" || give_up "$node is back, but the data has not all its copies."
  say "$node: done"
}

(($# >= 2)) || { sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
jar=$1
shift
[[ -r $jar ]] || give_up "$jar cannot be read."
if [[ -n ${UPGRADE_HOOKS:-} ]]; then
  # shellcheck source=/dev/null
  source "$UPGRADE_HOOKS"
fi

version=$("$JAVA" -jar "$jar" --version | awk 'NR == 1 { print $2 }') || version=
[[ -n $version ]] || give_up "$jar does not say its version."
count=$(members "$1" | wc -l) || give_up "$1 does not answer; nothing was changed."
remora "$1" wait-safe --timeout "$TIMEOUT" || give_up "The data has not all its copies; nothing was changed."
say "To version $version, server by server, in a cluster of $count."
for node in "$@"; do
  upgrade "$node"
done
say "All done."
