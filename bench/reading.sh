#!/bin/sh
# bench/reading.sh FILE [ROUNDS]: time and peak memory of reading a workbook whole, ours beside others'.
# It installs nothing; what is missing is named and left out (bench/install fetches it).
set -eu
if [ $# -lt 1 ] || [ ! -f "$1" ]; then
    echo "bench/reading.sh FILE.xlsx [ROUNDS]" >&2
    exit 2
fi
file=$(realpath "$1")
rounds=${2:-5}
cd "$(dirname "$0")/.."
cmake --preset bench >/dev/null
ninja -C build/bench reading pledgebook >/dev/null
exec /usr/bin/python3 bench/reading.py "$file" "$rounds" build/bench
