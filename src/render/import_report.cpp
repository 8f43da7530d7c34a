#include "render/import_report.hpp"

#include "render/json.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::render {

namespace {

std::string number(std::uint64_t value) {
    return with_marks(std::to_string(value));
}

std::string heading(const ImportReport& report) {
    const auto& release = report.release;
    switch (report.state) {
        case ImportReport::State::already_there:
            return fmt::format("{}: already in the book as {}", harmless(release.file), release.id);
        case ImportReport::State::tried:
            return fmt::format("{}: read, not kept", harmless(release.file));
        case ImportReport::State::added:
            break;
    }
    return fmt::format("{}: {}", harmless(release.file), release.id);
}

std::string words_of(Given given) {
    switch (given) {
        case Given::not_given:
            return "without a value";
        case Given::no_price:
            return "without a price";
        case Given::blanked:
            return "blanked by hand";
        case Given::none:
            return "with nothing in its place";
        default:
            return std::string(to_string(given));
    }
}

std::vector<Fact> release_facts(const ImportReport& report) {
    const auto& release = report.release;
    std::vector<Fact> all{{"What", report.what}};
    if (!release.title.empty()) {
        all.push_back({"Title", harmless(release.title)});
    }
    if (!report.sums.empty() || release.cutoff) {
        all.push_back({"Cut-off", release.cutoff ? describe(*release.cutoff) : "not stated"});
        all.push_back({"Published", release.published ? describe(*release.published) : "not stated"});
    }
    for (const auto& [channel, packages] : report.packages) {
        auto words =
            fmt::format("{} packages, {} item rows", number(packages), number(report.rows.at(channel)));
        if (channel == Channel::bilateral) {
            words += fmt::format("; {} valued", number(report.valued));
            for (const auto& [given, count] : report.without) {
                words += fmt::format(", {} {}", number(count), words_of(given));
            }
        }
        auto name = std::string(to_string(channel));
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
        all.push_back({name, words});
    }
    std::vector<std::string> others;
    for (const auto& [name, count] : report.others) {
        if (count > 0) {
            others.push_back(fmt::format("{} {}", number(count), name));
        }
    }
    if (!others.empty()) {
        all.push_back({"Also", fmt::format("{}", fmt::join(others, ", "))});
    }
    if (report.days) {
        all.push_back({"Days", describe(*report.days)});
        all.push_back({"Currencies", fmt::format("{}", fmt::join(report.currencies, " "))});
    }
    return all;
}

// A line a measure, and below it one a kind.
std::string sums_text(const ImportReport& report) {
    std::vector<std::pair<std::string, Decimal>> lines;
    for (const auto& sum : report.sums) {
        const bool bilateral = sum.channel == Channel::bilateral;
        lines.emplace_back(fmt::format("  {}{}", to_string(sum.measure),
                                       bilateral ? "" : ", " + std::string(to_string(sum.channel))),
                           sum.euros.value());
        for (const auto& [kind, euros] : sum.kinds) {
            lines.emplace_back("    " + std::string(to_string(kind)), euros.value());
        }
        if (sum.unsplit.value().units() != 0 && !sum.kinds.empty()) {
            lines.emplace_back("    not split by kind", sum.unsplit.value());
        }
    }
    int names = 0;
    int amounts = 0;
    for (const auto& [name, amount] : lines) {
        names = std::max(names, width_of(name));
        amounts = std::max(amounts, width_of(grouped(amount, 2)));
    }
    std::string out = "Sums in EUR\n";
    for (const auto& [name, amount] : lines) {
        out += to_left(name, names) + "  " + to_right(grouped(amount, 2), amounts) + "\n";
    }
    return out;
}

// The reason alone, where it is said of a sheet or a file of a folder.
std::string without_place(const std::string& reason) {
    const auto end = reason.find("': ");
    return end == std::string::npos ? reason : reason.substr(end + 3);
}

std::string cells_text(const CellCount& cells, const Look& look) {
    std::map<std::string, std::uint64_t> reasons;
    std::uint64_t aside = 0;
    int widest = 0;
    for (const auto& [reason, count] : cells.set_aside) {
        aside += count;
        reasons[look.spelled_out ? reason : without_place(reason)] += count;
    }
    for (const auto& [reason, count] : reasons) {
        widest = std::max(widest, width_of(number(count)));
    }
    auto out =
        paragraph("",
                  fmt::format("{} cells in = {} used + {} set aside{}", number(cells.in), number(cells.used),
                              number(aside), cells.in == cells.used + aside ? "" : "  (they do not add up)"),
                  look.width);
    for (const auto& [reason, count] : reasons) {
        out += paragraph("  " + to_right(number(count), widest) + "  ", harmless(reason), look.width);
    }
    return out;
}

std::string findings_text(const ImportReport& report, std::size_t most, const Look& look) {
    if (report.findings.empty()) {
        return "No findings\n";
    }
    std::string out = counted(report.findings.size(), "finding", "findings") + "\n";
    std::size_t shown = 0;
    for (const auto& finding : report.findings) {
        if (most > 0 && shown == most) {
            out += fmt::format("  … {} more: --findings shows all\n", report.findings.size() - shown);
            break;
        }
        out += text(finding, look);
        ++shown;
    }
    return out;
}

Json sums_json(const ImportReport& report) {
    Json sums = Json::array();
    for (const auto& sum : report.sums) {
        Json kinds = Json::object({});
        for (const auto& [kind, euros] : sum.kinds) {
            kinds.add(std::string(to_string(kind)), euros.value());
        }
        sums.add(Json::object({{"channel", to_string(sum.channel)},
                               {"measure", to_string(sum.measure)},
                               {"valued", sum.packages},
                               {"euros", sum.euros.value()},
                               {"kinds", kinds},
                               {"unsplit", sum.unsplit.value()}}));
    }
    return sums;
}

Json counts_json(const auto& counts) {
    Json json = Json::object({});
    for (const auto& [name, count] : counts) {
        if constexpr (std::is_same_v<std::decay_t<decltype(name)>, std::string>) {
            json.add(name, count);
        } else {
            json.add(std::string(to_string(name)), count);
        }
    }
    return json;
}

Json findings_json(const std::vector<Finding>& findings) {
    Json list = Json::array();
    for (const auto& finding : findings) {
        list.add(Json::object({{"rule", finding.rule},
                               {"weight", to_string(finding.weight)},
                               {"what", finding.what},
                               {"place", to_string(finding.place)},
                               {"effect", finding.effect ? Json(finding.effect->value()) : Json()}}));
    }
    return list;
}

}  // namespace

