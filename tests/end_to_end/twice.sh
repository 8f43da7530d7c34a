#!/usr/bin/env bash
# twice.sh PROGRAM FILE...: the same files give the same book, the same answers and the same content hash each time:
# imported twice, rebuilt, and rebuilt without its cache. Without files, made-up releases are imported.
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
shift
make_releases
files=("$@")
if ((${#files[@]} == 0)); then
    files=("$work/first" "$work/second")
fi
for file in "${files[@]}"; do
    [[ -e $file ]] || skip "it needs $file"
done

mkdir "$work/one" "$work/two"
for book in one two; do
    for file in "${files[@]}"; do
        pledgebook --book "$work/$book/a.book" import "$file" >>"$work/$book.printed" 2>/dev/null
    done
done
cmp "$work/one.printed" "$work/two.printed" || fail "the same imports printed something else"
pledgebook --book "$work/one/a.book" verify >"$work/verify1" 2>/dev/null
pledgebook --book "$work/two/a.book" verify >"$work/verify2" 2>/dev/null
cmp "$work/verify1" "$work/verify2" || fail "two books of the same files are not the same"
before=$(truth_of "$work/one/a.book")

pledgebook --book "$work/one/a.book" rebuild >"$work/rebuild1" 2>/dev/null
pledgebook --book "$work/two/a.book" rebuild >"$work/rebuild2" 2>/dev/null
cmp "$work/rebuild1" "$work/rebuild2" || fail "rebuilding the same book gives two hashes"
rm -f "$work/two/a.book/cache.duckdb"
pledgebook --book "$work/two/a.book" verify >"$work/verify2" 2>/dev/null || fail "a book without its cache is not sound"
cmp "$work/verify1" "$work/verify2" || fail "a book without its cache is another one"
[[ $(truth_of "$work/one/a.book") == "$before" ]] || fail "rebuilding changed the sources or the journal"
printf 'torn' >"$work/two/a.book/cache.duckdb"
pledgebook --book "$work/two/a.book" total >"$work/total2" 2>/dev/null || fail "a torn cache is not made again"
pledgebook --book "$work/one/a.book" total >"$work/total1" 2>/dev/null
cmp "$work/total1" "$work/total2" || fail "with a torn cache the answer is another one"
echo "the same each time: $(cat "$work/rebuild1")"
