#include "support/tls.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <csignal>
#include <limits>
#include <stdexcept>

namespace pledgebook::test_support {

namespace {

struct Cleanup {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* session) const { SSL_free(session); }
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Cleanup>;

void must(bool fine) {
    if (!fine) {
        throw std::runtime_error("the test server's TLS cannot be made");
    }
}

void add_extension(X509* certificate, int what, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, what, value));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

Owned<X509> made_certificate(EVP_PKEY* key) {
    Owned<X509> certificate(X509_new());
    constexpr long day = 24L * 60 * 60;
    must(certificate && X509_set_version(certificate.get(), 2) == 1 &&
         ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1) == 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), day);
    auto* name = X509_get_subject_name(certificate.get());
    const std::string who = "127.0.0.1";
    must(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                    reinterpret_cast<const unsigned char*>(who.data()),
                                    static_cast<int>(who.size()), -1, 0) == 1 &&
         X509_set_issuer_name(certificate.get(), name) == 1 && X509_set_pubkey(certificate.get(), key) == 1);
    add_extension(certificate.get(), NID_subject_alt_name, "IP:127.0.0.1");
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    must(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
    return certificate;
}

std::string pem_of(X509* certificate) {
    const Owned<BIO> memory(BIO_new(BIO_s_mem()));
    must(memory && PEM_write_bio_X509(memory.get(), certificate) == 1);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

}  // namespace

struct Tls::State {
    Owned<SSL_CTX> context;
    std::string certificate;
};

struct Tls::Session::State {
    Owned<SSL> session;
    bool open = false;
};

Tls::Tls() : m_state(std::make_unique<State>()) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to clients that have gone
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    must(key != nullptr);
    const auto certificate = made_certificate(key.get());
    m_state->certificate = pem_of(certificate.get());
    m_state->context.reset(SSL_CTX_new(TLS_server_method()));
    must(m_state->context && SSL_CTX_use_certificate(m_state->context.get(), certificate.get()) == 1 &&
         SSL_CTX_use_PrivateKey(m_state->context.get(), key.get()) == 1);
}

Tls::~Tls() = default;

const std::string& Tls::certificate() const {
    return m_state->certificate;
}

std::unique_ptr<Tls::Session> Tls::accept(int socket) const {
    const timeval patience{5, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    auto state = std::make_unique<Session::State>();
    state->session.reset(SSL_new(m_state->context.get()));
    must(state->session && SSL_set_fd(state->session.get(), socket) == 1);
    state->open = SSL_accept(state->session.get()) == 1;
    return std::make_unique<Session>(std::move(state));
}

Tls::Session::Session(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Tls::Session::~Session() {
    if (m_state->open) {
        SSL_shutdown(m_state->session.get());
    }
}

ssize_t Tls::Session::read(char* to, std::size_t size) {
    return m_state->open ? SSL_read(m_state->session.get(), to, static_cast<int>(size)) : -1;
}

ssize_t Tls::Session::write(std::string_view bytes) {
    const auto size = std::min<std::size_t>(bytes.size(), std::numeric_limits<int>::max());
    return m_state->open ? SSL_write(m_state->session.get(), bytes.data(), static_cast<int>(size)) : -1;
}

}  // namespace pledgebook::test_support
