// Where the store is, and how it gets to another place whatever happens meanwhile.

#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>

#include "child.hpp"
#include "store/query.hpp"
#include "store/store_place.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

/// A data folder with a store that has one text in it, and a folder that it may be moved to.
struct Office {
    Office() {
        fs::create_directory(data());
        fs::create_directory(folder.file("disk"));
        Database database(data() + "/send_text.sqlite", random);
        OutboxStore(database).commit(request({{.number = jo, .records = {employee(1)}}}), at(1s));
    }

    std::string data() const { return folder.file("data"); }
    std::string elsewhere() const { return folder.file("disk/t\xc3\xa9xts.sqlite"); }

    /// Whether the text is in the store where the place says that it is.
    bool has_text() {
        Database database(StorePlace(data()).file(), random);
        return OutboxStore(database).progress(RequestId{1}).total == 1;
    }

    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    TempFolder folder;
    CountingRandom random;
};

/// A plug-in that commits a text is killed.
void commit_and_die(const std::string& store, RandomSource& random) {
    std::unique_ptr<Database> database;
    const Child killed([&] {
        database = std::make_unique<Database>(store, random);
        OutboxStore(*database).commit(request({{.number = jo, .records = {employee(1)}}}), at(1s));
        return std::string("done");
    });
    REQUIRE(killed.said == "done");
}

