#!/bin/bash
# SPDX-License-Identifier: MIT
# targets.sh - code and tables at -Os for x86-64, arm64 and WebAssembly, folder by folder.
#
# Out: bytes of code and constants per folder; of WebAssembly those of the linked module, and what brotli
# makes of all of it.
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
flags='-std=c11 -ffreestanding -fvisibility=hidden -Os -fno-asynchronous-unwind-tables -Iinclude -Ilib'
declare -A compiler=([x86-64]='gcc' [arm64]='aarch64-linux-gnu-gcc' [wasm]='clang --target=wasm32')
for target in "${!compiler[@]}"; do
  mkdir "$out/$target"
  for f in $(lib/sources); do
    # shellcheck disable=SC2086
    ${compiler[$target]} $flags -c "$f" -o "$out/$target/$(basename "$f" .c).o"
  done
done
of() { # TARGET OBJECT...: code and constants
  local target=$1 names=() o
  shift
  for o in "$@"; do names+=("$out/$target/$o.o"); done
  size "${names[@]}" | awk 'NR > 1 { n += $1 + $2 + $3 } END { print n }'
}
wasm_of() { # OBJECT...: code and data of the linked module, and the module compressed
  local names=() o
  for o in "$@"; do names+=("$out/wasm/$o.o"); done
  wasm-ld --no-entry --strip-all --no-gc-sections --compress-relocations --allow-undefined -o "$out/module.wasm" "${names[@]}"
  python3 tests/bench/wasm_size.py "$out/module.wasm"
  node -e 'const b = require("fs").readFileSync(process.argv[1]);
    console.log(require("zlib").brotliCompressSync(b).length)' "$out/module.wasm"
}
row() { # TITLE OBJECT...
  local title=$1 wasm
  shift
  read -r -d '' -a wasm <<< "$(wasm_of "$@")" || true
  printf '%8d %8d %8d %8d  %s\n' "$(of x86-64 "$@")" "$(of arm64 "$@")" "${wasm[0]}" "${wasm[1]}" "$title"
}
printf '%8s %8s %8s %8s  %s\n' x86-64 arm64 wasm brotli folder
everything=()
for folder in $(lib/sources | cut -d/ -f2 | uniq); do
  mapfile -t objects < <(lib/sources | sed -n "s|^lib/$folder/\(.*\)\.c$|\1|p")
  everything+=("${objects[@]}")
  row "lib/$folder" "${objects[@]}"
done
row everything "${everything[@]}"
