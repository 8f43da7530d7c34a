#include "formats/xlsx/comments.hpp"

#include "core/error.hpp"
#include "formats/xlsx/strings.hpp"
#include "formats/xlsx/xml.hpp"

#include <fmt/format.h>
#include <map>

namespace pledgebook::formats::xlsx {

namespace {

using Texts = std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>;

std::pair<std::uint32_t, std::uint32_t> place_of(const XmlElement& element) {
    const auto text = element.attribute("ref").value_or("");
    const auto at = parse_cell_name(text);
    if (!at) {
        throw Error(fmt::format("a comment on the cell '{}'", text.substr(0, 40)),
                    "Open the file in a spreadsheet program and save it as .xlsx, or download it again.");
    }
    return {at->row, at->column};
}

class NotesHandler : public XmlHandler {
public:
    void start(const XmlElement& element) override {
        if (element.space != Space::main) {
            return;
        }
        if (element.name == "comment") {
            m_place = place_of(element);
            m_text.clear();
        } else {
            m_text.start(element);
        }
    }
    void end(Space space, std::string_view name) override {
        if (space != Space::main) {
            return;
        }
        if (name == "comment") {
            texts[m_place] = m_text.joined();
        } else {
            m_text.end(name);
        }
    }
    void text(std::string_view piece) override { m_text.text(piece); }

    Texts texts;

private:
    std::pair<std::uint32_t, std::uint32_t> m_place;
    RichText m_text;
};

class ThreadsHandler : public XmlHandler {
public:
    void start(const XmlElement& element) override {
        if (element.space == Space::threaded && element.name == "threadedComment") {
            m_place = place_of(element);
        }
        m_in_text = element.space == Space::threaded && element.name == "text";
    }
    void end(Space space, std::string_view name) override {
        if (space == Space::threaded && name == "text") {
            auto& whole = texts[m_place];
            whole += (whole.empty() ? "" : "\n") + m_text;
            m_text.clear();
        }
        m_in_text = false;
    }
    void text(std::string_view piece) override {
        if (m_in_text) {
            m_text += piece;
        }
    }

    Texts texts;

private:
    std::pair<std::uint32_t, std::uint32_t> m_place;
    std::string m_text;
    bool m_in_text = false;
};

template <typename Handler>
Texts read_texts(const Container& container, const std::string& part, const WorkbookLimits& limits) {
    Handler handler;
    try {
        parse_xml(read_part(container, part), handler, limits);
    } catch (Error& error) {
        error.at(part);
        throw;
    }
    return std::move(handler.texts);
}

}  // namespace

std::vector<std::pair<CellName, std::string>> read_comments(const Container& container,
                                                            const Relationships& links,
                                                            const WorkbookLimits& limits) {
    Texts texts;
    if (const auto* notes = links.by_type("comments"); notes != nullptr && !notes->external) {
        texts = read_texts<NotesHandler>(container, notes->target, limits);
    }
    if (const auto* threads = links.by_type("threadedComment"); threads != nullptr && !threads->external) {
        for (auto& [place, text] : read_texts<ThreadsHandler>(container, threads->target, limits)) {
            texts[place] = std::move(text);
        }
    }
    std::vector<std::pair<CellName, std::string>> result;
    for (auto& [place, text] : texts) {
        result.push_back({CellName{place.first, place.second}, std::move(text)});
    }
    return result;
}

}  // namespace pledgebook::formats::xlsx
