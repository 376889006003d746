#!/usr/bin/env bash
# Checks and loads a package of 1,000,000 rows, and validates the same files with frictionless, in one sitting.
# Usage: Benchmarks/check-vs-frictionless.sh [ROWS [SEED]]
#   FRICTIONLESS  the program to compare with (default: frictionless on the path; set it to "-" to leave it out)
#   JINGWEI_BENCHMARKS  a built jingwei-benchmarks (default: built here in release mode)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rows=${1:-1000000}
seed=${2:-1}
frictionless=${FRICTIONLESS:-frictionless}
data=${JINGWEI_DATA:-$here/../Data}/beijing-tianjin-hebei
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=${JINGWEI_BENCHMARKS:-}
if [ -z "$program" ]; then
    (cd "$here" && swift build -c release -Xswiftc -cross-module-optimization >&2)
    program=$(cd "$here" && swift build -c release -Xswiftc -cross-module-optimization --show-bin-path)/jingwei-benchmarks
fi
"$program" generate "$data" "$work/large" "$rows" "$seed"
du -sm "$work/large" | sed 's/\t.*/ MB of tables/'
cat "$work"/large/*.csv >/dev/null # both sides read from memory

# measure NAME COMMAND...: user and system seconds and greatest memory of a command and its children
measure() {
    python3 - "$work/$1.txt" "${@:2}" <<'P'
import resource, subprocess, sys
with open(sys.argv[1] + ".out", "w") as out:
    code = subprocess.call(sys.argv[2:], stdout=out, stderr=subprocess.STDOUT)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as text:
    print("%.2f %.2f %d %d" % (use.ru_utime, use.ru_stime, use.ru_maxrss // 1024, code), file=text)
P
}
report() { # NAME LABEL
    read -r user system memory code <"$work/$1.txt"
    printf '%-28s user %8s s   system %6s s   peak %5s MiB   exit %s\n' "$2" "$user" "$system" "$memory" "$code"
}
measure check "$program" check "$work/large" "$work/large.planted.csv"
measure load "$program" load "$work/large"
report check "jingwei check"
report load "jingwei load into a model"
grep -E 'planted|findings' "$work/check.txt.out" | sed 's/^/  /'
[ "$frictionless" = - ] && exit 0
"$frictionless" --version | sed 's/^/frictionless /'
measure peer "$frictionless" validate --limit-errors 100000 --json "$work/large/datapackage.json"
report peer "frictionless validate"
python3 - "$work" <<'P'
import json, sys
work = sys.argv[1]
user = {name: float(open(f"{work}/{name}.txt").read().split()[0]) for name in ("check", "load", "peer")}
text = open(f"{work}/peer.txt.out").read()
start = text.find("{")
if start >= 0:
    try:
        errors = json.loads(text[start:])
        print("  frictionless reports", sum(len(t.get("errors", [])) for t in errors.get("tasks", [])), "errors")
    except ValueError:
        print("  frictionless printed no JSON")
print("check: %.0f times less user CPU; load: %.0f times less" % (user["peer"] / user["check"], user["peer"] / user["load"]))
P
