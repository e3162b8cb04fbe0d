module loginlint

go 1.19
