#!/usr/bin/env bash
# builtin.sh PROGRAM DATA SHARED: the figures that are built in are what `export builtin` makes of the published
# files, byte for byte. DATA is the folder they are compiled from, SHARED the one with the published files.
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
data=$2
feed=$3/site/2026-08-04 rates=$3/rates/eurofxref-hist.zip economy=$3/economy
for file in "$feed" "$rates" "$economy/gdp.csv" "$economy/population.csv"; do
    [[ -e $file ]] || skip "it needs $file"
done
pledgebook --book "$work/a.book" import "$feed" "$rates" "$economy/gdp.csv" "$economy/population.csv" >/dev/null 2>&1
pledgebook --book "$work/a.book" export builtin --to "$work/made" >/dev/null 2>&1
files=0
while IFS= read -r file; do
    cmp "$work/made/$file" "$data/$file" || fail "$file in the repository is not what the published files give"
    files=$((files + 1))
done < <(cd "$work/made" && find . -type f)
((files == 4)) || fail "it made $files files, not 4"
echo "the built-in figures are what the published files give: $files files"
