# A Rust that compiles for this machine and for the browser, with clippy and rustfmt.
# shellcheck shell=bash disable=SC2154,SC2015
# Sourced by tools/setup.sh.

setup_rust() {
  if has rustc && have_stamp rust "$(rustc -vV)"; then return; fi
  if ! rust_works && has rustup; then rust_from_rustup; fi
  if ! rust_works && apt_has rustc-web; then rust_from_debian; fi
  rust_works || fail \
    "This needs Rust with clippy, rustfmt and the target wasm32-unknown-unknown." \
    "Install rustup as its home page says, then run this again."
  set_stamp rust "$(rustc -vV)"
}

rust_works() {
  has cargo && cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 && compiles_for_wasm
}

# A real compilation, linker included: a target can be listed as installed and still not work.
compiles_for_wasm() {
  local scratch status=0
  scratch=$(mktemp -d)
  echo 'fn main() {}' >"$scratch/main.rs"
  rustc --edition 2024 --target wasm32-unknown-unknown -o "$scratch/main.wasm" "$scratch/main.rs" >/dev/null 2>&1 || status=1
  rm -rf "$scratch"
  return $status
}

rust_from_rustup() {
  say "Adding the browser's target to Rust with rustup (usually under a minute)."
  rustup target add wasm32-unknown-unknown && rustup component add clippy rustfmt ||
    say "rustup cannot add it here."
}

# Debian's rustc-web is a recent compiler (Chromium is built with it) but comes without the
# browser's standard library; its source is packaged, so the library is compiled here, once.
# From then on `cargo build --target wasm32-unknown-unknown` needs no special flags.
rust_from_debian() {
  say "Installing Debian's current Rust compiler (usually under a minute)."
  apt_install rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web
  local llvm
  llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  apt_install "lld-$llvm"

  # Ahead of a rustup that may also be there, so that one compiler does everything.
  local name
  for name in cargo cargo-clippy cargo-fmt clippy-driver rustc rustdoc rustfmt; do
    ln -sfn "/usr/bin/$name" "$tools/bin/$name"
  done
  hash -r

  local host_dir
  host_dir=/usr/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')
  as_root mkdir -p "$host_dir/bin"
  as_root ln -sfn "/usr/bin/lld-$llvm" "$host_dir/bin/rust-lld"
  compiles_for_wasm || build_wasm_std
}

build_wasm_std() {
  say "Compiling Rust's standard library for the browser (usually 1 to 2 minutes)."
  local work=$tools/wasm-std to=/usr/lib/rustlib/wasm32-unknown-unknown
  rm -rf "$work"
  mkdir -p "$work/src" "$work/lib"
  printf '[package]\nname = "scratch"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$work/Cargo.toml"
  echo '#![no_std]' >"$work/src/lib.rs"
  # The bootstrap switch lets this one command use an unstable flag; the project itself uses none.
  # Bitcode is what link-time optimisation across the library needs.
  (cd "$work" && RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=target cargo build --quiet \
    -Zbuild-std=std,panic_abort,test --target wasm32-unknown-unknown --release) ||
    fail "the standard library did not compile; see above"
  find "$work/target/wasm32-unknown-unknown/release/deps" -name '*.rlib' ! -name 'libscratch-*' -exec cp {} "$work/lib/" \;
  as_root rm -rf "$to.new" "$to"
  as_root mkdir -p "$to.new"
  as_root cp -R "$work/lib" "$to.new/lib"
  as_root chmod -R a+rX "$to.new"
  as_root mv "$to.new" "$to"
  rm -rf "$work"
}
