#!/usr/bin/env bash
# Looks at everything, says all of it, and fails when one of them did. Needs no server.
cd "$(dirname "$0")/.." || exit 1
failed=()
look() {
    local name=$1; shift
    "$@" >/tmp/lint.$$ 2>&1 || { failed+=("$name"); echo "-- $name"; cat /tmp/lint.$$; }
    rm -f /tmp/lint.$$
}
run() { .venv/bin/python -m "$@"; }
translations() {
    local po
    for po in locale/*/LC_MESSAGES/*.po; do
        [ -e "$po" ] || continue
        msgfmt --check --output-file=/dev/null "$po" || return 1
    done
}
settled() { .venv/bin/python manage.py makemigrations --check --dry-run; }

look "ruff check" run ruff check .
look "ruff format" run ruff format --check .
look "templates" run djlint --quiet --lint templates
look "migrations" settled
look "translations" translations
look "shell" bash -n .ci/run .ci/setup.sh .ci/test.sh .ci/lint.sh .ci/lock.sh
[ ${#failed[@]} -eq 0 ] || { printf 'Lint failed: %s\n' "${failed[*]}"; exit 1; }
echo "Lint: nothing to say."
