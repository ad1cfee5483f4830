#!/bin/sh
# Starts the web page in a container. More options may be given behind: --max-runs 4
set -eu
: "${TQRS_SERVE_TOKEN:?is not set: a server that others can reach needs a token of at least 16 characters}"
# A token that the server makes itself is printed, and would be in the logs. This one nobody knows.
: "${TQRS_SERVE_ADMIN_TOKEN:=$(head -c 32 /dev/urandom | base64)}"
export TQRS_SERVE_ADMIN_TOKEN
exec tqrs serve --host 0.0.0.0 --port 8501 --data /data "$@"
