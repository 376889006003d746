#!/usr/bin/env bash
# Checks and loads a package of 1,000,000 rows, and validates the same files with frictionless, in one sitting.
# Usage: Benchmarks/check-vs-frictionless.sh [ROWS [SEED]]
#   FRICTIONLESS  the program to compare with (default: frictionless on the path; set it to "-" to leave it out)
#   JINGWEI_BENCHMARKS  a built jingwei-benchmarks (default: built here in release mode)
#   JINGWEI  the program that users have, measured too where it is built (default: .build/release/jingwei)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rows=${1:-1000000}
seed=${2:-1}
frictionless=${FRICTIONLESS:-frictionless}
jingwei=${JINGWEI:-$here/../.build/release/jingwei}
data=${JINGWEI_DATA:-$here/../Data}/beijing-tianjin-hebei
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=${JINGWEI_BENCHMARKS:-}
if [ -z "$program" ]; then
    (cd "$here" && swift build -c release >&2)
    program=$(cd "$here" && swift build -c release --show-bin-path)/jingwei-benchmarks
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
if [ -x "$jingwei" ]; then
    measure command "$jingwei" check --format json "$work/large"
    report command "jingwei check, the command"
fi
report check "check, the library"
report load "load into a model"
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
        tasks = errors.get("tasks", [])
        places = {(t["place"], str(e.get("rowNumber")), e.get("fieldName")) for t in tasks for e in t["errors"]}
        rows = {place[:2] for place in places}
        planted = [line.split(",")[:3] for line in open(f"{work}/large.planted.csv").read().splitlines()[1:]]
        print("  frictionless reads %d rows and reports %d errors" % (
            sum(t["stats"].get("rows") or 0 for t in tasks), sum(len(t["errors"]) for t in tasks)))
        print("  planted faults found at file and row: %d/%d, with the column: %d/%d" % (
            sum((file, row) in rows for file, row, _ in planted), len(planted),
            sum((file, row, column) in places for file, row, column in planted), len(planted)))
    except ValueError:
        print("  frictionless printed no JSON")
print("check: %.0f times less user CPU; load: %.0f times less" % (user["peer"] / user["check"], user["peer"] / user["load"]))
P
