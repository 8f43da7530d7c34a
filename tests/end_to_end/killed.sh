#!/usr/bin/env bash
# killed.sh PROGRAM TIMES [FILE]: `kill -9` at random moments of an import. Each time the book must be sound, hold
# what it held, and hold the new release wholly or not at all. FILE is a published workbook of release 7; without
# it a made-up release is imported.
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
times=$2
make_releases
mkdir "$work/before"
pledgebook --book "$work/before/a.book" import "$work/first" >/dev/null 2>&1
file=$work/second release=ust-30 expected=$second_answer
if (($# > 2)); then
    [[ -f $3 ]] || skip "it needs $3"
    file=$3 release=ust-7
    pledgebook --book "$work/whole.book" import "$file" >/dev/null 2>&1
    expected=$(pledgebook --book "$work/whole.book" total --release ust-7 --format json)
fi

# How long an import takes, in milliseconds: the moments are spread over that and a little more.
cp -r "$work/before/a.book" "$work/timed.book"
start=$(date +%s%3N)
pledgebook --book "$work/timed.book" import "$file" >/dev/null 2>&1
whole=$(($(date +%s%3N) - start + 10))

RANDOM=1 # the same moments each time, as far as a clock allows
wholly=0
for ((round = 1; round <= times; ++round)); do
    book=$work/$round.book
    # Every fourth book is a new one: the kill may come while it is being made.
    if ((round % 4)); then
        cp -r "$work/before/a.book" "$book"
    fi
    moment=$((RANDOM % (whole + whole / 5)))
    LC_ALL=C "$program" --book "$book" import "$file" >/dev/null 2>&1 &
    pid=$!
    sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    # Killed before there was a journal, there is no book yet: then nothing may lie there.
    if [[ ! -e $book/journal.jsonl ]]; then
        ((round % 4 == 0)) || fail "a kill after $moment ms took the journal away"
        [[ -z $(find "$book/sources" -type f 2>/dev/null) ]] || fail "a source lies in a book without a journal"
    else
        must_be_sound "$book" "a kill after $moment ms"
        if ((round % 4)) && [[ $(wholly_or_not "$book" ust-29 "$first_answer") != wholly ]]; then
            fail "a kill after $moment ms took ust-29 away"
        fi
        [[ $(wholly_or_not "$book" "$release" "$expected") == not ]] || wholly=$((wholly + 1))
    fi
    if ((round % 10 == 0)); then
        pledgebook --book "$book" import "$file" >/dev/null 2>"$work/again" ||
            fail "after a kill at $moment ms the import cannot be done again: $(cat "$work/again")"
        [[ $(wholly_or_not "$book" "$release" "$expected") == wholly ]] || fail "the import done again is not there"
    fi
    rm -rf "$book"
done
echo "killed $times times within $((whole + whole / 5)) ms: $wholly times the release was in, else not; never in part"
