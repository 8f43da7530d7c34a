#!/usr/bin/env bash
# wrong_files.sh PROGRAM: files that are no release under the name of one. Each time: exit status 2, the reason on
# the standard error, nothing on the standard output, the book as it was.
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
make_releases
book=$work/whole.book
before=$(state_of "$book")
mkdir "$work/wrong"
cd "$work/wrong"

: >empty.xlsx
head -c 100000 /dev/zero >zeroes.xlsx
printf 'PK\003\004' >four_bytes.xlsx
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' >picture.xlsx
printf '%%PDF-1.7\n1 0 obj\n' >document.xlsx
printf '\320\317\021\340\241\261\032\341' >old_excel.xlsx && head -c 4096 /dev/zero >>old_excel.xlsx
printf '<!DOCTYPE html><html><body>Not found</body></html>\n' >page.xlsx
printf '{"error": "not found"}\n' >answer.xlsx
printf 'just some words\n' >words.csv
printf 'a,b,c\n1,2,3\n' >other.csv
printf '"a\n' >open_quote.csv
printf '\377\376' >only_a_mark.csv
cp "$program" program.xlsx
gzip -c "$here/make-feed" >packed.xlsx
head -c 50000 "$program" | tail -c 20000 >noise.csv
mkdir empty_folder
mkdir half_a_feed && cp "$work/first/release_info.csv" half_a_feed/
for file in * nowhere.xlsx; do
    must_be_refused "$book" "$before" "$file"
done

# A table that was cut within a row is refused; cut between two it is still a table, and that it does not add up to
# the others must be said.
cp -r "$work/first" "$work/torn"
head -c 3000 "$work/first/data_explorer.csv" >"$work/torn/data_explorer.csv"
must_be_refused "$book" "$before" "$work/torn"
head -n 30 "$work/first/data_explorer.csv" >"$work/torn/data_explorer.csv"
pledgebook --book "$work/torn.book" import "$work/torn" >"$work/output" 2>&1 || true
grep -q 'the donors add up to' "$work/output" || fail "a table cut short is taken in without a finding"
echo "refused: $refused files"
