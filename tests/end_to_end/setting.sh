# The setting of an end-to-end test: source it with the program's path as the first argument. Gives a folder that
# goes when the test ends, two made-up releases to import, and a few words to say what must be so.
# shellcheck shell=bash
set -euo pipefail
program=$(realpath "$1")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
work=$(mktemp -d)
background=()

end_test() {
    local pid
    for pid in "${background[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap end_test EXIT

# The program, without what the environment may say of a book.
pledgebook() {
    env -u PLEDGEBOOK LC_ALL=C "$program" "$@"
}

fail() {
    printf 'FAILED: %s\n' "$@" >&2
    exit 1
}

# ctest calls a test that ends so skipped.
skip() {
    printf 'SKIPPED: %s\n' "$@"
    exit 77
}

# Names and contents of everything in a folder, as one hash.
state_of() {
    (cd "$1" && find . -type f -print0 | sort -z | xargs -0 -r sha256sum && find . | sort) | sha256sum
}

# The same of what a book's truth is; the rest can be made from it again.
truth_of() {
    (cd "$1" && find sources journal.jsonl -type f -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum) | sha256sum
}

must_be_sound() {
    pledgebook --book "$1" verify >"$work/verify" 2>&1 || {
        find "$1" >&2
        cat "$work/verify" >&2
        fail "verify is not content with the book after $2"
    }
}

# ust-29 and ust-30, made up; what a book that holds them answers.
make_releases() {
    "$here/make-feed" "$work/first" 29 2022-06
    "$here/make-feed" "$work/second" 30 2023-03
    pledgebook --book "$work/whole.book" import "$work/first" >/dev/null 2>&1
    pledgebook --book "$work/whole.book" import "$work/second" >/dev/null 2>&1
    first_answer=$(pledgebook --book "$work/whole.book" total --release ust-29 --format json)
    second_answer=$(pledgebook --book "$work/whole.book" total --release ust-30 --format json)
    [[ $first_answer != "$second_answer" ]] || fail "the two made-up releases answer alike"
}

holds() {
    pledgebook --book "$1" releases 2>/dev/null | grep -qw "$2"
}

# The release is in the book with all of its figures, or not at all: says which.
wholly_or_not() {
    local book=$1 release=$2 expected=$3
    if ! holds "$book" "$release"; then
        echo not
        return
    fi
    [[ $(pledgebook --book "$book" total --release "$release" --format json) == "$expected" ]] ||
        fail "the book holds a part of $release"
    echo wholly
}

refused=0

# must_be_refused BOOK STATE FILE: the book must be in that state after it.
must_be_refused() {
    local book=$1 before=$2 file=$3 status=0
    pledgebook --book "$book" import "$file" >"$work/output" 2>"$work/error" || status=$?
    ((status == 2)) || fail "import of $file ended with $status, not 2: $(head -c 500 "$work/error")"
    [[ -s $work/error ]] || fail "import of $file was refused without a reason"
    [[ ! -s $work/output ]] || fail "import of $file was refused, and printed: $(head -c 500 "$work/output")"
    [[ $(state_of "$book") == "$before" ]] || fail "the refused import of $file changed the book"
    refused=$((refused + 1))
}
