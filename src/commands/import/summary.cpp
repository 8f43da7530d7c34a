#include "commands/import/summary.hpp"

#include "importers/kiel_ledger/ledger_sheet.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace pledgebook::commands {

namespace {

using render::ImportReport;

struct Package {
    bool valued = false;
    Given given = Given::not_given;  // of the first value that is no number
    bool seen = false;
};

// Of a bilateral package: whether any entry of it carries an amount of the measure the release promises by.
void count_packages(const Intake& intake, ImportReport& report) {
    std::map<std::pair<Channel, std::string>, Package> packages;
    for (const auto& entry : intake.entries) {
        auto& package = packages[{entry.channel, entry.package}];
        ++report.rows[entry.channel];
        for (const auto& value : entry.values) {
            if (value.measure == Measure::delivery || value.measure == Measure::disbursement) {
                continue;
            }
            if (value.euros) {
                package.valued = true;
            } else if (!package.seen) {
                package.given = value.given;
                package.seen = true;
            }
        }
    }
    for (const auto& [key, package] : packages) {
        ++report.packages[key.first];
        if (key.first != Channel::bilateral) {
            continue;
        }
        if (package.valued) {
            ++report.valued;
        } else {
            ++report.without[package.given];
        }
    }
}

void add_sums(const Intake& intake, ImportReport& report) {
    std::map<std::pair<Channel, Measure>, render::ImportSum> sums;
    const auto add = [&sums](Channel channel, Measure measure, std::optional<Kind> kind, Euros euros) {
        auto& sum = sums[{channel, measure}];
        sum.channel = channel;
        sum.measure = measure;
        sum.euros += euros;
        ++sum.packages;
        (kind ? sum.kinds[*kind] : sum.unsplit) += euros;
    };
    for (const auto& entry : intake.entries) {
        for (const auto& value : entry.values) {
            if (value.euros) {
                add(entry.channel, value.measure, entry.kind, *value.euros);
            }
        }
    }
    for (const auto& observation : intake.observations) {
        add(Channel::bilateral, observation.measure, observation.kind, observation.euros);
    }
    for (const auto& [key, sum] : sums) {
        report.sums.push_back(sum);
    }
}

void add_others(const Intake& intake, ImportReport& report) {
    const auto kept = static_cast<std::uint64_t>(std::count_if(
        intake.figures.begin(), intake.figures.end(),
        [](const Figure& figure) { return importers::kiel_ledger::is_kept_table(figure.table); }));
    report.others = {{"observations (amounts in sum)", intake.observations.size()},
                     {"published figures", intake.figures.size() - kept},
                     {"cells of the ledger kept as they are", kept},
                     {"exchange rates of the release", intake.rates.size()},
                     {"prices", intake.prices.size()},
                     {"daily exchange rates", intake.day_rates.size()},
                     {"GDP and population figures", intake.macro.size()},
                     {"notes", intake.notes.size()}};
    std::set<std::string> currencies;
    for (const auto& rate : intake.day_rates) {
        currencies.emplace(rate.currency.code());
        if (!report.days) {
            report.days = Period{rate.day, rate.day};
        }
        report.days->first = std::min(*report.days->first, rate.day);
        report.days->last = std::max(*report.days->last, rate.day);
    }
    report.currencies.assign(currencies.begin(), currencies.end());
}

}  // namespace

render::ImportReport summary_of(const Intake& intake) {
    ImportReport report;
    report.release = intake.release;
    count_packages(intake, report);
    add_sums(intake, report);
    add_others(intake, report);
    report.cells = intake.cells;
    report.findings = intake.findings;
    // Worst first; among equals the larger effect, then the order of the source.
    const auto weight = [](const Finding& finding) {
        const auto effect = finding.effect ? finding.effect->value().units() : 0;
        return std::tuple(-static_cast<int>(finding.weight), effect < 0 ? effect : -effect);
    };
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [&](const Finding& a, const Finding& b) { return weight(a) < weight(b); });
    return report;
}

}  // namespace pledgebook::commands
