#include "store/journal_line.hpp"

#include "core/error.hpp"
#include "store/hash.hpp"

#include <nlohmann/json.hpp>

namespace pledgebook::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;
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

JournalLine from_json(const Json& json) {
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
    Json json;
    json["version"] = version;
    json["line"] = line.number;
    json["before"] = before;
    json["what"] = "import";
    json["day"] = to_string(line.day);
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
    std::string text;
    try {
        text = json.dump();
    } catch (const Json::exception&) {
        throw Error("the name of a file is no UTF-8", "Rename it and import it again.");
    }
    text.pop_back();
    return text + std::string(sum_key) + sha256(text) + "\"}";
}

std::string sum_of(std::string_view text) {
    return std::string(text.substr(text.size() - hash_size - 2, hash_size));
}

JournalLine read_line(std::string_view text, std::uint64_t number, const std::string& before) {
    if (text.size() < tail_size || text.substr(text.size() - tail_size, sum_key.size()) != sum_key) {
        damaged(number, "the journal is damaged");
    }
    const auto body = text.substr(0, text.size() - tail_size);
    if (sha256(body) != sum_of(text)) {
        damaged(number, "the journal is damaged: the line is not what its checksum says");
    }
    try {
        const auto json = Json::parse(text);
        if (json.at("version").get<int>() > version || json.at("what").get<std::string>() != "import") {
            throw Error("the book was written by a later version of Pledgebook", "Use that version.")
                .at("line " + std::to_string(number));
        }
        if (json.at("line").get<std::uint64_t>() != number ||
            json.at("before").get<std::string>() != before) {
            damaged(number, "the journal is damaged: the line does not follow the one before");
        }
        auto line = from_json(json);
        line.sum = sum_of(text);
        return line;
    } catch (const Json::exception&) {
        damaged(number, "the journal is damaged: the line is whole but lacks something");
    }
}

}  // namespace pledgebook::store
