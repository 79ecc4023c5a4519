#!/bin/sh
# Films that ask a player to read other files or to call out: proves from outside, with strace, that
# nothing but the named files is opened and that no socket is made.
#
# hostile_test.sh OPEN_FILMS MAKE_NUMBERED_FILM
set -eu
open_films=$1
make_film=$2

work=$(mktemp -d "${TMPDIR:-/tmp}/crosscut-hostile-XXXXXX")
trap 'rm -rf "$work"' EXIT
module=$work/module
mkdir "$module" "$module/folder.mp4"

if ! command -v strace >/dev/null 2>&1 || ! strace -f -o "$work/try" true 2>/dev/null; then
    echo "skipped: strace cannot trace processes here"
    exit 77
fi

"$make_film" "$work/secret.mp4" pictures=10
"$make_film" "$module/good.mp4" pictures=10 sound=beeps
"$make_film" "$work/secret.ts" pictures=10

cd "$module"
printf '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n../secret.ts\n#EXT-X-ENDLIST\n' >hls.mp4
printf '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://%s/secret.ts\n#EXT-X-ENDLIST\n' "$work" >hls_file.mp4
printf '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n' >hls_http.ts
printf '#EXTM3U\n../secret.mp4\n' >playlist.mkv
printf 'ffconcat version 1.0\nfile ../secret.mp4\n' >concat.mp4
printf "ffconcat version 1.0\nfile '%s/secret.mp4'\n" "$work" >concat_absolute.avi
printf 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n' >sdp.mp4
printf '<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>../secret.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>\n' >dash.mp4
printf '<smil><body><video src="../secret.mp4"/></body></smil>\n' >smil.mp4
printf '[playlist]\nFile1=../secret.mp4\nNumberOfEntries=1\n' >pls.mp3
printf 'subfile,,start,0,end,0,,:../secret.mp4\n' >subfile.mp4
printf '<svg xmlns="http://www.w3.org/2000/svg"><image href="file://%s/secret.mp4"/></svg>\n' "$work" >drawing.png
ln -s ../secret.mp4 link.mp4
ln -s .. linked_folder
ln -s /dev/zero zero.mp4
mkfifo fifo.mp4
: >empty.mp4
head -c 700 good.mp4 >cut.mp4
head -c 60000 /dev/urandom >garbage.mp4
names="hls.mp4 hls_file.mp4 hls_http.ts playlist.mkv concat.mp4 concat_absolute.avi sdp.mp4 dash.mp4
    smil.mp4 pls.mp3 subfile.mp4 drawing.png link.mp4 linked_folder/secret.mp4 zero.mp4 fifo.mp4
    empty.mp4 cut.mp4 garbage.mp4 folder.mp4 ../secret.mp4 $work/secret.mp4 http://127.0.0.1:9/a.mp4"

cd "$work"
# shellcheck disable=SC2086  # the names are words
strace -f -qq -o "$work/trace" \
    -e trace=open,openat,openat2,creat,socket,connect,bind,execve \
    "$open_films" "$module" $names good.mp4 >"$work/said" 2>"$work/errors"
cat "$work/said"

bad=0
complain() {
    echo "WRONG: $1"
    bad=1
}
# The good film plays, and nothing else does.
grep -q '^good.mp4: plays$' "$work/said" || complain "the good film does not play"
plays=$(grep -c ': plays$' "$work/said")
[ "$plays" = 1 ] || complain "$plays films play, of which one is good"
! grep -q 'as a picture: shown' "$work/said" || complain "a film was shown as a picture"
# Nothing with a secret was opened: not by name, not through a link (ELOOP, EXDEV and the like are
# refusals). Devices neither.
opened=$(grep -E '(open|openat|openat2|creat)\(' "$work/trace" | grep -E ' = [0-9]+' || true)
echo "$opened" | grep -q 'good.mp4' || complain "the trace shows nothing of what was opened"
! echo "$opened" | grep -E 'secret|/dev/zero|fifo' || complain "something outside was opened"
# Everything that was opened below the test's folder is one of the films.
outside=$(echo "$opened" | grep -F "$work" | grep -vE "\"$module\"" || true)
[ -z "$outside" ] || complain "opened outside the module: $outside"
! grep -E '(socket|connect|bind)\(' "$work/trace" || complain "a socket was made"
[ "$(grep -c 'execve(' "$work/trace")" = 1 ] || complain "another program was started"
[ "$bad" = 0 ] && echo "nothing outside was opened, no socket was made"
exit "$bad"
