// The ledger itself, row by row.
#include "support/tracker/chance.hpp"
#include "support/tracker/sheets.hpp"

#include <fmt/format.h>

namespace pledgebook::test_support {

namespace {

class LedgerWriter {
public:
    LedgerWriter(const TrackerSheets& sheets, SheetXml& xml)
        : m_shape(sheets.shape), m_ledger(sheets.ledger), m_xml(xml), m_chance(77) {}

    void header(unsigned row) {
        if (row > 1) {
            m_xml.row(1);
            m_xml.text(m_shape.first_column, "Bilateral aid, item by item");
        }
        m_xml.row(row);
        for (unsigned at = 0; at < m_shape.columns.size(); ++at) {
            m_xml.text(m_shape.first_column + at, std::string(m_shape.columns[at].header));
        }
    }

    void row(unsigned number, const TrackerRow& row) {
        m_xml.row(number);
        m_number = number;
        for (unsigned at = 0; at < m_shape.columns.size(); ++at) {
            m_column = m_shape.first_column + at;
            cell(m_shape.columns[at].content, row);
        }
    }

private:
    void cell(Content content, const TrackerRow& row);
    bool naming_cell(Content content, const TrackerRow& row);
    bool goods_cell(Content content, const TrackerRow& row);
    bool money_cell(Content content, const TrackerRow& row);
    void other_cell(Content content, const TrackerRow& row);

    void text(const std::string& text) {
        if (!text.empty()) {
            m_xml.text(m_column, text);
        }
    }
    void number_or_text(const std::string& text) {
        text.find_first_not_of("-.0123456789") == std::string::npos&& text != "."
            ? m_xml.number(m_column, text)
            : m_xml.text(m_column, text);
    }
    [[nodiscard]] std::string converted(Cents cents) const {
        return fmt::format(
            "IF(AND(AD{0}=1,R{0}<>\".\"),{1}/VLOOKUP(G{0},'Exchange Rates (current)'!$B$2:$C$18,2,FALSE),"
            "IF(R{0}=\".\",\".\",\"\"))",
            m_number, euros(cents));
    }
    void money(bool here, bool valued, Cents cents) {
        if (here && valued) {
            m_xml.formula(m_column, converted(cents), euros(cents));
        } else if (here) {
            m_xml.text(m_column, m_chance.one_in(3) ? "Not Given" : ".");
        } else if (m_shape.parts) {
            m_xml.text(m_column, ".");
        } else {
            m_xml.formula_text(m_column, "IF(TRUE,\"\",\"\")", "");
        }
    }
    [[nodiscard]] const TrackerItem& item(const TrackerRow& row) const { return m_ledger.items[row.item]; }
    [[nodiscard]] std::string look_up(int column) const {
        return fmt::format("VLOOKUP(I{},'Price List, Weapons & Items'!$A:$K,{},0)", m_number, column);
    }

