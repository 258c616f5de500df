# Node.js 20 or later, and the packages of package-lock.json in node_modules/.
# shellcheck shell=bash disable=SC2154,SC2015
# Sourced by tools/setup.sh.

setup_node() {
  if ! node_works && ! has npm && apt_has nodejs; then
    say "Installing Node.js from the distribution (usually under a minute)."
    apt_install nodejs npm
  fi
  if ! node_works && has npm; then newer_node; fi
  node_works && has npm || fail "This needs Node.js 20 or later with npm. Install it, then run this again."
  install_packages
}

node_works() { has node && node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)'; }

# Playwright wants Node.js 20; Debian 12 has 18. npm itself carries later ones.
newer_node() {
  say "Installing Node.js 22 into .tools, because this system's is older than 20 (usually under a minute)."
  npm install --silent --no-save --prefix "$tools/node" node@22 ||
    fail "npm could not install Node.js 22. Install Node.js 20 or later, then run this again."
  ln -sfn "$tools/node/node_modules/node/bin/node" "$tools/bin/node"
  hash -r
}

install_packages() {
  local lock
  lock=$(cksum <package-lock.json)
  if [ -d node_modules ] && have_stamp node "$lock"; then return; fi
  say "Installing the JavaScript tools (usually a few seconds)."
  npm ci --silent --ignore-scripts || fail "npm could not install the packages of package-lock.json"
  set_stamp node "$lock"
}
