// fetch: the newest release from its publisher's page.
#include "commands/command.hpp"
#include "commands/fetch/download_progress.hpp"
#include "commands/fetch/offer_list.hpp"
#include "commands/fetch/what_came.hpp"
#include "commands/import/take_in.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "fetch/address.hpp"
#include "fetch/download.hpp"
#include "fetch/page.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace pledgebook::commands {

namespace {

namespace files = std::filesystem;

struct Options {
    std::string series = "ust";
    std::vector<std::string> pages;
    std::string release;
    std::string output;
    std::string certificates;
    ReportLook look;
    bool list = false;
    bool site = false;
    bool progress = false;
    std::uint64_t largest_mb = 200;
    int stall = 60;
    int tries = 3;
};

fetch::Limits limits_of(const Options& options) {
    fetch::Limits limits;
    limits.largest = options.largest_mb * 1'000'000;
    limits.stall = std::chrono::seconds(options.stall);
    limits.tries = options.tries;
    limits.certificates = options.certificates;
    limits.agent = "Mozilla/5.0 (compatible; pledgebook/" PLEDGEBOOK_VERSION ")";
    return limits;
}

// What is asked for must go together before anything is asked of anybody.
void check(const Options& options) {
    if (!options.list) {
        check_format(options.look, "an import");
    }
    if (options.list && (!options.output.empty() || options.site || !options.release.empty())) {
        throw Error("--list only lists: it goes with no --release, --output or --site",
                    "list first, then fetch what you chose");
    }
    if (options.site && (!options.output.empty() || !options.release.empty())) {
        throw Error("the files behind the site are those of one release, and are taken in together",
                    "--site goes with no --release and no --output");
    }
    if (options.site && options.pages.size() > 1) {
        throw Error("the files behind the site lie in one folder", "name one --page");
    }
    for (const auto& page : options.pages) {
        fetch::checked_address(page);
    }
    if (!options.release.empty() && !fetch::parse_release_number(options.release)) {
        throw Error("'" + options.release + "' is no number of a release",
                    "--release takes 28, or 30v2 for the second workbook under a number");
    }
    if (!options.output.empty() && files::exists(files::symlink_status(options.output))) {
        throw Error("there is such a file already", "name another, or remove it").at(options.output);
    }
}

std::vector<std::string> pages_of(const Options& options) {
    if (options.pages.empty()) {
        return fetch::pages_of(options.series);
    }
    std::vector<std::string> pages;
    for (const auto& page : options.pages) {
        pages.push_back(fetch::checked_address(page));
    }
    return pages;
}

fetch::Found find(const Options& options, const fetch::Limits& limits, const Surroundings& surroundings) {
    fetch::Found found;
    {
        DownloadProgress progress(options.progress, surroundings);
        found = fetch::find_offers(pages_of(options), limits, progress.progress());
    }
    for (const auto& reason : found.passed_over) {
        surroundings.notes << "passed over: " << reason << "\n";
    }
    return found;
}

const fetch::Offer& chosen(const fetch::Found& found, const std::string& release) {
    const auto wanted = fetch::parse_release_number(release);
    if (!wanted) {
        return found.offers.front();
    }
    // Without a version the last of that number: they stand newest first.
    const bool exact = release.find('v') != std::string::npos;
    const auto offer = std::find_if(found.offers.begin(), found.offers.end(), [&](const fetch::Offer& each) {
        return each.release && (exact ? *each.release == *wanted : each.release->number == wanted->number);
    });
    if (offer != found.offers.end()) {
        return *offer;
    }
    std::string there;
    for (const auto& each : found.offers) {
        there += (there.empty() ? "" : ", ") + name_of(each);
    }
    throw Error("there is no release " + to_string(*wanted), "there are: " + there).at(found.page);
}

// Beside the book, so that it is found again and needs no other place to write to.
files::path part_path(const Options& options, const Surroundings& surroundings) {
    if (!options.output.empty()) {
        return options.output + ".part";
    }
    auto book = named_book(surroundings).lexically_normal();
    if (book == "." || book.filename() == "..") {
        book = files::absolute(book).lexically_normal();
    }
    return (book.has_filename() ? book : book.parent_path()).string() + ".part";
}

void say_what_came(const fetch::Offer& offer, const fetch::Downloaded& done, const fetch::PartFile& part,
                   const Surroundings& surroundings) {
    auto& notes = surroundings.notes;
    notes << name_of(offer) << fmt::format(", {} bytes, from ", part.size()) << fetch::shown(offer.address);
    if (done.kept > 0) {
        notes << fmt::format(" ({} bytes of it had come before)", done.kept);
    } else if (done.begun_anew) {
        notes << " (begun anew: what had come before could not be gone on from)";
    }
    notes << "\n";
}

// The workbook, whole and looked at, in `part`. What is none does not stay there.
std::string fetched(const fetch::Offer& offer, fetch::PartFile& part, const fetch::Limits& limits,
                    const Options& options, const Surroundings& surroundings) {
    fetch::Downloaded done;
    {
        DownloadProgress progress(options.progress, surroundings);
        done = fetch::download(offer.address, part, limits, progress.progress());
    }
    auto bytes = part.bytes();
    try {
        check_workbook(bytes, offer.address);
    } catch (const Error&) {
        part.remove();
        throw;
    }
    say_what_came(offer, done, part, surroundings);
    return bytes;
}

int fetch_workbook(const Options& options, const Surroundings& surroundings) {
    std::optional<Shelving> shelving;
    if (!options.list && options.output.empty()) {
        shelving.emplace(Manner{}, surroundings);
    }
    auto limits = limits_of(options);
    const auto found = find(options, limits, surroundings);
    if (options.list) {
        const Output output{options.look.format, false};
        if (format_of(output) == render::Format::text) {
            surroundings.out << offers_text(found, surroundings.look);
        } else {
            print(offer_rows(found), output, surroundings);
        }
        return fine;
    }
    const auto& offer = chosen(found, options.release);
    limits.plain_allowed = found.plain_allowed;
    fetch::PartFile part(part_path(options, surroundings));
    auto bytes = fetched(offer, part, limits, options, surroundings);
    if (!shelving) {
        part.keep_as(options.output);
        surroundings.out << options.output << "\n";
        return fine;
    }
    const auto name = offer.file_name.empty() ? name_of(offer) : offer.file_name;
    store::SourceBytes source{name, false, {}};
    source.files.emplace_back(name, std::move(bytes));
    try {
        print_report(shelving->take_in(source), options.look, surroundings);
    } catch (const Error&) {
        surroundings.notes << "kept, so that it need not come again: " << part.path().string() << "\n";
        throw;
    }
    part.remove();
    return fine;
}

int fetch_site(const Options& options, const Surroundings& surroundings) {
    Shelving shelving({}, surroundings);
    auto limits = limits_of(options);
    const auto folder = options.pages.empty() ? "" : fetch::checked_address(options.pages.front());
    const auto addresses = fetch::site_files_of(options.series, folder);
    limits.plain_allowed = fetch::is_plain(addresses.front());
    store::SourceBytes source{options.series + "-site", true, {}};
    {
        DownloadProgress line(options.progress, surroundings);
        const auto progress = line.progress();
        double done = 0;
        for (const auto& address : addresses) {
            const auto name = fetch::file_name_of(address);
            if (progress) {
                progress("downloading " + name, done / static_cast<double>(addresses.size()));
            }
            auto bytes = fetch::read_address(address, limits, limits.largest);
            check_table(bytes, address);
            source.files.emplace_back(name, std::move(bytes));
            done += 1;
        }
    }
    std::sort(source.files.begin(), source.files.end());
    print_report(shelving.take_in(source), options.look, surroundings);
    return fine;
}

int fetch_release(const Options& options, const Surroundings& surroundings) {
    check(options);
    try {
        return options.site ? fetch_site(options, surroundings) : fetch_workbook(options, surroundings);
    } catch (const Error& error) {
        // Goes on to main.cpp, with the way that is always open.
        const std::string_view what = error.what();
        const bool about_the_web = what.find("://") < what.find('\n');
        if (!about_the_web) {
            throw;
        }
        throw Error(std::string(what.substr(0, what.find('\n'))),
                    error.advice() + (error.advice().empty() ? "" : "; ") + std::string(by_hand));
    }
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_flag("--list", options->list, "only list the releases that the page has");
    app.add_option("--release", options->release, "that one, instead of the newest")->type_name("N");
    app.add_option("--output", options->output, "only download, into that file; needs no book")
        ->type_name("FILE");
    app.add_option("--page,--from", options->pages,
                   "the page that links the workbook, or the workbook itself")
        ->type_name("URL")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_flag("--site", options->site, "the files behind the web site, instead of a workbook");
    app.add_option("--series", options->series, "whose pages are known (default: ust)")->type_name("SERIES");
    app.add_option("--format", options->look.format, "text or json; with --list also csv or md")
        ->type_name("FORMAT");
    app.add_flag("--findings", options->look.all_findings, "show all findings, not only the first 20");
    app.add_flag("--spell-out", options->look.spelled_out, "say of which sheet the cells set aside are");
    app.add_flag("--progress", options->progress, "say how far it is, also where nobody watches");
    app.add_option("--largest", options->largest_mb, "no download beyond so many MB (default: 200)")
        ->type_name("MB")
        ->check(CLI::Range(1, 1000));
    app.add_option("--stall", options->stall, "how long nothing may come (default: 60)")
        ->type_name("SECONDS")
        ->check(CLI::Range(1, 3600));
    app.add_option("--tries", options->tries, "of what breaks off (default: 3)")
        ->type_name("N")
        ->check(CLI::Range(1, 20));
    app.add_option("--certificates", options->certificates, "a file of those to trust")->type_name("FILE");
    return [options](const Surroundings& surroundings) { return fetch_release(*options, surroundings); };
}

}  // namespace

Command fetch_command() {
    return {"the newest release from its publisher's page", set_up};
}

}  // namespace pledgebook::commands
