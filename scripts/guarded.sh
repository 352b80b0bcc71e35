#!/usr/bin/env bash
# Runs a command and ends it when all its processes together have used no CPU for a minute:
# `guarded.sh TRIES COMMAND…` runs it again, TRIES times in all.
#
# Why: SwiftPM 6.3 on Linux now and then misses the end of a compiler it has started. The compiler
# stays behind as a zombie, the build waits for it for ever, nothing says so, and CI would stand
# still until its time is up. What was compiled is kept, so the second try goes on from there.
# A test run gets one try: tests that stand still are a fault of ours, to be seen and not repeated.
set -uo pipefail

tries=$1
shift
still=${GUARDED_SECONDS:-60}

# Clock ticks used by a session's processes and by their children that have ended.
ticks() {
  cat /proc/[0-9]*/stat 2>/dev/null |
    awk -v session="$1" '{ sub(/.*\) /, "") } $4 == session { n += $12 + $13 + $14 + $15 }
      END { print n + 0 }'
}

end() {
  local id
  for id in $(cat /proc/[0-9]*/stat 2>/dev/null |
    awk -v session="$1" '{ id = $1; sub(/.*\) /, "") } $4 == session { print id }'); do
    kill -KILL "$id" 2>/dev/null
  done
}

for ((try = 1; try <= tries; try++)); do
  # A session of its own, so that its processes can be told from all others.
  setsid "$@" </dev/null &
  leader=$!
  trap 'end "$leader"; exit 130' INT TERM
  before=$(ticks "$leader")
  since=$SECONDS
  while kill -0 "$leader" 2>/dev/null; do
    sleep 1
    now=$(ticks "$leader")
    # A program that only waits still wakes up at times: a tenth of a second does not count.
    if [ $((now - before)) -gt 10 ] || [ "$now" -lt "$before" ]; then
      before=$now
      since=$SECONDS
    elif [ $((SECONDS - since)) -ge "$still" ]; then
      break
    fi
  done
  if ! kill -0 "$leader" 2>/dev/null; then
    wait "$leader"
    exit $?
  fi
  end "$leader"
  wait "$leader" 2>/dev/null
  echo "no CPU used for $still s, ended (try $try of $tries): $*" >&2
done
exit 124
