#!/usr/bin/env bash
# test-browser.sh [PYTEST ARGUMENT...]: the pages in Debian's Chromium, driven by Playwright (Tests/Browser). The server
# is a fresh one on a free loopback port, or the one that JINGWEI_URL names. Tests run on every core, each worker with a
# Chromium of its own; they share the server, so that an answer that takes seconds is computed once.
source "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

if [ ! -f "$deps/test-tools.stamp" ]; then
    echo "test-browser: the test tools are not installed: run scripts/setup.sh test" >&2
    exit 1
fi
export PYTHONDONTWRITEBYTECODE=1
started=()
[ -n "${JINGWEI_URL:-}" ] || started=("$venv/bin/python" scripts/server.py)
exec "${started[@]}" "$venv/bin/python" -m pytest -p no:cacheprovider -q --color=no \
    --numprocesses "$(nproc)" --dist worksteal Tests/Browser "$@"
