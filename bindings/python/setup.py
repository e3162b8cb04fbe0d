# SPDX-License-Identifier: MIT
"""The extension: the library as one file (vendor/, put there by `make python`) behind the limited API."""
from setuptools import Extension, setup

setup(
    ext_modules=[Extension('loginlint._loginlint', ['src/_loginlint.c', 'vendor/loginlint.c'], include_dirs=['vendor'],
                           define_macros=[('Py_LIMITED_API', '0x030B0000'), ('LOGINLINT_API', '')],
                           extra_compile_args=['-std=c11', '-O2', '-fvisibility=hidden', '-Wno-unused-function'], py_limited_api=True)],
    options={'bdist_wheel': {'py_limited_api': 'cp311'}},
)
