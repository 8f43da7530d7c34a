#include "commands/shelf_choice.hpp"

#include "commands/progress_line.hpp"
#include "core/error.hpp"

namespace pledgebook::commands {

namespace {

Intake read_again(const std::string& importer, const store::SourceBytes& source) {
    return importers::importer_named(importer).take_in(source_of(source), {});
}

}  // namespace

const std::filesystem::path& named_book(const Surroundings& surroundings) {
    if (!surroundings.book) {
        throw Error("this needs a book, and none is named", "name its folder: pledgebook --book DIR …");
    }
    return *surroundings.book;
}

importers::Source source_of(const store::SourceBytes& bytes) {
    importers::Source source{bytes.name, bytes.folder, {}};
    for (const auto& [name, content] : bytes.files) {
        source.files.push_back({name, content});
    }
    return source;
}

store::Book open_book(const Surroundings& surroundings, unsigned threads) {
    const auto& folder = named_book(surroundings);
    ProgressLine line(surroundings);
    return store::Book::open(folder, read_again, line.progress(), threads);
}

store::Book open_or_create_book(const Surroundings& surroundings, unsigned threads) {
    ProgressLine line(surroundings);
    return store::Book::open_or_create(named_book(surroundings), read_again, line.progress(), threads);
}

std::unique_ptr<store::Shelf> open_shelf(const Surroundings& surroundings) {
    if (!surroundings.book) {
        return std::make_unique<store::BuiltIn>();
    }
    return std::make_unique<store::Book>(open_book(surroundings));
}

}  // namespace pledgebook::commands
