#include "gateway/list_reader.hpp"

#include <algorithm>

namespace send_text {
namespace {

// So much may arrive between two pages. A list that goes round has nothing else.
constexpr int max_pages_without_news = 5;

/// An id alone will not do: a carrier that gives two messages the same one still has two messages.
std::string mark_of(const CarrierMessage& message) {
    return message.id + '\n' + message.number.str() + '\n' +
           std::to_string(static_cast<int>(message.direction)) + '\n' +
           std::to_string(message.listed_at.time_since_epoch().count()) + '\n' + message.body;
}

}  // namespace

ListReader::ListReader(Gateway& gateway, std::int64_t page_size) : gateway_(gateway), page_size_(page_size) {}

CarrierPage ListReader::next() {
    CarrierPage page = gateway_.list_messages(start_, page_size_);
    const auto is_joined = [&] { return !overlaps_ || seen_.empty() || was_seen(page); };
    for (std::int64_t back = page_size_ / 2 + 1; !is_joined() && start_ > 0; back *= 2) {
        start_ = std::max<std::int64_t>(0, start_ - back);
        page = gateway_.list_messages(start_, page_size_);
    }
    const std::int64_t count = static_cast<std::int64_t>(page.messages.size()) + page.skipped;
    if (!page.broken_off && !is_joined()) {
        page.broken_off =
            "The carrier's list of messages changed so much while it was being read that some may be "
            "missing.";
    }
    leave_out_repeated(page);
    const bool has_news = !page.messages.empty() || page.skipped > 0;
    pages_without_news_ = has_news ? 0 : pages_without_news_ + 1;
    if (!page.broken_off && !page.is_last) {
        if (count == 0) page.broken_off = "The carrier's list of messages has an empty page before its end.";
        if (pages_without_news_ == max_pages_without_news)
            page.broken_off = "The carrier's list of messages leads back to where it was.";
    }
    overlaps_ = count > 1;
    start_ += overlaps_ ? count - 1 : count;
    is_over_ = page.is_last || page.broken_off.has_value();
    return page;
}

bool ListReader::was_seen(const CarrierPage& page) const {
    return std::any_of(page.messages.begin(), page.messages.end(),
                       [this](const CarrierMessage& message) { return seen_.contains(mark_of(message)); }) ||
           std::any_of(page.skipped_ids.begin(), page.skipped_ids.end(),
                       [this](const std::string& id) { return seen_.contains(id); });
}

void ListReader::leave_out_repeated(CarrierPage& page) {
    // Two alike on one page are two, since a page is all of one moment.
    std::unordered_set<std::string> marks;
    std::erase_if(page.messages, [&](const CarrierMessage& message) {
        const auto [mark, ignored] = marks.insert(mark_of(message));
        return seen_.contains(*mark);
    });
    const auto repeated = std::erase_if(page.skipped_ids, [&](const std::string& id) {
        marks.insert(id);
        return seen_.contains(id);
    });
    page.skipped -= static_cast<std::int64_t>(repeated);
    seen_.merge(marks);
}

}  // namespace send_text
