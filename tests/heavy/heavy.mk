# heavy.mk - what needs other Debian systems; as root, with apt's mirror in reach (tests/heavy/chroot.sh).
#
#   make try-fresh   both commands of README.md in clean systems of Debian 12 and 13 (SUITES=...), the test also as -j8
HEAVY_TARGETS += try-fresh

try-fresh:
	tests/heavy/try-fresh.sh $(SUITES)

.PHONY: try-fresh
