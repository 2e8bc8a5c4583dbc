#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compose/compose_content.hpp"
#include "compose/compose_services.hpp"
#include "compose/composition.hpp"
#include "compose/kept_draft.hpp"
#include "compose/recipient_lookup.hpp"
#include "compose/sending/sent_dialogs.hpp"
#include "dialogs/dialog.hpp"
#include "dialogs/question_dialog.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"

namespace send_text {

/// The window where a text is composed: looks up its recipients, takes the message, and on Send commits it to
/// the outbox. What it knows and says is its ComposeContent. Whatever takes longer the more recipients there
/// are is done by the Composition, on the drafting thread, in the order in which it is asked for.
/// Threads: the main thread only.
class ComposeDialog final : public Dialog {
  public:
    /// Opens the window for records and starts to look them up. The session must be allowed to text.
    static void open(const ComposeServices& services, std::vector<RecordRef> records);

    ComposeDialog(const ComposeServices& services, ComposeContent content, DraftId draft);
    ~ComposeDialog() override;

    nlohmann::json view() const override;
    void on_event(const nlohmann::json& event) override;
    void on_refused(const std::string& words) override;

  protected:
    void on_pressed(const std::string& button, const nlohmann::json& values) override;
    void on_changed(const FieldChange& change) override;
    void on_row_action(const RowAction& chosen) override;

  private:
    /// What is made of the composition for the main thread; nothing: it is out of date already.
    using Work = std::function<std::optional<Composed>(Composition&)>;
    using Task = std::function<void(ComposeDialog&)>;

    RecipientLookup lookup() const;
    void look_up(std::vector<RecordRef> records);
    void looked_up(const std::string& failure, const std::set<LineId>& lines);
    std::function<void(Task)> poster();
    std::function<void(Work)> composer();
    void take(const Composed& composed);
    void change_number(const std::string& row);
    void replace(const FoundRecipients& changed);
    void choose_line(const LineId& line);
    void press(const std::string& button);
    void look_for_templates();
    void find_draft();
    void restore_draft(const Draft& draft);
    void discard_draft();
    void cancel();
    void choose_template(const std::string& value);
    void ask_first(const Question& question, const Task& task);
    void use_plain_characters();
    void keep_as_template();
    void preview(const std::string& first_row);
    void send();
    void committed(RequestId request_id, const std::shared_ptr<const SentRequest>& sent,
                   std::shared_ptr<const void> coming);
    void not_committed(const std::string& reason);

    void look_at_queue();
    void show_texts();
    void show_message();
    void message_changed();
    void survey_message();

    ComposeServices services_;
    ComposeContent content_;
    std::shared_ptr<Composition> composition_;                     ///< the drafting thread's
    std::shared_ptr<std::atomic<std::uint64_t>> newest_version_ =  ///< of the message
        std::make_shared<std::atomic<std::uint64_t>>(0);
    KeptDraft draft_;
    std::weak_ptr<QuestionDialog> question_;  ///< that is open
    std::shared_ptr<std::atomic<bool>> closed_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace send_text
