// The ledger's columns: release 13 as its CSV has them, the later ones by report (and filled up to their true
// number with columns that nobody has told of).
#include "support/tracker/columns.hpp"

#include <algorithm>

namespace pledgebook::test_support {

namespace {

using enum Content;
using Columns = std::vector<LedgerColumn>;

const Columns& named_2023() {
    static const Columns columns{
        {"ID", package},
        {"Countries", donor},
        {"Announcement Date", day},
        {"Type of Aid General", kind},
        {"Type of Aid Specific", specific},
        {"Explanation", explanation},
        {"Original Currency", currency},
        {"Monetary Value as Given by Source", source_value},
        {"Items", item},
        {"Type of Item", item_type},
        {"Sub-type of item", item_sub_type},
        {"Soviet Origin (1)", soviet},
        {"No. of Units", units},
        {"No. of Units Delivered (in-kind military aid)", units_delivered},
        {"Unit Price in USD", price},
        {"Value Committed (own estimate, in USD)", value_committed},
        {"Value Delivered (own estimate, in USD)", value_delivered},
        {"Total ", total},
        {"Converted Value in EUR", commitment},
        {"Total monetary value delivered in EUR", delivery},
        {"Official Source", official},
        {"Source of Aid 1", link},
        {"Source of Aid 2", link},
        {"Source of Aid 3", link_rarely},
        {"Source of Aid 4", link_rarely},
        {"Bilateral loan/grant made through IMF or WB?", via_bank},
        {"Updated/newly added entry", updated},
        {"Source for Delivery", link_rarely},
        {"Working/debug >>>", empty},
        {"Total_value_dummy (1 is first row in the package)", first_row},
        {"value_source_commitments", value_source},
        {"value_source_deliveries", value_source},
        {"MonthCoding2", month_mark},
        {"Month3", month},
        {"BeforeWar4", before_war},
        {"Ukraine Asked for it dummy (=1)", looked_up},
        {"Heavy_but_undisclosed_commitments", mark},
        {"Heavy_but_undisclosed_deliveries", mark},
        {"Ammunition_dummy(=1)", mark},
        {"Source of item", looked_up},
        {"Sub-type of item", item_sub_type},
        {"Items (short version)", looked_up},
        {"Relative importance(2=very imporant, 1=important, 0=less important)", looked_up},
        {"Official Source Yes/No Dummy", mark},
        {"in-kind dummy", mark},
        {"dummy_month_check (1=error)", mark},
        {"explanation dummy (1=error)", mark},
        {"deliveries_more_than_committements (1 = yes)", mark},
        {"non EU NATO member", mark},
        {"EU", mark},
        {"benchmark_check (% of total value)", check},
        {"% difference from the value by the source", check},
        {"formula_dummy (1=error)", mark}};
    return columns;
}

// 2024: what is promised and what is allocated part ways.
Columns named_2024() {
    auto columns = named_2023();
    columns.insert(columns.begin() + 5, {"Type of donation", measure});
    columns.insert(columns.begin() + 20, {"Allocated Total in EUR (redistributed)", allocation});
    columns.push_back({"EU_geo", mark});
    columns.push_back({"Allocated Total in EUR", allocation_raw});
    return columns;
}

const Columns& snake_case() {
    static const Columns columns{{"activity_id", package},
                                 {"sub_activity_id", part},
                                 {"announcement_date", day},
                                 {"donor", donor},
                                 {"aid_type_general", kind},
                                 {"aid_type_specific", specific},
                                 {"explanation", explanation},
                                 {"measure", measure},
                                 {"reporting_currency", currency},
                                 {"source_reported_value", source_value},
                                 {"item", item},
                                 {"item_type", item_type},
                                 {"item_subtype", item_sub_type},
                                 {"item_numb", units},
                                 {"item_numb_deliv", units_delivered},
                                 {"item_price_USD", price},
                                 {"tot_sub_activity_value_EUR", allocation_raw},
                                 {"tot_sub_activity_value_EUR_redistr", allocation},
                                 {"tot_activity_value_EUR", commitment},
                                 {"tot_value_deliv_EUR", delivery},
                                 {"item_value_estimate_USD", value_committed},
                                 {"source_of_aid_1", link},
                                 {"source_of_aid_2", link},
                                 {"source_of_aid_3", link_rarely},
                                 {"source_of_aid_4", link_rarely},
                                 {"source_for_delivery", link_rarely},
                                 {"official_source", official},
                                 {"value_source_commitments", value_source},
                                 {"earmarked_year", year},
                                 {"loan_mat", loan_term},
                                 {"loan_int", loan_term},
                                 {"loan_gra", loan_term},
                                 {"EU", mark},
                                 {"EU_geo", mark},
                                 {"non EU NATO member", mark}};
    return columns;
}

// Columns that nobody has told of, up to the number that is reported.
void fill_up(Columns& columns, std::size_t number) {
    static const Columns further{{"delivery_status", remark},
                                 {"procurement_dummy", mark},
                                 {"stockpile_dummy", mark},
                                 {"PURL_dummy", mark},
                                 {"industry_country", remark},
                                 {"contract_date", day},
                                 {"expected_delivery_date", dot},
                                 {"item_condition", dot},
                                 {"item_soviet", soviet},
                                 {"heavy_weapon_dummy", mark},
                                 {"ammunition_dummy", mark},
                                 {"training_dummy", mark},
                                 {"air_defence_dummy", mark},
                                 {"drone_dummy", mark},
                                 {"exchange_rate_used", check},
                                 {"exchange_rate_date", day},
                                 {"inflation_factor", check},
                                 {"benchmark_check", check},
                                 {"source_difference", check},
                                 {"coder", remark},
                                 {"checked_by", remark},
                                 {"check_date", day},
                                 {"comment_1", remark},
                                 {"comment_2", remark},
                                 {"comment_3", remark},
                                 {"tot_value_deliv_USD", value_delivered},
                                 {"tot_activity_value_USD", value_committed},
                                 {"share_of_activity", check},
                                 {"first_row_activity", mark},
                                 {"first_row_sub_activity", mark},
                                 {"quarter", check},
                                 {"half_year", check},
                                 {"year", year},
                                 {"region", remark},
                                 {"channel", dot},
                                 {"recipient", remark},
                                 {"ERA_dummy", mark},
                                 {"facility_dummy", mark},
                                 {"IMF_WB_dummy", via_bank},
                                 {"updated_new_entry", updated},
                                 {"G7_dummy", mark},
                                 {"NATO_dummy", mark},
                                 {"nordic_dummy", mark},
                                 {"baltic_dummy", mark},
                                 {"anglosaxon_dummy", mark},
                                 {"source_type_1", remark},
                                 {"source_type_2", remark},
                                 {"source_archived_1", link_rarely},
                                 {"source_archived_2", link_rarely},
                                 {"debug >>>", empty},
                                 {"row_check", mark},
                                 {"sum_check", mark},
                                 {"date_check", mark},
                                 {"id_check", mark},
                                 {"price_year", year},
                                 {"price_source", link_rarely},
                                 {"price_check", check}};
    for (const auto& column : further) {
        const bool there = std::any_of(columns.begin(), columns.end(), [&](const LedgerColumn& each) {
            return each.header == column.header;
        });
        if (!there && columns.size() < number) {
            columns.push_back(column);
        }
    }
}

// The month as column AV, its mark as BF, where release 28 has them.
Columns with_months(Columns columns, std::size_t number) {
    fill_up(columns, 47);
    columns.push_back({"month", month});
    fill_up(columns, 57);
    columns.push_back({"month_exists_dummy", month_mark});
    fill_up(columns, number);
    return columns;
}

}  // namespace

Columns ledger_columns(std::string_view shape) {
    if (shape == "13") {
        return named_2023();
    }
    if (shape == "19") {
        return named_2024();
    }
    auto columns = snake_case();
    if (shape == "21") {
        columns.erase(columns.begin() + 1);  // no parts yet
        columns.front().header = "ID";
        columns.push_back({"tot_sub_activity_value_EUR_OLD", allocation_raw});
        columns.push_back({"month", month});
        fill_up(columns, 60);
        return columns;
    }
    if (shape == "25") {
        columns.push_back({"total_value_dummy", first_row});
        return with_months(columns, 80);
    }
    return with_months(columns, shape == "30" ? 91 : 89);
}

}  // namespace pledgebook::test_support
