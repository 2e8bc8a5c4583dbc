#pragma once

#include <optional>
#include <string>
#include <vector>

namespace send_text {

/// A copy of the store, until it is whole and has its name. It is noted in the data folder before there is
/// anything of it, so that one that is cut off is removed by the next start: what people wrote lies about
/// nowhere.
class UnfinishedCopy {
  public:
    /// `files`: the copy, and what is there only because of it. Throws StoreError.
    UnfinishedCopy(std::string data_folder, std::vector<std::string> files);

    /// The copy counts from now on.
    void keep();

    /// Removes all of them, unless the copy is kept or has got another name by now.
    ~UnfinishedCopy();

    UnfinishedCopy(const UnfinishedCopy&) = delete;
    UnfinishedCopy& operator=(const UnfinishedCopy&) = delete;

  private:
    std::string data_folder_;
    std::vector<std::string> files_;
};

/// Removes what was noted there and cut off, but never the store itself. What cannot be removed stays noted.
void remove_unfinished_copy(const std::string& data_folder, const std::string& store);

/// Whether a file is there, or may be: the disk does not tell.
bool may_be_there(const std::string& file);

/// Removes a database with what SQLite has beside it.
void remove_database(const std::string& file);

/// The first of what SQLite has beside a database that is there, or the database itself.
std::optional<std::string> part_of_database(const std::string& file);

}  // namespace send_text
