#include "formulas/formula.hpp"
#include "formulas/functions/functions.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace pledgebook::formulas {

namespace {

constexpr std::size_t longest = 32'768;
constexpr int deepest = 128;              // of brackets and functions, as they are read
constexpr std::uint32_t tallest = 1'000;  // of the tree: a chain of additions grows it too

// How strongly the operators between two operands bind, the weakest first.
int strength(const Token& token) {
    if (token.kind == Token::Kind::intersection) {
        return 7;
    }
    if (token.kind != Token::Kind::sign) {
        return 0;
    }
    static constexpr std::array<std::pair<std::string_view, int>, 13> strengths{{{"=", 1},
                                                                                 {"<", 1},
                                                                                 {">", 1},
                                                                                 {"<=", 1},
                                                                                 {">=", 1},
                                                                                 {"<>", 1},
                                                                                 {"&", 2},
                                                                                 {"+", 3},
                                                                                 {"-", 3},
                                                                                 {"*", 4},
                                                                                 {"/", 4},
                                                                                 {"^", 5},
                                                                                 {":", 8}}};
    for (const auto& [sign, value] : strengths) {
        if (token.text == sign) {
            return value;
        }
    }
    return 0;
}

constexpr int strength_of_prefix = 6;  // -2^2 is 4 in a spreadsheet

class Parser {
public:
    explicit Parser(Formula& formula) : m_formula(formula), m_tokens(formula.tokens) {}

    void parse() {
        m_formula.root = expression(0);
        if (m_formula.ok() && m_at < m_tokens.size()) {
            fail(fmt::format("'{}' does not belong there", m_tokens[m_at].text));
        }
    }

private:
    [[nodiscard]] bool next_is(Token::Kind kind) const {
        return m_at < m_tokens.size() && m_tokens[m_at].kind == kind;
    }
    [[nodiscard]] bool next_is_sign(std::string_view sign) const {
        return next_is(Token::Kind::sign) && m_tokens[m_at].text == sign;
    }

    std::uint32_t add(Node node) {
        std::uint32_t height = 0;
        for (const auto child : node.children) {
            height = std::max(height, m_heights[child] + 1);
        }
        m_heights.push_back(height);
        m_formula.nodes.push_back(std::move(node));
        if (height > tallest && m_formula.problem.empty()) {
            m_formula.problem = "it chains too many operations";
            m_at = m_tokens.size();
        }
        return static_cast<std::uint32_t>(m_formula.nodes.size() - 1);
    }
    std::uint32_t add(Node::Kind kind, std::size_t token, std::vector<std::uint32_t> children = {}) {
        Node node;
        node.kind = kind;
        node.token = static_cast<std::uint32_t>(token);
        node.children = std::move(children);
        return add(std::move(node));
    }

    std::uint32_t fail(const std::string& problem) {
        if (m_formula.problem.empty()) {
            m_formula.problem = problem;
        }
        m_at = m_tokens.size();  // nothing is read after that
        return add(Node::Kind::unknown, 0);
    }

    std::uint32_t expression(int weakest) {
        if (++m_depth > deepest) {
            --m_depth;
            return fail("it is nested too deep");
        }
        auto left = operand();
        while (m_at < m_tokens.size()) {
            if (next_is_sign("%") && strength_of_prefix >= weakest) {
                left = add(Node::Kind::percent, m_at, {left});
                ++m_at;
                continue;
            }
            const int bound = strength(m_tokens[m_at]);
            if (bound == 0 || bound <= weakest) {
                break;
            }
            const auto sign = m_at++;
            const auto right = expression(bound);
            const auto kind = bound == 8   ? Node::Kind::range
                              : bound == 7 ? Node::Kind::intersection
                                           : Node::Kind::binary;
            left = add(kind, sign, {left, right});
        }
        --m_depth;
        return left;
    }

