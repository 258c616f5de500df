# Trunk and wasm-bindgen in the versions that Trunk.toml names. wasm-opt comes with npm's binaryen.
# shellcheck shell=bash disable=SC2154,SC2015
# Sourced by tools/setup.sh.

setup_wasm_tools() {
  cargo_tool trunk "$(trunk_toml trunk-version)" "2 to 7" --locked
  # Its own lock file pins a version that not every mirror of the registry has.
  cargo_tool wasm-bindgen "$(trunk_toml wasm_bindgen)" "2"
  rm -rf "$tools/build"
}

# trunk_toml KEY: its version there, without a leading "=".
trunk_toml() { sed -n "s/^$1 = \"=\{0,1\}\(.*\)\"/\1/p" Trunk.toml; }

# cargo_tool COMMAND VERSION MINUTES [FLAG…]. Unoptimised, because each runs for about a second a
# build but takes a quarter of an hour to compile with optimisation; without the default features,
# which are TLS for downloads that this set-up makes unnecessary.
cargo_tool() {
  local command=$1 version=$2 minutes=$3 crate=$1
  shift 3
  [ "$command" = wasm-bindgen ] && crate=wasm-bindgen-cli
  [ -n "$version" ] || fail "Trunk.toml names no version of $command"
  if has "$command" && [ "$("$command" --version 2>/dev/null | sed '1!d;s/ (.*//')" = "$command $version" ]; then return; fi

  say "Compiling $crate $version (usually $minutes minutes on two cores)."
  CARGO_TARGET_DIR=$tools/build CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=false \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=4 CARGO_PROFILE_RELEASE_PANIC=abort \
    cargo install --quiet --root "$tools" --no-default-features "$@" --version "=$version" "$crate" ||
    fail "$crate did not compile; see above. What is done so far is kept: running this again goes on from here."
  hash -r
}
