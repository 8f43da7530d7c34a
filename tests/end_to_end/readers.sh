#!/usr/bin/env bash
# readers.sh PROGRAM: what reads while another writes. Each reader answers, from the releases that are wholly in.
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
make_releases
reads=0
during=0
for ((round = 1; round <= 5; ++round)); do
    book=$work/$round.book
    pledgebook --book "$book" import "$work/first" >/dev/null 2>&1
    LC_ALL=C "$program" --book "$book" import "$work/second" >/dev/null 2>"$work/error" &
    writer=$!
    background=("$writer")
    writing=yes
    while [[ $writing == yes ]]; do
        kill -0 "$writer" 2>/dev/null || writing=no
        answer=$(pledgebook --book "$book" total --release ust-29 --format json) || fail "a reader could not read"
        [[ $answer == "$first_answer" ]] || fail "a reader read another ust-29: $answer"
        wholly_or_not "$book" ust-30 "$second_answer" >/dev/null
        reads=$((reads + 1))
        [[ $writing == no ]] || during=$((during + 1))
    done
    wait "$writer" || fail "the writer was disturbed by its readers: $(cat "$work/error")"
    background=()
    [[ $(wholly_or_not "$book" ust-30 "$second_answer") == wholly ]] || fail "ust-30 is not there"
    must_be_sound "$book" "reading while writing"
done
echo "read $reads times, $during of them while an import was under way"