    std::uint32_t operand() {
        if (m_at >= m_tokens.size()) {
            return fail("it ends too early");
        }
        const auto at = m_at++;
        const auto& token = m_tokens[at];
        switch (token.kind) {
            case Token::Kind::number:
                return constant(at, Value::of(token.number));
            case Token::Kind::text:
                return constant(at, Value::of(token.text));
            case Token::Kind::boolean:
                return constant(at, Value::of(token.number != 0));
            case Token::Kind::error:
                return constant(at, Value::of(parse_error_code(token.text).value_or(ErrorCode::unknown)));
            case Token::Kind::reference:
                return add(Node::Kind::reference, at);
            case Token::Kind::name:
                return add(Node::Kind::unknown, at);
            case Token::Kind::function:
                return call(at);
            case Token::Kind::open:
                return bracket();
            case Token::Kind::open_array:
                return array(at);
            case Token::Kind::sign:
                if (token.text == "-" || token.text == "+" || token.text == "@") {
                    const auto inner = expression(strength_of_prefix);
                    return add(Node::Kind::prefix, at, {inner});
                }
                [[fallthrough]];
            default:
                return fail(fmt::format("'{}' cannot be read", token.text));
        }
    }

    std::uint32_t constant(std::size_t token, Value value) {
        Node node;
        node.kind = Node::Kind::value;
        node.token = static_cast<std::uint32_t>(token);
        node.value = std::move(value);
        return add(std::move(node));
    }

    // (A1,B2) joins references: it is parsed, and not worked out.
    std::uint32_t bracket() {
        const auto at = m_at - 1;
        auto inner = expression(0);
        while (next_is(Token::Kind::comma)) {
            ++m_at;
            const auto next = expression(0);
            inner = add(Node::Kind::unknown, at, {inner, next});
        }
        return close(inner);
    }

    std::uint32_t close(std::uint32_t node) {
        if (!next_is(Token::Kind::close)) {
            return fail("a bracket is not closed");
        }
        ++m_at;
        return node;
    }

    std::uint32_t call(std::size_t at) {
        ++m_at;  // the opening bracket
        std::vector<std::uint32_t> arguments;
        if (!next_is(Token::Kind::close)) {
            arguments.push_back(argument());
            while (next_is(Token::Kind::comma)) {
                ++m_at;
                arguments.push_back(argument());
            }
        }
        const auto& name = m_tokens[at].text;
        const auto node = add(Node::Kind::call, at, std::move(arguments));
        const auto* function = find_function(name);
        m_formula.nodes[node].function = function;
        m_formula.arrays = m_formula.arrays || (function != nullptr && function->dynamic);
        m_formula.wanders = m_formula.wanders || name == "OFFSET" || name == "INDIRECT";
        return close(node);
    }

    std::uint32_t argument() {
        if (next_is(Token::Kind::comma) || next_is(Token::Kind::close)) {
            return add(Node::Kind::missing, m_at);
        }
        return expression(0);
    }

    std::uint32_t array(std::size_t at) {
        std::vector<std::uint32_t> cells;
        std::uint32_t rows = 1;
        while (m_at < m_tokens.size()) {
            const bool negative = next_is_sign("-");
            m_at += negative || next_is_sign("+") ? 1 : 0;
            const auto cell = operand();
            auto& node = m_formula.nodes[cell];
            if (node.kind != Node::Kind::value) {
                return fail("a list in {} holds more than values");
            }
            node.value.number = negative ? -node.value.number : node.value.number;
            cells.push_back(cell);
            if (next_is(Token::Kind::close_array)) {
                ++m_at;
                if (cells.size() % rows != 0) {
                    return fail("the rows of a list in {} are not of one length");
                }
                const auto columns = static_cast<std::uint32_t>(cells.size() / rows);
                const auto list = add(Node::Kind::array, at, std::move(cells));
                m_formula.nodes[list].columns = columns;
                return list;
            }
            if (next_is(Token::Kind::semicolon)) {
                ++rows;
            } else if (!next_is(Token::Kind::comma)) {
                break;
            }
            ++m_at;
        }
        return fail("a list in {} is not closed");
    }

    Formula& m_formula;
    const std::vector<Token>& m_tokens;
    std::vector<std::uint32_t> m_heights;  // of the nodes
    std::size_t m_at = 0;
    int m_depth = 0;
};

}  // namespace

Formula parse(std::vector<Token> tokens) {
    Formula formula;
    formula.tokens = std::move(tokens);
    if (formula.tokens.size() > longest) {
        formula.tokens.clear();
        formula.problem = "it is too long";
        return formula;
    }
    Parser(formula).parse();
    return formula;
}

Formula parse(std::string_view formula, std::uint32_t row, std::uint32_t column) {
    if (formula.size() > longest) {
        Formula nothing;
        nothing.problem = "it is too long";
        return nothing;
    }
    return parse(tokens_of(formula, row, column));
}

}  // namespace pledgebook::formulas
