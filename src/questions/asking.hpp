// What every sort of question goes through: the release laid open, the question resolved, the lines held
// against it, and the notes that belong to the sum.
#pragma once

#include "questions/conversion.hpp"
#include "questions/desk.hpp"
#include "questions/ledger.hpp"
#include "questions/scope.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace pledgebook::questions {

// What has been read from the shelf. Read once, then only looked at; safe from several threads.
struct Desk::Books {
    explicit Books(const store::Shelf& of) : shelf(&of) {}

    struct Opened {
        Opened(Intake intake, const Books& books);
        Ledger ledger;
        Economy economy;
    };
    const Opened& open(const std::string& release_id);
    // The release that answers, with the question resolved against it.
    Resolved resolve(const Question& question);
    void read_shelf();  // releases, rates and macro figures; once

    const store::Shelf* shelf;
    std::vector<Release> releases;
    std::vector<Macro> macro;
    RateTable rates;

private:
    std::once_flag m_read;
    std::mutex m_opening;
    std::map<std::string, std::unique_ptr<Opened>, std::less<>> m_opened;
};

// Counts what is left out since its date may or may not lie in the period.
void add_undated(Undated& undated, const Line& line);

// Notes on what is not in a sum: undated amounts, amounts of nobody known.
void note_left_out(const Resolved& resolved, const Undated& undated, std::vector<std::string>& notes);

// Notes on what organisations gave, who go by no code: by their names.
void note_organisations(const Resolved& resolved, std::vector<std::string>& notes);

// Notes on items: whose money is of a whole package of which only a part was asked for.
void note_packages(const Resolved& resolved, std::vector<std::string>& notes);

void append(std::vector<std::string>& notes, const std::vector<std::string>& more);

}  // namespace pledgebook::questions
