#include "audit/exchange_rate/rate_uses.hpp"

#include <map>
#include <set>

namespace pledgebook::audit {

namespace {

using formulas::Node;
using formulas::Position;
using formulas::Value;

struct Rates {
    std::set<std::uint32_t> sheets;
    std::map<Position, std::string> currencies;
};

Rates rates_of(Reckoning& reckoning) {
    Rates rates;
    for (const auto& rate : reckoning.evidence().intake().rates) {
        if (const auto at = reckoning.position(rate.place)) {
            rates.sheets.insert(at->sheet);
            rates.currencies.emplace(*at, std::string(rate.currency.code()));
        }
    }
    return rates;
}

class Search {
public:
    Search(Reckoning& reckoning, const Rates& rates, std::uint32_t form, Position at)
        : m_reckoning(reckoning), m_rates(rates), m_form(reckoning.spreadsheet().form(form)), m_at(at) {}

    void add_to(std::vector<RateUse>& uses) {
        for (const auto& node : m_form.formula.nodes) {
            const auto& sign = m_form.formula.tokens[node.token].text;
            if (node.kind != Node::Kind::binary || (sign != "*" && sign != "/")) {
                continue;
            }
            for (const std::size_t side : {1U, 0U}) {
                if (side == 0 && sign == "/") {
                    continue;  // a rate that is divided
                }
                if (auto use = use_in(child(node, side))) {
                    use->at = m_at;
                    use->sign = node.token;
                    use->divides = sign == "/";
                    if (const auto source = one_cell(child(node, 1 - side))) {
                        use->source = *source;
                    }
                    uses.push_back(*use);
                    break;
                }
            }
        }
    }

private:
    [[nodiscard]] const Node& child(const Node& node, std::size_t which) const {
        return m_form.formula.nodes[node.children[which]];
    }

    [[nodiscard]] std::optional<formulas::Area> one_cell(const Node& node) const {
        if (node.kind != Node::Kind::reference) {
            return std::nullopt;
        }
        const auto area = m_reckoning.spreadsheet().area(m_form, node.token, m_at);
        return area && area->single() ? area : std::nullopt;
    }

    [[nodiscard]] std::optional<RateUse> use_in(const Node& node) const {
        RateUse use;
        if (const auto cell = one_cell(node)) {
            const auto rate = m_rates.currencies.find({cell->sheet, cell->first_row, cell->first_column});
            if (rate == m_rates.currencies.end()) {
                return std::nullopt;
            }
            use.currency = rate->second;
            use.reference = node.token;
            use.direct = true;
            return use;
        }
        if (node.kind != Node::Kind::call || node.children.size() < 3 ||
            m_form.formula.tokens[node.token].text != "VLOOKUP" ||
            child(node, 1).kind != Node::Kind::reference) {
            return std::nullopt;
        }
        const auto table = m_reckoning.spreadsheet().area(m_form, child(node, 1).token, m_at);
        if (!table || !m_rates.sheets.contains(table->sheet)) {
            return std::nullopt;
        }
        const auto& wanted = child(node, 0);
        use.currency =
            wanted.kind == Node::Kind::value && wanted.value.is(Value::Type::text) ? wanted.value.text : "";
        return use;
    }

    Reckoning& m_reckoning;
    const Rates& m_rates;
    const formulas::Form& m_form;
    Position m_at;
};

}  // namespace

std::vector<RateUse> rate_uses(Reckoning& reckoning) {
    std::vector<RateUse> uses;
    const auto rates = rates_of(reckoning);
    const auto& spreadsheet = reckoning.spreadsheet();
    for (std::uint32_t cell = 0; cell < spreadsheet.grid().size() && !rates.sheets.empty(); ++cell) {
        const auto form = spreadsheet.form_of(cell);
        if (form != formulas::Spreadsheet::no_form && spreadsheet.form(form).formula.ok()) {
            Search(reckoning, rates, form, spreadsheet.grid().entry(cell).at).add_to(uses);
        }
    }
    return uses;
}

std::string turned_round(Reckoning& reckoning, const RateUse& use) {
    auto tokens = reckoning.spreadsheet().form(reckoning.spreadsheet().form_at(use.at)).formula.tokens;
    tokens[use.sign].text = use.divides ? "*" : "/";
    return formulas::written_at(tokens, use.at.row, use.at.column);
}

}  // namespace pledgebook::audit
