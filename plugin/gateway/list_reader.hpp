#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>

#include "gateway/gateway.hpp"

namespace send_text {

/// Reads a line's list of messages page by page, newest first, until the carrier says that it ends.
///
/// The list shifts while it is read: what arrives moves the rest down, so some of it comes again, and what is
/// deleted moves the rest up, so some of it would be seen on no page. So each page begins with the last entry
/// of the one before, and where nothing on it was seen before, what lies further back is read again.
class ListReader {
  public:
    /// `gateway` must outlive this.
    explicit ListReader(Gateway& gateway, std::int64_t page_size = 100);

    /// Whether there is no further page: the list has ended, or is broken off.
    bool is_over() const { return is_over_; }

    /// The next page, without what a page before had; not when it is over. Its `broken_off` tells as well
    /// when the list goes round or has changed too much to be read without gaps. Throws GatewayError.
    CarrierPage next();

  private:
    bool was_seen(const CarrierPage& page) const;
    void leave_out_repeated(CarrierPage& page);

    Gateway& gateway_;
    std::int64_t page_size_;
    std::int64_t start_ = 0;
    bool overlaps_ = false;  ///< the next page begins with an entry that was there before
    bool is_over_ = false;
    int pages_without_news_ = 0;            ///< in a row
    std::unordered_set<std::string> seen_;  ///< what tells an entry from all others
};

}  // namespace send_text
