#include "commands/audit/workbook_sheets.hpp"

#include "core/error.hpp"
#include "formats/csv.hpp"
#include "formats/sniff.hpp"
#include "formats/workbook.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

namespace pledgebook::commands {

namespace {

// A sheet at a time for each thread: sheets differ much in size.
std::vector<formats::Sheet> sheets_of_workbook(const std::string& bytes, unsigned threads) {
    const auto workbook = formats::Workbook::open(bytes);
    std::vector<formats::Sheet> sheets(workbook.sheets().size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto at = next++; at < sheets.size(); at = next++) {
            sheets[at] = workbook.load(at);
        }
    };
    std::vector<std::future<void>> running;
    for (unsigned at = 1; at < threads; ++at) {
        running.push_back(std::async(std::launch::async, work));
    }
    work();
    for (auto& each : running) {
        each.get();
    }
    return sheets;
}

}  // namespace

std::vector<formats::Sheet> sheets_of(const store::SourceBytes& source, unsigned threads) {
    std::vector<formats::Sheet> all;
    for (const auto& [name, bytes] : source.files) {
        try {
            const auto type = formats::sniff(bytes);
            if (type == formats::FileType::workbook) {
                return sheets_of_workbook(
                    bytes, threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency()));
            }
            if (type == formats::FileType::text) {
                all.push_back(formats::read_csv(bytes));
                all.back().name = source.folder ? name : "";
            }
        } catch (Error& error) {
            throw error.at(name);
        }
    }
    return all;
}

}  // namespace pledgebook::commands
