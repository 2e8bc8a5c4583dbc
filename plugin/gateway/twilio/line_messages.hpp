#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/time.hpp"
#include "gateway/gateway.hpp"
#include "gateway/twilio/message_pages.hpp"
#include "gateway/twilio/service_numbers.hpp"

namespace send_text::twilio {

/// The messages of a line, newest first, in one walk through what Twilio lists. Twilio gives either what came
/// to a number or what it sent, so for a number two lists are merged; for a messaging service, which nothing
/// can be listed by, all messages of the account are gone through. Keeps no more than a page of each list.
class LineMessages {
  public:
    /// The messages of a number (E.164). `place` is the account's list. `ask` must outlive this.
    static LineMessages of_number(const Ask& ask, const ListPlace& place, const std::string& number);
    /// The messages of a messaging service. `ask` and `numbers` must outlive this.
    static LineMessages of_service(const Ask& ask, const ListPlace& place, ServiceNumbers& numbers);

    /// Whether the walk can go on at `start`: ahead of where it is, or at the last entry that it gave.
    bool reaches(std::int64_t start) const;

    /// As Gateway::list_messages; only where reaches(start). After a GatewayError the walk is over. When one
    /// of the lists is broken off, what it lacks is older than the page that ends there; the next page has
    /// what else can be read.
    CarrierPage page(std::int64_t start, std::int64_t limit);

  private:
    struct Item {
        std::optional<CarrierMessage> message;      ///< nothing if it made no sense
        std::optional<UnreadableEntry> unreadable;  ///< of one that made none and may be a text of ours
        std::string id;                             ///< as far as it can be read
        TimePoint place{};
    };
    /// Picks out what is the line's.
    using Pick = std::function<std::vector<ListedMessage>(std::vector<ListedMessage>)>;
    struct List {
        MessagePages pages;
        Pick pick;
        bool has_inbound_only;
        std::vector<ListedMessage> unpicked = {};  ///< read and not yet looked through
        std::deque<Item> items = {};               ///< and not yet given
        std::optional<TimePoint> newer = {};       ///< the place of the last one that was looked through
    };

    LineMessages() = default;
    static Item item_of(const ListedMessage& listed, const List& list);
    static void read_page(List& list);
    bool next();
    bool is_over() const;
    std::optional<std::string> broken_off() const;

    std::vector<List> lists_;
    std::int64_t position_ = 0;   ///< of the next entry
    std::optional<Item> last_;    ///< the one before it
    bool is_past_break_ = false;  ///< entries are given although a list that was broken off lacks some
};

}  // namespace send_text::twilio
