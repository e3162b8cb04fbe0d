# value.mk - how many lock-outs does it avert, and who answers what people reported?  README.md here.
#
#   make value    the simulation with seed 1 (its base settings with 2 and 3 as well), its tables and picture: a quarter of an hour
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

value: $(BUILD)/loginlint $(VALUE)/installed
	PYTHONPATH=$(VALUE_PYTHON) python3 tests/value/simulate.py --cli $< --modules $(VALUE_MODULES) --seed 1 --table $(VALUE)/seed1.tsv
	for seed in 2 3; do PYTHONPATH=$(VALUE_PYTHON) python3 tests/value/simulate.py --quick --cli $< --modules $(VALUE_MODULES) --seed $$seed --table $(VALUE)/seed$$seed.tsv || exit 1; done
	cp $(VALUE)/seed1.tsv tests/value/results.tsv
	PYTHONPATH=$(VALUE_PYTHON) python3 tests/value/report.py $(VALUE)/seed1.tsv --seeds $(VALUE)/seed2.tsv $(VALUE)/seed3.tsv --readme $(VALUE)/value.md --svg tests/value/value.svg
	@lib/gen/splice tests/value/README.md 'value: begin' 'value: end' < $(VALUE)/value.md

museum: $(BUILD)/loginlint $(VALUE)/installed
	PYTHONPATH=$(VALUE_PYTHON) python3 tests/value/museum.py --cli $< --modules $(VALUE_MODULES) --readme $(VALUE)/museum.md
	@lib/gen/splice tests/value/README.md 'museum: begin' 'museum: end' < $(VALUE)/museum.md
.PHONY: value museum
