#include "compose/composition.hpp"

#include <iterator>
#include <utility>

#include "dialogs/patch.hpp"
#include "recipients/recipient_summary.hpp"
#include "recipients/verdict_words.hpp"

namespace send_text {
namespace {

using nlohmann::json;

/// Rows that are marked for what the message means for them; who comes after is named when these are mended.
constexpr std::size_t max_remarks = 100;

}  // namespace

Composed Composition::add(FoundRecipients part) {
    json operations = json::array();
    for (Recipient& recipient : part.recipients) {
        recipients_.add(std::move(recipient));
        operations.push_back(patch_add_row(recipients_.all().back()));
    }
    take(part);
    count();
    return shown(std::move(operations));
}

Composed Composition::complete(const std::string& failure) {
    draft_.set_recipients(recipients_.all());
    json operations = json::array();
    remark(operations);
    Composed composed = shown(std::move(operations));
    composed.lookup_ended = failure;
    return composed;
}

Composed Composition::remove(const std::string& row) {
    const auto index = recipients_.find(row);
    if (!index) return shown(json::array());
    return remove(std::set<std::size_t>{*index});
}

Composed Composition::remove_rejected() {
    std::set<std::size_t> rejected = unfilled_;
    for (std::size_t index = 0; index < recipients_.all().size(); ++index) {
        if (!can_text(recipients_.all()[index].verdict)) rejected.insert(index);
    }
    return remove(rejected);
}

/// The last row first, so that the places of the others still hold.
Composed Composition::remove(const std::set<std::size_t>& rows) {
    json operations = json::array();
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        operations.push_back(patch_remove_row(*row));
    std::map<std::size_t, RowRemark> remarks;
    for (auto& [at, remark] : shown_remarks_) {
        const auto before = std::distance(rows.begin(), rows.lower_bound(at));
        if (!rows.contains(at)) remarks.emplace(at - static_cast<std::size_t>(before), std::move(remark));
    }
    shown_remarks_ = std::move(remarks);
    return changed(std::move(operations), recipients_.remove(rows));
}

Composed Composition::replace(FoundRecipients changed_one) {
    Recipient& recipient = changed_one.recipients.at(0);
    const auto index = recipients_.find(row_id(recipient.record));
    if (!index) return shown(json::array());
    take(changed_one);
    return changed(json::array(), recipients_.replace(*index, std::move(recipient)));
}

Composed Composition::changed(json operations, const std::vector<std::size_t>& rows) {
    count();
    draft_.set_recipients(recipients_.all());
    for (const std::size_t row : rows) {
        shown_remarks_.erase(row);
        operations.push_back(patch_replace_row(row, recipients_.all()[row], {}));
    }
    remark(operations);
    return shown(std::move(operations));
}

Composed Composition::write(const std::string& message, std::uint64_t version) {
    draft_.write(message);
    version_ = version;
    json operations = json::array();
    remark(operations);
    return shown(std::move(operations));
}

void Composition::take(FoundRecipients& found) {
    for (auto& [number, line] : found.lines)
        lines_[number] = std::move(line);
    draft_.add_values(std::move(found.values));
}

void Composition::count() {
    RecipientSummary summary = summarize(recipients_.all());
    counts_ = std::make_shared<const RecipientCounts>(
        RecipientCounts{summary.total, summary.textable, recipients_.texts(), std::move(summary.words)});
}

Composed Composition::shown(json operations) {
    std::set<LineId> lines;
    for (const Recipient& recipient : recipients_.all()) {
        const auto line = can_text(recipient.verdict) ? lines_.find(recipient.number) : lines_.end();
        if (line != lines_.end()) lines.insert(line->second);
    }
    return {patch::split_operations(std::move(operations)),
            counts_,
            counts_->all - counts_->textable + unfilled_.size(),
            std::move(lines),
            draft_.fields(),
            version_,
            {draft_.note(), draft_.problem(), draft_.total_segments(), draft_.offers_plain_characters()}};
}

/// For whom the message cannot be filled, and who gets the text worded for another.
std::map<std::size_t, RowRemark> Composition::remarks() {
    std::map<std::size_t, RowRemark> remarks;
    const auto add = [&](const std::vector<RecipientRemark>& all, bool is_rejection) {
        for (const RecipientRemark& one : all) {
            if (remarks.size() < max_remarks) remarks.emplace(one.index, RowRemark{one.words, is_rejection});
        }
    };
    const std::vector<RecipientRemark> failed = draft_.failed();
    unfilled_.clear();
    for (const RecipientRemark& one : failed)
        unfilled_.insert(one.index);
    add(failed, true);
    add(draft_.worded_for_others(), false);
    return remarks;
}

/// The message or its recipients changed: rows of which something else is to be said now.
void Composition::remark(json& operations) {
    const std::map<std::size_t, RowRemark> before = std::exchange(shown_remarks_, remarks());
    const auto show_row = [&](std::size_t row) {
        const auto remark = shown_remarks_.find(row);
        operations.push_back(patch_replace_row(
            row, recipients_.all()[row], remark == shown_remarks_.end() ? RowRemark{} : remark->second));
    };
    for (const auto& [row, remark] : shown_remarks_) {
        if (const auto old = before.find(row); old == before.end() || old->second != remark) show_row(row);
    }
    for (const auto& [row, remark] : before) {
        if (!shown_remarks_.contains(row)) show_row(row);
    }
}

std::optional<Recipient> Composition::found(const std::string& row) const {
    const auto index = recipients_.find(row);
    return index ? std::optional(recipients_.found(*index)) : std::nullopt;
}

std::optional<Refusal> Composition::sending_refusal() const {
    return counts_->textable == 0 ? Refusal{nobody_to_text} : draft_.problem();
}

SendRequest Composition::request(const Sender& sender, const LineChoice& lines) const {
    SendRequest request{{}, sender, recipients_.outgoing([&](const E164& number) {
                            const auto found = lines_.find(number);
                            return lines.line_for(found == lines_.end() ? LineId() : found->second);
                        })};
    draft_.fill(request);
    return request;
}

}  // namespace send_text
