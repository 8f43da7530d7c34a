#include "layers.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

#include "house.hpp"
#include "leaks.hpp"

namespace layers {
namespace {

const char* const example_rules =
    "# a house of five rooms\n"
    "arrow main top middle core\n"
    "arrow top side core\n"
    "library duck.h middle\n"
    "library options/ top\n"
    "header options/ top\n"
    "library text/ *\n"
    "header duck.h middle\n"
    "confined duck.h middle\n"
    "system sys/ unistd.h\n"
    "word std::cout main top\n"
    "data figures.hpp core\n"
    "test-folder support\n";

std::vector<Complaint> check(const std::string& path, const std::string& text) {
    return check_source(parse_rules(example_rules), path, text);
}

TEST(Rules, FollowTheArrowsOn) {
    const auto rules = parse_rules(example_rules);
    EXPECT_TRUE(rules.may_include("main", "core"));
    EXPECT_TRUE(rules.may_include("main", "side"));
    EXPECT_TRUE(rules.may_include("top", "top"));
    EXPECT_FALSE(rules.may_include("core", "middle"));
    EXPECT_FALSE(rules.may_include("side", "middle"));
    EXPECT_FALSE(rules.may_include("middle", "side"));
}

TEST(Rules, RefuseWhatTheyDoNotKnow) {
    EXPECT_THROW(parse_rules("arrows a b\n"), std::runtime_error);
    EXPECT_THROW(parse_rules("arrow\n"), std::runtime_error);
    EXPECT_THROW(parse_rules("arrow a b\narrow b a\n"), std::runtime_error);
}

TEST(Layers, LetAnArrowPass) {
    EXPECT_TRUE(check("top/a.cpp", "#include \"top/a.hpp\"\n#include \"core/b.hpp\"\n").empty());
    EXPECT_TRUE(check("main.cpp", "#include \"side/a.hpp\"\n").empty());
}

TEST(Layers, FindAWrongInclude) {
    const auto found =
        check("core/a.cpp", "#include \"core/a.hpp\"\n\n#  include \"middle/b.hpp\"  // why\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].line, 3);
    EXPECT_EQ(found[0].what, "no arrow goes from core to middle (\"middle/b.hpp\")");
}

TEST(Layers, HoldTestsToTheArrowsToo) {
    EXPECT_EQ(check("side/a_test.cpp", "#include \"middle/b.hpp\"\n").size(), 1U);
    EXPECT_TRUE(check("side/a_test.cpp", "#include <gtest/gtest.h>\n#include \"support/c.hpp\"\n").empty());
    EXPECT_EQ(check("side/a.cpp", "#include \"support/c.hpp\"\n").size(), 1U);
}

TEST(Layers, PassOverComments) {
    EXPECT_TRUE(check("core/a.cpp", "// #include \"top/b.hpp\"\n/*\n#include \"top/b.hpp\"\n*/\n").empty());
}

TEST(Layers, FindARoomThatIsNotInTheDesign) {
    EXPECT_EQ(check("attic/a.cpp", "").size(), 1U);
    EXPECT_EQ(check("core/a.cpp", "#include \"attic/a.hpp\"\n").size(), 1U);
}

TEST(Layers, KeepLibrariesInTheirRooms) {
    EXPECT_TRUE(
        check("middle/a.cpp", "#include <duck.h>\n#include <vector>\n#include <sys/stat.h>\n").empty());
    EXPECT_EQ(check("top/a.cpp", "#include <duck.h>\n").size(), 1U);
    EXPECT_EQ(check("top/a.cpp", "#include <nobody/knows.h>\n").size(), 1U);
}

TEST(Layers, KeepLibrariesOutOfHeaders) {
    EXPECT_TRUE(check("side/a.cpp", "#include <text/x.h>\n").empty());
    EXPECT_EQ(check("side/a.hpp", "#include <text/x.h>\n").size(), 1U);
    EXPECT_TRUE(check("top/a.hpp", "#include <options/x.hpp>\n").empty());
}

TEST(Layers, FindALibraryThatLeaksThroughHeaders) {
    const auto rules = parse_rules(example_rules);
    const std::map<std::string, std::string> sound = {
        {"middle/duck.hpp", "#include <duck.h>\n"},
        {"middle/inner.hpp", "#include \"middle/duck.hpp\"\n"},
        {"middle/a.cpp", "#include \"middle/inner.hpp\"\n"},
        {"middle/a.hpp", "#include <vector>\n"},
        {"top/a.cpp", "#include \"middle/a.hpp\"\n"},
    };
    EXPECT_TRUE(find_leaks(rules, sound).empty());
    auto leaking = sound;
    leaking["middle/a.hpp"] = "#include \"middle/inner.hpp\"\n";
    const auto found = find_leaks(rules, leaking);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].path, "top/a.cpp");
    EXPECT_EQ(found[0].what, "brings in <duck.h> by way of middle/a.hpp, middle/inner.hpp, middle/duck.hpp");
}

TEST(Layers, KeepWordsInTheirRooms) {
    EXPECT_TRUE(check("top/a.cpp", "std::cout << 1;\n").empty());
    EXPECT_TRUE(check("core/a.cpp", "f(\"std::cout\");  // std::cout\n").empty());
    EXPECT_TRUE(check("core/a.cpp", "f(R\"(\" std::cout)\");\n").empty());
    EXPECT_EQ(check("core/a.cpp", "int a = 1'000; std::cout << 'a';\n").size(), 1U);
}

TEST(Layers, KnowWhoHasTheData) {
    EXPECT_TRUE(check("core/a.cpp", "#include \"figures.hpp\"\n").empty());
    EXPECT_EQ(check("side/a.cpp", "#include \"figures.hpp\"\n").size(), 1U);
}

TEST(Layers, ReadWhatARoomLinks) {
    const auto rules = parse_rules(example_rules);
    EXPECT_TRUE(
        check_cmake(rules, "top/CMakeLists.txt", "pledgebook_room(top USES core LINKS x::y)").empty());
    EXPECT_EQ(check_cmake(rules, "core/CMakeLists.txt", "pledgebook_room(core\n  USES side)").size(), 1U);
}

TEST(House, FindsWhatItForbids) {
    EXPECT_TRUE(check_house("src/core/a.hpp", "// what for\n").empty());
    EXPECT_EQ(check_house("src/core/a.hpp", "#pragma once\n").size(), 1U);
    EXPECT_EQ(check_house("src/core/utils.cpp", "").size(), 1U);
    EXPECT_EQ(check_house("tests/common/a.cpp", "").size(), 1U);
    EXPECT_EQ(check_house("src/core/date_helpers.cpp", "").size(), 1U);
    EXPECT_TRUE(check_house("src/claims/commonwealth.cpp", "").empty());
    EXPECT_EQ(check_house("src/core/a.cpp", std::string("// TO") + "DO: later\n").size(), 1U);
}

TEST(House, CountsLines) {
    std::string text;
    for (int i = 0; i < 500; ++i) {
        text += "x\n";
    }
    EXPECT_TRUE(check_house("src/core/a.cpp", text).empty());
    EXPECT_EQ(check_house("src/core/a.cpp", text + "x\n").size(), 1U);
    EXPECT_TRUE(check_house("data/words.tsv", text + "x\n").empty());
}

}  // namespace
}  // namespace layers
