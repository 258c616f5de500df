#!/usr/bin/env bash
# Installs what is missing to build and test: tools/setup.sh [rust] [node] [wasm-tools] [browser] [other-browsers]
#
# Each part first tries whether what it needs is there and works, so a second run is quick, and an
# interrupted one goes on where it stopped. The project's own tools go into .tools/; what the
# system must provide comes from rustup or, where rustup cannot help, from Debian's packages.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$PWD/.tools
stamps=$tools/stamps
mkdir -p "$tools/bin" "$stamps"
export PATH=$tools/bin:$PWD/node_modules/.bin:$PATH

say() { printf '\033[1m[setup]\033[0m %s\n' "$*"; }

fail() {
  printf '[setup] %s\n' "$@" >&2
  exit 1
}

# have_stamp NAME VALUE: the part was completed for exactly this value.
have_stamp() { [ -f "$stamps/$1" ] && [ "$(cat "$stamps/$1")" = "$2" ]; }

set_stamp() {
  printf '%s\n' "$2" >"$stamps/$1.new"
  mv "$stamps/$1.new" "$stamps/$1"
}

has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    fail "this needs root, and there is no sudo; run as root:" "  $*"
  fi
}

# apt_has PACKAGE: the package lists offer it, if need be after they have been fetched.
apt_has() {
  has apt-get || return 1
  if ! apt_offers "$1"; then
    apt_update
    apt_offers "$1"
  fi
}

apt_offers() { [[ $(apt-cache policy "$1" 2>/dev/null) == *"Candidate: "[0-9]* ]]; }

apt_update() {
  [ -z "${apt_updated:-}" ] || return 0
  as_root apt-get update -qq
  apt_updated=yes
}

apt_install() {
  apt_update
  # An installation that was interrupted must be completed before the next one may start.
  as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a >"$tools/apt.log" 2>&1 || true
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" >"$tools/apt.log" 2>&1 ||
    fail "apt-get could not install $*; it said:" "$(tail -n 20 "$tools/apt.log")"
}

for part in rust node wasm-tools browser other-browsers; do
  # shellcheck source=/dev/null
  . "tools/setup/$part.sh"
done

[ $# -gt 0 ] || set -- rust node wasm-tools browser
for part in "$@"; do
  case $part in
  rust) setup_rust ;;
  node) setup_node ;;
  wasm-tools) setup_wasm_tools ;;
  browser) setup_browser ;;
  other-browsers) setup_other_browsers ;;
  *) fail "no such part: $part" ;;
  esac
done
