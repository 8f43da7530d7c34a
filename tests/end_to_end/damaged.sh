#!/usr/bin/env bash
# damaged.sh PROGRAM WORKBOOK: a published workbook cut at every 4 KiB must be refused, and the book stay as it was.
# With a block of it zeroed it must be refused too, or, where the block holds nothing that is read, be the same.
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
workbook=$2
[[ -f $workbook ]] || skip "it needs $workbook"
make_releases
book=$work/whole.book
before=$(state_of "$book")
size=$(stat -c %s "$workbook")
block=4096

for ((cut = 0; cut < size; cut += block)); do
    head -c "$cut" "$workbook" >"$work/cut.xlsx"
    must_be_refused "$book" "$before" "$work/cut.xlsx"
done
cuts=$refused

cp -r "$book" "$work/reference.book"
pledgebook --book "$work/reference.book" import "$workbook" >/dev/null 2>&1 || fail "the whole workbook is not taken in"
expected=$(pledgebook --book "$work/reference.book" total --release ust-7 --format json)
same=0
for ((at = 0; at < size; at += 16 * block)); do
    cp "$workbook" "$work/zeroed.xlsx"
    dd if=/dev/zero of="$work/zeroed.xlsx" bs=$block seek=$((at / block)) count=1 conv=notrunc status=none
    rm -rf "$work/try.book"
    cp -r "$book" "$work/try.book"
    if pledgebook --book "$work/try.book" import "$work/zeroed.xlsx" >/dev/null 2>&1; then
        [[ $(pledgebook --book "$work/try.book" total --release ust-7 --format json) == "$expected" ]] ||
            fail "zeroed at $at, the workbook was taken in with another total"
        same=$((same + 1))
    else
        must_be_refused "$book" "$before" "$work/zeroed.xlsx"
    fi
done
echo "refused: $cuts cut and $((refused - cuts)) zeroed workbooks; $same were zeroed where nothing is read"
