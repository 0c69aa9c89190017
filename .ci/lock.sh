#!/usr/bin/env bash
# Writes .ci/lock/*.txt from pyproject.toml: every package with its version and hashes, for every platform,
# with no host and no path in it. Needs uv. `.ci/lock.sh --upgrade` also moves to newer versions.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() { # lock NAME ARGUMENT...: the header is ours, because uv's repeats its command line with this machine's paths
    local out=".ci/lock/$1.txt"
    shift
    uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header \
        --no-emit-index-url --no-emit-find-links --output-file "$out" "$@" pyproject.toml .ci/lock/build.in
    sed -i '1i # Made by .ci/lock.sh from pyproject.toml; do not edit.' "$out"
}

lock app "$@"
lock test --extra test --constraint .ci/lock/app.txt "$@"
