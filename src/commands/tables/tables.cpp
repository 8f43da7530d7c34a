// tables: the published tables that can be made again.
#include "commands/command.hpp"
#include "commands/printing.hpp"
#include "tables/definition.hpp"

namespace pledgebook::commands {

namespace {

int list(const Output& output, const Surroundings& surroundings) {
    if (format_of(output) == render::Format::text) {
        std::vector<std::pair<std::string, std::string>> lines;
        for (const auto& each : tables::all_tables()) {
            lines.emplace_back(each.name, each.what);
        }
        print_list(lines, surroundings);
        return fine;
    }
    Rows rows;
    rows.columns = {{"table", Rows::Type::text}, {"what", Rows::Type::text}};
    for (const auto& each : tables::all_tables()) {
        rows.rows.push_back({std::string(each.name), std::string(each.what)});
    }
    print(rows, output, surroundings);
    return fine;
}

Work set_up(CLI::App& app) {
    const auto output = std::make_shared<Output>();
    add_output(app, *output);
    return [output](const Surroundings& surroundings) { return list(*output, surroundings); };
}

}  // namespace

Command tables_command() {
    return {"the published tables that can be made again from the entries", set_up};
}

}  // namespace pledgebook::commands
