#!/bin/bash
# SPDX-License-Identifier: MIT
# licence.sh - every file says under which licence it stands, in its first lines, or .reuse/dep5 says it of what no comment can stand in.
#
# In: the files of the project.  Out: one line of figures, or each file that says nothing, and each pattern of .reuse/dep5 that fits none.
# Planted failures: a file that says it too late, and a pattern for nothing.
cd "$(dirname "$0")/.." || exit 2
set -f
patterns=$(sed -n 's/^Files: *//p' .reuse/dep5)
declare -A fits

declared() { # FILE
  local pattern
  for pattern in $patterns; do
    # shellcheck disable=SC2053
    [[ $1 == $pattern ]] && fits[$pattern]=1 && return
  done
  return 1
}

faults() { # FILE...
  local file pattern undeclared=()
  for file; do
    declared "$file" || undeclared+=("$file")
  done
  comm -23 <(printf '%s\n' "${undeclared[@]}" | sort) \
    <(awk 'FNR > 8 { nextfile } /SPDX-License-Identifier: [A-Z]/ { print FILENAME; nextfile }' "${undeclared[@]}" | sort) | sed 's/$/: no SPDX-License-Identifier in its first lines/'
  for pattern in $patterns; do
    [ "${fits[$pattern]-}" ] || echo ".reuse/dep5: nothing fits $pattern"
  done
}

mapfile -t files < <(tests/files.sh)
wrong=$(faults "${files[@]}")
[ -z "$wrong" ] || { echo "$wrong"; exit 1; }
late=$(mktemp)
trap 'rm -f "$late"' EXIT
printf '\n\n\n\n\n\n\n\n# SPDX-License-Identifier: MIT\n' > "$late"
patterns+=' *.none'
planted=$(faults "${files[@]}" "$late" | grep -c -e "^$late: no" -e 'fits \*.none$')
[ "$planted" = 2 ] || { echo 'a planted failure is not seen'; exit 1; }
echo "licence: ${#files[@]} files say it; 2 planted failures found"
