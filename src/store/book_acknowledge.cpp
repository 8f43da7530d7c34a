// What was acknowledged of the audit's findings, and the bytes that it looks at.
#include "core/error.hpp"
#include "store/book.hpp"
#include "store/book_state.hpp"
#include "store/lock.hpp"
#include "store/reread.hpp"

#include <algorithm>
#include <map>

namespace pledgebook::store {

namespace {

std::vector<Acknowledgement> holding(const Journal& journal, std::string_view series) {
    std::map<std::string, Acknowledgement> last;
    for (const auto& line : journal.acknowledged()) {
        if (line.what.series != series) {
            continue;
        }
        if (line.withdrawn) {
            last.erase(line.what.key);
        } else {
            last.insert_or_assign(line.what.key, line.what);
        }
    }
    std::vector<Acknowledgement> all;
    all.reserve(last.size());
    for (auto& [key, each] : last) {
        all.push_back(std::move(each));
    }
    return all;
}

}  // namespace

SourceBytes Book::source(std::string_view id) const {
    const auto lines = m_state->lines_in_cache();
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const JournalLine& line) { return line.id == id; });
    if (found == lines.end()) {
        throw Error("there is nothing called '" + std::string(id) + "' in " + name(),
                    "`releases` lists what there is");
    }
    try {
        return stored_source(m_state->sources, *found);
    } catch (Error& error) {
        throw error.at(found->id);
    }
}

std::vector<Acknowledgement> Book::acknowledgements(std::string_view series) const {
    return holding(m_state->journal, series);
}

// The cache stays as it is: nothing in it comes from what was acknowledged.
void Book::State::note(AcknowledgementLine line) {
    const Lock lock(folder, line.withdrawn ? "a withdrawal" : "an acknowledgement");
    look_again({});
    if (line.withdrawn) {
        const auto all = holding(journal, line.what.series);
        if (std::none_of(all.begin(), all.end(),
                         [&](const Acknowledgement& each) { return each.key == line.what.key; })) {
            throw Error("nothing is acknowledged as '" + line.what.key + "'",
                        "`audit --all` shows what is, with its key");
        }
    }
    const auto text = journal.prepare(line);
    journal.append(line, text);
}

void Book::acknowledge(const Acknowledgement& what) {
    if (what.key.empty() || what.reason.empty()) {
        throw Error("a finding is acknowledged by its key and with a reason", "Give --reason TEXT.");
    }
    m_state->note({0, {}, false, what});
}

void Book::withdraw(const Acknowledgement& what) {
    m_state->note({0, {}, true, what});
}

}  // namespace pledgebook::store
