#include "core/error.hpp"

#include <utility>

namespace pledgebook {

Error::Error(std::string what, std::string advice) : m_what(std::move(what)), m_advice(std::move(advice)) {
    compose();
}

Error& Error::at(std::string place) {
    m_places.push_back(std::move(place));
    compose();
    return *this;
}

const char* Error::what() const noexcept {
    return m_message.c_str();
}

void Error::compose() {
    m_message.clear();
    for (auto place = m_places.rbegin(); place != m_places.rend(); ++place) {
        m_message += *place + ": ";
    }
    m_message += m_what;
    if (!m_advice.empty()) {
        m_message += "\n" + m_advice;
    }
}

}  // namespace pledgebook
