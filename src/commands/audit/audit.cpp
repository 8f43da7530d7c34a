// audit: slips in a release, worst first; a gate before publishing.
#include "audit/audit.hpp"
#include "commands/audit/workbook_sheets.hpp"
#include "commands/command.hpp"
#include "commands/filters.hpp"
#include "commands/manual.hpp"
#include "commands/near_words.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "core/tsv.hpp"
#include "questions/which_release.hpp"
#include "render/audit.hpp"
#include "render/rows.hpp"

#include <CLI/CLI.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <ostream>

namespace pledgebook::commands {

namespace {

struct Options {
    std::string release;
    std::vector<std::string> rules;
    std::string explain;
    std::string fail_on;
    std::string acknowledge;
    std::string reason;
    std::string withdraw;
    std::string format = "text";
    std::size_t top = 0;
    unsigned threads = 0;
    bool all = false;
    bool spelled_out = false;
};

std::vector<std::string> rules_of(const Options& options) {
    std::vector<std::string> rules;
    for (const auto& each : options.rules) {
        for (const auto part : split(each, ',')) {
            rules.emplace_back(part);
        }
    }
    return rules;
}

std::optional<Euros> least_effect(const Options& options) {
    if (options.fail_on.empty()) {
        return std::nullopt;
    }
    auto digits = options.fail_on;
    std::erase(digits, ',');
    const auto value = Decimal::parse(digits);
    if (!value) {
        throw Error("'" + options.fail_on + "' is no amount", "--fail-on takes euros, such as 1000000");
    }
    return Euros(*value);
}

// The shelf, and the same one as a book where it is one: the built-in figures have no sources and no journal.
struct Opened {
    std::unique_ptr<store::Shelf> shelf;
    store::Book* book = nullptr;
};

Opened opened(const Surroundings& surroundings) {
    if (!surroundings.book) {
        return {std::make_unique<store::BuiltIn>(), nullptr};
    }
    auto book = std::make_unique<store::Book>(open_book(surroundings));
    auto* there = book.get();
    return {std::move(book), there};
}

Release release_of(const Opened& opened, const std::string& id) {
    Question question;
    question.release = id;
    std::vector<std::string> notes;
    return questions::which_release(opened.shelf->releases(), question, opened.shelf->name(), notes);
}

std::vector<AuditFinding> found(const Opened& opened, const Release& release, const Options& options) {
    auto sheets = opened.book != nullptr ? sheets_of(opened.book->source(release.id), options.threads)
                                         : std::vector<formats::Sheet>{};
    const audit::Evidence evidence(opened.shelf->load(release.id), std::move(sheets));
    return audit::audit_all(evidence, rules_of(options), options.threads);
}

void mark_known(std::vector<AuditFinding>& findings, const std::vector<Acknowledgement>& known) {
    std::map<std::string_view, const Acknowledgement*> by_key;
    for (const auto& each : known) {
        by_key.emplace(each.key, &each);
    }
    for (auto& each : findings) {
        if (const auto there = by_key.find(each.key); there != by_key.end()) {
            each.acknowledged = *there->second;
        }
    }
}

void print(const Audit& audit, const Options& options, const Surroundings& surroundings) {
    auto look = surroundings.look;
    look.spelled_out = options.spelled_out;
    if (options.format == "html") {
        surroundings.out << render::html(audit);
    } else if (options.format == "json") {
        surroundings.out << render::json(audit);
    } else if (options.format == "md") {
        surroundings.out << render::markdown(audit);
    } else if (options.format == "csv") {
        surroundings.out << render::csv(render::rows(audit));
    } else {
        surroundings.out << render::text(audit, look);
    }
}

void check_format(const std::string& format) {
    const std::vector<std::string> formats{"text", "json", "csv", "md", "html"};
    if (std::find(formats.begin(), formats.end(), format) == formats.end()) {
        throw Error("there is no format '" + format + "'" + did_you_mean(format, formats),
                    "--format takes " + one_of(formats));
    }
}

int look(const Options& options, const Surroundings& surroundings) {
    check_format(options.format);
    const auto least = least_effect(options);
    const auto shelf = opened(surroundings);
    Audit audit;
    audit.release = release_of(shelf, options.release);
    audit.findings = found(shelf, audit.release, options);
    if (shelf.book != nullptr) {
        mark_known(audit.findings, shelf.book->acknowledgements(audit.release.series));
    }
    bool fails = false;
    for (const auto& each : audit.findings) {
        audit.acknowledged += each.acknowledged ? 1 : 0;
        fails = fails || (!each.acknowledged && (!least || each.effect.value_or(Euros{}) >= *least));
    }
    if (!options.all) {
        std::erase_if(audit.findings, [](const AuditFinding& each) { return each.acknowledged.has_value(); });
    }
    if (options.top > 0 && audit.findings.size() > options.top) {
        audit.not_shown = audit.findings.size() - options.top;
        audit.findings.resize(options.top);
    }
    print(audit, options, surroundings);
    return fails ? differs : fine;
}

// A key that nothing of the release has is a slip of the pen, not a finding to come.
int acknowledge(const Options& options, const Surroundings& surroundings) {
    if (options.reason.empty()) {
        throw Error("a finding is acknowledged with a reason", "give it with --reason TEXT");
    }
    named_book(surroundings);
    const auto shelf = opened(surroundings);
    const auto release = release_of(shelf, options.release);
    const auto findings = found(shelf, release, {});
    std::vector<std::string> keys;
    for (const auto& each : findings) {
        keys.push_back(each.key);
    }
    if (std::find(keys.begin(), keys.end(), options.acknowledge) == keys.end()) {
        throw Error(fmt::format("no finding of {} has the key '{}'{}", release.id, options.acknowledge,
                                did_you_mean(options.acknowledge, keys)),
                    "`audit --all` shows the findings with their keys");
    }
    shelf.book->acknowledge({release.series, options.acknowledge, options.reason, surroundings.today});
    surroundings.out << "acknowledged: " << options.acknowledge << "\n";
    return fine;
}

int withdraw(const Options& options, const Surroundings& surroundings) {
    named_book(surroundings);
    const auto shelf = opened(surroundings);
    const auto release = release_of(shelf, options.release);
    shelf.book->withdraw({release.series, options.withdraw, options.reason, surroundings.today});
    surroundings.out << "withdrawn: " << options.withdraw << "\n";
    return fine;
}

int audit_release(const Options& options, const Surroundings& surroundings) {
    if (!options.explain.empty()) {
        surroundings.out << plain_page(audit::page_of(options.explain), surroundings.look.width);
        return fine;
    }
    if (!options.acknowledge.empty()) {
        return acknowledge(options, surroundings);
    }
    return options.withdraw.empty() ? look(options, surroundings) : withdraw(options, surroundings);
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    const auto word = [&](const char* name, std::string& text, const char* type, const char* what) {
        return app.add_option(name, text, what)->type_name(type)->check(nothing_given);
    };
    app.add_option("RELEASE", options->release, "the release to audit; else the newest")->type_name("");
    app.add_option("--rule", options->rules, "only these rules, parted by commas")
        ->type_name("RULE")
        ->allow_extra_args(false);
    word("--explain", options->explain, "RULE", "show the page of a rule");
    app.add_option("--top", options->top, "only the first N findings")->type_name("N");
    app.add_flag("--all", options->all, "also those that are acknowledged");
    word("--fail-on", options->fail_on, "EUR", "status 1 only where an effect reaches so much");
    auto* key = word("--acknowledge", options->acknowledge, "KEY", "leave a finding standing from now on");
    word("--reason", options->reason, "TEXT", "why it may stand");
    word("--withdraw", options->withdraw, "KEY", "take that back")->excludes(key);
    app.add_option("--format", options->format, "text (else), json, csv, md or html")->type_name("FORMAT");
    app.add_flag("--spell-out", options->spelled_out, "name all places of a finding");
    app.add_option("--threads", options->threads, "how many at most")
        ->type_name("N")
        ->check(CLI::Range(1, 256));
    return [options](const Surroundings& surroundings) { return audit_release(*options, surroundings); };
}

}  // namespace

Command audit_command() {
    return {"find slips in a release, worst first", set_up};
}

}  // namespace pledgebook::commands
