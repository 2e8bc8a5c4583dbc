#include "compose/compose_dialog.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "accounts/texting_permission.hpp"
#include "compose/number_dialog.hpp"
#include "compose/preview_dialog.hpp"
#include "compose/sending/large_group.hpp"
#include "compose/sending/request_commit.hpp"
#include "compose/sending/sent_dialogs.hpp"
#include "compose/sending/undecided_dialog.hpp"
#include "compose/templates/manage_templates_dialog.hpp"
#include "compose/templates/save_template_dialog.hpp"
#include "core/counted.hpp"
#include "recipients/recipient_summary.hpp"
#include "templates/template_rules.hpp"

namespace send_text {
namespace {

using nlohmann::json;

/// Rows that are marked for what the message means for them; who comes after is named when these are mended.
constexpr std::size_t most_remarks = 100;

/// Runs `task` on the main thread, if the dialog is still there.
void post_to(const std::weak_ptr<ComposeDialog>& self, MainThread& main_thread,
             std::function<void(ComposeDialog&)> task) {
    main_thread.post([self, task = std::move(task)] {
        if (const auto dialog = self.lock()) task(*dialog);
    });
}

}  // namespace

void ComposeDialog::open(const ComposeServices& services, std::vector<RecordRef> records) {
    const SessionUser user = services.session.user();
    const std::vector<Account> accounts = services.accounts.accounts_for(user);
    const bool has_line = !accounts.empty() || !lines_in_use(services.accounts).empty();
    if (const std::string why_not = why_not_texting(user, has_line); !why_not.empty())
        throw std::runtime_error(why_not);

    ComposeTexts texts;
    texts.summary = "Looking up " + counted(records.size(), "recipient", "recipients") + "...";
    texts.why_not_send = texts.summary;
    const LineChoice line(accounts, user);
    const MessageField message(user);
    const auto dialog = services.dialogs.open<ComposeDialog>(compose_view(texts, line.element(), message),
                                                             services, records.size(), line, message);
    dialog->look_up(std::move(records));
    dialog->look_for_templates();
    ask_about_undecided(services, user);
}

ComposeDialog::ComposeDialog(std::uint64_t id, const ComposeServices& services, std::size_t record_count,
                             LineChoice line, MessageField message)
    : id_(id),
      services_(services),
      record_count_(record_count),
      line_(std::move(line)),
      message_(std::move(message)) {}

ComposeDialog::~ComposeDialog() {
    *closed_ = true;
}

RecipientLookup ComposeDialog::lookup() const {
    return {services_, message_.draft().sender(), line_.is_by_conversation()};
}

void ComposeDialog::look_up(std::vector<RecordRef> records) {
    services_.desk.post([&desk = services_.desk, &main_thread = services_.main_thread, lookup = lookup(),
                         records = std::move(records), closed = closed_, self = weak_from_this()] {
        const auto post = [&](std::function<void(ComposeDialog&)> task) {
            post_to(self, main_thread, std::move(task));
        };
        try {
            lookup.look_up(
                records,
                [&](FoundRecipients part) {
                    post([part = std::move(part)](ComposeDialog& dialog) { dialog.add(part); });
                },
                [&] { return *closed || desk.is_stopping(); });
            post([](ComposeDialog& dialog) { dialog.looked_up({}); });
        } catch (const std::exception& error) {
            post([words = std::string(error.what())](ComposeDialog& dialog) { dialog.looked_up(words); });
        }
    });
}

void ComposeDialog::add(const FoundRecipients& part) {
    take(part);
    json patch = json::array();
    for (const Recipient& recipient : part.recipients) {
        recipients_.add(recipient);
        patch.push_back(patch_add_row(recipients_.all().back()));
    }
    services_.dialogs.update(id_, patch);
    show_texts();
}

void ComposeDialog::take(const FoundRecipients& found) {
    for (const auto& [number, line] : found.lines)
        line_.found(number, line);
    message_.draft().add_values(found.values);
}

void ComposeDialog::looked_up(const std::string& failure) {
    stage_ = Stage::editing;
    if (!failure.empty()) failure_ = "The recipients could not all be looked up: " + failure;
    message_.draft().set_recipients(recipients_.all());
    show_message();
    look_at_queue();
}

void ComposeDialog::on_refused(const std::string& words) {
    refused_ = words;
    show_texts();
}

void ComposeDialog::on_event(const json& event) {
    refused_.clear();
    const auto& kind = event.at("event").get_ref<const std::string&>();
    if (kind == "changed" && event.at("element") == message_.id()) {
        message_.typed(event.at("value").get<std::string>());
        show_message();
    } else if (kind == "changed" && event.at("element") == "line") {
        choose_line(event.at("value").get<std::string>());
    } else if (kind == "changed" && event.at("element") == "template") {
        if (stage_ == Stage::saving) return;
        message_.choose_template(event.at("value").get<std::string>());
        show_new_message();
    } else if (kind == "row_action" && event.at("element") == "recipients") {
        row_action(event.at("action").get<std::string>(), event.at("row").get<std::string>());
    } else if (kind == "pressed") {
        // What was typed last may come with the button alone.
        message_.typed(event.at("values").value(message_.id(), message_.draft().message()));
        press(event.at("button").get<std::string>());
    }
}

void ComposeDialog::press(const std::string& button) {
    if (button == "cancel") return services_.dialogs.close(id_);
    if (stage_ == Stage::saving) return;
    if (button == "send") {
        send();
    } else if (button == "use_plain_characters" && message_.draft().offers_plain_characters()) {
        message_.use_plain_characters();
        show_new_message();
    } else if (button == "preview") {
        preview(std::nullopt);
    } else if (button == "keep_template") {
        keep_as_template();
    } else if (button == "manage_templates") {
        manage_templates(services_.for_templates(), [self = weak_from_this()] {
            if (const auto dialog = self.lock()) dialog->look_for_templates();
        });
    }
}

void ComposeDialog::look_for_templates() {
    fetch_templates(
        services_.for_templates(),
        [self = weak_from_this()](std::vector<MessageTemplate> templates) {
            const auto dialog = self.lock();
            if (!dialog) return;
            dialog->message_.set_templates(std::move(templates));
            dialog->services_.dialogs.update(dialog->id_, patch_template(dialog->message_));
            dialog->show_texts();
        },
        [self = weak_from_this()](const std::string& words) {
            const auto dialog = self.lock();
            if (!dialog) return;
            dialog->failure_ = "The templates could not be looked up: " + words;
            dialog->show_texts();
        });
}

void ComposeDialog::keep_as_template() {
    ask_for_template(services_.for_templates(), message_.draft().message(), message_.chosen_template(),
                     [self = weak_from_this()](const MessageTemplate& kept) {
                         const auto dialog = self.lock();
                         if (!dialog) return;
                         dialog->message_.kept_as(kept);
                         dialog->look_for_templates();
                     });
}

void ComposeDialog::preview(const std::optional<RecordRef>& first) {
    if (stage_ != Stage::editing) return;
    show_preview(services_.dialogs, std::make_shared<const MessageDraft>(message_.draft()), first);
}

void ComposeDialog::choose_line(const std::string& line) {
    if (stage_ == Stage::saving || !line_.choose(line)) return;
    services_.dialogs.update(id_, patch_line(line_.element()));
    look_at_queue();
}

void ComposeDialog::row_action(const std::string& action, const std::string& row) {
    const auto index = recipients_.find(row);
    if (!index || stage_ != Stage::editing) return;
    if (action == "remove") {
        remove(*index);
    } else if (action == "change_number") {
        change_number(*index);
    } else if (action == "preview") {
        preview(recipients_.all()[*index].record);
    }
}

void ComposeDialog::remove(std::size_t index) {
    std::map<std::size_t, RowRemark> remarks;
    for (const auto& [row, remark] : shown_remarks_) {
        if (row != index) remarks.emplace(row < index ? row : row - 1, remark);
    }
    shown_remarks_ = std::move(remarks);
    show_rows(json::array({patch_remove_row(index)}), recipients_.remove(index));
}

void ComposeDialog::change_number(std::size_t index) {
    open_number_dialog(services_, lookup(), recipients_.found(index),
                       [self = weak_from_this()](const FoundRecipients& changed) {
                           if (const auto dialog = self.lock()) dialog->replace(changed);
                       });
}

/// Another way to text one of them was chosen. They may have been taken out meanwhile.
void ComposeDialog::replace(const FoundRecipients& changed) {
    const Recipient& recipient = changed.recipients.at(0);
    const auto index = recipients_.find(row_id(recipient.record));
    if (!index || stage_ != Stage::editing) return;
    take(changed);
    show_rows(json::array(), recipients_.replace(*index, recipient));
}

void ComposeDialog::show_rows(json patch, const std::vector<std::size_t>& rows) {
    message_.draft().set_recipients(recipients_.all());
    for (const std::size_t row : rows) {
        shown_remarks_.erase(row);
        patch.push_back(patch_replace_row(row, recipients_.all()[row], {}));
    }
    services_.dialogs.update(id_, patch);
    show_message();
}

void ComposeDialog::send() {
    failure_.clear();
    if (!why_not_send().empty()) {
        show_texts();
        return;
    }
    const SessionUser user = services_.session.user();
    SendRequest request{{}, {user.rep_id, user.name}, recipients_.outgoing([this](const std::string& number) {
                            return line_.line_for(number);
                        })};
    try {
        message_.draft().fill(request);
    } catch (const std::exception& error) {
        return not_committed(error.what());
    }
    stage_ = Stage::saving;
    // Before it is shown: a host that cannot show it must not leave a window that saves for ever.
    commit_request(
        services_, std::move(request), weak_from_this(),
        {[services = services_, self = weak_from_this()](std::int64_t request_id,
                                                         std::shared_ptr<const void> coming) {
             if (const auto dialog = self.lock()) return dialog->committed(request_id, std::move(coming));
             services.watch.watch(request_id, {});  // nobody shows it but the host
             services.desk.post([&watch = services.watch, request_id] { watch.progressed(request_id); });
         },
         [self = weak_from_this()](const std::string& reason) {
             if (const auto dialog = self.lock()) dialog->not_committed(reason);
         }});
    show_texts();
}

void ComposeDialog::committed(std::int64_t request_id, std::shared_ptr<const void> coming) {
    const SentRequest sent{request_id, recipients_.texted().size(), recipients_.textable(), recipients_.all(),
                           std::move(coming)};
    const ComposeServices services = services_;
    services.dialogs.close(id_);
    show_sent(services, sent);
}

void ComposeDialog::not_committed(const std::string& reason) {
    stage_ = Stage::editing;
    failure_ = "Nothing was sent: " + reason;
    show_texts();
}

std::string ComposeDialog::summary() const {
    if (!refused_.empty()) return refused_;
    if (!failure_.empty()) return failure_;
    if (stage_ == Stage::looking_up) {
        return "Looking up " + counted(record_count_, "recipient", "recipients") + "... " +
               std::to_string(recipients_.all().size()) + " found.";
    }
    return summarize(recipients_.all()).words +
           words_of_large_group(recipients_.texted().size(), segments_until_sent(),
                                services_.settings.get()->segments_per_minute);
}

/// Those of its texts, one each as long as nothing is written, and of what leaves before the last of them.
std::int64_t ComposeDialog::segments_until_sent() const {
    const auto texts = static_cast<std::int64_t>(recipients_.texted().size());
    return queued_segments_ + std::max(texts, message_.draft().total_segments());
}

/// What the line must send first. Only of interest where it takes its time.
void ComposeDialog::look_at_queue() {
    const std::size_t texts = recipients_.texted().size();
    if (line_.is_by_conversation() || !is_large_group(texts)) return;
    services_.desk.post([&outbox = services_.outbox, &main_thread = services_.main_thread,
                         line = line_.line_for({}), texts, self = weak_from_this()] {
        post_to(self, main_thread, [segments = outbox.segments_before(line, texts)](ComposeDialog& dialog) {
            dialog.queued_segments_ = segments;
            dialog.show_texts();
        });
    });
}

std::string ComposeDialog::why_not_send() const {
    switch (stage_) {
        case Stage::looking_up:
            return "The recipients are still being looked up.";
        case Stage::saving:
            return "The texts are being saved.";
        case Stage::editing:
            break;
    }
    if (!refused_.empty()) return refused_;
    if (recipients_.textable() == 0) return "There is nobody here who can be texted.";
    return message_.draft().problem();
}

ComposeTexts ComposeDialog::texts() const {
    const MessageDraft& draft = message_.draft();
    const std::size_t texted = recipients_.texted().size();
    ComposeTexts texts;
    texts.summary = summary();
    const bool is_partial = recipients_.textable() < recipients_.all().size();
    texts.severity = !refused_.empty() || !failure_.empty() ? "error"
                     : is_partial || is_large_group(texted) ? "warning"
                                                            : "info";
    if (texted > 1) texts.send_label = "Send to " + std::to_string(texted);
    texts.why_not_send = why_not_send();
    texts.offers_plain_characters = draft.offers_plain_characters();
    texts.offers_preview = draft.has_fields() && stage_ == Stage::editing;
    texts.offers_to_keep = problem_of_template_body(draft.message()).empty();
    texts.offers_to_manage = message_.has_templates();
    return texts;
}

/// For whom the message cannot be filled, and who gets what is worded for another.
std::map<std::size_t, RowRemark> ComposeDialog::remarks() const {
    std::map<std::size_t, RowRemark> remarks;
    const auto add = [&](const std::vector<RecipientRemark>& all, bool is_rejection) {
        for (const RecipientRemark& one : all) {
            if (remarks.size() < most_remarks) remarks.emplace(one.index, RowRemark{one.words, is_rejection});
        }
    };
    add(message_.draft().failed(), true);
    add(message_.draft().worded_for_others(), false);
    return remarks;
}

void ComposeDialog::show_texts() {
    services_.dialogs.update(id_, patch_texts(texts()));
}

/// The message or its recipients changed: what is said of both.
void ComposeDialog::show_message() {
    json patch = patch_note(message_);
    const std::map<std::size_t, RowRemark> before = std::exchange(shown_remarks_, remarks());
    const auto show_row = [&](std::size_t row) {
        const auto remark = shown_remarks_.find(row);
        patch.push_back(patch_replace_row(row, recipients_.all()[row],
                                          remark == shown_remarks_.end() ? RowRemark{} : remark->second));
    };
    for (const auto& [row, remark] : shown_remarks_) {
        if (const auto old = before.find(row); old == before.end() || old->second != remark) show_row(row);
    }
    for (const auto& [row, remark] : before) {
        if (!shown_remarks_.contains(row)) show_row(row);
    }
    services_.dialogs.update(id_, patch);
    show_texts();
}

void ComposeDialog::show_new_message() {
    services_.dialogs.update(id_, patch_message(message_));
    show_message();
}

}  // namespace send_text
