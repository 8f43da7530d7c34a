// The desk where questions are answered. It keeps the releases it has read, so that many questions to the
// same release cost little. It may be asked from several threads at once.
#pragma once

#include "core/answer.hpp"
#include "core/question.hpp"
#include "questions/cube.hpp"
#include "questions/economy.hpp"
#include "questions/rates.hpp"
#include "store/shelf.hpp"

#include <cstddef>
#include <memory>
#include <string>

namespace pledgebook::questions {

class Desk {
public:
    // The shelf must outlive the desk.
    explicit Desk(const store::Shelf& shelf);
    ~Desk();
    Desk(Desk&&) noexcept;
    Desk& operator=(Desk&&) noexcept;

    // Each throws Error where the question must be refused: measures added up, groups or donors that
    // overlap, a measure the release does not have, a period wholly outside of it, a currency or a day
    // without a rate, an unknown name; with what to ask instead.
    [[nodiscard]] Answer total(const Question& question) const;
    [[nodiscard]] Ranking rank(const Question& question, Ranking::Per per = Ranking::Per::nothing,
                               std::size_t top = 0) const;  // 0: all
    [[nodiscard]] Trend trend(const Question& question, Trend::By by) const;
    [[nodiscard]] EntryList entries(const Question& question) const;
    // A package with all its entries, or a single one ("DEM1", "DEM1/3"), in the release of the question.
    [[nodiscard]] EntryList show(const std::string& id, const Question& question) const;

    [[nodiscard]] const store::Shelf& shelf() const;

    // What a question comes to mean, without answering it.
    [[nodiscard]] Scope resolve(const Question& question) const;

    // For those who ask very many questions: the sums of a release, the reference rates, and the GDPs.
    // Made once for each release, and good for as long as the desk is. Throw Error where there is no such
    // release.
    [[nodiscard]] const Cube& cube(const std::string& release_id) const;
    [[nodiscard]] const Economy& economy(const std::string& release_id) const;
    [[nodiscard]] const RateTable& rates() const;

private:
    struct Books;
    std::unique_ptr<Books> m_books;
};

}  // namespace pledgebook::questions
