#include "claims/figures/figure.hpp"

#include <algorithm>
#include <cmath>

namespace pledgebook::claims {

namespace {

// A number as written in digits or words, with its scale.
struct Number {
    double value = 0;
    double scale = 1;
    double half_unit = 0.5;
    std::size_t first = 0, last = 0;  // tokens
    bool scaled = false;
    bool words = false;
};

double half_unit_of(const Token& token, bool scaled) {
    if (token.places > 0 || scaled || token.zeros < 2) {
        return 0.5 * std::pow(10.0, -token.places);
    }
    const auto kept = std::min(token.zeros, token.digits - 2);  // two digits at least are meant
    return 0.5 * std::pow(10.0, std::max(kept, 0));
}

const Mention* scale_at(const Sentence& sentence, std::size_t token) {
    if (token < sentence.tokens.size() && sentence.tokens[token].is("-") && sentence.tokens[token].glued) {
        ++token;
    }
    const auto* scale = sentence.at(token, Role::scale);
    if (scale == nullptr) {
        return nullptr;
    }
    const auto& word = sentence.tokens[token];
    return word.raw.size() > 1 || word.glued ? scale : nullptr;  // "5m", not "5 m"
}

std::optional<Number> digits_at(const Sentence& sentence, std::size_t token) {
    const auto& first = sentence.tokens[token];
    if (!first.is_number()) {
        return std::nullopt;
    }
    Number number;
    number.first = token;
    number.last = token + 1;
    number.value = first.value;
    if (const auto* scale = scale_at(sentence, token + 1)) {
        number.scale = scale->number;
        number.last = scale->last;
        number.scaled = true;
    }
    number.half_unit = half_unit_of(first, number.scaled);
    return number;
}

// "twenty-five", "one", "half a", followed by a scale where it has one.
std::optional<Number> words_at(const Sentence& sentence, std::size_t token) {
    Number number;
    number.first = token;
    number.words = true;
    if (const auto* half = sentence.at(token, Role::half)) {
        number.value = half->number;
        number.half_unit = 0.05;
        number.last = half->last;
    } else if (const auto* word = sentence.at(token, Role::number)) {
        number.value = word->number;
        number.last = word->last;
        auto next = word->last;
        if (next < sentence.tokens.size() && sentence.tokens[next].is("-")) {
            ++next;
        }
        constexpr double tens = 20;
        constexpr double ones = 10;
        const auto* one = word->number >= tens ? sentence.at(next, Role::number) : nullptr;
        if (one != nullptr && one->number < ones) {
            number.value += one->number;
            number.last = one->last;
        }
    } else {
        return std::nullopt;
    }
    while (const auto* scale = scale_at(sentence, number.last)) {
        number.scale *= scale->number;
        number.last = scale->last;
        number.scaled = true;
    }
    return number;
}

std::optional<Number> number_at(const Sentence& sentence, std::size_t token) {
    if (token >= sentence.tokens.size()) {
        return std::nullopt;
    }
    const auto digits = digits_at(sentence, token);
    return digits ? digits : words_at(sentence, token);
}

class Finder {
public:
    explicit Finder(const Sentence& sentence) : m_sentence(sentence) {}

    std::vector<Figure> find() {
        for (std::size_t at = 0; at < m_sentence.tokens.size();) {
            auto figure = figure_at(at);
            if (!figure) {
                ++at;
                continue;
            }
            at = std::max(figure->to, at + 1);
            exactness(*figure);
            twin(*figure);
            m_figures.push_back(std::move(*figure));
        }
        return std::move(m_figures);
    }

private:
    [[nodiscard]] std::size_t past_dash(std::size_t token) const {
        const bool dash = token < m_sentence.tokens.size() && m_sentence.tokens[token].is("-") &&
                          m_sentence.tokens[token].glued;
        return dash ? token + 1 : token;
    }

    std::optional<Figure> figure_at(std::size_t token) {
        const auto* front = m_sentence.at(token, Role::currency);
        const auto at = front != nullptr ? past_dash(front->last) : token;
        auto number = number_at(m_sentence, at);
        if (!number || named(token)) {
            return std::nullopt;
        }
        Figure figure;
        figure.from = token;
        figure.number = number->first;
        figure.value = number->value;
        figure.scale = number->scale;
        figure.half_unit = number->half_unit;
        figure.to = number->last;
        if (front != nullptr) {
            figure.currency = front->means;
            if (const auto* again = m_sentence.at(past_dash(figure.to), Role::currency)) {
                const bool next_number =
                    again->last < m_sentence.tokens.size() && m_sentence.tokens[again->last].is_number();
                figure.to = again->means == front->means && !next_number ? again->last : figure.to;
            }
        }
        range(figure);
        return finished(figure, *number);
    }

    // "F-16", "RPG-7", "155mm", "24th": a number that is part of a name.
    [[nodiscard]] bool named(std::size_t token) const {
        if (token == 0 || m_sentence.tokens[token].sort != Token::Sort::number ||
            !m_sentence.tokens[token].glued) {
            return false;
        }
        const auto& before = m_sentence.tokens[token - 1];
        if (before.sort == Token::Sort::word) {
            return m_sentence.at(token - 1, Role::currency) == nullptr &&
                   m_sentence.before(token, Role::currency) == nullptr;
        }
        const bool dash = before.is("-") && before.glued && token >= 2;
        return dash && m_sentence.tokens[token - 2].sort == Token::Sort::word &&
               m_sentence.at(token - 2, Role::currency) == nullptr;
    }

