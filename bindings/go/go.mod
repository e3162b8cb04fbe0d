// SPDX-License-Identifier: MIT
module loginlint.io/loginlint

go 1.19
