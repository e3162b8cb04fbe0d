module loginlint.io/loginlint

go 1.19