    // "30-$35 billion", "5 and 6 billion", "5 to 6 billion euros".
    void range(Figure& figure) const {
        auto next = figure.to;
        if (next >= m_sentence.tokens.size()) {
            return;
        }
        const auto& sign = m_sentence.tokens[next];
        const bool dash = sign.is("-") || sign.is("\u2013") || sign.is("\u2014");
        const bool word = m_sentence.at(next, Role::range_to) != nullptr && figure.from > 0 &&
                          m_sentence.before(figure.from, Role::range_from) != nullptr;
        const auto* to = m_sentence.at(next, Role::range_to);
        const bool plain_to =
            to != nullptr && to->number > 0 &&
            m_sentence.before(figure.from, Role::agent) == nullptr;  // "5 to 6 billion", without a "from"
        if (!dash && !word && !plain_to) {
            return;
        }
        next = dash ? next + 1 : to->last;
        const auto* again = m_sentence.at(next, Role::currency);
        const auto last = number_at(m_sentence, again != nullptr ? again->last : next);
        if (!last || last->words || last->value * last->scale <= figure.value * figure.scale * 0.999) {
            const bool smaller_scale = last && last->scale > figure.scale && last->value > figure.value;
            if (!smaller_scale) {
                return;
            }
        }
        if (again != nullptr && !figure.currency.empty() && again->means != figure.currency) {
            return;
        }
        figure.value_to = last->value * (figure.scale == 1 ? 1 : last->scale / figure.scale);
        figure.scale = figure.scale == 1 ? last->scale : figure.scale;
        figure.half_unit = std::min(figure.half_unit, last->half_unit);
        figure.to = last->last;
    }

    // What stands behind the number makes it an amount, a percentage, or nothing.
    std::optional<Figure> finished(Figure figure, const Number& number) {
        const auto behind = past_dash(figure.to);
        if (figure.currency.empty()) {
            if (const auto* currency = m_sentence.at(behind, Role::currency)) {
                figure.currency = currency->means;
                figure.to = currency->last;
            } else if (const auto* percent = m_sentence.at(behind, Role::percent)) {
                figure.sort = Figure::Sort::percent;
                figure.to = percent->last;
                return figure;
            } else if (number.scaled && figure.scale >= 1e6 && carry(figure)) {
                figure.carried = true;
            } else if (!number.scaled && !number.words && listed(figure) && carry(figure)) {
                figure.carried = true;
                figure.scale = m_figures.back().scale;
            } else {
                figure.sort = Figure::Sort::bare;
                return figure;
            }
        }
        figure.sort = Figure::Sort::amount;
        return figure;
    }

    // The currency of the last amount of the sentence.
    bool carry(Figure& figure) const {
        for (auto before = m_figures.rbegin(); before != m_figures.rend(); ++before) {
            if (before->sort == Figure::Sort::amount) {
                figure.currency = before->currency;
                return true;
            }
        }
        return false;
    }

    // "…€52 billion, 35 from the EU": a number alone, with the donor behind it.
    [[nodiscard]] bool listed(const Figure& figure) const {
        if (m_figures.empty() || m_figures.back().sort != Figure::Sort::amount) {
            return false;
        }
        const auto* from = m_sentence.at(figure.to, Role::agent);
        return from != nullptr && m_sentence.within(from->last, from->last + 3, Role::donor) != nullptr;
    }

    void exactness(Figure& figure) const {
        auto at = figure.from;
        for (int words = 0; words < 3 && at > 0; ++words) {
            if (const auto* approx = m_sentence.before(at, Role::approx)) {
                static constexpr std::string_view names[] = {"exact",   "about",     "at_least",
                                                             "at_most", "just_over", "just_under"};
                const auto* name = std::find(std::begin(names), std::end(names), approx->means);
                if (name != std::end(names) && figure.approximation == Approximation::exact) {
                    figure.approximation = static_cast<Approximation>(name - std::begin(names));
                }
                at = approx->first;
            } else if (const auto* only = m_sentence.before(at, Role::only)) {
                at = only->first;
            } else {
                break;
            }
        }
        figure.from = at;
        if (figure.value_to && figure.approximation != Approximation::about) {
            figure.approximation = Approximation::exact;
        }
    }

    // "10.5 billion euros or $11.2 billion", "619 million euros ($662 million)".
    void twin(Figure& figure) const {
        if (m_figures.empty() || figure.sort != Figure::Sort::amount) {
            return;
        }
        const auto& before = m_figures.back();
        const auto gap = figure.from - before.to;
        const bool other = before.sort == Figure::Sort::amount && before.currency != figure.currency;
        const auto ratio = figure.full() / before.full();
        constexpr std::size_t widest_gap = 6;
        const bool bracket = figure.from > 0 && m_sentence.tokens[figure.from - 1].is("(");
        const bool either = m_sentence.within(before.to, figure.from, Role::range_to) != nullptr && gap <= 2;
        if (other && gap <= widest_gap && (bracket || either) && ratio > 1e-3 && ratio < 1e3) {
            figure.twin = m_figures.size() - 1;
        }
    }

    const Sentence& m_sentence;
    std::vector<Figure> m_figures;
};

}  // namespace

std::vector<Figure> figures_of(const Sentence& sentence) {
    return Finder(sentence).find();
}

}  // namespace pledgebook::claims
