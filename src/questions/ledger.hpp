// A release laid open for questions: its amounts as lines, each with the days between which it lies.
#pragma once

#include "core/release.hpp"
#include "questions/cube.hpp"
#include "questions/line.hpp"

#include <array>
#include <optional>
#include <vector>

namespace pledgebook::questions {

// The days between which something lies, both inclusive.
struct Span {
    Date earliest;
    Date latest;
};

class Ledger {
public:
    // An amount that can be in no answer, since its donor or its kind is not known.
    struct Aside {
        DonorSet donor;  // empty where it is the donor that is not known
        Measure measure = Measure::commitment;
        Channel channel = Channel::bilateral;
        Euros euros;
    };

    explicit Ledger(Intake intake);

    [[nodiscard]] const Intake& intake() const { return m_intake; }
    [[nodiscard]] const Release& release() const { return m_intake.release; }
    // First and last day covered; where the release does not say, of its first and last line.
    [[nodiscard]] Date begins() const { return m_begins; }
    [[nodiscard]] Date cutoff() const { return m_cutoff; }

    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }  // in the order of the source
    [[nodiscard]] const std::vector<Aside>& aside() const { return m_aside; }
    // Of each entry, in their order. A date that says nothing, or that lies outside of the release (a slip
    // such as the year 2922), may be any day of the release; a bound is closed by the release's own. Where
    // the source codes a month for its own series, the entry lies in that month; see README.md.
    [[nodiscard]] const std::vector<Span>& spans() const { return m_spans; }
    [[nodiscard]] const Cube& cube() const { return *m_cube; }

    [[nodiscard]] bool has(Measure measure) const;
    [[nodiscard]] std::vector<Measure> measures() const;  // those it has an amount of
    [[nodiscard]] bool split_by_kind(Measure measure) const;
    // Whether that measure stands in entries, not only in sums.
    [[nodiscard]] bool in_entries(Measure measure) const;
    [[nodiscard]] std::vector<Channel> channels() const;  // those it has a line of
    [[nodiscard]] DonorSet held(Channel channel) const {
        return m_held.at(static_cast<std::size_t>(channel));
    }

private:
    void find_bounds();
    [[nodiscard]] Span span_of(std::optional<Date> earliest, std::optional<Date> latest) const;
    [[nodiscard]] Span span_of(const Entry& entry) const;
    void add_entry(std::uint32_t at);
    void add_observation(std::uint32_t at);

    Intake m_intake;
    Date m_begins, m_cutoff;
    std::vector<Line> m_lines;
    std::vector<Aside> m_aside;
    std::vector<Span> m_spans;
    std::array<DonorSet, 3> m_held;
    std::array<bool, 4> m_measured{}, m_in_sum_only{}, m_in_entries{};
    std::optional<Cube> m_cube;
};

}  // namespace pledgebook::questions
