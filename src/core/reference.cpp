#include "core/reference.hpp"

#include "core/error.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace pledgebook {

namespace {

Tsv table(std::string_view name) {
    return Tsv("data/" + std::string(name), data::file(name));
}

std::optional<Date> day_of(const Tsv& tsv, std::size_t row, std::string_view cell) {
    if (cell.empty()) {
        return std::nullopt;
    }
    const auto day = Date::parse(cell);
    if (!day) {
        tsv.fail(row, "'" + std::string(cell) + "' is no day");
    }
    return day;
}

// Insertions, deletions and changes that make one text of the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t at = 0; at <= b.size(); ++at) {
        row[at] = at;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row.back();
}

}  // namespace

std::string folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
    auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    source.foldCase();
    const auto parts = normalizer->normalize(source, status);
    if (U_FAILURE(status)) {
        throw Error("a name could not be normalised: " + std::string(u_errorName(status)));
    }
    icu::UnicodeString kept;
    bool blank = false;
    for (int at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const auto c = parts.char32At(at);
        if (u_charType(c) == U_NON_SPACING_MARK) {
            continue;
        }
        if (u_isUWhiteSpace(c) != 0) {
            blank = !kept.isEmpty();
            continue;
        }
        if (blank) {
            kept.append(' ');
            blank = false;
        }
        kept.append(c);
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

std::vector<std::string> Group::members_on(Date day) const {
    std::vector<std::string> codes;
    for (const auto& member : members) {
        if ((!member.from || *member.from <= day) && (!member.until || day <= *member.until)) {
            codes.push_back(member.donor);
        }
    }
    return codes;
}

const Reference& Reference::builtin() {
    static const Reference reference;
    return reference;
}

Reference::Reference() {
    read_donors();
    read_groups();
    read_names();
}

void Reference::add_name(std::string_view name, const std::string& code) {
    const auto [at, added] = m_codes.emplace(folded(name), code);
    if (!added && at->second != code) {
        throw Error("the name '" + std::string(name) + "' means both " + at->second + " and " + code)
            .at("data/names");
    }
}

void Reference::read_donors() {
    const auto tsv = table("donors.tsv");
    const auto code = tsv.column("code");
    const auto name = tsv.column("name");
    const auto currency = tsv.column("currency");
    const auto also = tsv.column("also");
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        Donor donor{std::string(tsv.cell(row, code)), std::string(tsv.cell(row, name)), {}};
        const auto parsed = Currency::parse(tsv.cell(row, currency));
        if (!parsed) {
            tsv.fail(row, "there is no such currency");
        }
        donor.currency = *parsed;
        add_name(donor.code, donor.code);
        add_name(donor.name, donor.code);
        for (const auto other : split(tsv.cell(row, also), '|')) {
            add_name(other, donor.code);
        }
        m_donors.push_back(std::move(donor));
    }
}

void Reference::read_groups() {
    const auto tsv = table("groups.tsv");
    const auto code = tsv.column("code");
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        m_groups.push_back({std::string(tsv.cell(row, code)),
                            std::string(tsv.cell(row, tsv.column("name"))),
                            std::string(tsv.cell(row, tsv.column("what"))),
                            {}});
        add_name(m_groups.back().code, m_groups.back().code);
        add_name(m_groups.back().name, m_groups.back().code);
        for (const auto other : split(tsv.cell(row, tsv.column("also")), '|')) {
            add_name(other, m_groups.back().code);
        }
    }
    const auto members = table("group_members.tsv");
    for (std::size_t row = 0; row < members.rows(); ++row) {
        const auto of = members.cell(row, members.column("group"));
        const auto group = std::find_if(m_groups.begin(), m_groups.end(),
                                        [&](const Group& each) { return each.code == of; });
        if (group == m_groups.end()) {
            members.fail(row, "there is no group " + std::string(of));
        }
        const auto from = day_of(members, row, members.cell(row, members.column("from")));
        const auto until = day_of(members, row, members.cell(row, members.column("until")));
        for (const auto member : split(members.cell(row, members.column("members")), ' ')) {
            if (donor(member) == nullptr) {
                members.fail(row, "there is no donor " + std::string(member));
            }
            group->members.push_back({std::string(member), from, until});
        }
    }
    const auto position = [this](const Membership& member) { return donor(member.donor) - m_donors.data(); };
    for (auto& group : m_groups) {
        std::stable_sort(group.members.begin(), group.members.end(),
                         [&](const Membership& a, const Membership& b) { return position(a) < position(b); });
    }
}

void Reference::read_names() {
    for (const auto& file : data::files()) {
        if (!file.name.starts_with("names/")) {
            continue;
        }
        const auto tsv = table(file.name);
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            const std::string code(tsv.cell(row, tsv.column("code")));
            if (donor(code) == nullptr && group(code) == nullptr) {
                tsv.fail(row, "there is no donor or group " + code);
            }
            for (const auto name : split(tsv.cell(row, tsv.column("names")), '|')) {
                add_name(name, code);
            }
        }
    }
}

const Donor* Reference::donor(std::string_view code) const {
    const auto found =
        std::find_if(m_donors.begin(), m_donors.end(), [&](const Donor& each) { return each.code == code; });
    return found == m_donors.end() ? nullptr : &*found;
}

const Group* Reference::group(std::string_view code) const {
    const auto found =
        std::find_if(m_groups.begin(), m_groups.end(), [&](const Group& each) { return each.code == code; });
    return found == m_groups.end() ? nullptr : &*found;
}

std::optional<std::string> Reference::code_of(std::string_view name) const {
    const auto found = m_codes.find(folded(name));
    return found == m_codes.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Reference::nearest(std::string_view name) const {
    const auto wanted = folded(name);
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const auto& [known, code] : m_codes) {
        const auto far = known.starts_with(wanted) && wanted.size() > 2 ? 1 : distance(known, wanted);
        if (far <= wanted.size() / 3 && far <= 3) {
            found.emplace_back(far, code);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> names;
    for (const auto& [far, code] : found) {
        const auto shown = code + " (" + name_of(code) + ")";
        if (std::find(names.begin(), names.end(), shown) == names.end() && names.size() < 3) {
            names.push_back(shown);
        }
    }
    return names;
}

std::string Reference::name_of(std::string_view code) const {
    if (const auto* found = donor(code)) {
        return found->name;
    }
    const auto* found = group(code);
    return found != nullptr ? found->name : std::string(code);
}

}  // namespace pledgebook
