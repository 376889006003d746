#!/usr/bin/env bash
# test.sh: set-up and every test, in the order in which they fail fastest. What needs a step that failed is not run;
# the rest goes on, so that one run tells all. Ends with 1 if anything failed.
source "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

lines=()
failed=0

# run WHAT COMMAND...: one step, kept for the summary.
run() {
    local code=0
    step "$@" || code=$?
    lines+=("$step_line")
    [ "$code" -eq 0 ] || failed=$((failed + 1))
    return "$code"
}

summary() {
    printf '\n== Summary\n'
    printf '%s\n' "${lines[@]}"
    printf 'All together: %d min %d s\n' $((SECONDS / 60)) $((SECONDS % 60))
    if [ "$failed" -gt 0 ]; then
        printf '%d of %d steps FAILED\n' "$failed" "${#lines[@]}"
        exit 1
    fi
    printf 'Every step passed\n'
}

# The tests of the site crawl its pages on every core, so they run after the others and not among them: tests that wait
# for a thread of their own would starve.
swift_tests() { swift test --skip-build --disable-xctest "${debug_build[@]}" "$@"; }

run "Set-up for the tests" scripts/setup.sh test || summary
run "Check of the files" scripts/check.sh files || true
run "Data packages against their sources" "$venv/bin/python" -m pytest -q Tests/Data || true
run "The check finds what is planted" "$venv/bin/python" scripts/check_test.py || true
if run "Debug build with the tests" scripts/check.sh build; then
    run "Pages of the studies" scripts/check.sh pages || true
    run "Swift tests" swift_tests --skip '^WebTests\.' || true
    run "Swift tests of the site" swift_tests --filter '^WebTests\.' || true
    run "API (schemathesis)" scripts/test-api.sh || true
    run "Browser tests" scripts/test-browser.sh || true
fi
summary
