#!/usr/bin/env bash
# indicators-vs-peers.sh [PYTHON]: regional measures against ecomplexity, PySAL's esda and libpysal, in one sitting.
# PYTHON has them installed: python3 -m venv peers && peers/bin/pip install ecomplexity esda libpysal
# Each line is the user time of one step; reading files and importing packages is not in it. One thread everywhere.
set -euo pipefail
python=${1:-python3}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
swift build -c release --package-path "$here" --product indicators-benchmark
program=$(swift build -c release --package-path "$here" --show-bin-path)/indicators-benchmark
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" matrix 300 1500 7 "$work/matrix.csv"
"$program" points 3000 7 "$work/points.csv"
for _ in 1 2 3; do
    "$program" complexity "$work/matrix.csv"
    "$python" "$here/indicators_peers.py" complexity "$work/matrix.csv" 2>/dev/null
    "$program" moran "$work/points.csv" 8 999
    "$python" "$here/indicators_peers.py" moran "$work/points.csv" 8 999 2>/dev/null
done
