#!/usr/bin/env bash
# check.sh [files|build|pages]: everything that is checked without running a test; without an argument, all of it.
#   files  the formatter's rules, the rules about files (check_files.py), the scripts' own syntax
#   build  the debug build with the tests: warnings are errors, and a module may import only what its target declares
#   pages  every study has its page in docs/studies (asks the program that `build` made)
source "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

lint() {
    local what=(Package.swift) folder
    for folder in Sources Tests Benchmarks; do [ ! -d "$folder" ] || what+=("$folder"); done
    swift format lint --strict --parallel --recursive "${what[@]}"
}

scripts_parse() {
    local script code=0
    for script in scripts/*.sh scripts/*.bash .ci/run; do bash -n "$script" || code=1; done
    return "$code"
}

check_files() {
    local code=0
    step "Formatter's rules" lint || code=1
    step "Rules about files" "$python" scripts/check_files.py || code=1
    step "Syntax of the scripts" scripts_parse || code=1
    return "$code"
}

python=$venv/bin/python
[ -x "$python" ] || python=python3

case ${1:-all} in
files) check_files ;;
build) swift build --build-tests "${debug_build[@]}" ;;
pages) "$python" scripts/check_studies.py "$debug_program" ;;
all)
    code=0
    check_files || code=1
    step "Debug build with the tests" "$root/scripts/check.sh" build || exit 1
    step "Pages of the studies" "$root/scripts/check.sh" pages || code=1
    exit "$code"
    ;;
*)
    echo "usage: scripts/check.sh [files|build|pages]" >&2
    exit 64
    ;;
esac
