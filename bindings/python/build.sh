#!/bin/bash
# SPDX-License-Identifier: MIT
# build.sh - the source distribution and, from it, the wheel, in build/python/; run from the root.
set -euo pipefail
mkdir -p bindings/python/vendor build/python
cp dist/loginlint.c dist/loginlint.h bindings/python/vendor/
cp COPYING bindings/python/
python3 -c 'import venv, ensurepip' 2> /dev/null || lib/gen/install python3-venv python3-dev
[ -x build/python/tools/bin/pip ] || python3 -m venv build/python/tools
build/python/tools/bin/pip install -q 'setuptools>=77' wheel build
rm -f build/python/*.whl build/python/*.tar.gz
build/python/tools/bin/python -m build -q --no-isolation --outdir build/python bindings/python > build/python/build.log 2>&1 || { tail -20 build/python/build.log; exit 1; }
ls build/python/*-abi3-*.whl
