#include "audit/value_contradicts_text/money_in_text.hpp"

#include "audit/number_as_text/number_in_text.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"

#include "data_files.hpp"

#include <map>
#include <optional>
#include <string>

namespace pledgebook::audit {

namespace {

struct Words {
    std::map<std::string, int, std::less<>> zeros;
    std::map<std::string, Currency, std::less<>> currencies;
};

Words read_words() {
    const Tsv table("audit/money_words.tsv", data::file("audit/money_words.tsv"));
    Words words;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto meaning = table.cell(row, table.column("meaning"));
        const auto currency = Currency::parse(meaning);
        for (const auto word : split(table.cell(row, table.column("words")), '|')) {
            if (currency) {
                words.currencies.emplace(word, *currency);
            } else {
                words.zeros.emplace(word, meaning.front() - '0');
            }
        }
    }
    return words;
}

const Words& words() {
    static const Words all = read_words();
    return all;
}

bool is_digit(char each) {
    return each >= '0' && each <= '9';
}

// Numbers with their marks, and what stands between blanks and numbers; punctuation around words is dropped.
std::vector<std::string> pieces_of(std::string_view text) {
    std::vector<std::string> pieces;
    std::string piece;
    bool number = false;
    const auto close = [&] {
        while (!piece.empty() && (piece.back() == '.' || piece.back() == ',')) {
            piece.pop_back();
        }
        if (!piece.empty()) {
            pieces.push_back(std::move(piece));
        }
        piece.clear();
    };
    for (const auto each : folded(text)) {
        const bool mark = each == '.' || each == ',';
        if (each == ' ' || (!is_digit(each) && !mark &&
                            std::string_view("();:!?\"'+/-").find(each) != std::string_view::npos)) {
            close();
            continue;
        }
        const bool of_number = is_digit(each) || (number && mark);
        if (of_number != number || (mark && piece.empty())) {
            close();
        }
        number = of_number;
        if (!mark || number) {
            piece += each;
        }
    }
    close();
    return pieces;
}

// "12,500" and "100.000" may be thousands or decimals.
std::vector<Decimal> readings_of(const std::string& piece) {
    std::vector<Decimal> values;
    if (const auto value = number_in_text(piece)) {
        values.push_back(*value);
    }
    if (const auto plain = Decimal::parse(piece); plain && (values.empty() || values.front() != *plain)) {
        values.push_back(*plain);
    }
    return values;
}

std::optional<Currency> currency_of(const std::string& piece) {
    const auto found = words().currencies.find(piece);
    return found == words().currencies.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::vector<Amount> money_in_text(std::string_view text) {
    const auto pieces = pieces_of(text);
    const auto piece = [&](std::size_t at) { return at < pieces.size() ? pieces[at] : std::string{}; };
    std::vector<Amount> amounts;
    std::size_t taken = 0;  // pieces before belong to amounts before
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        if (!is_digit(pieces[at].front())) {
            continue;
        }
        auto currency = at > taken ? currency_of(pieces[at - 1]) : std::nullopt;
        int zeros = 0;
        for (auto next = at + 1; next < at + 3; ++next) {
            const auto scale = words().zeros.find(piece(next));
            const auto after = currency_of(piece(next));
            if (scale != words().zeros.end() && zeros == 0) {
                zeros = scale->second;
            } else if (after && !currency) {
                currency = after;
            } else {
                break;
            }
            taken = next + 1;
        }
        for (const auto value : currency ? readings_of(pieces[at]) : std::vector<Decimal>{}) {
            if (const auto full = Decimal::parse(to_string(value) + "E" + std::to_string(zeros))) {
                amounts.push_back({*full, *currency});
            }
        }
    }
    return amounts;
}

}  // namespace pledgebook::audit
