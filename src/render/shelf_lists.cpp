#include "render/shelf_lists.hpp"

#include "render/screen_text.hpp"

#include <algorithm>

namespace pledgebook::render {

namespace {

std::optional<std::string> cell(const std::optional<Date>& day) {
    return day ? std::optional(to_string(*day)) : std::nullopt;
}

}  // namespace

Rows releases(const std::vector<Release>& releases) {
    using Type = Rows::Type;
    Rows table{{{"release", Type::text},
                {"from", Type::date},
                {"cutoff", Type::date},
                {"published", Type::date},
                {"title", Type::text},
                {"file", Type::text}},
               {}};
    for (const auto& release : releases) {
        table.rows.push_back({release.id, cell(release.begins), cell(release.cutoff), cell(release.published),
                              release.title, release.file});
    }
    return table;
}

std::string releases_text(const std::vector<Release>& releases, const Look& look) {
    int widest = 0;
    for (const auto& release : releases) {
        widest = std::max(widest, width_of(release.id));
    }
    const std::string indent(static_cast<std::size_t>(widest) + 2, ' ');
    std::string out;
    for (const auto& release : releases) {
        auto days = describe(Period{release.begins, release.cutoff});
        days += release.published ? "; published " + describe(*release.published) : "";
        out += strong(to_left(release.id, widest), look) + "  " + days + "\n";
        if (!release.title.empty()) {
            out += paragraph(indent, harmless(release.title), look.width);
        }
        if (!release.file.empty()) {
            out += paragraph(indent, "from " + harmless(release.file), look.width);
        }
    }
    return out;
}

Rows donors(const Reference& reference) {
    Rows table{{{"donor", Rows::Type::text}, {"name", Rows::Type::text}, {"currency", Rows::Type::text}}, {}};
    for (const auto& donor : reference.donors()) {
        table.rows.push_back({donor.code, donor.name, std::string(donor.currency.code())});
    }
    return table;
}

Rows groups(const Reference& reference) {
    Rows table{{{"group", Rows::Type::text}, {"name", Rows::Type::text}, {"what", Rows::Type::text}}, {}};
    for (const auto& group : reference.groups()) {
        table.rows.push_back({group.code, group.name, group.what});
    }
    return table;
}

Rows members(const Group& group) {
    const auto& reference = Reference::builtin();
    Rows table{{{"donor", Rows::Type::text},
                {"name", Rows::Type::text},
                {"from", Rows::Type::date},
                {"until", Rows::Type::date}},
               {}};
    for (const auto& member : group.members) {
        table.rows.push_back(
            {member.donor, reference.name_of(member.donor), cell(member.from), cell(member.until)});
    }
    return table;
}

}  // namespace pledgebook::render
