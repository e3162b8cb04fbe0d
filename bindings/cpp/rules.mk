# SPDX-License-Identifier: MIT
# C++: a header over the library; `make check-cpp` tests it with g++ and clang++.
BINDINGS += cpp
check-cpp: $(BUILD)/libloginlint.a dist/loginlint.c $(BUILD)/tests/transcript
	@lib/gen/install g++ clang
	bindings/cpp/check.sh
.PHONY: check-cpp
