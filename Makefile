# Everything here works on a bare Debian 12; `make run` and `make test` set up what they need.
.PHONY: setup setup-dev run servers test lint e2e soak bench documents docs translate
.DEFAULT_GOAL := run

PYTHON := .venv/bin/python
PYTEST := .ci/throwaway.py $(PYTHON) -m pytest
DOCUMENTS := PORTAL_VAR=var/documents/portal $(PYTHON)

setup:          ## system packages, .venv and translations; starts nothing
	@.ci/setup.sh packages run
	@.ci/setup.sh venv run
	@.ci/setup.sh messages

setup-dev:      ## the same for development and tests
	@.ci/setup.sh packages test
	@.ci/setup.sh venv dev
	@.ci/setup.sh messages

run: setup      ## the portal with its demo on http://127.0.0.1:8000/ (PORT=... for another)
	@exec $(PYTHON) manage.py run_portal --demo

servers: setup-dev   ## a throwaway PostgreSQL and Redis for a desk, until Ctrl-C
	@.ci/throwaway.py --print

test:           ## the whole suite on PostgreSQL, then the embedded default
	@.ci/test.sh

lint: setup-dev
	@.ci/lint.sh

e2e: setup-dev       ## only what needs a browser
	$(PYTEST) -m browser

soak: setup-dev      ## long runs: concurrency and faults
	$(PYTEST) -m soak -s

bench: setup-dev     ## measurements, as ratios
	$(PYTEST) -m bench -s
	PORTAL_EMBEDDED=1 $(PYTHON) -m pytest -m "bench and embedded" -s

documents: setup-dev ## the papers of the demo's case in var/documents, and what other programs say of them
	$(DOCUMENTS) manage.py migrate --verbosity 0
	$(DOCUMENTS) manage.py seed_demo --province 20 --verbosity 0
	$(DOCUMENTS) manage.py render_set KT-2024-001 --output var/documents/KT-2024-001
	$(DOCUMENTS) -m tests.archived KT-2024-001 var/documents/KT-2024-001-luu-tru.pdf
	@.ci/validators.sh var/documents/validators
	$(PYTHON) -m tests.documents var/documents/KT-2024-001

docs: setup-dev      ## the generated pages of docs/
	$(PYTHON) manage.py show_workflows > docs/workflows.md
	$(PYTHON) -m tests.permissions_page > docs/permissions.md

translate: setup-dev ## collect new texts into locale/
	$(PYTHON) manage.py makemessages --locale vi --no-wrap --add-location file --no-obsolete --ignore .venv --ignore var --ignore tests
	@.ci/setup.sh messages
