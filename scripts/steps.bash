# Sourced by the other scripts: where things stand, and one plain line for each step with its times.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=$root/.deps
venv=$deps/venv
cd "$root"

# Every script sees the same locale, whatever the machine's own is; C.UTF-8 is part of Debian's libc.
export LC_ALL=C.UTF-8

# One folder for each configuration: two builds in one folder wait for each other. Release stands in .build; debug and
# the tests in .build-debug, where undeclared imports are refused too, so that nothing is built twice for the check.
debug_build=(--scratch-path .build-debug --explicit-target-dependency-import-check error)
debug_program=.build-debug/debug/jingwei

# step WHAT COMMAND...: says what it does, runs it, says how long it took; returns the command's exit code.
step() {
    local what=$1 code=0 TIMEFORMAT='%R %U %S' times
    shift
    printf '== %s\n' "$what"
    times=$(mktemp)
    { time "$@" 2>&3; } 3>&2 2>"$times" || code=$?
    read -r step_wall step_user step_system < <(tail -n 1 "$times")
    rm -f "$times"
    local result=done
    [ "$code" -eq 0 ] || result="FAILED (exit $code)"
    step_line=$(awk -v what="$what" -v result="$result" -v wall="$step_wall" -v user="$step_user" \
        -v kernel="$step_system" \
        'BEGIN { printf "%s: %s in %.1f s, %.1f s of processor time", what, result, wall, user + kernel }')
    printf '== %s\n' "$step_line"
    return "$code"
}
