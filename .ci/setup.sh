#!/usr/bin/env bash
# Prepares a bare Debian: system packages, then the virtual environment. Starts nothing.
#   .ci/setup.sh packages run|test     what is missing, through apt
#   .ci/setup.sh venv run|dev          .venv from the lock file, only when that changed
#   .ci/setup.sh messages              the compiled translations, only when they changed
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
run_packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2 gettext"
test_packages="$run_packages postgresql redis-server chromium poppler-utils"

say() { printf '%s\n' "$*"; }
stop() { printf 'Stopped: %s\n' "$*" >&2; exit 1; }

installed() {
    case $1 in   # programs count wherever they came from
        gettext) command -v msgfmt >/dev/null && return ;;
        postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && return ;;
        redis-server) command -v redis-server >/dev/null && return ;;
        chromium) command -v chromium >/dev/null && return ;;
        poppler-utils) command -v pdftotext >/dev/null && return ;;
    esac
    [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = "install ok installed" ]
}

packages() {
    local wanted missing=()
    if [ "$1" = test ]; then wanted=$test_packages; else wanted=$run_packages; fi
    # Only Debian's own Python keeps venv in a separate package.
    "$python" -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
    for name in $wanted; do installed "$name" || missing+=("$name"); done
    [ ${#missing[@]} -eq 0 ] && return
    local by_hand="install these packages and start again: apt-get install --no-install-recommends ${missing[*]}"
    command -v apt-get >/dev/null || stop "this is not a Debian; $by_hand"
    if [ "$(id -u)" = 0 ]; then
        say "Installing ${missing[*]} ..."
        bash .ci/setup.sh as-root "${missing[@]}" || stop "apt could not do it; $by_hand"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        say "Installing ${missing[*]} ..."
        sudo bash .ci/setup.sh as-root "${missing[@]}" || stop "apt could not do it; $by_hand"
    else
        stop "you are neither root nor allowed to use sudo; $by_hand"
    fi
}

temporary=()
leave_as_found() { [ ${#temporary[@]} -eq 0 ] || rm -rf "${temporary[@]}"; }

as_root() {
    trap leave_as_found EXIT
    # Installing a server must neither start it nor make a database of the machine's own.
    if [ ! -e /usr/sbin/policy-rc.d ]; then
        temporary+=(/usr/sbin/policy-rc.d)
        printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
        chmod 755 /usr/sbin/policy-rc.d
    fi
    if [[ " $* " == *" postgresql "* ]]; then
        local folder=/etc/postgresql-common/createcluster.d
        mkdir -p "$folder"
        temporary+=("$folder/zz-none.conf")
        printf 'create_main_cluster = false\n' >"$folder/zz-none.conf"
    fi
    local log; log=$(mktemp); temporary+=("$log")
    export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
    { apt-get -q update && apt-get -qy install --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null ||
        { tail -n 25 "$log" >&2; return 1; }
    for name in "$@"; do   # nor at the next boot
        case $name in redis-server | postgresql)
            ! command -v systemctl >/dev/null || systemctl -q disable "$name" 2>/dev/null || true ;;
        esac
    done
}

venv() {
    local lock=requirements.txt stamp
    [ "$1" = run ] || lock=.ci/requirements-dev.txt
    stamp="$(cat requirements.txt "$lock" | sha256sum | cut -d' ' -f1)"
    if [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null; then
        [ "$(cat ".venv/.installed-$1" 2>/dev/null)" = "$stamp" ] && return
    else
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
            stop "Python 3.11 or newer is needed; this one is $("$python" -V 2>&1)."
        rm -rf .venv
        "$python" -m venv .venv
    fi
    say "Installing $lock into .venv ..."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r "$lock"
    printf '%s' "$stamp" >".venv/.installed-$1"
    # What is needed to develop contains what is needed to run.
    [ "$1" = run ] || cat requirements.txt requirements.txt | sha256sum | cut -d' ' -f1 | tr -d '\n' >.venv/.installed-run
}

messages() {
    local po mo
    for po in locale/*/LC_MESSAGES/*.po; do
        [ -e "$po" ] || continue
        mo=${po%.po}.mo
        [ "$mo" -nt "$po" ] || msgfmt --check-format -o "$mo" "$po"
    done
}

case ${1:-} in
    packages) packages "${2:-run}" ;;
    venv) venv "${2:-run}" ;;
    messages) messages ;;
    as-root) shift; as_root "$@" ;;
    *) stop "say packages, venv or messages." ;;
esac
