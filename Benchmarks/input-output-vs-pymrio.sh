#!/usr/bin/env bash
# Input-output tables against pymrio, on the same drawn tables, in one sitting, in turns; user CPU seconds, medians.
# Usage: Benchmarks/input-output-vs-pymrio.sh [ROUNDS [SEED]]
#   PYTHON   a Python with pymrio (default: python3)
#   JINGWEI_BENCHMARKS  a built jingwei-benchmarks (default: built here in release mode)
#   JINGWEI_BIN  a release jingwei, and TABLE a table folder: the whole process is measured too
#   SMALL, LARGE  numbers of sectors (default 2464 and 8000; LARGE=0 leaves the large one out)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-3}
seed=${2:-1}
python=${PYTHON:-python3}
small=${SMALL:-2464}
large=${LARGE:-8000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OPENBLAS_NUM_THREADS=1 # the peer on one thread: its threads would only add user seconds
ours=${JINGWEI_BENCHMARKS:-}
if [ -z "$ours" ]; then
    (cd "$here" && swift build -c release -Xswiftc -cross-module-optimization >&2)
    ours=$(cd "$here" && swift build -c release -Xswiftc -cross-module-optimization --show-bin-path)/jingwei-benchmarks
fi

# turn NAME COMMAND...: runs it, keeps its user seconds
turn() {
    "${@:2}" >"$work/out"
    grep -v '^user ' "$work/out" | sed 's/^/    /'
    sed -n 's/^user //p' "$work/out" >>"$work/$1.times"
}
median() { sort -g "$work/$1.times" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$(median "$1")" -v b="$(median "$2")" -v f="${3:-1}" 'BEGIN { printf "%.1f", f * a / b }'; }

"$ours" input-output table "$small" "$seed" "$work/small"
for round in $(seq "$rounds"); do
    echo "round $round, $small sectors"
    turn linkages "$ours" input-output linkages "$small" "$seed" "$work/small"
    turn all "$python" "$here/input_output_peer.py" calc_all "$work/small"
    turn variation "$ours" input-output variation "$small" "$seed" "$work/small"
    turn extraction "$ours" input-output extraction "$small" "$seed"
    turn solve "$ours" input-output solve "$small" "$seed"
done
rm -rf "$work/small"
if [ "$large" -gt 0 ]; then
    "$ours" input-output table "$large" "$seed" "$work/large"
    for round in $(seq "$rounds"); do
        echo "round $round, $large sectors"
        turn demand "$ours" input-output demand "$large" "$seed" "$work/large"
        turn inverse "$python" "$here/input_output_peer.py" calc_L "$work/large"
    done
fi
echo
printf '%-58s %8s %8s %8s\n' "user CPU seconds, median of $rounds" jingwei peer times
row() { printf '%-58s %8.3f %8.3f %8s\n' "$1" "$(median "$2")" "$(median "$3")" "$(ratio "$3" "$2")"; }
row "multipliers and linkages, n=$small (pymrio calc_all)" linkages all
row "with coefficients of variation (pymrio calc_all)" variation all
printf '%-58s %8.3f %8.3f %8s\n' "extraction of every sector (one LU solve a sector: n x one)" "$(median extraction)" \
    "$(awk -v s="$(median solve)" -v n="$small" 'BEGIN { print s * n }')" "$(ratio solve extraction "$small")"
[ "$large" -eq 0 ] || row "one demand, n=$large (pymrio calc_L)" demand inverse
if [ -n "${JINGWEI_BIN:-}" ] && [ -n "${TABLE:-}" ]; then
    "$python" - "$JINGWEI_BIN" "$TABLE" <<'P'
import resource, statistics, subprocess, sys, time
def used():
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    return use.ru_utime, use.ru_stime
wall, user, system = [], [], []
for _ in range(21):
    before, start = used(), time.perf_counter()
    subprocess.run([sys.argv[1], "run", "input-output", "--table", sys.argv[2], "--format", "json"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall.append(time.perf_counter() - start)
    after = used()
    user.append(after[0] - before[0])
    system.append(after[1] - before[1])
print("whole process on the table folder, 21 runs: user %.0f ms, system %.0f ms, wall %.0f ms (medians), least wall %.0f ms" % tuple(
    1000 * value for value in (statistics.median(user), statistics.median(system), statistics.median(wall), min(wall))))
P
fi
