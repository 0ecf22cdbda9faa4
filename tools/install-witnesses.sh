#!/bin/sh
# Installs, where it may, the Debian programs that the tests use as witnesses: a browser, XML and PDF signature checkers.
# Never fails: without them the tests that need them say so.
missing=""
for pair in chromium:chromium xmlsec1:xmlsec1 pdfsig:poppler-utils qpdf:qpdf zbarimg:zbar-tools; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests:$missing"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1 \
        || echo "Could not install:$missing; the tests that need them will say so."
else
    echo "Not installed (needs root on Debian):$missing; the tests that need them will say so."
fi
exit 0
