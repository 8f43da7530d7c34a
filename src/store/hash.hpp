// SHA-256, by which sources are named and contents are compared.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pledgebook::store {

// The hash of some bytes, as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

// The same, of bytes that come in parts.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void add(std::string_view bytes);
    // Hexadecimal; nothing can be added afterwards.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// True where a text looks like a hash of this sort.
bool is_sha256(std::string_view text);

}  // namespace pledgebook::store
