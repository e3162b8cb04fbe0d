# SPDX-License-Identifier: MIT
# One table of the bindings that bindings/*/rules.mk registered: cases, what passed, what a language cannot hold (raw bytes, lone
# surrogates), causes that were compared, ns per check, per check with its causes and their sentences, and per value of a batch.
check-bindings: $(BINDINGS:%=check-%)
	@printf '%-16s %8s %8s %8s %10s %8s %14s %9s\n' binding cases passed skipped ns/check causes ns+sentences ns/batch
	@awk -F '\t' '{ printf "%-16s %8d %8d %8d %10s %8d %14s %9s\n", $$1, $$2, $$3, $$4, $$5, $$6, $$7, $$8; all += $$2; good += $$3; skipped += $$4 } \
	    END { printf "%d passed, %d failed, %d skipped\n", good, all - good, skipped }' $(BINDINGS:%=build/bindings/%.txt)
.PHONY: check-bindings
