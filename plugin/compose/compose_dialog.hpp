#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compose/compose_services.hpp"
#include "compose/compose_view.hpp"
#include "compose/composition.hpp"
#include "compose/line_choice.hpp"
#include "compose/message_field.hpp"
#include "compose/question_dialog.hpp"
#include "compose/recipient_lookup.hpp"
#include "compose/sending/sent_dialogs.hpp"

namespace send_text {

/// The window where a text is composed: looks up its recipients, takes the message, and on Send commits it to
/// the outbox. Whatever takes longer the more recipients there are is done by the Composition, on the
/// drafting thread, in the order in which it is asked for.
/// Threads: the main thread only; closed_ and newest_version_ are atomic, the desk and the drafting thread
/// look at them.
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

    /// What is made of the composition for the main thread; nothing: it is out of date already.
    using Work = std::function<std::optional<Composed>(Composition&)>;
    using Task = std::function<void(ComposeDialog&)>;

    RecipientLookup lookup() const;
    void look_up(std::vector<RecordRef> records);
    void looked_up(const std::string& failure, const std::set<std::string>& lines);
    std::function<void(Task)> poster();
    std::function<void(Work)> composer();
    void take(const Composed& composed);
    void row_action(const std::string& action, const std::string& row);
    void change_number(const std::string& row);
    void replace(const FoundRecipients& changed);
    void choose_line(const std::string& line);
    void press(const std::string& button);
    void look_for_templates();
    void bring_back_draft(const std::vector<RecordRef>& records);
    void bring_back(const Draft& draft);
    void keep_draft();
    void forget_draft();
    void discard_draft();
    void cancel();
    void choose_template(const std::string& value);
    void ask_first(const Question& question, const Task& task);
    void use_plain_characters();
    void keep_as_template();
    void preview(const std::string& first_row);
    void send();
    void committed(std::int64_t request_id, const std::shared_ptr<const SentRequest>& sent,
                   std::shared_ptr<const void> coming);
    void not_committed(const std::string& reason);

    ComposeTexts texts() const;
    std::string summary() const;
    std::optional<Refusal> sending_refusal() const;
    MessageFindings findings() const { return message_.findings(counts_->texts); }
    std::int64_t segments_until_sent() const;
    void look_at_queue();
    void show_texts();
    void show_message();
    void message_changed();
    void go_through_message();

    std::uint64_t id_;
    ComposeServices services_;
    std::size_t record_count_;
    LineChoice line_;
    Stage stage_ = Stage::looking_up;
    MessageField message_;
    std::shared_ptr<Composition> composition_;                     ///< the drafting thread's
    std::shared_ptr<std::atomic<std::uint64_t>> newest_version_ =  ///< of the message
        std::make_shared<std::atomic<std::uint64_t>>(0);
    std::shared_ptr<const RecipientCounts> counts_ = std::make_shared<const RecipientCounts>();
    std::size_t rejected_ = 0;          ///< rows
    std::int64_t queued_segments_ = 0;  ///< that the line must send first
    std::string failure_;               ///< what went wrong last, in words
    std::string refused_;               ///< why what was entered last was not taken
    Draft draft_;                       ///< the message as it was kept last
    std::string draft_words_;           ///< it was brought back, and not changed since
    std::weak_ptr<Dialog> question_;    ///< that is open
    std::shared_ptr<std::atomic<bool>> closed_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace send_text
