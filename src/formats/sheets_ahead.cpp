#include "formats/sheets_ahead.hpp"

#include <utility>

namespace pledgebook::formats {

SheetsAhead::SheetsAhead(std::size_t count, std::function<Sheet(std::size_t)> load, unsigned threads,
                         std::size_t ahead)
    : m_count(count), m_load(std::move(load)), m_ahead(ahead) {
    for (unsigned thread = 0; thread < threads; ++thread) {
        m_threads.emplace_back([this] { work(); });
    }
}

SheetsAhead::~SheetsAhead() {
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
    m_threads.clear();  // waits for them, before what they use goes
}

void SheetsAhead::work() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock,
                       [this] { return m_stopped || m_begun == m_count || m_begun < m_given + m_ahead; });
        if (m_stopped || m_begun == m_count) {
            return;
        }
        const auto number = m_begun++;
        lock.unlock();
        Loaded loaded;
        try {
            loaded.sheet = m_load(number);
        } catch (...) {
            loaded.error = std::current_exception();  // told to the caller when it comes to this sheet
        }
        lock.lock();
        m_loaded.emplace(number, std::move(loaded));
        m_changed.notify_all();
    }
}

Sheet SheetsAhead::next() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_loaded.contains(m_given); });
    auto loaded = std::move(m_loaded.extract(m_given).mapped());
    ++m_given;
    lock.unlock();
    m_changed.notify_all();
    if (loaded.error) {
        std::rethrow_exception(loaded.error);
    }
    return std::move(loaded.sheet);
}

}  // namespace pledgebook::formats
