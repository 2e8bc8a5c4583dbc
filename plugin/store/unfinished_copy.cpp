#include "store/unfinished_copy.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "core/utf8_path.hpp"
#include "store/durable_file.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

/// A database's file last: as long as it is there, the rest is known to be its.
constexpr const char* parts[] = {"-journal", "-shm", "-wal", ""};

std::string note_in(const std::string& data_folder) {
    return data_folder + "/store_copy.txt";
}

/// The first one last: it says whether the copy was cut off.
void remove_if_cut_off(const std::vector<std::string>& files) {
    if (files.empty() || !may_be_there(files.front())) return;
    std::for_each(files.rbegin(), files.rend(), remove_database);
}

void remove_note(const std::string& data_folder) {
    std::error_code ignored;
    fs::remove(path_from_utf8(note_in(data_folder)), ignored);
}

}  // namespace

UnfinishedCopy::UnfinishedCopy(std::string data_folder, std::vector<std::string> files)
    : data_folder_(std::move(data_folder)), files_(std::move(files)) {
    std::string lines;
    for (const std::string& file : files_)
        lines += file + "\n";
    write_durably(note_in(data_folder_), lines);
    remove_if_cut_off({files_.front()});  // what a try before this one has left
}

void UnfinishedCopy::keep() {
    files_.clear();
}

UnfinishedCopy::~UnfinishedCopy() {
    remove_if_cut_off(files_);
    if (files_.empty() || !may_be_there(files_.front())) remove_note(data_folder_);
}

void remove_unfinished_copy(const std::string& data_folder, const std::string& store) {
    std::vector<std::string> files;
    std::ifstream lines(path_from_utf8(note_in(data_folder)));
    for (std::string file; std::getline(lines, file);)
        if (file != store) files.push_back(file);
    remove_if_cut_off(files);
    if (files.empty() || !may_be_there(files.front())) remove_note(data_folder);
}

bool may_be_there(const std::string& file) {
    std::error_code unknown;
    return fs::exists(path_from_utf8(file), unknown) || unknown;
}

void remove_database(const std::string& file) {
    std::error_code ignored;
    for (const char* const part : parts)
        fs::remove(path_from_utf8(file + part), ignored);
}

std::optional<std::string> part_of_database(const std::string& file) {
    for (const char* const part : parts)
        if (may_be_there(file + part)) return file + part;
    return std::nullopt;
}

}  // namespace send_text