    const TrackerShape& m_shape;
    const TrackerLedger& m_ledger;
    SheetXml& m_xml;
    Chance m_chance;
    unsigned m_number = 0;
    unsigned m_column = 0;
};

void LedgerWriter::cell(Content content, const TrackerRow& row) {
    if (!naming_cell(content, row) && !goods_cell(content, row) && !money_cell(content, row)) {
        other_cell(content, row);
    }
}

bool LedgerWriter::naming_cell(Content content, const TrackerRow& row) {
    switch (content) {
        case Content::package:
            text(row.package);
            return true;
        case Content::part:
            text(row.part);
            return true;
        case Content::donor:
            text(row.donor_text);
            return true;
        case Content::day:
            row.day == 0 ? text(row.day_text) : m_xml.day(m_column, row.day);
            return true;
        case Content::kind:
            text(row.kind_text);
            return true;
        case Content::specific:
            text(row.specific);
            return true;
        case Content::explanation:
            text(row.explanation);
            return true;
        case Content::measure:
            text(row.measure_text);
            return true;
        case Content::month:
            m_xml.formula(m_column, fmt::format("IF({0}=0,0,{0})", row.month), std::to_string(row.month));
            return true;
        case Content::month_mark:
            m_xml.number(m_column, row.month_mark);
            return true;
        default:
            return false;
    }
}

bool LedgerWriter::goods_cell(Content content, const TrackerRow& row) {
    switch (content) {
        case Content::item:
            text(item(row).name);
            return true;
        case Content::item_type:
            m_xml.formula_text(m_column, look_up(2), item(row).type);
            return true;
        case Content::item_sub_type:
            m_xml.formula_text(m_column, look_up(3), item(row).sub_type);
            return true;
        case Content::soviet:
            m_xml.number(m_column, static_cast<long long>(row.item % 2));
            return true;
        case Content::units:
            number_or_text(row.units);
            return true;
        case Content::units_delivered:
            number_or_text(row.units_delivered);
            return true;
        case Content::price:
            if (item(row).price_usd == 0) {
                m_xml.formula_text(m_column, look_up(6), ".");
            } else {
                m_xml.formula(m_column, look_up(6), std::to_string(item(row).price_usd));
            }
            return true;
        default:
            return false;
    }
}

bool LedgerWriter::money_cell(Content content, const TrackerRow& row) {
    switch (content) {
        case Content::currency:
            text(row.valued ? "EUR" : ".");
            return true;
        case Content::source_value:
            row.valued ? m_xml.number(m_column, euros(row.commitment)) : text("Not given");
            return true;
        case Content::total:
        case Content::commitment:
            money(row.first_of_package, row.valued, row.commitment);
            return true;
        case Content::allocation:
            money(row.first_of_part, row.valued, row.allocation);
            return true;
        case Content::allocation_raw:
            money(row.first_of_part, row.valued, row.allocation_raw);
            return true;
        case Content::delivery:
            money(row.first_of_package, row.delivery != 0, row.delivery);
            return true;
        case Content::value_committed:
        case Content::value_delivered:
            m_xml.formula_text(
                m_column,
                fmt::format("IF(TYPE(N{0})=1,IF(TYPE(P{0})=1,N{0}*P{0},\"No price\"),\".\")", m_number), ".");
            return true;
        default:
            return false;
    }
}

void LedgerWriter::other_cell(Content content, const TrackerRow& row) {
    const auto address = [&] {
        return fmt::format("https://www.{}.example/{}/{}", row.package, m_chance.prose(12),
                           m_chance.below(1'000'000));
    };
    switch (content) {
        case Content::official:
            return text(m_chance.one_in(4) ? "No " : "Yes");
        case Content::link:
            return m_xml.link(m_column, address());
        case Content::link_rarely:
            return text(m_chance.one_in(3) ? address() : ".");
        case Content::via_bank:
        case Content::updated:
            return m_xml.number(m_column, m_chance.one_in(9) ? 1 : 0);
        case Content::first_row:
            return m_xml.number(m_column, row.first_of_package ? 1 : 0);
        case Content::value_source:
            return text(row.valued ? "Value is given by the source" : "Value is not given at all");
        case Content::year:
            return row.part.ends_with("_2") ? m_xml.number(m_column, 2025) : text(".");
        case Content::loan_term:
            return row.specific == "Loan" ? m_xml.number(m_column, 1 + m_chance.below(35)) : text(".");
        case Content::looked_up:
            return m_xml.formula_text(m_column, look_up(9), item(row).type);
        case Content::before_war:
        case Content::mark:
            return m_xml.formula(m_column, fmt::format("IF(B{}=\"x\",1,0)", m_number), "0");
        case Content::check:
            return m_xml.formula(
                m_column, fmt::format("IFERROR(R{0}/S{0},0)", m_number),
                fmt::format("0.{:08}{:08}", m_chance.below(100'000'000), m_chance.below(100'000'000)));
        case Content::remark:
            return text(m_chance.one_in(2) ? m_chance.prose(30) : ".");
        case Content::dot:
            return text(".");
        default:
            return m_xml.blank(m_column);
    }
}

}  // namespace

void write_ledger(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    LedgerWriter writer(sheets, xml);
    writer.header(sheet.header_row);
    auto number = sheet.header_row;
    for (const auto& row : sheets.ledger.rows) {
        writer.row(++number, row);
    }
}

}  // namespace pledgebook::test_support
