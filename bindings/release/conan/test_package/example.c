/* SPDX-License-Identifier: MIT */
#include <loginlint.h>

int main(void) { return loginlint_abi() == LOGINLINT_ABI ? 0 : 1; }
