#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compose/compose_services.hpp"
#include "compose/compose_view.hpp"
#include "compose/line_choice.hpp"
#include "compose/message_field.hpp"
#include "compose/recipient_list.hpp"
#include "compose/recipient_lookup.hpp"

namespace send_text {

/// The window where a text is composed: looks up its recipients, takes the message, and on Send commits it to
/// the outbox. Main thread only.
class ComposeDialog final : public Dialog, public std::enable_shared_from_this<ComposeDialog> {
  public:
    /// Opens the window for records and starts to look them up. The session must be allowed to text.
    static void open(const ComposeServices& services, std::vector<RecordRef> records);

    ComposeDialog(std::uint64_t id, const ComposeServices& services, std::size_t record_count,
                  LineChoice line, MessageField message);
    ~ComposeDialog() override;

    void on_event(const nlohmann::json& event) override;
    void on_refused(const std::string& words) override;

  private:
    enum class Stage { looking_up, editing, saving };

    RecipientLookup lookup() const;
    void look_up(std::vector<RecordRef> records);
    void add(const FoundRecipients& part);
    void looked_up(const std::string& failure);
    void row_action(const std::string& action, const std::string& row);
    void remove(std::size_t index);
    void change_number(std::size_t index);
    void replace(const FoundRecipients& changed);
    void take(const FoundRecipients& found);
    void show_rows(nlohmann::json patch, const std::vector<std::size_t>& rows);
    void choose_line(const std::string& line);
    void press(const std::string& button);
    void look_for_templates();
    void keep_as_template();
    void preview(const std::optional<RecordRef>& first);
    void send();
    void committed(std::int64_t request_id, std::shared_ptr<const void> coming);
    void not_committed(const std::string& reason);

    ComposeTexts texts() const;
    std::string summary() const;
    std::string why_not_send() const;
    std::int64_t segments_until_sent() const;
    void look_at_queue();
    std::map<std::size_t, RowRemark> remarks() const;
    void show_texts();
    void show_message();
    void show_new_message();

    std::uint64_t id_;
    ComposeServices services_;
    std::size_t record_count_;
    LineChoice line_;
    Stage stage_ = Stage::looking_up;
    RecipientList recipients_;
    MessageField message_;
    std::map<std::size_t, RowRemark> shown_remarks_;  ///< by row: what the message means for them
    std::int64_t queued_segments_ = 0;                ///< that the line must send first
    std::string failure_;                             ///< what went wrong last, in words
    std::string refused_;                             ///< why what was entered last was not taken
    std::shared_ptr<std::atomic<bool>> closed_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace send_text
