# heavy.mk - what needs other Debian systems; as root, with apt's mirror in reach (tests/heavy/chroot.sh).
#
#   make try-fresh   both commands of README.md in clean systems of Debian 12 and 13 (SUITES=...), the test also as -j8
#   make residue     what a call leaves of a secret and takes of the stack, under the compilers of Debian 12, 13 and sid
HEAVY_TARGETS += try-fresh residue

try-fresh:
	tests/heavy/try-fresh.sh $(SUITES)

residue:
	tests/heavy/residue.sh

.PHONY: try-fresh residue
