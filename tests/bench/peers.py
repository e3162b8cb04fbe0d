#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What jaconv and mojimoji take to fold width, on the strings of peers.c: lines as peers.c prints them."""
import timeit, unicodedata

import jaconv, mojimoji

INPUTS = ['taro.yamada_2026', 'ｔａｒｏ．ｙａｍａｄａ＿２０２６', 'さくらのはなみにいこうよ', 'taro12ｔａｒｏたろうﾀﾛ山', '4111111111111111']
PEERS = [
    ('Python unicodedata NFKC', lambda text: unicodedata.normalize('NFKC', text)),
    ('jaconv', lambda text: jaconv.z2h(text, kana=False, ascii=True, digit=True)),
    ('mojimoji', lambda text: mojimoji.zen_to_han(text, kana=False)),
]

for name, run in PEERS:
    best = [min(timeit.repeat(lambda: run(text), number=200, repeat=30)) / 200 * 1e9 for text in INPUTS]
    print('\t'.join([name] + ['%.1f' % ns for ns in best]))
