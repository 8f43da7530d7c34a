// A question put to a release: what it comes to mean there, or why it must be refused.
#pragma once

#include "core/answer.hpp"
#include "questions/ledger.hpp"

#include <string>
#include <vector>

namespace pledgebook::questions {

// How a line stands to a question.
enum class Standing {
    counted,
    undated,  // its days may or may not lie in the period
    outside,
};

// A scope in the form in which lines are held against it.
struct Resolved {
    Scope scope;
    const Ledger* ledger = nullptr;  // never nothing once resolved
    DonorSet donors;
    KindSet kinds;
    ChannelSet channels;
    Span period;              // that was answered
    bool everyone = false;    // every donor that the release holds
    std::vector<bool> items;  // per entry, whether its item fits; empty where no item was asked for
    std::vector<std::string> notes;

    [[nodiscard]] bool fits(const Entry& entry, std::size_t at) const;  // but for the period
    [[nodiscard]] Standing standing(const Span& days) const;
    [[nodiscard]] Standing standing(const Line& line) const;  // also outside where it does not fit at all
};

// Throws Error as Desk says.
Resolved resolve(const Question& question, const Ledger& ledger);

}  // namespace pledgebook::questions
