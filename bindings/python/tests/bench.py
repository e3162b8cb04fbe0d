# SPDX-License-Identifier: MIT
"""ns of a check of a 16-character ID, of a check of a full-width address with its causes and their sentences, and of one such ID in a batch:
of processor time."""
import array
import time
import timeit

import loginlint

policy = loginlint.Policy('login-id')
COUNT = 10_000
data, offsets = b'taro.yamada_2026' * COUNT, array.array('I', range(0, 16 * COUNT + 1, 16))


def sentences():
    return [(cause.message(), cause.next()) for cause in loginlint.check(policy, 'ｔａｒｏ＠ｇｍａｉｌ．ｃｏｍ').causes]


def best(call, number, of, repeat):
    return int(min(timeit.repeat(call, number=number, repeat=repeat, timer=time.process_time)) / number / of * 1e9)


print(best(lambda: loginlint.check(policy, 'taro.yamada_2026'), 1000, 1, 30), best(sentences, 1000, 1, 30),
      best(lambda: loginlint.check_batch(policy, data, offsets), 1, COUNT, 200))
