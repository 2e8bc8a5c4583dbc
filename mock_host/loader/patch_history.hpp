#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mock_host {

/// The latest patches of a dialog's view, so that a page with an earlier version need not load all of it.
class PatchHistory {
  public:
    /// How many bytes of patches are kept: about the size of a dialog with ten thousand rows.
    static constexpr std::size_t max_bytes = 16U << 20U;

    void add(std::string patch) {
        bytes_ += patch.size();
        patches_.push_back(std::make_shared<const std::string>(std::move(patch)));
        ++version_;
        while (bytes_ > max_bytes) {
            bytes_ -= patches_.front()->size();
            patches_.pop_front();
        }
    }

    /// Counts the patches, from 1 for a view without any.
    std::uint64_t version() const { return version_; }

    /// The patches after a version, in order; nothing when one is no longer kept, or the version does not
    /// exist.
    std::optional<std::vector<std::shared_ptr<const std::string>>> since(std::uint64_t version) const {
        if (version > version_ || version_ - version > patches_.size()) return std::nullopt;
        return std::vector(patches_.end() - static_cast<std::ptrdiff_t>(version_ - version), patches_.end());
    }

  private:
    std::uint64_t version_ = 1;
    std::size_t bytes_ = 0;
    std::deque<std::shared_ptr<const std::string>> patches_;
};

}  // namespace mock_host
