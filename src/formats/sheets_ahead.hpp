// Loads sheets in their order, the next ones on threads of their own while the caller works on the one
// before.
#pragma once

#include "formats/cell.hpp"

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace pledgebook::formats {

class SheetsAhead {
public:
    // `load` is called from several threads at once, for each sheet up to `count` at most once; no more than
    // `ahead` sheets are kept beside the one that the caller has.
    SheetsAhead(std::size_t count, std::function<Sheet(std::size_t)> load, unsigned threads = 2,
                std::size_t ahead = 12);
    SheetsAhead(const SheetsAhead&) = delete;
    SheetsAhead& operator=(const SheetsAhead&) = delete;
    ~SheetsAhead();

    // The next sheet; throws what its loading threw. To be called `count` times at most.
    Sheet next();

private:
    struct Loaded {
        Sheet sheet;
        std::exception_ptr error;
    };
    void work();

    std::size_t m_count;
    std::function<Sheet(std::size_t)> m_load;
    std::size_t m_ahead;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::size_t, Loaded> m_loaded;
    std::size_t m_begun = 0;  // sheets whose loading has begun
    std::size_t m_given = 0;  // sheets handed over
    bool m_stopped = false;
    std::vector<std::jthread> m_threads;
};

}  // namespace pledgebook::formats
