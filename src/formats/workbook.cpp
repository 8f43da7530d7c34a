#include "formats/workbook.hpp"

#include "core/error.hpp"
#include "formats/container.hpp"
#include "formats/sniff.hpp"
#include "formats/xlsx/annotations.hpp"
#include "formats/xlsx/comments.hpp"
#include "formats/xlsx/sheet_reader.hpp"
#include "formats/xlsx/strings.hpp"
#include "formats/xlsx/styles.hpp"
#include "formats/xlsx/workbook_part.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::formats {

namespace {

void refuse_other_files(std::string_view bytes) {
    const auto type = sniff(bytes);
    const auto what = fmt::format("the file is no .xlsx workbook but {}", describe(type));
    switch (type) {
        case FileType::workbook:
        case FileType::zip:
            return;  // the container tells more
        case FileType::open_document:
        case FileType::legacy_excel:
            throw Error(what, "Open it in a spreadsheet program and save it as .xlsx.");
        case FileType::encrypted:
            throw Error(
                what, "Open it with its password in a spreadsheet program and save it as .xlsx without one.");
        case FileType::empty:
            throw Error(what, "Download it again.");
        case FileType::html:
        case FileType::xml:
            throw Error(
                what,
                "A download that needs a click or a login often saves its page instead of the file: open the "
                "address in a browser and download the workbook itself.");
        case FileType::pdf:
        case FileType::text:
        case FileType::binary:
            throw Error(what,
                        "Choose the workbook itself, or open the file in a spreadsheet program and save it "
                        "as .xlsx.");
    }
}

template <typename Part>
Part parse_optional(const Container& container, const xlsx::WorkbookPart& workbook, std::string_view type,
                    const WorkbookLimits& limits) {
    const auto* link = workbook.links.by_type(type);
    if (link == nullptr || link->external) {
        return {};
    }
    const auto bytes = xlsx::read_part(container, link->target);
    try {
        return Part::parse(bytes, limits);
    } catch (Error& error) {
        error.at(link->target);
        throw;
    }
}

}  // namespace

struct Workbook::Parts {
    Parts(std::string_view bytes, const WorkbookLimits& wanted)
        : limits(wanted),
          container(bytes, limits),
          workbook(xlsx::find_workbook(container, limits)),
          strings(parse_optional<xlsx::SharedStrings>(container, workbook, "sharedStrings", limits)),
          styles(parse_optional<xlsx::Styles>(container, workbook, "styles", limits)) {
        for (const auto& sheet : workbook.sheets) {
            infos.push_back(sheet.info);
        }
    }

    // Nothing to read in a chart sheet: it has no cells.
    xlsx::SheetRemainder read(std::size_t sheet, const std::function<void(Row&&)>& row) const {
        const auto& each = workbook.sheets.at(sheet);
        if (each.info.kind != SheetInfo::Kind::cells) {
            return {};
        }
        const xlsx::SheetContext context{strings, styles, limits, workbook.from_1904};
        return xlsx::read_sheet(xlsx::read_part(container, each.part), context, row);
    }

    template <typename Step>
    void located(std::size_t sheet, Step step) const {
        try {
            step();
        } catch (Error& error) {
            error.at(fmt::format("sheet '{}'", workbook.sheets.at(sheet).info.name));
            throw;
        }
    }

    WorkbookLimits limits;
    Container container;
    xlsx::WorkbookPart workbook;
    xlsx::SharedStrings strings;
    xlsx::Styles styles;
    std::vector<SheetInfo> infos;
};

Workbook::Workbook(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Workbook Workbook::open(std::string_view bytes, const WorkbookLimits& limits) {
    refuse_other_files(bytes);
    return Workbook(std::make_unique<Parts>(bytes, limits));
}

const std::vector<SheetInfo>& Workbook::sheets() const {
    return m_parts->infos;
}

void Workbook::read(std::size_t sheet, const std::function<void(Row&&)>& row) const {
    m_parts->located(sheet, [&] { m_parts->read(sheet, row); });
}

Sheet Workbook::load(std::size_t sheet) const {
    Sheet result;
    result.name = m_parts->infos.at(sheet).name;
    result.from_1904 = m_parts->workbook.from_1904;
    m_parts->located(sheet, [&] {
        auto rest = m_parts->read(sheet, [&](Row&& row) { result.rows.push_back(std::move(row)); });
        std::stable_sort(result.rows.begin(), result.rows.end(),
                         [](const Row& a, const Row& b) { return a.number < b.number; });
        const auto twice =
            std::adjacent_find(result.rows.begin(), result.rows.end(),
                               [](const Row& a, const Row& b) { return a.number == b.number; });
        if (twice != result.rows.end()) {
            throw Error(fmt::format("row {} is there twice", twice->number),
                        "Open the file in a spreadsheet program and save it as .xlsx, or download it again.");
        }
        result.merged = std::move(rest.merged);
        result.hidden_columns = std::move(rest.hidden_columns);
        const auto& part = m_parts->workbook.sheets.at(sheet).part;
        const auto links = xlsx::Relationships::of(m_parts->container, part, m_parts->limits);
        xlsx::attach(result, rest.links, links);
        if (!rest.comment_shapes.empty() && links.by_id(rest.comment_shapes) == nullptr) {
            throw Error("the sheet has comments, but the file that says where they are is missing",
                        "Download the file again, or open it in a spreadsheet program and save it as .xlsx.");
        }
        xlsx::attach(result, xlsx::read_comments(m_parts->container, links, m_parts->limits));
    });
    return result;
}

}  // namespace pledgebook::formats
