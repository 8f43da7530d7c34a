#!/usr/bin/env bash
# full_disk.sh PROGRAM limit|mount: an import that cannot write all it wants. It ends with 2 and a reason, the book is
# sound and holds the new release wholly or not at all, and with space again the import comes through.
# `limit` lets no file grow beyond a size; `mount` fills a small file system (root only, else skipped).
# shellcheck source-path=SCRIPTDIR source=setting.sh
source "$(dirname "$0")/setting.sh" "$1"
make_releases
pledgebook --book "$work/before.book" import "$work/first" >/dev/null 2>&1

# look_after BOOK STATUS WHAT
look_after() {
    local book=$1 status=$2 what=$3 state
    ((status == 0 || status == 2)) || fail "with $what the import ended with $status: $(cat "$work/error")"
    ((status == 0)) || [[ -s $work/error ]] || fail "with $what the import failed without a reason"
    must_be_sound "$book" "an import with $what"
    [[ $(wholly_or_not "$book" ust-29 "$first_answer") == wholly ]] || fail "with $what ust-29 was lost"
    state=$(wholly_or_not "$book" ust-30 "$second_answer")
    ((status != 0)) || [[ $state == wholly ]] || fail "with $what the import ended with 0, but ust-30 is not there"
    echo "$what: exit $status, $state in"
}

by_limit() {
    local kilobytes book status refused=0
    for kilobytes in 0 1 4 16 64 128 256 512 1024 4096 100000; do
        book=$work/$kilobytes.book
        cp -r "$work/before.book" "$book"
        status=0
        # The signal is ignored, so that the write itself fails, as it does on a full disk.
        (trap '' XFSZ && ulimit -f "$kilobytes" && LC_ALL=C exec "$program" --book "$book" import "$work/second") \
            2>&1 >/dev/null | cat >"$work/error" || status=$?
        look_after "$book" "$status" "files of up to $kilobytes KiB"
        ((status == 0)) || refused=$((refused + 1))
        pledgebook --book "$book" import "$work/second" >/dev/null 2>&1 || fail "with space again it cannot be imported"
        [[ $(wholly_or_not "$book" ust-30 "$second_answer") == wholly ]] || fail "with space again it is not there"
    done
    ((refused > 0)) || fail "no limit was small enough to matter"
}

by_mount() {
    local disk=$work/disk kilobytes book status refused=0
    mkdir "$disk"
    for kilobytes in 100 300 1000 3000; do
        mount -t tmpfs -o "size=$(($(du -sk "$work/before.book" | cut -f1) + kilobytes))k" none "$disk" 2>/dev/null ||
            skip "no small file system can be mounted here (it takes root)"
        trap 'umount "$work/disk" 2>/dev/null || true; end_test' EXIT
        book=$disk/a.book
        cp -r "$work/before.book" "$book"
        status=0
        pledgebook --book "$book" import "$work/second" >/dev/null 2>"$work/error" || status=$?
        ((status == 0)) || refused=$((refused + 1))
        cp -r "$book" "$work/after.book"
        look_after "$work/after.book" "$status" "$kilobytes KiB left"
        rm -rf "$work/after.book"
        umount "$disk"
    done
    ((refused > 0)) || fail "no disk was small enough to matter"
}

"by_$2"
