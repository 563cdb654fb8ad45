#!/usr/bin/env bash
# Writes the two lock files from pyproject.toml, for the oldest Python we run on.
# "./lock.sh --upgrade" takes newer releases; without it what is pinned stays.
set -euo pipefail
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND=".ci/lock.sh"
compile() {
    .venv/bin/uv pip compile --quiet --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links "$@" pyproject.toml
}
compile "$@" -o requirements.txt
compile "$@" --extra dev -c requirements.txt -o .ci/requirements-dev.txt
