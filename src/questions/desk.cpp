#include "questions/desk.hpp"

#include "questions/asking.hpp"
#include "questions/eu_share.hpp"
#include "questions/goods.hpp"
#include "questions/tally.hpp"

namespace pledgebook::questions {

Desk::Desk(const store::Shelf& shelf) : m_books(std::make_unique<Books>(shelf)) {}
Desk::~Desk() = default;
Desk::Desk(Desk&&) noexcept = default;
Desk& Desk::operator=(Desk&&) noexcept = default;

const store::Shelf& Desk::shelf() const {
    return *m_books->shelf;
}

Scope Desk::resolve(const Question& question) const {
    return m_books->resolve(question).scope;
}

const Cube& Desk::cube(const std::string& release_id) const {
    return m_books->open(release_id).ledger.cube();
}

const Economy& Desk::economy(const std::string& release_id) const {
    return m_books->open(release_id).economy;
}

const RateTable& Desk::rates() const {
    m_books->read_shelf();
    return m_books->rates;
}

Answer Desk::total(const Question& question) const {
    const auto resolved = m_books->resolve(question);
    Converter converter(resolved, m_books->rates);
    Answer answer;
    Tally tally;
    for (const auto& line : resolved.ledger->lines()) {
        const auto standing = resolved.standing(line);
        if (standing == Standing::undated) {
            add_undated(answer.undated, line);
        } else if (standing == Standing::counted && line.valued) {
            tally.add(line, converter);
        } else if (standing == Standing::counted) {
            ++answer.without_value;
        }
    }
    tally.finish(converter);
    answer.scope = resolved.scope;
    answer.conversion = converter.record();
    answer.amount = tally.amount();
    answer.euros = tally.euros();
    answer.parts = tally.parts(resolved);
    answer.split_by_kind = resolved.ledger->split_by_kind(resolved.scope.measure);
    answer.entries = tally.entries();
    answer.notes = resolved.notes;
    append(answer.notes, converter.notes());
    note_left_out(resolved, answer.undated, answer.notes);
    note_organisations(resolved, answer.notes);
    note_packages(resolved, answer.notes);
    count_goods(resolved, answer);
    if (question.with_eu_share) {
        answer.eu_share = eu_share(resolved, converter);
        answer.notes.push_back(describe(*answer.eu_share));
    }
    return answer;
}

}  // namespace pledgebook::questions
