// export: tables of the book as files, and the built-in figures as files of data/.
#include "commands/command.hpp"
#include "commands/export/builtin_export.hpp"
#include "commands/export/shelf_tables.hpp"
#include "commands/export/workbook_file.hpp"
#include "commands/near_words.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "render/rows.hpp"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <ostream>

namespace pledgebook::commands {

namespace {

namespace files = std::filesystem;

struct Options {
    std::string table;
    std::string format = "csv";
    std::string to;
    std::string release;
    std::string source;
    bool force = false;
};

// What there is is not written over, unless that was asked for.
void make_room(const files::path& file, bool force) {
    if (!files::exists(file)) {
        return;
    }
    if (!force || files::is_directory(file)) {
        throw Error("there is something there already",
                    files::is_directory(file) ? "name a file, not a folder" : "--force writes over it")
            .at(file.string());
    }
    files::remove(file);
}

void write_file(const files::path& file, const std::string& bytes, bool force) {
    make_room(file, force);
    std::ofstream out(file, std::ios::binary);
    out << bytes << std::flush;
    if (!out) {
        throw Error("cannot be written: " + std::string(std::strerror(errno))).at(file.string());
    }
}

void export_builtin(const Options& options, const Surroundings& surroundings) {
    if (options.to.empty()) {
        throw Error("the built-in figures are four files", "name a folder for them with --to DIR");
    }
    const auto shelf = open_shelf(surroundings);
    const auto written = store::write_builtin(builtin_figures(*shelf, options.release, options.source));
    const files::path folder = options.to;
    const std::vector<std::pair<files::path, const std::string*>> parts{
        {folder / "figures" / "release.tsv", &written.release},
        {folder / "figures" / "observations.tsv", &written.observations},
        {folder / "rates.tsv", &written.rates},
        {folder / "macro.tsv", &written.macro}};
    for (const auto& [file, bytes] : parts) {
        if (files::exists(file) && !options.force) {
            make_room(file, false);
        }
    }
    files::create_directories(folder / "figures");
    for (const auto& [file, bytes] : parts) {
        write_file(file, *bytes, options.force);
        surroundings.notes << "wrote " << file.string() << "\n";
    }
}

[[noreturn]] void no_such_table(const Options& options, bool with_book) {
    std::vector<std::string> names;
    for (const auto& [name, what] : with_book ? store::Book::table_names() : shelf_table_names()) {
        names.push_back(name);
    }
    names.emplace_back("builtin");
    throw Error("there is no table '" + options.table + "'" + did_you_mean(options.table, names),
                "the tables are " + one_of(names));
}

bool book_has(const std::string& table) {
    const auto names = store::Book::table_names();
    return std::any_of(names.begin(), names.end(), [&](const auto& each) { return each.first == table; });
}

void write_parquet(const Options& options, const Surroundings& surroundings) {
    if (!surroundings.book) {
        throw Error("Parquet files are written from a book", "name it with --book, or export as csv");
    }
    if (!book_has(options.table)) {
        no_such_table(options, true);
    }
    const auto book = open_book(surroundings);
    make_room(options.to, options.force);
    book.write_parquet(options.table, options.to);
}

Rows rows_of(const Options& options, const Surroundings& surroundings) {
    if (!surroundings.book) {
        if (auto rows = shelf_table(store::BuiltIn(), options.table)) {
            return std::move(*rows);
        }
        no_such_table(options, false);
    }
    if (book_has(options.table)) {
        return open_book(surroundings).table(options.table);
    }
    no_such_table(options, true);
}

int write_out(const Options& options, const Surroundings& surroundings) {
    const std::vector<std::string> formats{"csv", "json", "parquet", "xlsx"};
    if (std::find(formats.begin(), formats.end(), options.format) == formats.end()) {
        throw Error("there is no format '" + options.format + "'" + did_you_mean(options.format, formats),
                    "--format takes " + one_of(formats));
    }
    const bool to_file = !options.to.empty() && options.to != "-";
    if (!to_file && (options.format == "parquet" || options.format == "xlsx")) {
        throw Error("a file of the format " + options.format + " is not for the terminal",
                    "name a file with --to FILE");
    }
    if (options.format == "parquet") {
        write_parquet(options, surroundings);
    } else if (options.format == "xlsx") {
        const auto rows = rows_of(options, surroundings);
        make_room(options.to, options.force);
        write_workbook(rows, options.table, options.to);
    } else {
        const auto rows = rows_of(options, surroundings);
        const auto bytes = options.format == "csv" ? render::csv(rows) : render::json(rows);
        if (to_file) {
            write_file(options.to, bytes, options.force);
        } else {
            surroundings.out << bytes;
        }
    }
    if (to_file) {
        surroundings.notes << "wrote " << options.to << "\n";
    }
    return fine;
}

int list_tables(const Surroundings& surroundings) {
    auto tables = surroundings.book ? store::Book::table_names() : shelf_table_names();
    tables.emplace_back("builtin", "the built-in figures as the files of data/ (needs --to DIR)");
    print_list(tables, surroundings);
    return fine;
}

int run_export(const Options& options, const Surroundings& surroundings) {
    if (options.table.empty()) {
        return list_tables(surroundings);
    }
    if (options.table == "builtin") {
        export_builtin(options, surroundings);
        return fine;
    }
    return write_out(options, surroundings);
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("TABLE", options->table, "which; without one the tables are listed")->type_name("");
    app.add_option("--format", options->format, "csv (else), json, parquet or xlsx")->type_name("FORMAT");
    app.add_option("--to", options->to, "the file; else the standard output")->type_name("FILE");
    app.add_flag("--force", options->force, "write over what is there");
    app.add_option("--release", options->release, "of builtin: the release; else the newest")
        ->type_name("ID");
    app.add_option("--source", options->source, "of builtin: the sentence that names the source")
        ->type_name("WORDS");
    return [options](const Surroundings& surroundings) { return run_export(*options, surroundings); };
}

}  // namespace

Command export_command() {
    return {"tables as csv, json, parquet or xlsx", set_up};
}

}  // namespace pledgebook::commands
