# SPDX-License-Identifier: MIT
# value.mk - how many lock-outs does it avert, and who answers what people reported?  README.md here.
#
#   make value    the simulation, a pool of three seeds and sixteen fresh ones, its tables and picture: an hour; -j2 halves it
#   make museum   reports of people to projects like ours, asked of those projects and of us: a minute, needs the registries
VALUE := $(BUILD)/value
VALUE_PYTHON := $(VALUE)/python
VALUE_MODULES := $(abspath $(VALUE)/node_modules)

$(VALUE)/installed: tests/value/package.json tests/value/requirements.txt
	@mkdir -p $(VALUE)
	cp tests/value/package.json $(VALUE)/
	cd $(VALUE) && npm install --silent --no-audit --no-fund
	python3 -m pip install --quiet --disable-pip-version-check --upgrade --target $(VALUE_PYTHON) -r tests/value/requirements.txt
	touch $@

# PROTOCOL.md: the seeds that are pooled, with the whole sweep; the fresh ones, with the base settings only. Its third note: 13, 14 and 35 to 38 were not whole in time.
VALUE_POOL := 11 12 15
VALUE_FRESH := $(shell seq 21 34) 39 40
VALUE_RUN = PYTHONPATH=$(VALUE_PYTHON) python3 tests/value/simulate.py --cli $< --modules $(VALUE_MODULES) --seed $* --table $@
$(VALUE_POOL:%=$(VALUE)/seed%.tsv): $(VALUE)/seed%.tsv: $(BUILD)/loginlint tests/value/simulate.py tests/value/people.py tests/value/arms.py | $(VALUE)/installed
	$(VALUE_RUN)
$(VALUE_FRESH:%=$(VALUE)/seed%.tsv): $(VALUE)/seed%.tsv: $(BUILD)/loginlint tests/value/simulate.py tests/value/people.py tests/value/arms.py | $(VALUE)/installed
	$(VALUE_RUN) --quick

value: $(VALUE_POOL:%=$(VALUE)/seed%.tsv) $(VALUE_FRESH:%=$(VALUE)/seed%.tsv)
	PYTHONPATH=$(VALUE_PYTHON) python3 tests/value/report.py $(VALUE_POOL:%=$(VALUE)/seed%.tsv) --fresh $(VALUE_FRESH:%=$(VALUE)/seed%.tsv) --pool tests/value/results.tsv \
	  --readme $(VALUE)/value.md --svg tests/value/value.svg
	@lib/gen/splice tests/value/README.md 'value: begin' 'value: end' < $(VALUE)/value.md

museum: $(BUILD)/loginlint $(VALUE)/installed
	PYTHONPATH=$(VALUE_PYTHON) python3 tests/value/museum.py --cli $< --modules $(VALUE_MODULES) --readme $(VALUE)/museum.md
	@lib/gen/splice tests/value/README.md 'museum: begin' 'museum: end' < $(VALUE)/museum.md
.PHONY: value museum
