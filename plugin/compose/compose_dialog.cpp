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
#include "core/ending_on.hpp"
#include "core/pluralize.hpp"
#include "templates/template_rules.hpp"

namespace send_text {

using nlohmann::json;

void ComposeDialog::open(const ComposeServices& services, std::vector<RecordRef> records) {
    const SessionUser user = services.session.user();
    const std::vector<Account> accounts = services.accounts.accounts_for(user);
    const bool has_line = !accounts.empty() || !lines_in_use(services.accounts).empty();
    if (const auto refusal = texting_refusal(user, has_line)) throw std::runtime_error(refusal->reason);

    ComposeTexts texts;
    texts.summary = "Looking up " + pluralize(records.size(), "recipient", "recipients") + "...";
    texts.sending_refusal = Refusal{texts.summary};
    const LineChoice line(accounts, user);
    const MessageField message(user);
    const auto dialog = services.dialogs.open<ComposeDialog>(compose_view(texts, line.element(), message),
                                                             services, records.size(), line, message);
    dialog->bring_back_draft(records);
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
      message_(std::move(message)),
      composition_(ending_on(services.drafting, Composition(message_.sender()))) {}

ComposeDialog::~ComposeDialog() {
    *closed_ = true;
}

RecipientLookup ComposeDialog::lookup() const {
    return {services_, message_.sender(), line_};
}

/// Runs tasks on the main thread, as long as the window is there. Any thread.
std::function<void(ComposeDialog::Task)> ComposeDialog::poster() {
    return [self = weak_from_this(), &main_thread = services_.main_thread](Task task) {
        main_thread.post([self, task = std::move(task)] {
            if (const auto dialog = self.lock()) task(*dialog);
        });
    };
}

/// Works on the composition, on the drafting thread, and shows what comes of it. Any thread.
std::function<void(ComposeDialog::Work)> ComposeDialog::composer() {
    return [&drafting = services_.drafting, composition = composition_, post = poster()](Work work) {
        drafting.post([composition, post, work = std::move(work)] {
            std::optional<Composed> composed = work(*composition);
            if (!composed) return;
            for (json& rows : std::exchange(composed->rows, {})) {
                post([rows = std::move(rows)](ComposeDialog& dialog) {
                    dialog.services_.dialogs.update(dialog.id_, rows);
                });
            }
            post([composed = std::move(*composed)](ComposeDialog& dialog) { dialog.take(composed); });
        });
    };
}

void ComposeDialog::take(const Composed& composed) {
    counts_ = composed.counts;
    rejected_ = composed.rejected;
    if (message_.set_fields(composed.fields)) services_.dialogs.update(id_, patch_fields(message_));
    message_.found(composed.version, composed.findings);
    if (composed.lookup_ended) looked_up(*composed.lookup_ended, composed.lines);
    show_message();
}

void ComposeDialog::look_up(std::vector<RecordRef> records) {
    services_.desk.post([&desk = services_.desk, lookup = lookup(), records = std::move(records),
                         closed = closed_, compose = composer()] {
        std::string failure;
        try {
            lookup.look_up(
                records,
                [&](FoundRecipients part) {
                    const auto shared = std::make_shared<FoundRecipients>(std::move(part));
                    compose(
                        [shared](Composition& composition) { return composition.add(std::move(*shared)); });
                },
                [&] { return *closed || desk.is_stopping(); });
        } catch (const std::exception& error) {
            failure = error.what();
        }
        compose([failure](Composition& composition) { return composition.complete(failure); });
    });
}

void ComposeDialog::looked_up(const std::string& failure, const std::set<std::string>& lines) {
    stage_ = Stage::editing;
    line_.conversations_found(lines);
    services_.dialogs.update(id_, patch_line(line_.element()));
    if (!failure.empty()) failure_ = "The recipients could not all be looked up: " + failure;
    look_at_queue();
}

void ComposeDialog::on_refused(const std::string& words) {
    refused_ = words;
    show_texts();
}

void ComposeDialog::on_event(const json& event) {
    if (!std::exchange(refused_, {}).empty()) show_texts();
    const auto& kind = event.at("event").get_ref<const std::string&>();
    if (kind == "changed" && event.at("element") == message_.id()) {
        if (message_.typed(event.at("value").get<std::string>())) message_changed();
    } else if (kind == "changed" && event.at("element") == "line") {
        choose_line(event.at("value").get<std::string>());
    } else if (kind == "changed" && event.at("element") == "template") {
        choose_template(event.at("value").get<std::string>());
    } else if (kind == "row_action" && event.at("element") == "recipients") {
        row_action(event.at("action").get<std::string>(), event.at("row").get<std::string>());
    } else if (kind == "pressed") {
        // What was typed last may come with the button alone.
        if (message_.typed(event.at("values").value(message_.id(), message_.message()))) go_through_message();
        press(event.at("button").get<std::string>());
    }
}

void ComposeDialog::press(const std::string& button) {
    if (button == "cancel") return cancel();
    if (stage_ == Stage::saving) return;
    if (button == "send") {
        send();
    } else if (button == "use_plain_characters") {
        use_plain_characters();
    } else if (button == "preview") {
        preview({});
    } else if (button == "discard_draft") {
        discard_draft();
    } else if (button == "remove_rejected") {
        composer()([](Composition& composition) { return composition.remove_rejected(); });
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
            const bool is_new = dialog->message_.set_templates(std::move(templates));
            const auto& message = dialog->message_;
            dialog->services_.dialogs.update(dialog->id_,
                                             is_new ? patch_message(message) : patch_template(message));
            is_new ? dialog->message_changed() : dialog->show_texts();
        },
        [self = weak_from_this()](const std::string& words) {
            const auto dialog = self.lock();
            if (!dialog) return;
            dialog->failure_ = "The templates could not be looked up: " + words;
            dialog->show_texts();
        });
}

void ComposeDialog::use_plain_characters() {
    if (message_.is_gone_through() && !findings().offers_plain_characters) return;
    message_.use_plain_characters();
    services_.dialogs.update(id_, patch_message(message_));
    message_changed();
}

void ComposeDialog::keep_as_template() {
    ask_for_template(services_.for_templates(), message_.message(), message_.chosen_template(),
                     [self = weak_from_this()](const MessageTemplate& kept) {
                         const auto dialog = self.lock();
                         if (!dialog) return;
                         dialog->message_.kept_as(kept);
                         dialog->look_for_templates();
                     });
}

/// Beginning with one of the recipients, or with the first. It shows what is there now.
void ComposeDialog::preview(const std::string& first_row) {
    if (stage_ != Stage::editing) return;
    services_.drafting.post([composition = composition_, post = poster(), first_row,
                             &drafting = services_.drafting] {
        const auto recipient = composition->found(first_row);
        const std::shared_ptr<const MessageDraft> draft =
            ending_on(drafting, MessageDraft(composition->draft()));
        const std::size_t shown = recipient ? draft->text_of(recipient->record).value_or(0) : 0;
        post([draft, shown](ComposeDialog& dialog) { show_preview(dialog.services_.dialogs, draft, shown); });
    });
}

void ComposeDialog::choose_line(const std::string& line) {
    if (stage_ == Stage::saving || !line_.choose(line)) return;
    services_.dialogs.update(id_, patch_line(line_.element()));
    look_at_queue();
}

void ComposeDialog::row_action(const std::string& action, const std::string& row) {
    if (stage_ == Stage::saving) return;
    if (action == "remove") {
        composer()([row](Composition& composition) { return composition.remove(row); });
    } else if (action == "change_number") {
        change_number(row);
    } else if (action == "preview") {
        preview(row);
    }
}

void ComposeDialog::change_number(const std::string& row) {
    services_.drafting.post([composition = composition_, post = poster(), row] {
        const auto recipient = composition->found(row);
        if (!recipient) return;
        post([recipient = *recipient](ComposeDialog& dialog) {
            open_number_dialog(dialog.services_, dialog.lookup(), recipient,
                               [self = dialog.weak_from_this()](const FoundRecipients& changed) {
                                   if (const auto opener = self.lock()) opener->replace(changed);
                               });
        });
    });
}

/// Another way to text one of them was chosen. They may have been taken out meanwhile.
void ComposeDialog::replace(const FoundRecipients& changed) {
    if (stage_ == Stage::saving) return;
    composer()([changed](Composition& composition) { return composition.replace(changed); });
}

void ComposeDialog::send() {
    failure_.clear();
    if (sending_refusal()) {
        show_texts();
        return;
    }
    const SessionUser user = services_.session.user();
    stage_ = Stage::saving;
    services_.drafting.post([services = services_, composition = composition_, self = weak_from_this(),
                             post = poster(), sender = Sender{user.rep_id, user.name}, line = line_,
                             draft = draft_.id] {
        try {
            if (composition->sending_refusal()) {
                return post([](ComposeDialog& dialog) {
                    dialog.stage_ = Stage::editing;
                    dialog.show_texts();
                });
            }
            SendRequest request = composition->request(sender, line);
            const std::shared_ptr<const SentRequest> sent = ending_on(
                services.drafting, SentRequest(request.texts.size(), composition->recipients().all()));
            commit_request(
                services, std::move(request), self,
                {[services, self, sent](std::int64_t request_id, std::shared_ptr<const void> coming) {
                     if (const auto dialog = self.lock())
                         return dialog->committed(request_id, sent, std::move(coming));
                     services.watch.watch(request_id, {});  // nobody shows it but the host
                     services.desk.post(
                         [&watch = services.watch, request_id] { watch.progressed(request_id); });
                 },
                 [self](const std::string& reason) {
                     if (const auto dialog = self.lock()) dialog->not_committed(reason);
                 },
                 [&drafts = services.drafts, draft] { drafts.forget_now(draft); }});
        } catch (const std::exception& error) {
            post([words = std::string(error.what())](ComposeDialog& dialog) { dialog.not_committed(words); });
        }
    });
    // After it is on its way: a host that cannot show it must not leave a window that saves for ever.
    show_texts();
}

void ComposeDialog::committed(std::int64_t request_id, const std::shared_ptr<const SentRequest>& sent,
                              std::shared_ptr<const void> coming) {
    const ComposeServices services = services_;
    services.dialogs.close(id_);
    show_sent(services, {request_id, sent, std::move(coming)});
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
        return "Looking up " + pluralize(record_count_, "recipient", "recipients") + "... " +
               std::to_string(counts_->all) + " found.";
    }
    return counts_->words + describe_large_group(counts_->texts, segments_until_sent(),
                                                 services_.settings.get()->segments_per_minute);
}

