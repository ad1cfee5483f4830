#!/bin/sh
# Starts the web page in a container. More options may be given behind: --max-runs 4
set -eu
: "${TQRS_SERVE_TOKEN:?is not set: a server that others can reach needs a token of at least 16 characters}"
exec tqrs serve --host 0.0.0.0 --port 8501 --data /data "$@"
