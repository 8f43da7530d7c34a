#include "core/tsv.hpp"

#include "core/error.hpp"

#include <algorithm>

namespace pledgebook {

namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    while (true) {
        const auto tab = line.find('\t');
        cells.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) {
            return cells;
        }
        line.remove_prefix(tab + 1);
    }
}

}  // namespace

Tsv::Tsv(std::string name, std::string_view text) : m_name(std::move(name)) {
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (line.empty()) {
            continue;
        }
        if (line.front() == '#') {
            line.remove_prefix(std::min(line.find_first_not_of("# "), line.size()));
            m_remarks.push_back(line);
            continue;
        }
        auto cells = cells_of(line);
        if (m_columns.empty()) {
            m_columns = std::move(cells);
            continue;
        }
        if (cells.size() != m_columns.size()) {
            throw Error("a row has " + std::to_string(cells.size()) + " cells, there are " +
                        std::to_string(m_columns.size()) + " columns")
                .at("line " + std::to_string(number))
                .at(m_name);
        }
        m_rows.push_back(std::move(cells));
        m_lines.push_back(number);
    }
}

bool Tsv::has_column(std::string_view name) const {
    return std::find(m_columns.begin(), m_columns.end(), name) != m_columns.end();
}

std::size_t Tsv::column(std::string_view name) const {
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    if (found == m_columns.end()) {
        throw Error("there is no column '" + std::string(name) + "'").at(m_name);
    }
    return static_cast<std::size_t>(found - m_columns.begin());
}

std::string_view Tsv::cell(std::size_t row, std::size_t column) const {
    return m_rows.at(row).at(column);
}

std::string_view Tsv::remark(std::string_view begins) const {
    for (const auto remark : m_remarks) {
        if (remark.starts_with(begins)) {
            return remark.substr(begins.size());
        }
    }
    return {};
}

void Tsv::fail(std::size_t row, const std::string& what) const {
    throw Error(what).at("line " + std::to_string(m_lines.at(row))).at(m_name);
}

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(by);
        auto part = text.substr(0, end);
        while (!part.empty() && part.front() == ' ') {
            part.remove_prefix(1);
        }
        while (!part.empty() && part.back() == ' ') {
            part.remove_suffix(1);
        }
        if (!part.empty()) {
            parts.push_back(part);
        }
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

}  // namespace pledgebook
