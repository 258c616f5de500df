#!/usr/bin/env bash
# Two retail chains on the board: fetches their data, converts it, and serves it with the app.
# PORT chooses the port (8080).
set -euo pipefail
cd "$(dirname "$0")/../.."

port=${PORT:-8080}
site=target/real/site

# The app is copied rather than served from dist/, so that the data never gets into a build.
assemble_site() {
  if [ ! -f dist/index.html ]; then
    echo "tools/real: there is no dist/: build the app with \`make build\`" >&2
    exit 1
  fi
  rm -rf "$site"
  mkdir -p "$site"
  cp -R dist/. "$site/"
  mkdir -p "$site/real"
  cp target/real/*.json "$site/real/"
}

tools/real/convert.sh
assemble_site
echo
echo "Open one of these:"
echo "  http://127.0.0.1:$port/?source=real/rossmann.sales.json"
echo "  http://127.0.0.1:$port/?source=real/completejourney.sales.json"
exec node tools/serve.mjs "$site" --port "$port"
