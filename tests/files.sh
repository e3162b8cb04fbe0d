#!/bin/sh
# SPDX-License-Identifier: MIT
# files.sh [PATTERN...] - the files of the project that are not made by it, also where there is no git (a tarball), or one that
# will not look (another owner).
cd "$(dirname "$0")/.." || exit 2
git ls-files -co --exclude-standard "$@" 2> /dev/null && exit
[ $# -gt 0 ] || set -- '*'
for pattern; do
  find . -type f -name "${pattern##*/}" -path "./${pattern%"${pattern##*/}"}*" ! -path './.git/*' ! -path '*/build/*' ! -path './dist/*' ! -path '*/node_modules/*' ! -path '*/__pycache__/*' |
    sed 's|^\./||'
done | sort -u
