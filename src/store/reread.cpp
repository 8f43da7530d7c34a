#include "store/reread.hpp"

#include "core/error.hpp"
#include "store/hash.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

namespace pledgebook::store {

std::string hash_of(const SourceBytes& source, std::vector<JournalFile>& files) {
    files.clear();
    std::string list;
    for (const auto& [name, bytes] : source.files) {
        files.push_back({name, sha256(bytes), bytes.size()});
        list += files.back().sha256 + " " + std::to_string(name.size()) + " " + name + "\n";
    }
    return source.folder || files.size() != 1 ? sha256(list) : files.front().sha256;
}

SourceBytes stored_source(const Sources& sources, const JournalLine& line) {
    SourceBytes source{line.name, line.folder, {}};
    for (const auto& file : line.files) {
        source.files.emplace_back(file.name, sources.get(file.sha256));
    }
    return source;
}

void complete(Intake& intake, const JournalLine& line) {
    auto& release = intake.release;
    release.id = line.id;
    release.series = line.series;
    release.label = line.label;
    release.cutoff = line.cutoff;
    release.published = line.published;
    release.sha256 = line.sha256;
    release.file = line.name;
    release.importer = line.importer;
}

void reread(const Sources& sources, std::span<const JournalLine> lines, const Reader& reader,
            unsigned threads, const Progress& progress, const Take& take) {
    const auto read = [&](const JournalLine& line) {
        try {
            auto intake = reader(line.importer, stored_source(sources, line));
            complete(intake, line);
            return intake;
        } catch (Error& error) {
            throw error.at(line.id);
        }
    };
    // No more sources are read ahead than there are threads, so that memory does not grow with the book.
    const std::size_t ahead = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    const auto policy = ahead > 1 ? std::launch::async : std::launch::deferred;
    std::deque<std::future<Intake>> running;
    std::size_t begun = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        for (; begun < lines.size() && begun < at + ahead; ++begun) {
            running.push_back(std::async(policy, read, std::cref(lines[begun])));
        }
        if (progress) {
            progress("reading " + lines[at].id, static_cast<double>(at) / static_cast<double>(lines.size()));
        }
        auto intake = running.front().get();
        running.pop_front();
        take(lines[at], std::move(intake));
    }
}

}  // namespace pledgebook::store
