#include "support/workbook_parts.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>
#include <utility>

namespace pledgebook::test_support {

namespace {

constexpr const char* main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* links_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* package_space = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::pair<std::uint32_t, std::uint32_t> place_of(const std::string& at) {
    std::uint32_t column = 0;
    std::size_t place = 0;
    for (; place < at.size() && at[place] >= 'A' && at[place] <= 'Z'; ++place) {
        column = column * 26 + static_cast<std::uint32_t>(at[place] - 'A' + 1);
    }
    return {static_cast<std::uint32_t>(std::stoul(at.substr(place))), column};
}

std::string text_xml(const std::string& text) {
    const bool keep = !text.empty() && (text.front() == ' ' || text.back() == ' ' || text.back() == '\n');
    return fmt::format("<t{}>{}</t>", keep ? " xml:space=\"preserve\"" : "", escape_xml(text));
}

std::string formula_xml(const TestCell& cell) {
    if (cell.formula.empty() && cell.formula_attributes.empty()) {
        return {};
    }
    return fmt::format("<f{}{}>{}</f>", cell.formula_attributes.empty() ? "" : " ", cell.formula_attributes,
                       escape_xml(cell.formula));
}

std::string cell_xml(const TestCell& cell, StringTable& strings) {
    using Sort = TestCell::Sort;
    std::string sort;
    auto value = fmt::format("<v>{}</v>", escape_xml(cell.value));
    switch (cell.sort) {
        case Sort::none:
            value.clear();
            break;
        case Sort::number:
            break;
        case Sort::shared_text:
            sort = "s";
            value = fmt::format("<v>{}</v>", strings.index_of(cell.value));
            break;
        case Sort::shared_number:
            sort = "s";
            break;
        case Sort::inline_text:
            sort = "inlineStr";
            value = fmt::format("<is>{}</is>", text_xml(cell.value));
            break;
        case Sort::formula_text:
            sort = "str";
            break;
        case Sort::boolean:
            sort = "b";
            break;
        case Sort::error:
            sort = "e";
            break;
        case Sort::iso_day:
            sort = "d";
            break;
    }
    const auto type = sort.empty() ? "" : fmt::format(" t=\"{}\"", sort);
    const auto style = cell.style == 0 ? "" : fmt::format(" s=\"{}\"", cell.style);
    return fmt::format("<c r=\"{}\"{}{}>{}{}</c>", cell.at, style, type, formula_xml(cell), value);
}

std::string rows_xml(const TestSheet& sheet, StringTable& strings) {
    std::map<std::uint32_t, std::map<std::uint32_t, const TestCell*>> rows;
    for (const auto row : sheet.hidden_rows) {
        rows[row];
    }
    for (const auto& cell : sheet.cells) {
        const auto [row, column] = place_of(cell.at);
        rows[row][column] = &cell;
    }
    std::string xml;
    for (const auto& [number, cells] : rows) {
        const bool hidden =
            std::find(sheet.hidden_rows.begin(), sheet.hidden_rows.end(), number) != sheet.hidden_rows.end();
        xml += fmt::format("<row r=\"{}\"{}>", number, hidden ? " hidden=\"1\"" : "");
        for (const auto& [column, cell] : cells) {
            xml += cell_xml(*cell, strings);
        }
        xml += "</row>";
    }
    return xml;
}

std::string relationship(const std::string& id, const std::string& type, const std::string& target,
                         bool external = false) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"{}\"{}/>", id, links_space, type,
                       escape_xml(target), external ? " TargetMode=\"External\"" : "");
}

bool is_address(const std::string& link) {
    return !link.empty() && link.front() != '#';
}

std::string hyperlinks_xml(const TestSheet& sheet) {
    std::string links;
    for (std::size_t index = 0; index < sheet.cells.size(); ++index) {
        const auto& cell = sheet.cells[index];
        if (is_address(cell.link)) {
            links += fmt::format("<hyperlink ref=\"{}\" r:id=\"rId{}\"/>", cell.at, index + 1);
        } else if (!cell.link.empty()) {
            links += fmt::format("<hyperlink ref=\"{}\" location=\"{}\"/>", cell.at,
                                 escape_xml(cell.link.substr(1)));
        }
    }
    return links.empty() ? "" : "<hyperlinks>" + links + "</hyperlinks>";
}

}  // namespace

std::size_t StringTable::index_of(const std::string& text) {
    const auto [found, added] = m_index.emplace(text, m_texts.size());
    if (added) {
        m_texts.push_back(text);
    }
    return found->second;
}

std::string StringTable::xml() const {
    auto xml = fmt::format("{}<sst xmlns=\"{}\">", head, main_space);
    for (const auto& text : m_texts) {
        xml += "<si>" + text_xml(text) + "</si>";
    }
    return xml + "</sst>";
}

std::string escape_xml(const std::string& text) {
    std::string result;
    for (const auto each : text) {
        switch (each) {
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '&':
                result += "&amp;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += each;
        }
    }
    return result;
}

bool has_comments(const TestSheet& sheet) {
    return std::any_of(sheet.cells.begin(), sheet.cells.end(),
                       [](const TestCell& cell) { return !cell.comment.empty(); });
}

