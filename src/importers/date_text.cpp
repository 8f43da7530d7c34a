#include "importers/date_text.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/column_words.hpp"
#include "importers/written_date.hpp"

#include <map>
#include <string>
#include <vector>

namespace pledgebook::importers {

namespace {

using Words = std::map<std::string, std::vector<std::string>, std::less<>>;

const Words& date_words() {
    static const auto words = [] {
        Words made;
        const Tsv tsv("data/importers/date_words.tsv", data::file("importers/date_words.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            auto& list = made[std::string(tsv.cell(row, tsv.column("meaning")))];
            for (const auto word : split(tsv.cell(row, tsv.column("words")), '|')) {
                list.push_back(folded(word));
            }
        }
        return made;
    }();
    return words;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

void skip_marks(std::string_view& text) {
    while (!text.empty() && std::string_view(" ,;:()").find(text.front()) != std::string_view::npos) {
        text.remove_prefix(1);
    }
}

// Takes the longest of the words that stands at the beginning of the text.
bool take_word(std::string_view& text, std::string_view meaning) {
    std::size_t longest = 0;
    for (const auto& word : date_words().at(std::string(meaning))) {
        const bool whole = text.size() == word.size() || !is_letter(word.back()) ||
                           (text.size() > word.size() && !is_letter(text[word.size()]));
        if (text.starts_with(word) && whole && word.size() > longest) {
            longest = word.size();
        }
    }
    text.remove_prefix(longest);
    skip_marks(text);
    return longest > 0;
}

std::optional<Date> turned(const WrittenDate& date) {
    return date.both_ways ? Date::from(date.year, date.day, date.month) : std::nullopt;
}

struct Lead {
    bool until = false;
    bool since = false;
    bool between = false;
    bool unknown = false;
};

void give(ReadDate& read, EntryDate::Sort sort, std::optional<Date> earliest, std::optional<Date> latest) {
    read.date.sort = sort;
    read.date.earliest = earliest;
    read.date.latest = latest;
    read.understood = true;
}

// "3/4/22 & 3/11/22" after a lead word: the second date closes a range.
bool give_range(ReadDate& read, std::string_view rest, WrittenDate begin) {
    skip_marks(rest);
    if (!take_word(rest, "and")) {
        return false;
    }
    const auto end = read_written_date(rest);
    if (!end || !end->last()) {
        return false;
    }
    if (begin.year == 0) {
        begin.year = end->year;
    }
    if (!begin.first() || *end->last() < *begin.first()) {
        return false;
    }
    give(read, EntryDate::Sort::range, begin.first(), end->last());
    return true;
}

void give_single(ReadDate& read, const Lead& lead, const WrittenDate& date) {
    if (lead.until) {
        give(read, EntryDate::Sort::until, std::nullopt, date.last());
    } else if (lead.since || lead.between) {
        give(read, EntryDate::Sort::since, date.first(), std::nullopt);
    } else {
        give(read, date.day == 0 ? EntryDate::Sort::month : EntryDate::Sort::day, date.first(), date.last());
    }
    read.other = turned(date);
}

}  // namespace

ReadDate read_date_text(std::string_view text) {
    ReadDate read;
    read.date.text = std::string(trimmed(text));
    const auto small = folded(read.date.text);
    std::string_view rest = small;
    skip_marks(rest);
    Lead lead;
    lead.until = take_word(rest, "until");
    lead.between = !lead.until && take_word(rest, "between");
    lead.since = !lead.until && !lead.between && take_word(rest, "since");
    lead.unknown = !lead.until && !lead.between && !lead.since && take_word(rest, "unknown");
    const auto date = read_written_date(rest);
    if (!date) {
        read.understood = lead.unknown || small.empty();
        return read;
    }
    if (!lead.until && give_range(read, rest.substr(date->length), *date)) {
        return read;
    }
    if (date->first()) {
        give_single(read, lead, *date);
    }
    return read;
}

}  // namespace pledgebook::importers
