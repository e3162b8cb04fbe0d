# SPDX-License-Identifier: MIT
# acts.mk - one act happens to each of many right values: is it named, and is the right value offered?  See README.md here.
#
#   make acts    ACTS_SEED=2026 ACTS_SAMPLES=60     the tables (README.md here, results.tsv by act) and the picture (acts.svg)
#   make right   ACTS_SEED=2026 RIGHT_VALUES=20000  right values and all their prefixes: who is told something for nothing (right.tsv)
ACTS_SEED    ?= 2026
ACTS_SAMPLES ?= 60
RIGHT_VALUES ?= 20000

acts: $(BUILD)/loginlint
	python3 tests/acts/acts.py --cli $< --seed $(ACTS_SEED) --samples $(ACTS_SAMPLES) --table tests/acts/results.tsv --svg tests/acts/acts.svg --readme $(BUILD)/acts.md
	@lib/gen/splice tests/acts/README.md 'acts: begin' 'acts: end' < $(BUILD)/acts.md

right: $(BUILD)/loginlint
	python3 tests/acts/right.py --cli $< --seed $(ACTS_SEED) --values $(RIGHT_VALUES) --table tests/acts/right.tsv
.PHONY: acts right
