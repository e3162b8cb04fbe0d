# acts.mk - one act happens to each of many right values: is it named, and is the right value offered?  See README.md here.
#
#   make acts   ACTS_SEED=2026 ACTS_SAMPLES=60    the table by act (results.tsv), the picture (acts.svg)
ACTS_SEED    ?= 2026
ACTS_SAMPLES ?= 60

acts: $(BUILD)/loginlint
	python3 tests/acts/acts.py --cli $< --seed $(ACTS_SEED) --samples $(ACTS_SAMPLES) --table tests/acts/results.tsv --svg tests/acts/acts.svg
.PHONY: acts
