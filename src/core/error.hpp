// An error that stops a command. It carries its way from the outside in (file, sheet, row, column)
// and, on its last line, what the reader can do about it.
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace pledgebook {

class Error : public std::exception {
public:
    // `what` says what is wrong; `advice` says what to do (may be empty where nothing can be done).
    explicit Error(std::string what, std::string advice = {});

    // Each layer that knows where it was adds its place: the last one added is printed first.
    Error& at(std::string place);

    // "b.xlsx: sheet 'X': row 3: what is wrong\nwhat to do"
    [[nodiscard]] const char* what() const noexcept override;
    [[nodiscard]] const std::string& advice() const { return m_advice; }

private:
    void compose();

    std::vector<std::string> m_places;  // innermost first
    std::string m_what;
    std::string m_advice;
    std::string m_message;
};

}  // namespace pledgebook
