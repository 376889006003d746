#!/usr/bin/env bash
# test-api.sh: schemathesis reads the OpenAPI description and calls every operation with valid and invalid requests,
# the same ones every time; then every operation must have been answered 2xx at least once. The server is a fresh one on a
# free loopback port, or the one that JINGWEI_URL names.
source "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

if [ ! -f "$deps/test-tools.stamp" ]; then
    echo "test-api: the test tools are not installed: run scripts/setup.sh test" >&2
    exit 1
fi
if [ -z "${JINGWEI_URL:-}" ]; then
    exec "$venv/bin/python" scripts/server.py "$root/scripts/test-api.sh"
fi

# Enough to reach every operation and every rule of its description; raise it to search harder.
examples=${JINGWEI_API_EXAMPLES:-25}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JINGWEI_API_CALLS=$work/calls.json
export SCHEMATHESIS_HOOKS=api_hooks
export PYTHONPATH=$root/scripts
export PYTHONDONTWRITEBYTECODE=1

description=$JINGWEI_URL/api/v1/openapi.json
code=0
(
    cd "$work"
    timeout 600 "$venv/bin/python" -m schemathesis.cli --config-file "$root/scripts/schemathesis.toml" run "$description" \
        --checks all --max-examples "$examples" --generation-deterministic \
        --request-timeout 30 --max-response-time 20 --no-color --warnings off
) || code=$?
[ "$code" -ne 124 ] || echo "test-api: schemathesis was stopped after 600 s" >&2

"$venv/bin/python" scripts/api_coverage.py "$description" "$JINGWEI_API_CALLS" || code=1
exit "$code"
