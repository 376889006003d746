#!/usr/bin/env bash
# Fuzzes every reader with seeded mutations and prints executions and line coverage of each reader's files.
# Usage: scripts/fuzz-coverage.sh [EXECUTIONS a reader, default 2000]; fails where a reader is under 80 % of its lines.
set -euo pipefail
cd "${JINGWEI_PACKAGE:-$(dirname "$0")/..}"
executions=${1:-2000}
scratch=.build/coverage
export JINGWEI_FUZZ_EXECUTIONS=$executions
echo "building with coverage into $scratch"
swift build --build-tests --enable-code-coverage --scratch-path "$scratch" >/dev/null
code=0
swift test --skip-build --disable-xctest --enable-code-coverage --scratch-path "$scratch" --filter 'Fuzz' \
    >"$scratch/fuzz.log" 2>&1 || code=$?
grep -E '^fuzz:|✘|error:' "$scratch/fuzz.log" || true
[ "$code" -eq 0 ] || { echo "the fuzzing FAILED (exit $code); all of its output is in $scratch/fuzz.log" >&2; exit 1; }
profile=$(find -L "$scratch" -name default.profdata | head -1)
binary=$(find -L "$scratch" -name '*PackageTests.xctest' -type f | head -1)
# The profile has the format of the toolchain's own llvm-cov; another one on the path may be older. What stands on the
# path may be a wrapper, so the toolchain is asked where it is.
resources=$(swift -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["paths"]["runtimeResourcePath"])')
llvm_cov=$(cd "$resources/../../bin" && pwd)/llvm-cov
[ -x "$llvm_cov" ] || { echo "there is no llvm-cov beside this Swift ($llvm_cov); install the whole toolchain" >&2; exit 1; }
"$llvm_cov" export -summary-only -instr-profile "$profile" "$binary" | python3 -c '
import json, os, sys
readers = {
    "package tables and their check": ["DataPackages/Scan", "DataPackages/Headers", "DataPackages/Package/PackageReader"],
    "descriptor and JSON": ["DataPackages/JSON/JSONParser", "DataPackages/Descriptor"],
    "table import": ["DataPackages/Importing"],
    "mapping": ["DataPackages/Importing/ImportMapping+Reading"],
    "scenario": ["DataPackages/Scenarios"],
    "matrix, table and network": ["DataPackages/Computing"],
    "CSV": ["Sheets/CSV/CSVReader", "Sheets/CSV/CSVTokenizer", "Sheets/CSV/CSVProblem", "Sheets/CSV/CSVRecord"],
    "text and encodings": ["Sheets/Text"],
    "workbook": ["Sheets/XLSX/XLSXReader", "Sheets/XLSX/SheetScanner", "Sheets/XLSX/SharedStrings", "Sheets/XLSX/WorkbookParts",
                 "Sheets/XLSX/XMLStream", "Sheets/XLSX/CellReference"],
    "archive": ["Sheets/ZIP/ZipReader", "Sheets/ZIP/ZipDirectory", "Sheets/ZIP/ZipInput"],
}
files = json.load(sys.stdin)["data"][0]["files"]
failed = False
for name, parts in readers.items():
    lines = covered = 0
    for entry in files:
        if "/Sources/" in entry["filename"] and any(part in entry["filename"] for part in parts):
            lines += entry["summary"]["lines"]["count"]
            covered += entry["summary"]["lines"]["covered"]
    share = 100 * covered / lines if lines else 0
    failed |= share < 80
    print("coverage: %-32s %5.1f %% of %d lines" % (name, share, lines))
if os.environ.get("DETAILS"):
    for entry in files:
        s = entry["summary"]["lines"]
        if "/Sources/" in entry["filename"] and s["count"]:
            print("%6.1f %5d %s" % (100 * s["covered"] / s["count"], s["count"], entry["filename"].split("/Sources/")[1]))
sys.exit(1 if failed else 0)
'
