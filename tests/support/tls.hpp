// TLS for the test server, with a key and a certificate for 127.0.0.1 that it makes for itself.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace pledgebook::test_support {

class Tls {
public:
    Tls();
    ~Tls();
    Tls(const Tls&) = delete;
    Tls& operator=(const Tls&) = delete;

    [[nodiscard]] const std::string& certificate() const;  // PEM

    class Session {
    public:
        struct State;
        explicit Session(std::unique_ptr<State> state);
        ~Session();
        ssize_t read(char* to, std::size_t size);  // 0 or less: there is no more
        ssize_t write(std::string_view bytes);

    private:
        std::unique_ptr<State> m_state;
    };

    // Nothing comes of a session whose client does not trust the certificate: it reads and writes nothing.
    [[nodiscard]] std::unique_ptr<Session> accept(int socket) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace pledgebook::test_support
