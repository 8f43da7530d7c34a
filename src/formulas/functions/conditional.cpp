// Functions that pick cells by criteria: SUMIFS, COUNTIF and their like. Each criterion over a column is
// looked up in an index of it, so that hundreds of cells that sum the same columns cost one pass over them.
#include "formulas/evaluator.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace pledgebook::formulas {

namespace {

using Operands = std::vector<Operand>;

// Cells of a criteria range, counted row by row from its first; and how many of those behind the last row
// that holds anything fit too.
struct Picked {
    std::vector<std::uint32_t> cells;
    double beyond = 0;
    Value error;
};

// The rows of one column that fit; of a range of more columns its cells.
std::vector<std::uint32_t> fitting(Evaluator& evaluator, const Area& area, const Criterion& criterion) {
    if (area.columns() == 1) {
        return evaluator.calculation().rows_where(area, criterion);
    }
    std::vector<std::uint32_t> cells;
    const auto table = evaluator.array(area);
    const bool cut = table->columns != area.columns();
    for (std::uint32_t i = 0; i < table->cells.size(); ++i) {
        if (criterion.fits(table->cells[i])) {
            cells.push_back(cut ? i / table->columns * area.columns() + i % table->columns : i);
        }
    }
    return cells;
}

double beyond(Evaluator& evaluator, const Area& area, const Criterion& criterion) {
    if (!criterion.fits(Value())) {
        return 0;
    }
    const double all = static_cast<double>(area.rows()) * area.columns();
    const auto used = evaluator.calculation().grid().used(area);
    return used ? all - static_cast<double>(used->rows()) * used->columns() : all;
}

// Pairs of a range and a criterion, from the argument `first` on.
Picked pick(Evaluator& evaluator, const Operands& arguments, std::size_t first, std::size_t last) {
    Picked picked;
    const Area* shape = nullptr;
    for (auto i = first; i + 1 < last; i += 2) {
        const auto* area = std::get_if<Area>(&arguments[i]);
        if (area == nullptr) {
            picked.error = Value::unknown();
            return picked;
        }
        if (shape != nullptr && (shape->rows() != area->rows() || shape->columns() != area->columns())) {
            picked.error = Value::of(ErrorCode::value);
            return picked;
        }
        const auto wanted = evaluator.single(arguments[i + 1]);
        if (wanted.is_unknown() || evaluator.calculation().holds_unknown(*area)) {
            picked.error = Value::unknown();
            return picked;
        }
        const Criterion criterion(wanted);
        auto fit = fitting(evaluator, *area, criterion);
        const double behind = beyond(evaluator, *area, criterion);
        if (shape == nullptr) {
            picked.cells = std::move(fit);
            picked.beyond = behind;
        } else {
            std::vector<std::uint32_t> both;
            std::set_intersection(picked.cells.begin(), picked.cells.end(), fit.begin(), fit.end(),
                                  std::back_inserter(both));
            picked.cells = std::move(both);
            picked.beyond = std::min(picked.beyond, behind);
        }
        shape = area;
    }
    return picked;
}

struct Total {
    double sum = 0, count = 0, most = 0, least = 0;
    Value error;

    void add(const Value& value) {
        if (value.is_error() && (!error.is_error() || value.is_unknown())) {
            error = value;
        }
        if (!value.is(Value::Type::number)) {
            return;
        }
        most = count == 0 ? value.number : std::max(most, value.number);
        least = count == 0 ? value.number : std::min(least, value.number);
        sum += value.number;
        ++count;
    }
};

// Adds up the cells of `from` that lie as the picked ones do in a range so many columns wide.
Total total(Evaluator& evaluator, const Area& from, std::uint32_t width, const Picked& picked) {
    Total total;
    total.error = picked.error;
    for (const auto cell : picked.cells) {
        const Position at{from.sheet, from.first_row + cell / width, from.first_column + cell % width};
        if (const auto number = evaluator.calculation().grid().find(at)) {
            total.add(evaluator.calculation().value(*number));
        }
    }
    return total;
}

using Show = Value (*)(const Total&);

Value sum(const Total& total) {
    return Value::of(total.sum);
}
Value average(const Total& total) {
    return total.count == 0 ? Value::of(ErrorCode::div0) : Value::of(total.sum / total.count);
}
Value most(const Total& total) {
    return Value::of(total.most);
}
Value least(const Total& total) {
    return Value::of(total.least);
}

// SUMIFS(what, where, criterion, …)
template <Show show>
Operand several(Evaluator& evaluator, const Operands& arguments) {
    const auto* from = std::get_if<Area>(&arguments[0]);
    const auto* where = std::get_if<Area>(&arguments[1]);
    if (from == nullptr || where == nullptr || arguments.size() % 2 == 0) {
        return Value::unknown();
    }
    if (from->rows() != where->rows() || from->columns() != where->columns()) {
        return Value::of(ErrorCode::value);
    }
    const auto all =
        total(evaluator, *from, from->columns(), pick(evaluator, arguments, 1, arguments.size()));
    return all.error.is_error() ? all.error : show(all);
}

// SUMIF(where, criterion, what): `what` begins where it says and is as large as `where`.
template <Show show>
Operand one(Evaluator& evaluator, const Operands& arguments) {
    const auto* where = std::get_if<Area>(&arguments[0]);
    const auto* from = arguments.size() > 2 ? std::get_if<Area>(&arguments[2]) : where;
    if (where == nullptr || from == nullptr) {
        return Value::unknown();
    }
    const auto all = total(evaluator, *from, where->columns(), pick(evaluator, arguments, 0, 2));
    return all.error.is_error() ? all.error : show(all);
}

Operand count(Evaluator& evaluator, const Operands& arguments) {
    if (arguments.size() % 2 != 0) {
        return Value::unknown();
    }
    const auto picked = pick(evaluator, arguments, 0, arguments.size());
    return picked.error.is_error() ? picked.error
                                   : Value::of(static_cast<double>(picked.cells.size()) + picked.beyond);
}

constexpr std::array<Function, 8> functions{{
    {.name = "SUMIFS", .least = 3, .most = -1, .whole = several<sum>},
    {.name = "AVERAGEIFS", .least = 3, .most = -1, .whole = several<average>},
    {.name = "MAXIFS", .least = 3, .most = -1, .whole = several<most>},
    {.name = "MINIFS", .least = 3, .most = -1, .whole = several<least>},
    {.name = "SUMIF", .least = 2, .most = 3, .whole = one<sum>},
    {.name = "AVERAGEIF", .least = 2, .most = 3, .whole = one<average>},
    {.name = "COUNTIF", .least = 2, .most = 2, .whole = count},
    {.name = "COUNTIFS", .least = 2, .most = -1, .whole = count},
}};

}  // namespace

std::span<const Function> conditional_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
