#include "store/journal_line.hpp"

#include "core/error.hpp"
#include "store/hash.hpp"

#include <nlohmann/json.hpp>

namespace pledgebook::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;
constexpr const char* import_word = "import";
constexpr const char* acknowledge_word = "acknowledge";
constexpr const char* withdraw_word = "withdraw";
constexpr std::string_view sum_key = ",\"sum\":\"";
constexpr std::size_t hash_size = 64;
constexpr std::size_t tail_size = sum_key.size() + hash_size + 2;  // and "}

[[noreturn]] void damaged(std::uint64_t number, const std::string& what) {
    throw Error(
        what,
        "Put journal.jsonl back from a backup. The imported files themselves are in sources/, and can "
        "be imported into a new book.")
        .at("line " + std::to_string(number));
}

Json day_or_null(const std::optional<Date>& day) {
    return day ? Json(to_string(*day)) : Json(nullptr);
}

std::optional<Date> read_day(const Json& cell) {
    return cell.is_null() ? std::nullopt : Date::parse(cell.get<std::string>());
}

Json begun(std::uint64_t number, const std::string& before, const char* what, Date day) {
    Json json;
    json["version"] = version;
    json["line"] = number;
    json["before"] = before;
    json["what"] = what;
    json["day"] = to_string(day);
    return json;
}

std::string with_sum(const Json& json, const char* what_is_text, const char* advice) {
    std::string text;
    try {
        text = json.dump();
    } catch (const Json::exception&) {
        throw Error(std::string(what_is_text) + " is no UTF-8", advice);
    }
    text.pop_back();
    return text + std::string(sum_key) + sha256(text) + "\"}";
}

AcknowledgementLine acknowledgement_from_json(const Json& json) {
    AcknowledgementLine line;
    line.number = json.at("line").get<std::uint64_t>();
    line.withdrawn = json.at("what").get<std::string>() == withdraw_word;
    line.what.day = read_day(json.at("day")).value_or(Date{});
    line.what.series = json.at("series").get<std::string>();
    line.what.key = json.at("key").get<std::string>();
    line.what.reason = json.at("reason").get<std::string>();
    return line;
}

JournalLine import_from_json(const Json& json) {
    JournalLine line;
    line.number = json.at("line").get<std::uint64_t>();
    line.day = read_day(json.at("day")).value_or(Date{});
    line.id = json.at("id").get<std::string>();
    line.series = json.at("series").get<std::string>();
    line.label = json.at("label").get<std::string>();
    line.cutoff = read_day(json.at("cutoff"));
    line.published = read_day(json.at("published"));
    line.importer = json.at("importer").get<std::string>();
    line.sha256 = json.at("sha256").get<std::string>();
    line.name = json.at("name").get<std::string>();
    line.folder = json.at("folder").get<bool>();
    for (const auto& file : json.at("files")) {
        line.files.push_back({file.at("name").get<std::string>(), file.at("sha256").get<std::string>(),
                              file.at("size").get<std::uint64_t>()});
    }
    return line;
}

}  // namespace

std::string first_sum() {
    return std::string(hash_size, '0');
}

std::string write_line(const JournalLine& line, const std::string& before) {
    auto json = begun(line.number, before, import_word, line.day);
    json["id"] = line.id;
    json["series"] = line.series;
    json["label"] = line.label;
    json["cutoff"] = day_or_null(line.cutoff);
    json["published"] = day_or_null(line.published);
    json["importer"] = line.importer;
    json["sha256"] = line.sha256;
    json["name"] = line.name;
    json["folder"] = line.folder;
    json["files"] = Json::array();
    for (const auto& file : line.files) {
        json["files"].push_back({{"name", file.name}, {"sha256", file.sha256}, {"size", file.size}});
    }
    return with_sum(json, "the name of a file", "Rename it and import it again.");
}

std::string write_line(const AcknowledgementLine& line, const std::string& before) {
    auto json = begun(line.number, before, line.withdrawn ? withdraw_word : acknowledge_word, line.what.day);
    json["series"] = line.what.series;
    json["key"] = line.what.key;
    json["reason"] = line.what.reason;
    return with_sum(json, "the reason", "Write it in UTF-8.");
}

std::string sum_of(std::string_view text) {
    return std::string(text.substr(text.size() - hash_size - 2, hash_size));
}

AnyLine read_line(std::string_view text, std::uint64_t number, const std::string& before) {
    if (text.size() < tail_size || text.substr(text.size() - tail_size, sum_key.size()) != sum_key) {
        damaged(number, "the journal is damaged");
    }
    const auto body = text.substr(0, text.size() - tail_size);
    if (sha256(body) != sum_of(text)) {
        damaged(number, "the journal is damaged: the line is not what its checksum says");
    }
    try {
        const auto json = Json::parse(text);
        const auto what = json.at("what").get<std::string>();
        const bool acknowledgement = what == acknowledge_word || what == withdraw_word;
        if (json.at("version").get<int>() > version || (what != import_word && !acknowledgement)) {
            throw Error("the book was written by a later version of Pledgebook", "Use that version.")
                .at("line " + std::to_string(number));
        }
        if (json.at("line").get<std::uint64_t>() != number ||
            json.at("before").get<std::string>() != before) {
            damaged(number, "the journal is damaged: the line does not follow the one before");
        }
        if (acknowledgement) {
            auto line = acknowledgement_from_json(json);
            line.sum = sum_of(text);
            return line;
        }
        auto line = import_from_json(json);
        line.sum = sum_of(text);
        return line;
    } catch (const Json::exception&) {
        damaged(number, "the journal is damaged: the line is whole but lacks something");
    }
}

}  // namespace pledgebook::store
