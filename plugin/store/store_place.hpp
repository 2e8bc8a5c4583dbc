#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/random.hpp"
#include "core/refusal.hpp"
#include "store/database.hpp"

namespace send_text {

/// Where the plug-in's store is: a file in the plug-in's data folder, or one elsewhere. A note in the data
/// folder says which. Its being there also says that there is a store: a file that is missing or empty is not
/// a new one then.
/// Threads: any, one at a time.
class StorePlace {
  public:
    /// Reads where it is, and ends a move that was cut off. `data_folder` is UTF-8. Throws StoreError.
    explicit StorePlace(std::string data_folder);

    /// The full path of the store's file, UTF-8; empty: in the data folder.
    const std::string& address() const { return address_; }

    const std::string& data_folder() const { return data_folder_; }

    /// The store's file.
    std::string file() const { return file_of(address_); }

    /// Opens the store for the first time, or again: to be called before and after its file is opened. In
    /// between, a file that holds nothing is known to be new. Throw StoreError.
    StoreFile begin_opening();
    void end_opening();

    /// What is left to be done by hand after a move, in sentences.
    const std::optional<std::string>& trouble() const { return trouble_; }

    /// Why the store cannot be moved to an address. Asks the disk.
    std::optional<Refusal> refusal(const std::string& address) const;

    /// Moves the store, which must be closed. Whenever this is cut off, the next StorePlace finds the whole
    /// store at one of the two places, and no copy at the other. Throws StoreError, and then the store is
    /// where it was; also when `stopping` says so while it is copied. `random` is used here only.
    void move_to(
        const std::string& address, RandomSource& random,
        const std::function<bool()>& stopping = [] { return false; });

  private:
    std::string file_of(const std::string& address) const;
    std::string note() const;
    std::string new_store_marker() const;
    void read();
    void write();
    void end_move();
    void finish_older_move();

    std::string data_folder_;
    std::string address_;
    std::optional<std::string> trouble_;
    bool has_note_ = false;
    std::optional<std::string> moving_from_;  ///< an address, while a move is under way
};

}  // namespace send_text
