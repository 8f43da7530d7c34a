#!/usr/bin/env bash
# fetch.sh PROGRAM PUBLISHER: the newest release from a page, and everything that goes wrong on the way there. The
# page and its server are our own, on the loopback address.
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
publisher=$2
export no_proxy=127.0.0.1
cd "$work"
mkdir site
name=Ukraine_Support_Tracker_Release_
uuid=0a1b2c3d-1111-2222-3333-444455556666
for label in 27 28; do
    "$publisher" workbook $label 3000 "site/$uuid-$name$label.xlsx"
done
size=$(stat -c %s "site/$uuid-${name}28.xlsx")

mkfifo stays_open
"$publisher" serve site address log <stays_open &
background+=($!)
exec 9>stays_open
for ((look = 0; look < 600; ++look)); do
    [[ -s address ]] && break
    sleep 0.1
done
url=$(cat address)
rounds=0

# page LINK...: what the publisher's page links, in this order.
page() {
    local link
    {
        printf '<!doctype html><html><head><title>Ukraine Support Tracker Data</title></head><body>\n'
        printf '<a href="/note.pdf">Ukraine Support Tracker methodology</a><a href="mailto:a@b.example">write</a>\n'
        for link; do
            printf '<p><a href="%s">Download</a></p>\n' "$link"
        done
        printf '</body></html>\n'
    } >site/index.html
}

# fetch BOOK WORDS...: leaves what it printed in `output`, what it noted in `error`, its status in `status`.
fetch() {
    local book=$1
    shift
    status=0
    pledgebook --book "$book" fetch --page "$url/" "$@" >output 2>error || status=$?
    rounds=$((rounds + 1))
}

must_end() {
    ((status == $1)) || fail "$2: it ended with $status: $(head -c 600 output error)"
}

must_say() {
    grep -qF -- "$2" "$1" || fail "$3: it does not say '$2' but: $(head -c 600 "$1")"
}

# refused WHAT REASON: no book is made, nothing is left, and it is said why and what can be done.
refused() {
    must_end 2 "$1"
    must_say error "$2" "$1"
    must_say error "pledgebook import FILE" "$1"
    [[ ! -e no.book && ! -s output ]] || fail "$1: something was taken in"
}

# --- What there is.
page "/$uuid-${name}27.xlsx" "moved=301/$uuid-${name}28.xlsx"
fetch no.book --list
must_end 0 "the list"
[[ $(grep -oE '^Release [0-9]+' output | tr '\n' ' ') == "Release 28 Release 27 " ]] || fail "the list: $(cat output)"
fetch no.book --list --format json
must_say output "\"address\": \"$url/$uuid-${name}27.xlsx\"" "the list as JSON"

# --- The newest, which is not the first on the page and has moved; then again.
fetch a.book
must_end 0 "the newest"
must_say output "$uuid-${name}28.xlsx: ust-28" "the newest"
[[ ! -e a.book.part && ! -e a.book.part.from ]] || fail "what came is left beside the book"
must_be_sound a.book "a fetch"
before=$(state_of a.book)
fetch a.book
must_end 0 "the newest again"
must_say output "already" "the newest again"
[[ $(state_of a.book) == "$before" ]] || fail "what was there already changed the book"

# --- Another one; the same release under a new address; one that is not there.
fetch a.book --release 27
must_end 0 "an older one"
holds a.book ust-27 || fail "an older one is not in the book"
cp "site/$uuid-${name}28.xlsx" "site/ffffffff-${name}28.xlsx"
page "ffffffff-${name}28.xlsx"
before=$(state_of a.book)
fetch a.book
must_end 0 "a new random part"
[[ $(state_of a.book) == "$before" ]] || fail "the same bytes at another address changed the book"
fetch a.book --release 99
must_end 2 "a release that is not there"
must_say error "there are: Release 28" "a release that is not there"

# --- Only downloaded; never over a file that is there.
fetch no.book --output got.xlsx
must_end 0 "a download"
cmp -s got.xlsx "site/$uuid-${name}28.xlsx" || fail "the download differs"
fetch no.book --output got.xlsx
must_end 2 "a download over a file"
[[ ! -e no.book ]] || fail "a download made a book"

# --- Cut in the middle: the rest is asked for, in the same run and in the next.
page "/cut=70000/$uuid-${name}28.xlsx"
fetch b.book
must_end 0 "cut in the middle"
must_say log "bytes=70000-" "cut in the middle"
page "/cut=50000/$uuid-${name}28.xlsx"
fetch c.book --tries 1
must_end 2 "cut at each try"
must_say error "goes on from there" "cut at each try"
[[ $(stat -c %s c.book.part) == 50000 ]] || fail "what came is not kept"
cp c.book.part half.part && cp c.book.part.from half.part.from

page "/noranges/cut=50000/$uuid-${name}28.xlsx"
fetch c.book --tries 1
must_end 2 "another address, which is cut too"
# The same address, whose server has learned better, with half of the file there.
cp half.part c.book.part && cp half.part.from c.book.part.from
sed -i "s|cut=50000|slow=1|" c.book.part.from
page "/slow=1/$uuid-${name}28.xlsx"
fetch c.book
must_end 0 "gone on from an earlier run"
must_say error "50000 bytes of it had come before" "gone on from an earlier run"
must_be_sound c.book "a download in two parts"