std::string_view to_string(Finding::Weight weight) {
    switch (weight) {
        case Finding::Weight::wrong:
            return "wrong";
        case Finding::Weight::odd:
            return "odd";
        case Finding::Weight::note:
            return "note";
    }
    return "";
}

std::string text(const Finding& finding, const Look& look) {
    auto weight = to_left(to_string(finding.weight), 5);
    auto words = harmless(finding.what);
    if (const auto place = to_string(finding.place); !place.empty()) {
        words = harmless(place) + ": " + words;
    }
    if (finding.effect) {
        words += fmt::format(" (effect {})", money(finding.effect->value(), Currency::eur()));
    }
    auto out = paragraph("  " + weight + "  ", words, look.width);
    if (look.colours && finding.weight != Finding::Weight::note) {
        const auto mark = finding.weight == Finding::Weight::wrong ? red(weight, look) : yellow(weight, look);
        out.replace(2, weight.size(), mark);
    }
    return out;
}

std::string text(const ImportReport& report, std::size_t most, const Look& look) {
    std::string out = strong(heading(report), look) + "\n";
    if (report.state == ImportReport::State::already_there) {
        return out;
    }
    out += text(release_facts(report), look);
    if (!report.sums.empty()) {
        out += "\n" + sums_text(report);
    }
    out += "\n" + cells_text(report.cells, look) + "\n" + findings_text(report, most, look);
    return out;
}

std::string json(const ImportReport& report) {
    const auto& release = report.release;
    const auto state = report.state == ImportReport::State::added
                           ? "added"
                           : (report.state == ImportReport::State::tried ? "tried" : "already_there");
    return Json::object({{"state", state},
                         {"release", Json::object({{"id", release.id},
                                                   {"series", release.series},
                                                   {"label", release.label},
                                                   {"title", release.title},
                                                   {"begins", release.begins},
                                                   {"cutoff", release.cutoff},
                                                   {"published", release.published},
                                                   {"sha256", release.sha256},
                                                   {"file", release.file},
                                                   {"importer", release.importer}})},
                         {"packages", counts_json(report.packages)},
                         {"item_rows", counts_json(report.rows)},
                         {"valued", report.valued},
                         {"without", counts_json(report.without)},
                         {"sums", sums_json(report)},
                         {"also", counts_json(report.others)},
                         {"cells", Json::object({{"in", report.cells.in},
                                                 {"used", report.cells.used},
                                                 {"set_aside", counts_json(report.cells.set_aside)}})},
                         {"findings", findings_json(report.findings)}})
               .written() +
           "\n";
}

}  // namespace pledgebook::render
