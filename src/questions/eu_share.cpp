#include "questions/eu_share.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "questions/economy.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace pledgebook::questions {

namespace {

// "1.944231" with power 9 -> 1944231000, exactly: the power goes into the number before it is read.
std::optional<Decimal> scaled_up(const std::string& written, int power) {
    const auto e = written.find_first_of("eE");
    if (e != std::string::npos) {
        const auto from = e + (e + 1 < written.size() && written[e + 1] == '+' ? 2 : 1);
        int own = 0;
        const auto* end = written.data() + written.size();
        if (std::from_chars(written.data() + from, end, own).ptr != end) {
            return std::nullopt;
        }
        power += own;
    }
    return Decimal::parse(fmt::format("{}e{}", written.substr(0, e), power));
}

int number(const Tsv& tsv, std::size_t row, std::string_view cell) {
    int value = 0;
    if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ptr != cell.data() + cell.size()) {
        tsv.fail(row, "the power is no number");
    }
    return value;
}

struct Column {
    std::string table, column, unit;
    int power = 0;
};

std::vector<Column> columns_for(Measure measure) {
    const Tsv tsv("data/questions/eu_shares.tsv", data::file("questions/eu_shares.tsv"));
    std::vector<Column> columns;
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        if (parse_measure(tsv.cell(row, tsv.column("measure"))) == measure) {
            columns.push_back({std::string(tsv.cell(row, tsv.column("table"))),
                               folded(tsv.cell(row, tsv.column("column"))),
                               folded(tsv.cell(row, tsv.column("unit"))),
                               number(tsv, row, tsv.cell(row, tsv.column("power")))});
        }
    }
    return columns;
}

void refuse_parts(const Resolved& resolved, const Converter& converter) {
    const auto& ledger = *resolved.ledger;
    const auto say = [&](const std::string& what, const std::string& advice) {
        throw Error(fmt::format("the parts of the EU's aid are published only in sum: not {}", what), advice);
    };
    if (resolved.period.earliest != ledger.begins() || resolved.period.latest != ledger.cutoff()) {
        say("for a part of the time", "leave out the period, or ask without the EU share");
    }
    if (!resolved.kinds.all()) {
        say("by kind", "leave out the kind, or ask without the EU share");
    }
    if (!resolved.items.empty()) {
        say("by item", "leave out the item, or ask without the EU share");
    }
    if (resolved.scope.channels != std::vector{Channel::bilateral}) {
        say("by channel", "leave out the channel, or ask without the EU share");
    }
    if (converter.each()) {
        say("by entry", "ask for the rate of a day, or in euros");
    }
}

}  // namespace

EuShares eu_shares(const Resolved& resolved, const Converter& converter) {
    refuse_parts(resolved, converter);
    const auto& intake = resolved.ledger->intake();
    EuShares shares;
    for (const auto& column : columns_for(resolved.scope.measure)) {
        for (const auto& figure : intake.figures) {
            if (figure.table != column.table || folded(figure.column) != column.column ||
                folded(figure.unit).find(column.unit) == std::string::npos || donor_set(figure.row).none()) {
                continue;
            }
            const auto euros = scaled_up(figure.value, column.power);
            if (euros && *euros > Decimal{}) {
                shares.by_donor[figure.row] = Euros(*euros);
                shares.source = fmt::format("'{}' in table {} of release {}", figure.column, figure.table,
                                            intake.release.id);
            }
        }
        if (!shares.by_donor.empty()) {
            return shares;
        }
    }
    throw Error(fmt::format("release {} publishes no members' parts of the EU's {}", intake.release.id,
                            to_string(resolved.scope.measure)),
                "ask without the EU share");
}

EuShare eu_share(const Resolved& resolved, const Converter& converter) {
    for (const auto& code : resolved.scope.donors) {
        const bool held = (donor_set(code) & resolved.ledger->held(Channel::bilateral)).any();
        if (held && is_institution(code)) {
            throw Error(fmt::format("{} ({}) is asked for itself: with the members' parts of it, it would be "
                                    "counted twice",
                                    code, Reference::builtin().name_of(code)),
                        "ask for members only (EU_MEMBERS, DEU, …), or without the EU share");
        }
    }
    const auto shares = eu_shares(resolved, converter);
    EuShare sum{{}, {}, shares.source};
    for (const auto& code : resolved.scope.donors) {
        const auto found = shares.by_donor.find(code);
        sum.euros += found == shares.by_donor.end() ? Euros{} : found->second;
    }
    if (sum.euros == Euros{}) {
        throw Error(
            fmt::format("{} has no part of the EU's aid: only members have", resolved.scope.donors_label),
            "ask without the EU share");
    }
    sum.amount = converter.of(sum.euros);
    return sum;
}

std::string describe(const EuShare& share) {
    return fmt::format(
        "Beside it stands a part of what the EU institutions gave, as published in {}; it is not in "
        "the amount.",
        share.source);
}

}  // namespace pledgebook::questions
