// sql: read-only SQL over the book.
#include "commands/command.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"

#include <CLI/CLI.hpp>

#include <istream>
#include <iterator>

namespace pledgebook::commands {

namespace {

struct Options {
    std::string query;
    bool tables = false;
    Output output;
};

int ask(const Options& options, const Surroundings& surroundings) {
    format_of(options.output);
    if (options.tables || options.query.empty()) {
        print_list(store::Book::table_names(), surroundings);
        return fine;
    }
    auto query = options.query;
    if (query == "-") {
        query.assign(std::istreambuf_iterator<char>(surroundings.in), {});
    }
    print(open_book(surroundings).query(query), options.output, surroundings);
    return fine;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("QUERY", options->query, "a SELECT; - reads it from the standard input")->type_name("");
    app.add_flag("--tables", options->tables, "list the tables that can be asked");
    add_output(app, options->output);
    return [options](const Surroundings& surroundings) { return ask(*options, surroundings); };
}

}  // namespace

Command sql_command() {
    return {"read-only SQL over the book", set_up};
}

}  // namespace pledgebook::commands
