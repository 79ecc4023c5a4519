#!/bin/sh
# Runs what needs several displays, where the X server for no hardware can be started.
#
# displays_test.sh END_TO_END_TEST
set -eu
work=$(mktemp -d "${TMPDIR:-/tmp}/crosscut-displays-XXXXXX")
trap 'rm -rf "$work"' EXIT
printf 'Section "Device"\n  Identifier "none"\n  Driver "dummy"\nEndSection\n' >"$work/xorg.conf"
mkfifo "$work/number"
Xorg -displayfd 7 -config "$work/xorg.conf" -logfile "$work/log" -sharevts -novtswitch -nolisten tcp \
    7>"$work/number" >"$work/out" 2>&1 &
server=$!
read -r number <"$work/number" || number=
kill "$server" 2>/dev/null || true
wait "$server" || true
if [ -z "$number" ]; then
    echo "skipped: no X server with several displays can be started here"
    exit 77
fi
CROSSCUT_SEVERAL_DISPLAYS=1 exec "$1" "--source-file=*displays_test*"