# --- Killed in the middle, then gone on.
page "/slow=500/$uuid-${name}28.xlsx"
LC_ALL=C "$program" --book d.book fetch --page "$url/" >output 2>error &
killed=$!
for ((look = 0; look < 600; ++look)); do
    [[ -s d.book.part ]] && break
    sleep 0.05
done
kill -9 $killed
wait $killed 2>/dev/null || true
[[ -s d.book.part && ! -e d.book ]] || fail "killed: no part is left, or a book"
fetch d.book
must_end 0 "gone on after it was killed"
must_say error "had come before" "gone on after it was killed"

# --- Ranges ignored; the file changed in between; packed; in chunks.
cp half.part e.book.part && cp half.part.from e.book.part.from
sed -i "s|cut=50000|noranges|" e.book.part.from
page "/noranges/$uuid-${name}28.xlsx"
fetch e.book
must_end 0 "ranges ignored"
must_say error "begun anew" "ranges ignored"
cp half.part f.book.part && sed "s|cut=50000/||" half.part.from >f.book.part.from
cp "site/$uuid-${name}28.xlsx" as_it_was
"$publisher" workbook 28 2900 "site/$uuid-${name}28.xlsx"
page "/$uuid-${name}28.xlsx"
fetch f.book
must_end 0 "changed in between"
must_say error "begun anew" "changed in between"
cp as_it_was "site/$uuid-${name}28.xlsx"
for manner in packed chunked; do
    page "/$manner/$uuid-${name}28.xlsx"
    fetch "$manner.book"
    must_end 0 "$manner"
done
cmp -s e.book/journal.jsonl packed.book/journal.jsonl || fail "what came packed differs"

# --- What is no workbook.
printf '<!doctype html><html><title>Page not found</title></html>\n' >"site/${name}30.xlsx"
printf '<!doctype html><html><h1>Sign in</h1><input type="password"></html>\n' >"site/${name}31.xlsx"
printf '{"error": "gone"}\n' >"site/${name}32.xlsx"
head -c 60000 "site/$uuid-${name}28.xlsx" >"site/${name}33.xlsx"
printf 'PK\003\004 no zip at all' >"site/${name}34.xlsx"
{ head -c 30000 as_it_was && head -c 1000 /dev/zero && tail -c +31001 as_it_was; } >"site/${name}35.xlsx"
: >site/empty.xlsx
while read -r link reason; do
    page "$link"
    fetch no.book --tries 1
    refused "$link" "$reason"
    [[ ! -e no.book.part ]] || fail "$link: what is no workbook is kept"
done <<END
/${name}30.xlsx an HTML page ('Page not found') came
/${name}31.xlsx a page to log in at
/${name}32.xlsx JSON ('{"error": "gone"}') came
/${name}33.xlsx cut
/${name}34.xlsx ${name}34.xlsx
/${name}35.xlsx ${name}35.xlsx
/empty.xlsx an empty file came
/nowhere.xlsx nothing is there (the server answers 404)
/status=403/${name}30.xlsx does not let programs in
/status=500/${name}30.xlsx the server has trouble (it answers 500)
/silent/${name}30.xlsx closed the connection without an answer
/round=1/${name}30.xlsx more than 5 redirects
/shorter=5000/$uuid-${name}28.xlsx ${name}28.xlsx
END

# --- More than it says, and more than anybody wants.
page "/longer=5000/$uuid-${name}28.xlsx"
fetch no.book --tries 2
must_end 2 "longer than it is"
must_say error "$size of $((size + 5000)) bytes" "longer than it is"
rm -f no.book.part no.book.part.from
page "/endless/$uuid-${name}28.xlsx"
fetch no.book --largest 3
refused "endless" "more than 3 MB"
rm -f no.book.part no.book.part.from

# --- Nothing comes.
page "/slow=60000/$uuid-${name}28.xlsx"
fetch no.book --stall 1 --tries 1
refused "nothing comes" "nothing came for 1 s"

# --- The page itself: not there, without a workbook, gone for good, not to be reached, of https.
page
fetch no.book --list
refused "a page without a workbook" "no workbook is linked there (the page is 'Ukraine Support Tracker Data')"
rm site/index.html
fetch no.book
refused "no page" "nothing is there (the server answers 404)"
for address in http://127.0.0.1:1/ "https://${url#http://}/"; do
    status=0
    pledgebook --book no.book fetch --page "$address" >output 2>error || status=$?
    refused "$address" "connection"
done

# --- The files behind the site.
"$here/make-feed" site/feed 31 2022-06
status=0
pledgebook --book s.book fetch --site --page "$url/feed" >output 2>error || status=$?
must_end 0 "the site"
holds s.book ust-31 || fail "the site's release is not in the book"
printf '<html>moved</html>' >site/feed/weapons.csv
status=0
pledgebook --book no.book fetch --site --page "$url/feed/" >output 2>error || status=$?
refused "a page among the site's files" "an HTML page came, and no table"

# --- For a log: how far it is.
page "/$uuid-${name}28.xlsx"
fetch g.book --progress
must_say error "asking 127.0.0.1" "the progress"
must_say error "downloading" "the progress"
exec 9>&-
echo "fetched and refused: $rounds rounds, a workbook of $size bytes"
