#include "store/store_place.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "core/utf8.hpp"
#include "core/utf8_path.hpp"
#include "store/durable_file.hpp"
#include "store/integrity.hpp"
#include "store/lock_holder.hpp"
#include "store/page_copy.hpp"
#include "store/request_counter.hpp"
#include "store/sql_error.hpp"
#include "store/store_file.hpp"
#include "store/unfinished_copy.hpp"
#include "store/write_ahead_log.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& file) {
    std::error_code ignored;
    return fs::exists(path_from_utf8(file), ignored);
}

/// What a Send Text from before there were notes of copies may have left of a move.
std::string older_copy_of(const std::string& file) {
    return file + ".moving";
}

/// Copies a store, with what is only in its log. Nothing is written to it: its disk may be full.
void copy_store(const std::string& from, const std::string& to, RandomSource& random,
                const std::function<bool()>& stopping) {
    OpenStoreFile file = open_store_file(from, StoreFile::whole);
    empty_log_when_closed(file.session, file.is_log_empty);  // which then writes nothing
    try {
        Poco::Data::Session copy = session_with(to);
        PageCopy pages(file.session, copy);
        while (pages.step(pages_of_a_turn)) {
            if (stopping()) throw StoreError("Send Text is shutting down.");
        }
        const Interruptible interruptible(copy, stopping);
        const auto damage = seal(copy, FileRole::store, new_token(file.token, random) - 1);
        if (damage) throw damaged(to, *damage);
    } catch (const Poco::Exception& error) {
        throw_store_error(to, error);
    }
}

/// While somebody else has the store open, a copy that is being made is theirs.
bool is_in_use(const std::string& store) {
    const auto holder = lock_holder(store);
    return holder && !holder->is_this_process;
}

StoreError cannot_move(const std::string& from, const std::string& to, const std::string& reason) {
    return StoreError("The store " + from + " could not be moved to " + to + ". It is where it was. " +
                      reason + (reason.ends_with('.') ? "" : ".") +
                      " Check the folder and the free space on its disk, or name another place.");
}

}  // namespace

StorePlace::StorePlace(std::string data_folder) : data_folder_(std::move(data_folder)) {
    read();
    if (moving_from_) end_move();
    if (!is_in_use(file())) remove_unfinished_copy(data_folder_, file());
    // Never an empty store in place of one that was removed, or is on a disk which is not there today.
    const std::string log = log_of(file());
    const std::string counter = request_counter_file(data_folder_);
    if ((!has_note_ && !may_be_there(log) && !may_be_there(counter)) || may_be_there(file())) return;
    std::string in_the_way;
    const auto add = [&in_the_way](bool is_there, const std::string& name) {
        if (is_there) in_the_way += (in_the_way.empty() ? "the file " : " and the file ") + name;
    };
    add(has_note_, note());
    add(may_be_there(log) && address_.empty(), log);
    add(may_be_there(counter), counter);
    throw StoreUnavailable("The store " + file() +
                           " is not there. Check that its disk is connected and bring the file back, or put "
                           "a backup in its place; "
                           "or, to start with an empty store in the host's folder, remove " +
                           in_the_way + ".");
}

StoreFile StorePlace::begin_opening() {
    if (has_note_) return StoreFile::whole;
    if (may_be_there(new_store_marker())) return StoreFile::may_be_new;
    std::error_code ignored;
    if (!may_be_there(file()) && fs::is_directory(path_from_utf8(data_folder_), ignored))
        write_durably(new_store_marker(), "The store is being made.\n");
    return StoreFile::whole;
}

void StorePlace::end_opening() {
    if (!has_note_) write();
    std::error_code ignored;  // it means nothing beside the note
    fs::remove(path_from_utf8(new_store_marker()), ignored);
}

std::optional<Refusal> StorePlace::refusal(const std::string& address) const {
    if (address == address_) return std::nullopt;
    const std::string file = file_of(address);
    const fs::path path = path_from_utf8(file);
    if (!path.is_absolute() || !path.has_filename()) {
        return Refusal{"The store \"" + file +
                       "\" is not a full path. Enter one, such as /srv/texts/send_text.sqlite."};
    }
    std::error_code ignored;
    if (!fs::is_directory(path.parent_path(), ignored)) {
        return Refusal{"There is no folder " + to_utf8(path.parent_path()) +
                       " for the store. Create the folder, or name another place."};
    }
    if (const auto part = part_of_database(file)) {
        return Refusal{"There is already a file or folder at " + *part + ". Enter the name of a new file."};
    }
    if (!may_write_in(path.parent_path())) {
        return Refusal{"The folder " + to_utf8(path.parent_path()) +
                       " cannot be written. Give this user the right to write in it, or name another place."};
    }
    return std::nullopt;
}

void StorePlace::move_to(const std::string& address, RandomSource& random,
                         const std::function<bool()>& stopping) {
    const std::string from = file();
    const std::string to = file_of(address);
    const std::string old_address = address_;
    if (const auto refused = refusal(address)) throw StoreError(refused->reason);
    UnfinishedCopy unfinished(data_folder_, {to});
    remove_database(older_copy_of(to));
    try {
        copy_store(from, to, random, stopping);
        address_ = address;
        moving_from_ = old_address;
        write();
    } catch (const std::exception& error) {
        address_ = old_address;
        moving_from_.reset();
        if (stopping()) {
            throw StoreError("The store " + from + " was not moved to " + to +
                             ", since Send Text is shutting down. It is where it was; move it again later.");
        }
        throw cannot_move(from, to, error.what());
    }
    unfinished.keep();
    end_move();
}

/// The new place counts. Should what was at the old one not be to be removed now, the next start tries again.
void StorePlace::end_move() {
    try {
        finish_older_move();
        if (!may_be_there(file())) return;
        const std::string old_file = file_of(*moving_from_);
        remove_database(old_file);
        trouble_.reset();
        if (const auto part = part_of_database(old_file)) {
            trouble_ =
                "The store was moved to " + file() + ", but the file " + *part +
                " could not be removed from its former place. Give this user the right to remove it; the "
                "next start tries again.";
            return;
        }
        moving_from_.reset();
        write();
    } catch (const std::exception& error) {
        trouble_ = "The store was moved to " + file() +
                   ", but the move could not be completed: " + error.what() + " The next start tries again.";
    }
}

/// A Send Text from before gave the copy its name only when the note was written.
void StorePlace::finish_older_move() {
    const std::string copy = older_copy_of(file());
    if (exists(copy) && !exists(file())) rename_durably(copy, file());
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
std::string StorePlace::new_store_marker() const {
    return data_folder_ + "/store_is_new.txt";
}

void StorePlace::read() {
    has_note_ = may_be_there(note());
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