/// Those of its texts, one each as long as nothing is written, and of what leaves before the last of them.
std::int64_t ComposeDialog::segments_until_sent() const {
    return queued_segments_ + std::max(static_cast<std::int64_t>(counts_->texts), findings().total_segments);
}

/// What the line must send first. Only of interest where it takes its time.
void ComposeDialog::look_at_queue() {
    if (line_.line().empty() || !is_large_group(counts_->texts)) return;
    services_.desk.post(
        [&outbox = services_.outbox, line = line_.line(), texts = counts_->texts, post = poster()] {
            post([segments = outbox.segments_before(line, texts)](ComposeDialog& dialog) {
                dialog.queued_segments_ = segments;
                dialog.show_texts();
            });
        });
}

std::optional<Refusal> ComposeDialog::sending_refusal() const {
    switch (stage_) {
        case Stage::looking_up:
            return Refusal{"The recipients are still being looked up."};
        case Stage::saving:
            return Refusal{"The texts are being saved."};
        case Stage::editing:
            break;
    }
    if (!refused_.empty()) return Refusal{refused_};
    return counts_->textable == 0 ? Refusal{nobody_to_text} : findings().problem;
}

ComposeTexts ComposeDialog::texts() const {
    ComposeTexts texts;
    texts.summary = summary();
    const bool is_partial = counts_->textable < counts_->all;
    const bool is_warning = is_partial || is_large_group(counts_->texts);
    texts.severity = !refused_.empty() || !failure_.empty() ? "error" : is_warning ? "warning" : "info";
    if (counts_->texts > 1) texts.send_label = "Send " + std::to_string(counts_->texts) + " texts";
    texts.sending_refusal = sending_refusal();
    texts.offers_plain_characters = findings().offers_plain_characters;
    texts.offers_preview = message_.has_fields() && stage_ == Stage::editing;
    texts.offers_to_keep = !problem_of_template_body(message_.message());
    texts.offers_to_manage = message_.has_templates();
    texts.draft = draft_words_;
    texts.offers_to_remove_rejected = rejected_ > 0 && stage_ == Stage::editing;
    return texts;
}

void ComposeDialog::show_texts() {
    services_.dialogs.update(id_, patch_texts(texts()));
}

/// What is said of the message and its recipients.
void ComposeDialog::show_message() {
    services_.dialogs.update(id_, patch_note(message_, findings().note));
    show_texts();
}

void ComposeDialog::message_changed() {
    go_through_message();
    show_message();
}

/// For all recipients.
void ComposeDialog::go_through_message() {
    keep_draft();
    *newest_version_ = message_.version();
    // Somebody who types is quicker than ten thousand messages: those in between are not gone through.
    composer()([message = message_.message(), version = message_.version(),
                newest = newest_version_](Composition& composition) -> std::optional<Composed> {
        if (*newest != version) return std::nullopt;
        return composition.write(message, version);
    });
}

}  // namespace send_text
