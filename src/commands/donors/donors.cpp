// donors: the donors and groups that can be named, and who is in a group.
#include "commands/command.hpp"
#include "commands/printing.hpp"
#include "core/error.hpp"
#include "render/screen_text.hpp"
#include "render/shelf_lists.hpp"

#include <CLI/CLI.hpp>

namespace pledgebook::commands {

namespace {

struct Options {
    std::string name;
    Output output;
};

void list_all(const Options& options, const Surroundings& surroundings) {
    const auto& reference = Reference::builtin();
    print(render::donors(reference), options.output, surroundings);
    if (format_of(options.output) == render::Format::text) {
        surroundings.out << "\n";
        std::vector<std::pair<std::string, std::string>> groups;
        for (const auto& group : reference.groups()) {
            groups.emplace_back(group.code, group.name + ": " + group.what);
        }
        print_list(groups, surroundings);
    }
}

int list(const Options& options, const Surroundings& surroundings) {
    const auto format = format_of(options.output);
    if (options.name.empty()) {
        list_all(options, surroundings);
        return fine;
    }
    const auto& reference = Reference::builtin();
    const auto code = reference.code_of(options.name);
    if (!code) {
        const auto near = reference.nearest(options.name);
        throw Error("no donor or group is called '" + options.name + "'",
                    near.empty() ? "pledgebook donors lists them" : "did you mean " + near.front() + "?");
    }
    const auto* group = reference.group(*code);
    if (group == nullptr) {
        const auto* donor = reference.donor(*code);
        if (format == render::Format::text) {
            surroundings.out << donor->code << "  " << donor->name << ", " << donor->currency.code() << "\n";
        } else {
            auto rows = render::donors(reference);
            std::erase_if(rows.rows, [&](const auto& row) { return row.front() != *code; });
            print(rows, options.output, surroundings);
        }
        return fine;
    }
    if (format == render::Format::text) {
        surroundings.out << render::paragraph(group->code + "  ", group->name + ": " + group->what,
                                              surroundings.look.width)
                         << "\n";
    }
    print(render::members(*group), options.output, surroundings);
    return fine;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("NAME", options->name, "a donor or a group; else all of them")->type_name("");
    add_output(app, options->output);
    return [options](const Surroundings& surroundings) { return list(*options, surroundings); };
}

}  // namespace

Command donors_command() {
    return {"the donors and groups that can be named; who is in a group", set_up};
}

}  // namespace pledgebook::commands
