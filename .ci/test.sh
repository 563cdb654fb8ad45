#!/usr/bin/env bash
# The whole suite: on PostgreSQL and Redis of our own, then a shorter run on the embedded default.
# Arguments go to the first run: .ci/test.sh tests/units -x
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/setup.sh packages test
.ci/setup.sh venv dev
.ci/setup.sh messages
# Nothing of the machine's may leak in.
unset DATABASE_URL REDIS_URL PYTEST_DB_SUFFIX PORTAL_EMBEDDED PORTAL_VAR PORT DJANGO_SETTINGS_MODULE
status=0
echo "== PostgreSQL and Redis"
# Two at a time: most of a test is waiting for the database. The tests of a file share what is costly
# (the demo, the national lists, a printed paper) and stay together, or each worker would make it.
workers="-n 2 --dist loadfile --no-loadscope-reorder"
.ci/throwaway.py .venv/bin/python -m pytest -q --create-db $workers -m "not soak and not bench" "$@" \
    || status=$?
[ $# -eq 0 ] || exit "$status"
echo "== The embedded default (SQLite)"
PORTAL_EMBEDDED=1 .venv/bin/python -m pytest -q $workers \
    -m "embedded and not soak and not bench and not browser" || status=$?
exit "$status"
