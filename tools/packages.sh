# Sourced by the other scripts: what Crosscut needs from Debian, and how to get it.

build_packages=(
    cmake ninja-build g++ pkg-config
    libavcodec-dev libavfilter-dev libavformat-dev libavutil-dev libswresample-dev libswscale-dev
    libass-dev libcairo2-dev libcli11-dev libebur128-dev libespeak-ng-dev libfmt-dev libfreetype-dev libimgui-dev
    libmd4c-dev libpango1.0-dev libpugixml-dev libsdl2-dev libspeechd-dev libsqlite3-dev libxrandr-dev
    libyaml-cpp-dev libzimg-dev zlib1g-dev
    espeak-ng-data
    nlohmann-json3-dev
)
test_packages=(ccache chromium doctest-dev gettext libx11-dev libxext-dev libxtst-dev openbox poppler-utils pulseaudio pulseaudio-utils strace
    x11-xserver-utils xserver-xorg-core xserver-xorg-video-dummy xvfb)
# A node that is there already, from wherever, does as well as Debian's.
command -v node >/dev/null && command -v npm >/dev/null || test_packages+=(nodejs npm)
check_packages=(clang-format gettext)
deb_packages=(appstream desktop-file-utils dpkg-dev file gzip librsvg2-bin lintian)

# Installs those of the named packages that are not there. Silent when all are.
need_packages() {
    local missing=() name
    for name in "$@"; do
        if ! dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed'; then
            missing+=("$name")
        fi
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null; then
        echo "These Debian packages are missing, and there is no apt-get to install them with:" >&2
        echo "  ${missing[*]}" >&2
        return 1
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These Debian packages are missing; please install them as root:" >&2
            echo "  apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update &&
           "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
               apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        echo "The packages could not be installed; all that apt-get said is in $log." >&2
        return 1
    fi
    rm -f "$log"
}
