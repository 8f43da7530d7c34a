// The donors and groups that the program knows, from data/donors.tsv, data/groups.tsv and data/names/.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook {

struct Donor {
    std::string code;  // ISO 3166 alpha-3; EUC, EPF, EIB for the EU's institutions
    std::string name;  // in English
    Currency currency;
};

struct Membership {
    std::string donor;
    std::optional<Date> from;   // first day; nothing: always
    std::optional<Date> until;  // last day; nothing: still
};

struct Group {
    std::string code;  // "EUROPE"
    std::string name;  // "Europe"
    std::string what;  // one sentence: who is in it, and by whose definition
    std::vector<Membership> members;

    // Codes of those who were members on that day, in the order of the donors' list.
    [[nodiscard]] std::vector<std::string> members_on(Date day) const;
};

class Reference {
public:
    // The one that is compiled in. Throws Error where its files contradict each other.
    static const Reference& builtin();

    [[nodiscard]] const std::vector<Donor>& donors() const { return m_donors; }  // by code, institutions last
    [[nodiscard]] const std::vector<Group>& groups() const { return m_groups; }
    [[nodiscard]] const Donor* donor(std::string_view code) const;  // nothing where there is none
    [[nodiscard]] const Group* group(std::string_view code) const;

    // The code of the donor or group that a name means, in any language we have: "Deutschland" -> "DEU",
    // "eu" -> "EU". Case, accents and blanks around do not matter. Nothing where it is nobody's name.
    [[nodiscard]] std::optional<std::string> code_of(std::string_view name) const;
    // Known names that look like this one, best first, at most three; for "did you mean".
    [[nodiscard]] std::vector<std::string> nearest(std::string_view name) const;
    // The English name of a donor or group, or the code itself where it is unknown.
    [[nodiscard]] std::string name_of(std::string_view code) const;

private:
    Reference();
    void read_donors();
    void read_groups();
    void read_names();
    void add_name(std::string_view name, const std::string& code);

    std::vector<Donor> m_donors;
    std::vector<Group> m_groups;
    std::map<std::string, std::string, std::less<>> m_codes;  // folded name -> code
};

// Lower case without accents, runs of blanks (also non-breaking) as one: two names that fold the same are
// the same name. Any UTF-8; bytes that are none become U+FFFD.
std::string folded(std::string_view text);

}  // namespace pledgebook
