// What the book says of a statement: one of the six verdicts, the number held, the reading that fits, and
// a sentence that says why.
#pragma once

#include "claims/slots/statement.hpp"
#include "claims/verdicts/sums.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook::claims {

// Judges an article's statements one after the other; what is said twice in the same sense is judged once.
class Court {
public:
    // `day` is the article's. The sums must outlive the court.
    Court(const Sums& sums, std::optional<Date> day) : m_sums(sums), m_day(day) {}

    // Fills verdict, held, readings and why. Gives back whether it had judged the same before.
    bool judge(Statement& statement);

private:
    struct Judgement {
        Verdict verdict;
        std::optional<Held> held;
        std::vector<Reading> readings;
        std::string why;
    };

    const Sums& m_sums;
    std::optional<Date> m_day;
    std::map<std::string, Judgement> m_judged;
};

}  // namespace pledgebook::claims
