// A publisher for the test of fetch: made-up workbooks, and a server that hands them out, well or badly.
//
//   publisher workbook LABEL ROWS FILE     a workbook of a tracker's release, with so many packages
//   publisher serve FOLDER ADDRESS LOG     writes its address to the file ADDRESS, each request to LOG; runs
//                                          until its standard input ends
//
// The first parts of a path say how the file at its end is handed out: /cut=1000/slow=20/a.xlsx.
#include "support/http_server.hpp"
#include "support/workbook_writer.hpp"

#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace pledgebook::test_support;

// Text that does not pack well, so that a workbook has a size.
std::string noise(unsigned& seed) {
    std::string words;
    for (int at = 0; at < 120; ++at) {
        seed = seed * 1664525U + 1013904223U;
        words += static_cast<char>('a' + (seed >> 24U) % 26);
    }
    return words;
}

std::string workbook(const std::string& label, int rows) {
    TestSheet readme{"ReadMe"};
    readme.cells = {text(
        "B2", "Ukraine Support Tracker, release " + label + " (covering January 24, 2022 to June 30, 2026)")};
    TestSheet main{"Bilateral assistance, MAIN DATA"};
    const std::vector<std::string> headers{"ID",
                                           "countries",
                                           "Announcement Date",
                                           "Type of Aid General",
                                           "Explanation",
                                           "Converted Value in EUR"};
    for (std::size_t column = 0; column < headers.size(); ++column) {
        main.cells.push_back(text(std::string(1, static_cast<char>('A' + column)) + "1", headers[column]));
    }
    unsigned seed = 1;
    for (int row = 2; row < rows + 2; ++row) {
        const auto at = std::to_string(row);
        main.cells.push_back(text("A" + at, "DEM" + at));
        main.cells.push_back(text("B" + at, "Germany"));
        main.cells.push_back(day("C" + at, "44621"));
        main.cells.push_back(text("D" + at, "Military"));
        main.cells.push_back(text("E" + at, noise(seed)));
        main.cells.push_back(number("F" + at, std::to_string(1000 * row)));
    }
    return write_workbook({{readme, main}});
}

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

using Behaviour = std::function<void(HttpReply& reply, const std::string& value, const std::string& file)>;

std::map<std::string, Behaviour> behaviours() {
    std::map<std::string, Behaviour> all;
    all["cut"] = [](HttpReply& reply, const std::string& value, const std::string&) {
        reply.cut_after = std::stoull(value);
    };
    all["slow"] = [](HttpReply& reply, const std::string& value, const std::string&) {
        reply.hold = std::chrono::milliseconds(std::stoi(value));
        reply.block = 16'384;
    };
    all["status"] = [](HttpReply& reply, const std::string& value, const std::string&) {
        reply.status = std::stoi(value);
    };
    all["longer"] = [](HttpReply& reply, const std::string& value, const std::string&) {
        reply.declared = reply.body.size() + std::stoull(value);
    };
    all["shorter"] = [](HttpReply& reply, const std::string& value, const std::string&) {
        reply.declared = reply.body.size() - std::stoull(value);
    };
    all["moved"] = [](HttpReply& reply, const std::string& value, const std::string& file) {
        reply = redirect_reply("/" + file, std::stoi(value));
    };
    all["round"] = [](HttpReply& reply, const std::string& value, const std::string& file) {
        reply = redirect_reply("/round=" + value + "/" + file);
    };
    all["packed"] = [](HttpReply& reply, const std::string&, const std::string&) { reply = packed(reply); };
    all["chunked"] = [](HttpReply& reply, const std::string&, const std::string&) { reply.chunked = true; };
    all["silent"] = [](HttpReply& reply, const std::string&, const std::string&) { reply.silent = true; };
    all["endless"] = [](HttpReply& reply, const std::string&, const std::string&) {
        reply.chunked = true;
        reply.times = 1'000'000;
    };
    return all;
}

HttpReply answer(const std::string& folder, const HttpRequest& request) {
    static const auto known = behaviours();
    std::vector<std::pair<std::string, std::string>> asked;
    std::string file = request.path.substr(1, request.path.find('?') - 1);
    bool ranges = true;
    while (file.find('/') != std::string::npos) {
        const auto part = file.substr(0, file.find('/'));
        const auto equals = std::min(part.find('='), part.size());
        const auto name = part.substr(0, equals);
        ranges = ranges && name != "noranges";
        if (!known.contains(name) && name != "noranges") {
            break;  // a folder
        }
        asked.emplace_back(name, part.substr(std::min(equals + 1, part.size())));
        file.erase(0, part.size() + 1);
    }
    const auto bytes = read_file(folder + "/" + (file.empty() ? "index.html" : file));
    HttpReply reply;
    if (bytes.empty() && asked.empty() && file != "empty.xlsx") {
        reply.status = 404;
        reply.body = "<html><title>Page not found</title></html>";
        return reply;
    }
    auto with = request;
    if (!ranges) {
        with.fields.erase("range");
    }
    reply = file_reply(with, bytes, "\"" + std::to_string(std::hash<std::string>{}(bytes)) + "\"");
    for (const auto& [name, value] : asked) {
        if (const auto behaviour = known.find(name); behaviour != known.end()) {
            behaviour->second(reply, value, file);
        }
    }
    return reply;
}

int serve(const std::string& folder, const std::string& address_file, const std::string& log_file) {
    std::ofstream log(log_file);
    const HttpServer server([&](const HttpRequest& request) {
        log << request.method << " " << request.path << " " << request.field("range") << std::endl;
        return answer(folder, request);
    });
    std::ofstream(address_file) << server.address("") << std::endl;
    std::cin.ignore(std::numeric_limits<std::streamsize>::max(), std::char_traits<char>::eof());
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> said(words + 1, words + count);
    if (said.size() == 4 && said[0] == "workbook") {
        std::ofstream(said[3], std::ios::binary) << workbook(said[1], std::stoi(said[2]));
        return 0;
    }
    if (said.size() == 4 && said[0] == "serve") {
        return serve(said[1], said[2], said[3]);
    }
    std::cerr << "usage: publisher workbook LABEL ROWS FILE | serve FOLDER ADDRESS LOG\n";
    return 2;
}
