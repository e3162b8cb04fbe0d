#!/bin/bash
# SPDX-License-Identifier: MIT
# build.sh - the C core as WebAssembly modules and their translation to JavaScript.
#
# In: the core, engine/*.c.  Out, in build/js/engine: core.wasm (context, verdicts of card numbers and PINs), letters.wasm (what login IDs and
# passwords have besides), causes.wasm (what is said of a value, what a paste brings with it,
# the tables of characters and layouts) and candidates.wasm (whole values), which
# import the core's memory and functions; core.js and so on by wasm2js, each an `export default` of a function of its imports; rules (from a
# rule string to a policy), preflight and key likewise, which need none of them; for each language TAG.txt, its texts in
# the order of lib/words/sentences.inc, TAG.advice.txt, those of them that preflight says, and a line "NUMBER TAG" of languages.txt.
# Compiling and linking are two steps: clang's driver runs whatever wasm-opt it finds when it links.
set -euo pipefail
cd "$(dirname "$0")/../../.."
js=bindings/js out=build/js/engine bin=$PWD/bindings/js/node_modules/.bin
rm -rf "$out" && mkdir -p "$out"
sed -nE 's/^X\(LANGUAGE, ([0-9]+), [A-Z_]+, "(.*)"\)$/\1 \2/p' lib/words/names.def > "$out/languages.txt"
# What the package has no function for is left out.
unsaid='advice.* preset.* code.*.about cause.*.about verdict.* severity.* preflight.* remedy.* operation.*'
unadvised='code.* cause.* preset.* advice.*.about verdict.* severity.* preflight.* remedy.* operation.* basis.* brand.* field.*'
while read -r _ tag; do
  set -f
  python3 lib/gen/gen_words.py texts "$tag" $unsaid > "$out/$tag.txt"
  python3 lib/gen/gen_words.py texts "$tag" $unadvised > "$out/$tag.advice.txt"
  set +f
done < "$out/languages.txt"
bytes=$(while read -r _ tag; do wc -c < "$out/$tag.txt"; done < "$out/languages.txt" | sort -n | tail -n 1)

compile() { # SOURCE FLAG...
  local source=$1
  shift
  clang --target=wasm32 -std=c11 -ffreestanding -fvisibility=hidden -Oz -fno-inline "$@" -Iinclude -Ilib \
    -c "$source" -o "$out/$(basename "$source" .c).o"
}
of() { lib/sources | sed -nE "s,^lib/($1)/(.*)\.c$,\2,p"; } # FOLDERS
without() { grep -vxF "${1// /$'\n'}"; }
# Of the first three the core asks by name, when it needs them. A character that only the tables know is unassigned until they are there: it
# stops the value, and what stops a value brings them.
tables='chartab layouts other_keys'
pasted='paste paste_words paste_line paste_part paste_run paste_signs encoded'
lettered='login_id password email address local_part domain_part domains host_name caps_lock num_lock phone'
parsing='parse parse_lenient values properties character_set resolve'
core="arena clear memory $(of 'text|policy|check' | without "$tables $pasted $lettered $parsing writer fix")"
letters="clear $lettered"
rules="policy memory $parsing scan utf host_name wipe writer"
causes="clear texts message cause_words sentence calendar writer $tables $pasted $(of explain)"
candidates="clear fix $(of candidates)"
preflight="ask texts memory preflight service advice json_writer sentence calendar names scan utf wipe writer blocks chartab properties values"
key="same memory key utf wipe writer blocks chartab"
for name in $(printf '%s\n' $core $letters $rules $causes $candidates $preflight $key | sort -u); do
  case $name in
    arena | ask | clear | policy | same) compile $js/engine/$name.c ;;
    texts) compile $js/engine/$name.c -DTEXTS_BYTES="$bytes" ;;
    memory) compile $js/engine/$name.c -fno-builtin ;;
    *) compile "$(lib/sources | grep "/$name\.c$")" ;;
  esac
done
objects() { for name in $1; do echo "$out/$name.o"; done; }
symbols() { llvm-nm "${@:2}" 2> /dev/null | awk -v kind="$1" 'NF > 1 && $(NF - 1) ~ kind { print $NF }' | sort -u; }
command -v llvm-nm > /dev/null || llvm-nm() { "$(ls /usr/bin/llvm-nm-* | tail -n 1)" "$@"; }

link() { wasm-ld --no-entry --strip-all --gc-sections -z stack-size=16384 "$@"; }
exports() { printf -- '--export=%s\n' "$@"; }
memory='--initial-memory=524288 --max-memory=524288'
# What a module needs of another: functions only; data cannot be imported.
needed() { comm -23 <(symbols '^U$' $(objects "$1")) <(symbols '^[TDRBdrb]$' $(objects "$1")); }
of_another() { comm -12 <(for module in "${@:2}"; do needed "$module"; done | sort -u) <(symbols '^T$' $(objects "$1")); } # MODULE OTHER...
link $memory --allow-undefined $(exports loginlint_{arena,clear,abi,context_parse,check_utf16} \
  $(of_another "$core" "$letters" "$causes" "$candidates")) -o "$out/core.raw" $(objects "$core")
beside() { link $memory --import-memory --allow-undefined --global-base="$@"; }
beside 229376 $(exports loginlint_clear $(of_another "$letters" "$core" "$causes" "$candidates")) -o "$out/letters.raw" $(objects "$letters")
beside 262144 $(exports loginlint_{clear,texts,message,explain_utf16,cause_message,cause_next,describe} $(of_another "$causes" "$core" "$letters" "$candidates")) \
  -o "$out/causes.raw" $(objects "$causes")
beside 393216 $(exports loginlint_clear loginlint_candidates_find_utf16) -o "$out/candidates.raw" $(objects "$candidates")
link $(exports loginlint_rules{,_bytes,_where,_policy}) --initial-memory=65536 --max-memory=65536 -o "$out/rules.raw" $(objects "$rules")
link --export=loginlint_texts --export=loginlint_ask --export=loginlint_ask_bytes --export=loginlint_ask_where \
  --initial-memory=196608 --max-memory=196608 -o "$out/preflight.raw" $(objects "$preflight")
link $(exports loginlint_same loginlint_same_units loginlint_same_bytes) --initial-memory=131072 --max-memory=131072 -o "$out/key.raw" $(objects "$key")
for name in core letters rules causes candidates preflight key; do
  # Room for texts is no data; tables in one piece compress better.
  [ $name = causes ] && how=--zero-filled-memory || how=--skip-pass=memory-packing
  "$bin/wasm-opt" -Oz --converge $how --strip-producers --strip-target-features "$out/$name.raw" -o "$out/$name.wasm"
  "$bin/wasm2js" -Oz "$out/$name.wasm" -o "$out/$name.wasm2js"
  # Only the function: the glue of wasm2js calls it when the file is loaded.
  awk '/^import / { next } /^var (mem|ret)asmFunc/ { exit } { print } END { print "export default asmFunc;" }' \
    "$out/$name.wasm2js" > "$out/$name.js"
  grep -q '^function asmFunc' "$out/$name.js"
done
