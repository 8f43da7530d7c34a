// Killed at any moment: what was acknowledged is in the book, and nothing is there by half.
#include "store/book_test_support.hpp"
#include "store/cache.hpp"
#include "store/journal.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <functional>
#include <memory>

namespace pledgebook::store {
namespace {

using testing::add;
using testing::Folder;
using testing::read_test;
using testing::release;

constexpr int acknowledged = 42;

// Runs something in a process of its own. 42: it said so itself; -9 and the like: killed by that signal.
int in_child(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        int code = 1;
        try {
            code = work();
        } catch (const std::exception& error) {
            (void)!::write(STDERR_FILENO, error.what(), std::string_view(error.what()).size());
            code = 2;
        }
        ::_exit(code);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

// A progress that ends the process when it is told something for the nth time.
Progress killing_at(int nth) {
    auto count = std::make_shared<int>(0);
    return [count, nth](std::string_view, double) {
        if (++*count == nth) {
            ::kill(::getpid(), SIGKILL);
        }
    };
}

class BookKillTest : public ::testing::Test {
protected:
    Folder m_folder;
    std::size_t m_releases = 1;
    unsigned m_label = 100;

    BookKillTest() {
        auto book = Book::open_or_create(m_folder.book(), read_test);
        add(book, release("7"));
    }

    // Imports in a child that meets its end; then looks at what is there.
    bool import_and_look(const Progress& progress, const std::function<void()>& before) {
        const auto label = std::to_string(++m_label);
        const int end = in_child([&] {
            auto book = Book::open(m_folder.book(), read_test, {}, 1);
            before();
            add(book, release(label, 20), {}, progress);
            return acknowledged;
        });
        EXPECT_TRUE(end == acknowledged || end == -SIGKILL || end == -SIGALRM) << end;
        const auto book = Book::open(m_folder.book(), read_test, {}, 1);
        const auto releases = book.releases();
        const bool there = releases.back().label == label;
        EXPECT_TRUE(there || end != acknowledged) << "an acknowledged import was lost";
        m_releases += there ? 1 : 0;
        EXPECT_EQ(releases.size(), m_releases);
        for (const auto& each : releases) {
            EXPECT_EQ(book.load(each.id).entries.size(), each.label == "7" ? 3U : 20U) << each.id;
        }
        const auto found = book.verify();
        EXPECT_EQ(found.wrong, std::vector<std::string>{});
        return there;
    }
};

TEST_F(BookKillTest, AtEachStepOfAnImport) {
    // Storing, filling, journal | then it counts | renaming, done.
    std::vector<bool> there;
    for (int step = 1; step <= 5; ++step) {
        there.push_back(import_and_look(killing_at(step), [] {}));
    }
    EXPECT_EQ(there, (std::vector<bool>{false, false, false, true, true}));
}

TEST_F(BookKillTest, AtAnyMomentOfAnImport) {
    for (suseconds_t milliseconds = 1; milliseconds < 160; milliseconds += 11) {
        import_and_look({}, [milliseconds] {
            // The signal's own action ends the process at once: nothing is tidied up.
            itimerval timer{};
            timer.it_value.tv_usec = milliseconds * 1000;
            ::setitimer(ITIMER_REAL, &timer, nullptr);
        });
    }
}

TEST_F(BookKillTest, WhileTheCacheIsMadeAgain) {
    for (int step = 1; step <= 2; ++step) {
        std::filesystem::remove(Cache::path_in(m_folder.book()));
        const int end = in_child([&] {
            auto book = Book::open(m_folder.book(), read_test, killing_at(1), 1);
            return acknowledged;
        });
        EXPECT_EQ(end, -SIGKILL);
        const auto book = Book::open(m_folder.book(), read_test, {}, 1);
        EXPECT_EQ(book.load("ust-7").entries.size(), 3U);
        EXPECT_EQ(book.verify().wrong, std::vector<std::string>{});
    }
}

TEST_F(BookKillTest, WhileTheImporterReadsForARebuild) {
    const int end = in_child([&] {
        auto book = Book::open(m_folder.book(), [](const std::string&, const SourceBytes&) -> Intake {
            ::kill(::getpid(), SIGKILL);
            return {};
        });
        book.rebuild();
        return acknowledged;
    });
    EXPECT_EQ(end, -SIGKILL);
    EXPECT_EQ(Book::open(m_folder.book(), read_test).verify().wrong, std::vector<std::string>{});
}

// The next import after a killed one takes away what that one left.
TEST_F(BookKillTest, LeavesNothingBehindForLong) {
    import_and_look(killing_at(3), [] {});
    auto book = Book::open(m_folder.book(), read_test);
    EXPECT_EQ(book.verify().leftovers.size(), 2U);  // half a cache, and a source that nothing names
    add(book, release(std::to_string(m_label), 20));
    EXPECT_EQ(book.verify().leftovers, std::vector<std::string>{});
}

TEST_F(BookKillTest, TwoProcessesThatBothFindNoCacheDoNotTrampleOneAnother) {
    for (int round = 0; round < 3; ++round) {
        std::filesystem::remove(Cache::path_in(m_folder.book()));
        std::vector<pid_t> children;
        for (int each = 0; each < 3; ++each) {
            children.push_back(::fork());
            if (children.back() == 0) {
                bool fine = false;
                try {
                    fine = Book::open(m_folder.book(), read_test, {}, 1).load("ust-7").entries.size() == 3;
                } catch (const std::exception&) {
                    fine = false;
                }
                ::_exit(fine ? 0 : 1);
            }
        }
        for (const auto child : children) {
            int status = 1;
            ::waitpid(child, &status, 0);
            EXPECT_EQ(status, 0);
        }
        EXPECT_EQ(Book::open(m_folder.book(), read_test).verify().leftovers, std::vector<std::string>{});
    }
}

// As on a full disk: no file can grow beyond a limit. The import is refused, and the book is as it was.
TEST_F(BookKillTest, WhereTheDiskIsFullTheImportIsRefused) {
    const auto journal = testing::read(m_folder.book() / "journal.jsonl");
    // Bytes of the source, of the first pages of the cache, and of its last.
    const auto last = std::filesystem::file_size(Cache::path_in(m_folder.book())) + 4096;
    for (const rlim_t limit :
         {rlim_t{0}, rlim_t{10}, rlim_t{5000}, rlim_t{100000}, static_cast<rlim_t>(last)}) {
        const int end = in_child([&] {
            auto book = Book::open(m_folder.book(), read_test, {}, 1);
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limits{limit, limit};
            ::setrlimit(RLIMIT_FSIZE, &limits);
            try {
                add(book, release("8", 2000));
            } catch (const Error&) {
                return book.load("ust-7").entries.size() == 3 ? acknowledged : 3;
            }
            return 4;
        });
        EXPECT_EQ(end, acknowledged) << limit;
        EXPECT_EQ(testing::read(m_folder.book() / "journal.jsonl"), journal);
        const auto book = Book::open(m_folder.book(), read_test, {}, 1);
        const auto found = book.verify();
        EXPECT_EQ(found.wrong, std::vector<std::string>{});
        EXPECT_EQ(found.leftovers, std::vector<std::string>{});
    }
}

// A journal line of which only a part could be written is taken back at once.
TEST_F(BookKillTest, AJournalLineThatDoesNotFitIsTakenBack) {
    const auto file = Journal::path_in(m_folder.book());
    const auto bytes = testing::read(file);
    const int end = in_child([&] {
        Journal journal(m_folder.book());
        auto line = journal.lines().front();
        const auto text = journal.prepare(line);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limits{bytes.size() + 100, bytes.size() + 100};
        ::setrlimit(RLIMIT_FSIZE, &limits);
        try {
            journal.append(line, text);
        } catch (const Error&) {
            return journal.lines().size() == 1 ? acknowledged : 3;
        }
        return 4;
    });
    EXPECT_EQ(end, acknowledged);
    EXPECT_EQ(testing::read(file), bytes);
}

// A book that may not be written is still read; the cache is then made elsewhere, and gone afterwards.
TEST_F(BookKillTest, WhereTheBookCannotBeWrittenTheCacheIsMadeElsewhere) {
    const auto cache = Cache::path_in(m_folder.book());
    std::filesystem::remove(cache);
    using std::filesystem::perms;
    const auto readable = perms::owner_read | perms::owner_exec | perms::group_read | perms::group_exec |
                          perms::others_read | perms::others_exec;
    std::filesystem::permissions(m_folder.path(), readable);
    std::filesystem::permissions(m_folder.book(), readable);
    const int end = in_child([&] {
        // The superuser may write everywhere, so the child becomes nobody.
        if (::geteuid() == 0 && ::setuid(65534) != 0) {
            return 3;
        }
        auto book = Book::open(m_folder.book(), read_test, {}, 1);
        bool refused = false;
        try {
            add(book, release("8"));
        } catch (const Error& error) {
            refused = std::string(error.what()).find("Permission denied") != std::string::npos;
        }
        const bool reads =
            book.load("ust-7").entries.size() == 3 && book.query("FROM entries").rows.size() == 3;
        return refused && reads ? acknowledged : 4;
    });
    std::filesystem::permissions(m_folder.book(), perms::owner_all);
    std::filesystem::permissions(m_folder.path(), perms::owner_all);
    EXPECT_EQ(end, acknowledged);
    EXPECT_FALSE(std::filesystem::exists(cache));
}

}  // namespace
}  // namespace pledgebook::store