void write(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("The store is in the data folder at first") {
    const Office office;
    const StorePlace place(office.data());
    CHECK(place.address().empty());
    CHECK(place.file() == office.data() + "/send_text.sqlite");
}

TEST_CASE("A store that is moved takes everything along and leaves nothing behind") {
    Office office;
    StorePlace(office.data()).move_to(office.elsewhere(), office.random);
    CHECK(StorePlace(office.data()).file() == office.elsewhere());
    CHECK(office.has_text());
    CHECK(office.files() == std::vector<std::string>{"store_address.txt", "t\xc3\xa9xts.sqlite"});

    StorePlace(office.data()).move_to("", office.random);
    CHECK(StorePlace(office.data()).address().empty());
    CHECK(office.has_text());
    CHECK(office.files() == std::vector<std::string>{"send_text.sqlite", "store_address.txt"});
}

TEST_CASE("A move that was cut off is either not begun or ended by the next start") {
    Office office;
    const std::string copy = office.elsewhere() + ".moving";
    const std::string note = office.data() + "/store_address.txt";
    const std::string old_file = office.data() + "/send_text.sqlite";

    SECTION("while it copied") {
        write(copy, "half a store");
        write(copy + "-wal", "half a log");
        CHECK(StorePlace(office.data()).address().empty());
        CHECK(office.has_text());
        StorePlace(office.data())
            .move_to(office.elsewhere(), office.random);  // what is left is in nobody's way
    }
    SECTION("when the note was written") {
        fs::copy_file(old_file, copy);
        write(note, office.elsewhere() + "\n\n");
    }
    SECTION("when the copy had its name") {
        fs::copy_file(old_file, office.elsewhere());
        write(note, office.elsewhere() + "\n\n");
    }
    SECTION("when the old file was gone") {
        fs::rename(old_file, office.elsewhere());
        write(note, office.elsewhere() + "\n\n");
    }
    CHECK(StorePlace(office.data()).file() == office.elsewhere());
    CHECK(office.has_text());
    CHECK(office.files() == std::vector<std::string>{"store_address.txt", "t\xc3\xa9xts.sqlite"});
    CHECK(bytes_of(note) == office.elsewhere() + "\n");
}

TEST_CASE("A place that cannot be had is refused in words") {
    const Office office;
    const StorePlace place(office.data());
    CHECK(place.refusal("") == std::nullopt);
    CHECK(place.refusal(office.elsewhere()) == std::nullopt);
    CHECK_THAT(place.refusal("texts.sqlite").value().reason, ContainsSubstring("not a full path"));
    CHECK_THAT(place.refusal(office.folder.file("disk") + "/").value().reason,
               ContainsSubstring("not a full path"));
    CHECK_THAT(place.refusal(office.folder.file("none/texts.sqlite")).value().reason,
               ContainsSubstring("no folder"));
    CHECK_THAT(place.refusal(office.folder.file("disk")).value().reason,
               ContainsSubstring("file or folder at"));
    CHECK_THAT(place.refusal(office.data() + "/send_text.sqlite").value().reason,
               ContainsSubstring("file or folder at"));
    CHECK(office.files() == std::vector<std::string>{"send_text.sqlite"});
}

TEST_CASE("A store that cannot be copied stays where it is") {
    Office office;
    const std::string note = office.data() + "/store_address.txt.new";
    fs::create_directory(note);  // so that the note cannot be written
    CHECK_THROWS_WITH(StorePlace(office.data()).move_to(office.elsewhere(), office.random),
                      ContainsSubstring("It is where it was"));
    fs::remove(note);
    CHECK(StorePlace(office.data()).address().empty());
    CHECK(office.has_text());
    CHECK(office.files() == std::vector<std::string>{"send_text.sqlite"});
}

TEST_CASE("A store that is moved takes along what only its log has") {
    Office office;
    commit_and_die(office.data() + "/send_text.sqlite", office.random);
    StorePlace(office.data()).move_to(office.elsewhere(), office.random);
    CHECK(office.files() == std::vector<std::string>{"store_address.txt", "t\xc3\xa9xts.sqlite"});
    Database database(office.elsewhere(), office.random);
    CHECK(OutboxStore(database).progress(RequestId{2}).total == 1);
}

TEST_CASE("A store beside which another file's log is does not move, and both stay as they are") {
    Office office;
    const std::string log = office.data() + "/send_text.sqlite-wal";
    const std::string other = office.folder.file("other.sqlite");
    commit_and_die(other, office.random);
    fs::rename(other + "-wal", log);
    fs::remove(other);
    const std::string before = bytes_of(log);
    CHECK_THROWS_WITH(
        StorePlace(office.data()).move_to(office.elsewhere(), office.random),
        ContainsSubstring("is not the log of the store") && ContainsSubstring("It is where it was"));
    CHECK(bytes_of(log) == before);
    CHECK(office.files() == std::vector<std::string>{"send_text.sqlite", "send_text.sqlite-wal"});
}

TEST_CASE("A place that has the log of a store that was there cannot be had") {
    Office office;
    write(office.elsewhere() + "-wal", "what was there");
    CHECK_THAT(StorePlace(office.data()).refusal(office.elsewhere()).value().reason,
               ContainsSubstring("There is already a file or folder at"));
    CHECK_THROWS_WITH(StorePlace(office.data()).move_to(office.elsewhere(), office.random),
                      ContainsSubstring("There is already a file or folder at"));
    CHECK(bytes_of(office.elsewhere() + "-wal") == "what was there");
    CHECK(office.has_text());
}

TEST_CASE("A disk that becomes full while a store moves leaves everything as it was") {
    Office office;
    const rlim_t room = GENERATE(0, 100, 4096, 20'000, 60'000);
    REQUIRE(fs::file_size(office.data() + "/send_text.sqlite") > 60'000);
    const Child child([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit most{room, room};
        ::setrlimit(RLIMIT_FSIZE, &most);
        try {
            StorePlace(office.data()).move_to(office.elsewhere(), office.random);
        } catch (const StoreError& error) {
            return std::string(error.what());
        }
        return std::string("moved");
    });
    CHECK_THAT(child.said, ContainsSubstring("cannot be written") || ContainsSubstring("could not be moved"));
    CHECK(office.files() == std::vector<std::string>{"send_text.sqlite"});
    CHECK(StorePlace(office.data()).address().empty());
    CHECK(office.has_text());
}

TEST_CASE("A move that is killed leaves no second copy") {
    Office office;
    {
        Database database(office.data() + "/send_text.sqlite", office.random);
        const std::vector<OutgoingText> many(2000, {.number = jo, .records = {employee(1)}});
        for (int i = 0; i < 10; ++i)
            OutboxStore(database).commit(request(many, std::string(500, 'x')), at(1s));
    }
    struct Killing final : RandomSource {
        std::uint64_t next() override {
            ::raise(SIGKILL);  // it is asked when all is copied
            return 0;
        }
    };
    Child child([&] {
        Killing killing;
        StorePlace(office.data()).move_to(office.elsewhere(), killing);
        return std::string("moved");
    });
    CHECK(child.said.empty());
    CHECK(office.files().size() > 1);
    CHECK(StorePlace(office.data()).address().empty());
    CHECK(office.has_text());
    CHECK(office.files() == std::vector<std::string>{"send_text.sqlite"});
}

TEST_CASE("A note that makes no sense is refused in words") {
    const Office office;
    const std::string note = office.data() + "/store_address.txt";
    for (const std::string& bytes : {std::string(), std::string("\xFF\xFE\x80"), std::string("/st\0re", 6)}) {
        write(note, bytes);
        CHECK_THROWS_WITH(StorePlace(office.data()),
                          ContainsSubstring("store_address.txt") && ContainsSubstring("cannot be read"));
    }
}

TEST_CASE("A store that is not there is never replaced by an empty one") {
    Office office;
    StorePlace(office.data()).move_to(office.elsewhere(), office.random);
    fs::rename(office.elsewhere(), office.elsewhere() + ".away");
    CHECK_THROWS_WITH(StorePlace(office.data()),
                      ContainsSubstring("is not there") && ContainsSubstring("store_address.txt"));
    CHECK_THROWS_AS(StorePlace(office.data()), StoreUnavailable);  // it may come back
    fs::rename(office.elsewhere() + ".away", office.elsewhere());
    CHECK(office.has_text());
}

namespace {

/// A data folder in which Send Text has never been, and its starts.
struct NewOffice {
    NewOffice() { fs::create_directory(data()); }

    std::string data() const { return folder.file("data"); }
    std::string file() const { return data() + "/send_text.sqlite"; }
    std::string note() const { return data() + "/store_address.txt"; }
    std::string mark() const { return data() + "/store_is_new.txt"; }

    /// Starts and ends. What it said when it did not start.
    std::string start() {
        try {
            StorePlace place(data());
            const Database database(place.file(), random, place.begin_opening());
            place.end_opening();
            return {};
        } catch (const StoreError& error) {
            return error.what();
        }
    }

    TempFolder folder;
    CountingRandom random;
};

}  // namespace

TEST_CASE("A store that was made leaves a note, and nothing else") {
    NewOffice office;
    CHECK(office.start().empty());
    CHECK(fs::exists(office.file()));
    CHECK(bytes_of(office.note()) == "\n");
    CHECK_FALSE(fs::exists(office.mark()));
    CHECK(office.start().empty());
}

TEST_CASE("A first start that was cut off locks nobody out") {
    NewOffice office;
    StorePlace(office.data()).begin_opening();
    SECTION("before there was a file") {}
    SECTION("with an empty file") {
        write(office.file(), "");
    }
    SECTION("with a file without tables") {
        write(office.file(), "x");
    }
    SECTION("with a store, before it was noted") {
        const Database made(office.file(), office.random);
    }
    SECTION("when it was noted") {
        { const Database made(office.file(), office.random); }
        write(office.note(), "\n");
    }
    CHECK(office.start().empty());
    CHECK(fs::exists(office.note()));
    CHECK_FALSE(fs::exists(office.mark()));
    CHECK(office.start().empty());
}

TEST_CASE("A store that was there is not replaced by an empty one") {
    NewOffice office;
    REQUIRE(office.start().empty());
    SECTION("when its file holds nothing") {
        const std::string nothing = GENERATE("", "x");
        write(office.file(), nothing);
        CHECK_THAT(office.start(),
                   ContainsSubstring(office.file() + " is empty") && ContainsSubstring("store_address.txt"));
        CHECK(bytes_of(office.file()) == nothing);
        fs::remove(office.file());
    }
    SECTION("when a cut-off first start has left its mark beside the note") {
        write(office.mark(), "The store is being made.\n");
        write(office.file(), "");
        CHECK_THAT(office.start(), ContainsSubstring(office.file() + " is empty"));
        fs::remove(office.file());
    }
    SECTION("when its file is gone") {
        fs::remove(office.file());
    }
    CHECK_THAT(office.start(), ContainsSubstring(office.file() + " is not there") &&
                                   ContainsSubstring("remove the file " + office.note()));
    CHECK_FALSE(fs::exists(office.file()));
    fs::remove(office.note());  // as it says
    CHECK(office.start().empty());
}

TEST_CASE("A store from before there were notes is taken, and an empty file of that time is not") {
    NewOffice office;
    SECTION("a store") {
        { const Database made(office.file(), office.random); }
        CHECK(office.start().empty());
        CHECK(fs::exists(office.note()));
    }
    SECTION("an empty file") {
        write(office.file(), "");
        CHECK_THAT(office.start(), ContainsSubstring("is empty"));
        CHECK_FALSE(fs::exists(office.note()));
        CHECK_FALSE(fs::exists(office.mark()));
    }
    SECTION("its log alone") {
        write(office.file() + "-wal", "texts");
        CHECK_THAT(office.start(), ContainsSubstring("is not there") &&
                                       ContainsSubstring("remove the file " + office.file() + "-wal."));
        CHECK(bytes_of(office.file() + "-wal") == "texts");
        fs::remove(office.file() + "-wal");  // as it says
        CHECK(office.start().empty());
    }
}

TEST_CASE("A moved store that holds nothing is refused") {
    Office office;
    StorePlace(office.data()).move_to(office.elsewhere(), office.random);
    write(office.elsewhere(), "");
    StorePlace place(office.data());
    CHECK_THROWS_WITH(Database(place.file(), office.random, place.begin_opening()),
                      ContainsSubstring("is empty"));
}

TEST_CASE("A folder in which the note cannot be kept is said before a store is made in it") {
    NewOffice office;
    fs::create_directory(office.mark() + ".new");
    CHECK_THAT(office.start(), ContainsSubstring(office.mark() + " cannot be written"));
    CHECK_FALSE(fs::exists(office.file()));
}
