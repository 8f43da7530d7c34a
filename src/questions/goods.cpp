#include "questions/goods.hpp"

#include <fmt/format.h>

namespace pledgebook::questions {

namespace {

struct Count {
    Decimal sum;
    std::uint64_t given = 0, undisclosed = 0, unreadable = 0;

    void add(const Quantity& quantity) {
        if (quantity.value) {
            sum += *quantity.value;
            ++given;
        } else if (quantity.given == Given::undisclosed) {
            ++undisclosed;
        } else if (quantity.given == Given::unreadable) {
            ++unreadable;
        }
    }
    void note(std::string_view what, std::vector<std::string>& notes) const {
        if (undisclosed != 0 || unreadable != 0) {
            std::string others;
            if (undisclosed != 0) {
                others = fmt::format("{} keep{} it secret", undisclosed, undisclosed == 1 ? "s" : "");
            }
            if (unreadable != 0) {
                others += fmt::format("{}{} {} one that cannot be read", others.empty() ? "" : " and ",
                                      unreadable, unreadable == 1 ? "has" : "have");
            }
            notes.push_back(fmt::format("Units {}: {} {} a number; {}, so there are more.", what, given,
                                        given == 1 ? "entry gives" : "entries give", others));
        }
    }
};

}  // namespace

void count_goods(const Resolved& resolved, Answer& answer) {
    if (resolved.items.empty()) {
        return;
    }
    const auto& entries = resolved.ledger->intake().entries;
    Count promised, delivered;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (resolved.fits(entries[at], at) &&
            resolved.standing(resolved.ledger->spans()[at]) == Standing::counted) {
            promised.add(entries[at].item.units);
            delivered.add(entries[at].item.units_delivered);
        }
    }
    answer.units = promised.sum;
    answer.units_delivered = delivered.sum;
    promised.note("promised", answer.notes);
    delivered.note("delivered", answer.notes);
}

}  // namespace pledgebook::questions
