# The whole habit of working. Everything sets up what it is missing first: `make run` on a fresh machine is enough.
#
#   make run     build, and serve with the bundled sample at 127.0.0.1:8080 (PORT=)
#   make test    everything CI does: format, lint, native tests, build, size, browser tests
#   make build   dist/, to be put into any folder of any static host
#   make package what a portal installs: an npm tarball in target/package/
#   make portal  a merchant portal with the elements on its pages, on the same port (PORT=)
#   make dev     debug build on every change, served on the same port
#   make lint    format, clippy for native and wasm, versions
#   make bench   speed, in a browser        make real    the two public data sets
#   make other-browsers  what differs between engines, in Firefox and WebKit
#   make screenshots  the page in each state, in target/screenshots/
#   make accuracy  projections against what came
#   make setup   only the tools             make clean   removes what was built (not the tools)

SHELL := /bin/bash
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)
PORT ?= 8080
# Folders too, whose age tells of files that were taken away.
inputs := $(shell find core/src core/Cargo.toml figures markup src style tools/sample tools/wasm-streams) \
  tools/finish-dist.mjs tools/wasm-bytes.mjs tools/shorten-links.mjs tools/order-functions.mjs tools/compress.mjs index.html Cargo.toml Cargo.lock Trunk.toml package-lock.json $(wildcard .cargo/config.toml)

.NOTPARALLEL:
.PHONY: run test build package portal dev lint other-browsers bench screenshots accuracy real setup clean tools browser native-test script-test real-test browser-test

run: build
	node tools/serve.mjs dist --port $(PORT)

portal: build
	@echo "Compiling the portal (the first time about a minute)."
	cargo run --quiet --locked -p paceboard-portal -- dist --port $(PORT)

test: setup lint native-test script-test real-test build browser-test

build: tools dist/index.html

dist/index.html: $(inputs)
	@echo "Building dist/ (the first time about 5 minutes, then less than one)."
	trunk build --release --locked
	@node tools/check-size.mjs

package: build
	node tools/package.mjs

dev: tools
	trunk build --dist target/dev-dist
	@trap 'kill $$(jobs -p)' EXIT; trunk watch --dist target/dev-dist & node tools/serve.mjs target/dev-dist --port $(PORT)

lint: tools
	@echo "Linting (the first time about 3 minutes: the dependencies are compiled)."
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo clippy --locked -p paceboard --target wasm32-unknown-unknown -- -D warnings
	node tools/check-versions.mjs
	node tools/check-inputs.mjs

native-test: tools
	@echo "Native tests (the first time about 4 minutes, then less than one)."
	@mkdir -p target test-results
	set -o pipefail; cargo test --locked --workspace 2>&1 | tee test-results/native.log

# The scripts of the elements that need no browser.
script-test: tools
	@mkdir -p test-results
	set -o pipefail; node --test --test-reporter=tap tests/embed/ tests/tools/ | tee test-results/scripts.tap

# Skipped, and says so, where the two public data packages cannot be fetched.
real-test: tools
	tests/real/run.sh

browser-test: package browser
	@echo "Browser tests (about 20 minutes on two cores)."
	node tools/check-size.mjs
	@echo "Compiling the portal (the first time about a minute)."
	cargo build --quiet --locked -p paceboard-portal
	node tests/embed/build.mjs
	playwright test; status=$$?; node tools/test-summary.mjs || status=1; exit $$status

other-browsers: build
	@tools/setup.sh other-browsers
	node --test --test-reporter=spec tests/other-browsers/

bench: build browser
	node tools/bench.mjs

screenshots: build browser
	node tools/screenshots.mjs

# The chain of shops is left out, and that is said, where its data package cannot be fetched.
accuracy: tools
	tools/accuracy/run.sh

real: build
	tools/real/run.sh

setup: tools browser

tools:
	@tools/setup.sh rust node wasm-tools

browser: tools
	@tools/setup.sh browser

clean:
	rm -rf dist target test-results playwright-report
