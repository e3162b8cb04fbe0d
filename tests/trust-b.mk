# trust-b.mk - gates on what a program relies on beyond the answers; each closes with one line of its figures.
#
#   make threads       eight threads under gcc's and clang's thread sanitizer (part of make check)
#   make abi           functions, record members and numbers as recorded in tests/abi (part of make check)
#   make abi-record    records what is new; never takes anything away
#   make secrets       nothing left on the stack; secrets of one kind are told alike (part of make check)
#   make abidiff        the same of what the compiler says of functions and records (part of make check)
#   make taint          no byte of a secret flows into what may be shown (clang 19's data-flow sanitizer)
#   make msan           no answer depends on memory that nobody wrote (clang 19's memory sanitizer)
#   make effects        no function of the library can allocate, lock or block (clang 22; part of make check where there is one)
#   make portability   i386, s390x, aarch64, musl, other compilers and levels: the same answers (installs cross compilers)
#   make proof         Frama-C: memory, arithmetic and an end, for inputs of any length (tests/proof; installs Frama-C)
TRUST_TARGETS += threads abi abidiff secrets taint msan effects portability proof

threads abi abidiff secrets:
	tests/extra/$@.sh

abi-record:
	tests/extra/abi.sh --record

taint: deps-taint
	tests/secrets/taint.sh

deps-taint:
	@lib/gen/install clang-19 libclang-rt-19-dev

msan: deps-taint
	tests/trust/msan.sh

effects: deps-effects
	tests/extra/effects.sh

deps-effects:
	@lib/gen/install clang-22 python3

portability: deps-portability
	tests/portability/portability.sh

deps-portability:
	@lib/gen/install gcc-i686-linux-gnu libc6-dev-i386-cross gcc-s390x-linux-gnu libc6-dev-s390x-cross gcc-aarch64-linux-gnu \
	  libc6-dev-arm64-cross qemu-user musl-tools

proof: deps-proof
	tests/proof/proof.sh

deps-proof:
	@lib/gen/install frama-c-base why3 z3 cvc4 python3

.PHONY: msan taint deps-taint effects deps-effects proof deps-proof threads abi abi-record secrets portability deps-portability
