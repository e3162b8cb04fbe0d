#!/bin/bash
# keyboard_simulation.sh - builds and runs the simulation of values typed with the input method on (keyboard_simulation.c).
set -eu
cd "$(dirname "$0")/../.."
make --no-print-directory -s build/tests/keyboard_simulation
build/tests/keyboard_simulation tests/words.txt
