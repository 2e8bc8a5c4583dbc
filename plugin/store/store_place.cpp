#include "store/store_place.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "body/utf8.hpp"
#include "store/database.hpp"
#include "store/durable_file.hpp"
#include "store/request_counter.hpp"
#include "store/utf8_path.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

/// The copy, until it is known to be whole.
std::string copy_of(const std::string& file) {
    return file + ".moving";
}

/// What a try before this one may have left.
void remove_copy(const std::string& file) {
    std::error_code ignored;
    for (const char* const part : {"", "-wal", "-shm"})
        fs::remove(path_from_utf8(copy_of(file) + part), ignored);
}

bool exists(const std::string& file) {
    std::error_code unknown;
    return fs::exists(path_from_utf8(file), unknown) || unknown;
}

StoreError cannot_move(const std::string& from, const std::string& to, const std::string& reason) {
    return StoreError(
        "The store " + from + " could not be moved to " + to + ": " + reason +
        ". It is where it was. Check the folder and the room on its disk, or name another place.");
}

}  // namespace

StorePlace::StorePlace(std::string data_folder) : data_folder_(std::move(data_folder)) {
    read();
    if (moving_from_) end_move();
    // Never an empty store in place of one that was removed, or is on a disk which is not there today.
    const std::string log = file() + "-wal";
    const std::string counter = request_counter_file(data_folder_);
    if ((!has_note_ && !exists(log) && !exists(counter)) || exists(file())) return;
    std::string in_the_way;
    const auto add = [&in_the_way](bool is_there, const std::string& name) {
        if (is_there) in_the_way += (in_the_way.empty() ? "the file " : " and the file ") + name;
    };
    add(has_note_, note());
    add(exists(log) && address_.empty(), log);
    add(exists(counter), counter);
    throw StoreUnavailable("The store " + file() +
                           " is not there. Bring it back (is its disk there?), or put a backup in its place; "
                           "or, to start with an empty store in the host's folder, remove " +
                           in_the_way + ".");
}

StoreFile StorePlace::begin_opening() {
    if (has_note_) return StoreFile::whole;
    if (exists(mark_of_the_new())) return StoreFile::may_be_new;
    std::error_code ignored;
    if (!exists(file()) && fs::is_directory(path_from_utf8(data_folder_), ignored))
        write_durably(mark_of_the_new(), "The store is being made.\n");
    return StoreFile::whole;
}

void StorePlace::end_opening() {
    if (!has_note_) write();
    std::error_code ignored;  // it means nothing beside the note
    fs::remove(path_from_utf8(mark_of_the_new()), ignored);
}

std::string StorePlace::why_not(const std::string& address) const {
    if (address == address_) return {};
    const std::string file = file_of(address);
    const fs::path path = path_from_utf8(file);
    if (!path.is_absolute() || !path.has_filename()) {
        return "The store \"" + file +
               "\" is no full path of a file. Give one from the root on, such as "
               "/srv/texts/send_text.sqlite.";
    }
    std::error_code ignored;
    if (!fs::is_directory(path.parent_path(), ignored)) {
        return "There is no folder " + to_utf8(path.parent_path()) +
               " for the store. Make the folder, or name another place.";
    }
    if (exists(file)) {
        return "There is something at " + file +
               " already, and the store is not mixed with it. Name a file that is not there yet.";
    }
    if (!may_write_in(path.parent_path())) {
        return "The folder " + to_utf8(path.parent_path()) +
               " cannot be written. Give this user the right to write in it, or name another place.";
    }
    return {};
}

void StorePlace::move_to(const std::string& address, RandomSource& random) {
    const std::string from = file();
    const std::string to = file_of(address);
    const std::string old_address = address_;
    try {
        remove_copy(to);
        fs::copy_file(path_from_utf8(from), path_from_utf8(copy_of(to)));
        // Reads all of it where that is quick, writes to it, and so has the system put it on the disk.
        Database(copy_of(to), random);
        address_ = address;
        moving_from_ = old_address;
        write();
    } catch (const std::exception& error) {
        address_ = old_address;
        moving_from_.reset();
        remove_copy(to);
        throw cannot_move(from, to, error.what());
    }
    end_move();
}

/// From here on the new place counts.
void StorePlace::end_move() {
    try {
        if (exists(copy_of(file()))) fs::rename(path_from_utf8(copy_of(file())), path_from_utf8(file()));
        fs::remove(path_from_utf8(file_of(*moving_from_)));
        moving_from_.reset();
        write();
    } catch (const fs::filesystem_error& error) {
        throw StoreError("The store was moved to " + file() +
                         ", but the move could not be ended: " + error.code().message() +
                         ". Give this user the right to write there and start again.");
    }
}

std::string StorePlace::file_of(const std::string& address) const {
    return address.empty() ? data_folder_ + "/send_text.sqlite" : address;
}

/// Where the address is kept, from when there is a store. Its first line is the address; a second one, while
/// a move is under way, is the address that it is moved from.
std::string StorePlace::note() const {
    return data_folder_ + "/store_address.txt";
}

/// There from before the first store is made until it is noted: should that be cut off, what was made is new.
std::string StorePlace::mark_of_the_new() const {
    return data_folder_ + "/store_is_new.txt";
}

void StorePlace::read() {
    has_note_ = exists(note());
    if (!has_note_) return;
    std::ifstream lines(path_from_utf8(note()));
    std::string second;
    const bool is_read = static_cast<bool>(std::getline(lines, address_));
    if (!is_read || !is_utf8(address_) || address_.find('\0') != std::string::npos) {
        throw StoreError(
            "The file " + note() +
            ", which says where the store is, cannot be read. Write the store's path into it, or "
            "remove it when the store is in the same folder.");
    }
    if (std::getline(lines, second)) moving_from_ = second;
}

void StorePlace::write() {
    write_durably(note(), address_ + "\n" + (moving_from_ ? *moving_from_ + "\n" : ""));
    has_note_ = true;
}

}  // namespace send_text
