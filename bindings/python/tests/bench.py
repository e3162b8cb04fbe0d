"""ns of a check of a 16-character ID, and of a check of a full-width address with its causes and their sentences: of processor time."""
import time
import timeit

import loginlint

policy = loginlint.Policy('login-id')


def sentences():
    return [(cause.message(), cause.next()) for cause in loginlint.check(policy, 'ｔａｒｏ＠ｇｍａｉｌ．ｃｏｍ').causes]


for call in (lambda: loginlint.check(policy, 'taro.yamada_2026'), sentences):
    print(int(min(timeit.repeat(call, number=1000, repeat=30, timer=time.process_time)) / 1000 * 1e9))
