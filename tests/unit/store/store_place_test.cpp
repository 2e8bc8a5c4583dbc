// Where the store is, and how it gets to another place whatever happens meanwhile.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>

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
        OutboxStore(database).commit(request({{.number = jo, .records = {employee(1)}}}), 1000);
    }

    std::string data() const { return folder.file("data"); }
    std::string elsewhere() const { return folder.file("disk/t\xc3\xa9xts.sqlite"); }

    /// Whether the text is in the store where the place says that it is.
    bool has_text() {
        Database database(StorePlace(data()).file(), random);
        return OutboxStore(database).progress(1).total == 1;
    }

    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path))
            if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    TemporaryFolder folder;
    CountingRandom random;
};

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
    CHECK(place.why_not("").empty());
    CHECK(place.why_not(office.elsewhere()).empty());
    CHECK_THAT(place.why_not("texts.sqlite"), ContainsSubstring("no full path"));
    CHECK_THAT(place.why_not(office.folder.file("disk") + "/"), ContainsSubstring("no full path"));
    CHECK_THAT(place.why_not(office.folder.file("none/texts.sqlite")), ContainsSubstring("no folder"));
    CHECK_THAT(place.why_not(office.folder.file("disk")), ContainsSubstring("something at"));
    CHECK_THAT(place.why_not(office.data() + "/send_text.sqlite"), ContainsSubstring("something at"));
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

TEST_CASE("A store that is not there is never replaced by an empty one") {
    Office office;
    StorePlace(office.data()).move_to(office.elsewhere(), office.random);
    fs::rename(office.elsewhere(), office.elsewhere() + ".away");
    CHECK_THROWS_WITH(StorePlace(office.data()),
                      ContainsSubstring("is not there") && ContainsSubstring("store_address.txt"));
    fs::rename(office.elsewhere() + ".away", office.elsewhere());
    CHECK(office.has_text());
}
