#include "render/screen_text.hpp"

#include <gtest/gtest.h>

namespace pledgebook::render {

TEST(ScreenText, WidthIsWhatATerminalNeeds) {
    EXPECT_EQ(width_of("Türkiye"), 7);
    EXPECT_EQ(width_of("€"), 1);
    EXPECT_EQ(width_of("e\u0301"), 1);
    EXPECT_EQ(width_of("日本"), 4);
    EXPECT_EQ(width_of(""), 0);
}

TEST(ScreenText, NothingSteersTheTerminal) {
    EXPECT_EQ(harmless("a\x1b[31mb"), "a\uFFFD[31mb");
    EXPECT_EQ(harmless("a\nb\tc"), "a b c");
    EXPECT_EQ(harmless("\u202Eabc"), "\uFFFDabc");
    EXPECT_EQ(harmless("\xC2\x9Bx"), "\uFFFDx");
    EXPECT_EQ(harmless("caf\xE9"), "caf\uFFFD");
    EXPECT_EQ(harmless("\xED\xA0\x80"), "\uFFFD");
}

TEST(ScreenText, PadsByWidthNotByBytes) {
    EXPECT_EQ(to_left("Türkiye", 9), "Türkiye  ");
    EXPECT_EQ(to_right("€ 5", 5), "  € 5");
    EXPECT_EQ(to_right("longer", 3), "longer");
}

TEST(ScreenText, CutsWithAMark) {
    EXPECT_EQ(shortened("Ukraine", 7), "Ukraine");
    EXPECT_EQ(shortened("Ukraine", 5), "Ukra…");
    EXPECT_EQ(width_of(shortened("日本語", 4)), 3);
}

TEST(ScreenText, WrapsAtBlanks) {
    EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(wrapped("", 7), (std::vector<std::string>{""}));
    EXPECT_EQ(paragraph("Note: ", "one two three four five six", 26),
              "Note: one two three four\n      five six\n");
}

TEST(ScreenText, LinesAreMadeHarmlessEachByItself) {
    EXPECT_EQ(harmless_lines("a\x1b[31m\n  b", 100), "a\uFFFD[31m\n  b\n");
    EXPECT_EQ(harmless_lines(std::string(50, 'a') + "\nb", 5), "aaaa…\nb\n");
    EXPECT_EQ(harmless_lines("", 5), "");
}

}  // namespace pledgebook::render
