#!/usr/bin/env bash
# two_at_once.sh PROGRAM: two imports into one book at the same time. Each ends with 0, or with 2 and the name of
# the lock's holder; the book is sound and, when both have been through, holds both releases.
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
make_releases

# import_both BOOK FILE FILE: leaves what failed in `again`.
import_both() {
    local book=$1 number file pids=() status
    shift
    again=()
    for number in 1 2; do
        LC_ALL=C "$program" --book "$book" import "${!number}" >"$work/output$number" 2>"$work/error$number" &
        pids+=($!)
    done
    for number in 1 2; do
        status=0
        wait "${pids[$((number - 1))]}" || status=$?
        file=${!number}
        if ((status == 2)); then
            grep -qiE 'lock|writ' "$work/error$number" ||
                fail "refused, but not for the lock: $(cat "$work/error$number")"
            again+=("$file")
        elif ((status != 0)); then
            fail "the import of $file ended with $status: $(cat "$work/error$number")"
        fi
    done
}

waited=0
for ((round = 1; round <= 10; ++round)); do
    book=$work/$round.book
    import_both "$book" "$work/first" "$work/second"
    must_be_sound "$book" "two imports at once"
    ((${#again[@]} < 2)) || fail "of two imports neither came through"
    for file in "${again[@]}"; do
        waited=$((waited + 1))
        pledgebook --book "$book" import "$file" >/dev/null 2>"$work/error" || fail "then: $(cat "$work/error")"
    done
    [[ $(wholly_or_not "$book" ust-29 "$first_answer") == wholly ]] || fail "ust-29 is not there"
    [[ $(wholly_or_not "$book" ust-30 "$second_answer") == wholly ]] || fail "ust-30 is not there"
done

import_both "$work/same.book" "$work/first" "$work/first"
must_be_sound "$work/same.book" "the same import twice at once"
[[ $(pledgebook --book "$work/same.book" releases | grep -cw 'ust-29') == 1 ]] || fail "the same release is in twice"
echo "two at once, 10 times: $waited had to come again"
