# Firefox and WebKitGTK with what drives them, for `make other-browsers`.
# shellcheck shell=bash disable=SC2154,SC2015
# Sourced by tools/setup.sh.

geckodriver_version=0.37.1

# What a system has no packages of is left out, and the tests say so.
setup_other_browsers() {
  has firefox-esr || has firefox || from_debian firefox-esr "Firefox"
  has WebKitWebDriver || from_debian webkit2gtk-driver "WebKitGTK"
  has xvfb-run || from_debian xvfb "a screen that nobody sees"
  cargo_tool geckodriver "$geckodriver_version" "2" --locked
  rm -rf "$tools/build"
}

# from_debian PACKAGE WHAT
from_debian() {
  if ! apt_has "$1"; then
    say "There is no package $1 here."
    return
  fi
  say "Installing $2 (usually a minute)."
  apt_install "$1"
}
