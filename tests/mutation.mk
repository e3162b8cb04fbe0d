# mutation.mk - does a test notice when the library is changed in one place?  tests/mutation/mutate.py says how.
#
#   make mutation                a sample of MUTANTS source mutants and TABLE_MUTANTS table mutants, the same for the same sources
#   make record                 writes tests/record.inc anew, to which check_record holds the answers (part of make check)
#   make mutation MUTANTS=all TABLE_MUTANTS=all    every one (a day); goes on where an earlier run of the same sources stopped
TRUST_TARGETS += mutation

MUTANTS       ?= 150
TABLE_MUTANTS ?= 60

mutation: deps-mutation
	python3 tests/mutation/operators.py
	python3 tests/mutation/mutate.py -n $(MUTANTS) -t $(TABLE_MUTANTS) -j $(JOBS)

deps-mutation:
	@lib/gen/install gcc libc6-dev clang libclang-rt-dev check libicu-dev pkg-config python3

.PHONY: mutation deps-mutation

# What check_record holds the answers to; after a change of answers that is meant, with the reason in the commit.
$(BUILD)/tests/check_record: tests/record.inc

record: $(BUILD)/tests/check_record
	$< --record > $(BUILD)/record.inc
	mv $(BUILD)/record.inc tests/record.inc

.PHONY: record
