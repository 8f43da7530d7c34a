// Any bytes as a publisher's page: its links and offers, or an Error.
#include "core/error.hpp"
#include "fetch/address.hpp"
#include "fetch/offers.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pledgebook;
    const std::string_view html(reinterpret_cast<const char*>(data), size);
    const std::string address = "https://user:secret@example.org/a/page.html";
    try {
        const auto page = fetch::read_html(html, address);
        for (const auto& offers :
             {fetch::offers_of(page), fetch::leads_of(page), fetch::offers_in_text(html, address)}) {
            for (const auto& offer : offers) {
                // What is offered is an address of the web, and shows no password.
                if (fetch::checked_address(offer.address).empty() ||
                    fetch::shown(offer.address).starts_with("https://user:") ||
                    offer.file_name.find('/') != std::string::npos) {
                    std::abort();
                }
            }
        }
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
