#include "core/error.hpp"
#include "questions/asking.hpp"
#include "questions/desk.hpp"
#include "questions/tally.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::questions {

namespace {

using By = Trend::By;

int months_of(By by) {
    return by == By::month ? 1 : by == By::quarter ? 3 : 12;
}

// The first month of the row in which a month lies.
Month row_start(Month month, By by) {
    return month.plus(-((month.month() - 1) % months_of(by)));
}

std::string label_of(Month start, By by) {
    if (by == By::month) {
        return to_string(start);
    }
    const auto year = to_string(start).substr(0, 4);
    return by == By::year ? year : fmt::format("{}-Q{}", year, (start.month() - 1) / 3 + 1);
}

struct Row {
    Month start;
    Span days;  // cut to the period
    Tally tally;
};

std::vector<Row> empty_rows(const Span& period, By by) {
    std::vector<Row> rows;
    for (Month start = row_start(Month(period.earliest), by); start.first() <= period.latest;
         start = start.plus(months_of(by))) {
        const auto last = start.plus(months_of(by) - 1).last();
        rows.push_back(
            {start, {std::max(start.first(), period.earliest), std::min(last, period.latest)}, {}});
    }
    return rows;
}

// Each line into the row in which its day surely lies; what may lie in several is undated.
Undated fill(std::vector<Row>& rows, const Resolved& resolved, By by, Converter& converter) {
    Undated undated;
    const auto first = rows.front().start;
    for (const auto& line : resolved.ledger->lines()) {
        const auto standing = resolved.standing(line);
        if (standing == Standing::outside || !line.valued) {
            continue;
        }
        const auto start = row_start(Month(line.earliest), by);
        if (standing == Standing::undated || start != row_start(Month(line.latest), by)) {
            add_undated(undated, line);
        } else {
            rows.at(static_cast<std::size_t>(start.minus(first) / months_of(by))).tally.add(line, converter);
        }
    }
    return undated;
}

// A first or last row that the period covers only in part is not to be held against the others.
void note_part_rows(const std::vector<Row>& rows, By by, std::vector<std::string>& notes) {
    const auto note = [&](const Row& row) {
        notes.push_back(fmt::format("{} is not whole: it holds {} to {} only.", label_of(row.start, by),
                                    to_string(row.days.earliest), to_string(row.days.latest)));
    };
    const auto whole = [&](const Row& row) {
        return row.days.earliest == row.start.first() &&
               row.days.latest == row.start.plus(months_of(by) - 1).last();
    };
    if (!whole(rows.front())) {
        note(rows.front());
    }
    if (rows.size() > 1 && !whole(rows.back())) {
        note(rows.back());
    }
}

}  // namespace

Trend Desk::trend(const Question& question, Trend::By by) const {
    if (question.with_eu_share) {
        throw Error("the parts of the EU's aid are published only in sum: not by month",
                    "ask without the EU share, or `total`");
    }
    const auto resolved = m_books->resolve(question);
    Converter converter(resolved, m_books->rates);
    auto rows = empty_rows(resolved.period, by);
    Trend trend;
    trend.undated = fill(rows, resolved, by, converter);
    trend.scope = resolved.scope;
    trend.conversion = converter.record();
    trend.by = by;
    trend.split_by_kind = resolved.ledger->split_by_kind(resolved.scope.measure);
    for (auto& row : rows) {
        row.tally.finish(converter);
        TrendRow made;
        made.label = label_of(row.start, by);
        made.period = {row.days.earliest, row.days.latest};
        made.amount = row.tally.amount();
        made.euros = row.tally.euros();
        made.parts = row.tally.parts(resolved);
        made.entries = row.tally.entries();
        trend.amount += made.amount;
        trend.entries += made.entries;
        trend.rows.push_back(std::move(made));
    }
    trend.notes = resolved.notes;
    append(trend.notes, converter.notes());
    note_part_rows(rows, by, trend.notes);
    note_left_out(resolved, trend.undated, trend.notes);
    note_organisations(resolved, trend.notes);
    note_packages(resolved, trend.notes);
    return trend;
}

}  // namespace pledgebook::questions