std::string sheet_xml(const TestSheet& sheet, StringTable& strings) {
    auto xml = fmt::format("{}<worksheet xmlns=\"{}\" xmlns:r=\"{}\">", head, main_space, links_space);
    if (!sheet.hidden_columns.empty()) {
        xml += "<cols>";
        for (const auto column : sheet.hidden_columns) {
            xml += fmt::format("<col min=\"{0}\" max=\"{0}\" hidden=\"1\"/>", column);
        }
        xml += "</cols>";
    }
    xml += "<sheetData>" + rows_xml(sheet, strings) + "</sheetData>";
    if (!sheet.merged.empty()) {
        xml += "<mergeCells>";
        for (const auto& range : sheet.merged) {
            xml += fmt::format("<mergeCell ref=\"{}\"/>", range);
        }
        xml += "</mergeCells>";
    }
    xml += hyperlinks_xml(sheet);
    return xml + (has_comments(sheet) ? "<legacyDrawing r:id=\"rIdShapes\"/>" : "") + "</worksheet>";
}

std::string sheet_rels_xml(const TestSheet& sheet, std::size_t number) {
    auto xml = fmt::format("{}<Relationships xmlns=\"{}\">", head, package_space);
    for (std::size_t index = 0; index < sheet.cells.size(); ++index) {
        if (is_address(sheet.cells[index].link)) {
            xml += relationship(fmt::format("rId{}", index + 1), "hyperlink", sheet.cells[index].link, true);
        }
    }
    if (has_comments(sheet)) {
        xml += relationship("rIdComments", "comments", fmt::format("../comments{}.xml", number));
        xml += relationship("rIdShapes", "vmlDrawing", fmt::format("../drawings/vmlDrawing{}.vml", number));
    }
    return xml + "</Relationships>";
}

std::string comments_xml(const TestSheet& sheet) {
    auto xml = fmt::format("{}<comments xmlns=\"{}\"><authors><author>A</author></authors><commentList>",
                           head, main_space);
    for (const auto& cell : sheet.cells) {
        if (!cell.comment.empty()) {
            xml += fmt::format("<comment ref=\"{}\" authorId=\"0\"><text><r>{}</r></text></comment>", cell.at,
                               text_xml(cell.comment));
        }
    }
    return xml + "</commentList></comments>";
}

std::string styles_xml(const std::vector<std::string>& number_formats) {
    constexpr int first_custom = 164;  // ids below are Excel's own
    auto codes = number_formats;
    codes.insert(codes.begin(), "d mmm yyyy");
    std::string formats;
    std::string cells = "<xf numFmtId=\"0\"/>";
    for (std::size_t index = 0; index < codes.size(); ++index) {
        const auto id = first_custom + static_cast<int>(index);
        if (codes[index].starts_with('#') &&
            codes[index].find_first_not_of("0123456789", 1) == std::string::npos && codes[index].size() > 1) {
            cells += fmt::format("<xf numFmtId=\"{}\"/>", codes[index].substr(1));
            continue;
        }
        formats += fmt::format("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", id, escape_xml(codes[index]));
        cells += fmt::format("<xf numFmtId=\"{}\"/>", id);
    }
    return fmt::format(
        "{}<styleSheet xmlns=\"{}\"><numFmts>{}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
        "</cellStyleXfs><cellXfs>{}</cellXfs></styleSheet>",
        head, main_space, formats, cells);
}

std::string workbook_xml(const TestWorkbook& workbook) {
    auto xml = fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><workbookPr{}/><sheets>", head,
                           main_space, links_space, workbook.from_1904 ? " date1904=\"1\"" : "");
    for (std::size_t index = 0; index < workbook.sheets.size(); ++index) {
        const auto& sheet = workbook.sheets[index];
        const auto state = sheet.state.empty() ? "" : fmt::format(" state=\"{}\"", sheet.state);
        xml += fmt::format("<sheet name=\"{}\" sheetId=\"{}\"{} r:id=\"rId{}\"/>", escape_xml(sheet.name),
                           index + 1, state, index + 1);
    }
    return xml + "</sheets></workbook>";
}

std::string workbook_rels_xml(const TestWorkbook& workbook) {
    auto xml = fmt::format("{}<Relationships xmlns=\"{}\">", head, package_space);
    for (std::size_t number = 1; number <= workbook.sheets.size(); ++number) {
        xml += relationship(fmt::format("rId{}", number), "worksheet",
                            fmt::format("worksheets/sheet{}.xml", number));
    }
    xml += relationship("rIdStrings", "sharedStrings", "sharedStrings.xml");
    return xml + relationship("rIdStyles", "styles", "styles.xml") + "</Relationships>";
}

std::string content_types_xml(const TestWorkbook& workbook) {
    const std::string sheetml = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const auto type = [&](const std::string& name, const std::string& kind) {
        return fmt::format("<Override PartName=\"{}\" ContentType=\"{}{}+xml\"/>", name, sheetml, kind);
    };
    auto xml = fmt::format(
        "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"vml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        head);
    xml += type("/xl/workbook.xml", "sheet.main");
    for (std::size_t number = 1; number <= workbook.sheets.size(); ++number) {
        xml += type(fmt::format("/xl/worksheets/sheet{}.xml", number), "worksheet");
        if (has_comments(workbook.sheets[number - 1])) {
            xml += type(fmt::format("/xl/comments{}.xml", number), "comments");
        }
    }
    return xml + type("/xl/sharedStrings.xml", "sharedStrings") + type("/xl/styles.xml", "styles") +
           "</Types>";
}

}  // namespace pledgebook::test_support
