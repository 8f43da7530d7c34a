#include "store/lock.hpp"

#include "store/book_test_support.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

namespace pledgebook::store {
namespace {

using testing::add;
using testing::Folder;
using testing::read_test;
using testing::release;

TEST(LockTest, ASecondWriterIsToldWhoHoldsIt) {
    const Folder folder;
    const Lock lock(folder.path(), "an import");
    try {
        const Lock other(folder.path(), "a rebuild");
        FAIL() << "two writers had the lock";
    } catch (const Error& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("an import by process " + std::to_string(::getpid()) + " on "), std::string::npos)
            << what;
        EXPECT_NE(what.find(" since 20"), std::string::npos) << what;
    }
}

TEST(LockTest, IsFreeAgainAfterwards) {
    const Folder folder;
    { const Lock lock(folder.path(), "an import"); }
    EXPECT_NO_THROW(const Lock lock(folder.path(), "an import"));
}

TEST(LockTest, WhatADeadProcessLeftIsNoObstacle) {
    const Folder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        const Lock lock(folder.path(), "an import");
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_NE(testing::read(folder.path() / "lock").find(std::to_string(child)), std::string::npos);
    EXPECT_NO_THROW(const Lock lock(folder.path(), "an import"));
}

TEST(LockTest, AnImportWhileAnotherProcessWritesIsRefusedAndReadingGoesOn) {
    const Folder folder;
    auto book = Book::open_or_create(folder.book(), read_test);
    add(book, release("7"));
    int ready[2];
    int done[2];
    ASSERT_EQ(::pipe(ready), 0);
    ASSERT_EQ(::pipe(done), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        char byte = 'x';
        const Lock lock(folder.book(), "an import");
        const bool told = ::write(ready[1], &byte, 1) == 1 && ::read(done[0], &byte, 1) == 1;
        ::_exit(told ? 0 : 1);
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    try {
        add(book, release("8"));
        ADD_FAILURE() << "two processes wrote at once";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("process " + std::to_string(child)), std::string::npos);
    }
    EXPECT_THROW(book.rebuild(), Error);
    EXPECT_EQ(Book::open(folder.book(), read_test).releases().size(), 1U);
    ASSERT_EQ(::write(done[1], &byte, 1), 1);
    int status = 1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(add(book, release("8")).id, "ust-8");
}

}  // namespace
}  // namespace pledgebook::store
