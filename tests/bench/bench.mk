# SPDX-License-Identifier: MIT
# Speed and size.
#
#   make bench          every workload, and instructions by callgrind beside the committed figures
#   make bench-peers    peers in one sitting: C; JavaScript and Python where their packages can be had
#   make bench-chart    writes their table and tests/bench/peers.svg from the same run
#   make bench-icu      the companion
#   make sizes-targets  bytes for x86-64, arm64 and WebAssembly
PEERS_JS := validator@13.15.26 card-validator@10.0.4 wanakana@5.3.1 moji@0.5.1 zxcvbn@4.4.2
PEERS_PY := jaconv==0.5.0 mojimoji==0.0.13

bench: $(BUILD)/tests/bench/bench
	$<
	@if command -v valgrind > /dev/null; then tests/bench/count.sh $<; else echo 'instructions: needs valgrind'; fi

$(BUILD)/tests/bench/bench: | bench-icu-packages
bench-icu-packages:
	@lib/gen/install libicu-dev pkg-config

bench-icu: $(BUILD)/tests/bench/icu
	$<

# Measured anew each time.
$(BUILD)/peers.tsv: $(BUILD)/tests/bench/peers js FORCE
	@mkdir -p $(BUILD)/peers
	@npm install --silent --no-audit --no-fund --prefix $(BUILD)/peers $(PEERS_JS)
	@[ -x $(BUILD)/peers/venv/bin/python ] || python3 -m venv $(BUILD)/peers/venv
	@$(BUILD)/peers/venv/bin/pip install -q --disable-pip-version-check $(PEERS_PY)
	$< > $@.new
	node tests/bench/peers.mjs $(BUILD)/peers bindings/js/dist >> $@.new
	$(BUILD)/peers/venv/bin/python tests/bench/peers.py >> $@.new
	@mv $@.new $@

bench-peers: bench-packages $(BUILD)/peers.tsv
	@python3 tests/bench/chart.py < $(BUILD)/peers.tsv

bench-chart: bench-packages $(BUILD)/peers.tsv
	@python3 tests/bench/chart.py --table $(BUILD)/peers.md --svg tests/bench/peers.svg < $(BUILD)/peers.tsv
	@lib/gen/splice tests/bench/README.md 'bench: begin' 'bench: end' < $(BUILD)/peers.md

$(BUILD)/tests/bench/peers: bench-packages
bench-packages:
	@lib/gen/install libicu-dev libutf8proc-dev libidn-dev pkg-config python3-venv

sizes-targets:
	@lib/gen/install gcc-aarch64-linux-gnu libc6-dev-arm64-cross clang lld nodejs python3
	tests/bench/targets.sh

.PHONY: bench bench-icu-packages bench-icu bench-peers bench-chart bench-packages sizes-targets
