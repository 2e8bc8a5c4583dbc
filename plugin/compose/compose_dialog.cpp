#include "compose/compose_dialog.hpp"

#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "accounts/texting_permission.hpp"
#include "compose/number_dialog.hpp"
#include "compose/preview_dialog.hpp"
#include "compose/sending/request_commit.hpp"
#include "compose/sending/sent_dialogs.hpp"
#include "compose/sending/undecided_dialog.hpp"
#include "compose/templates/manage_templates_dialog.hpp"
#include "compose/templates/save_template_dialog.hpp"
#include "core/destroyed_on.hpp"
#include "requests/large_group.hpp"
#include "store/draft_store.hpp"

namespace send_text {

using nlohmann::json;

void ComposeDialog::open(const ComposeServices& services, std::vector<RecordRef> records) {
    const SessionUser user = services.session.user();
    const std::vector<Account> accounts = services.accounts.accounts_for(user);
    const bool has_line = !accounts.empty() || !lines_in_use(services.accounts).empty();
    if (const auto refusal = texting_refusal(user, has_line)) throw std::runtime_error(refusal->reason);

    const auto dialog = services.dialogs.open<ComposeDialog>(
        services, ComposeContent{records.size(), LineChoice(accounts, user), MessageField(user)},
        DraftId{user.rep_id, key_of_recipients(records)});
    dialog->find_draft();
    dialog->look_up(std::move(records));
    dialog->look_for_templates();
    ask_about_undecided(services, user);
}

ComposeDialog::ComposeDialog(const ComposeServices& services, ComposeContent content, DraftId draft)
    : Dialog(services.dialogs),
      services_(services),
      content_(std::move(content)),
      composition_(destroyed_on(services.drafting, Composition(content_.message.sender()))),
      draft_(services.drafts, std::move(draft)) {}

ComposeDialog::~ComposeDialog() {
    *closed_ = true;
}

json ComposeDialog::view() const {
    return compose_view(content_.opening_texts(), content_.line.element(), content_.message);
}

RecipientLookup ComposeDialog::lookup() const {
    return {services_, content_.message.sender(), content_.line};
}

/// Runs tasks on the main thread, as long as the window is there. Any thread.
std::function<void(ComposeDialog::Task)> ComposeDialog::poster() {
    return [run = if_open(*this, [](ComposeDialog& dialog, const Task& task) { task(dialog); }),
            &main_thread = services_.main_thread](Task task) {
        main_thread.post([run, task = std::move(task)] { run(task); });
    };
}

/// Works on the composition, on the drafting thread, and shows what comes of it. Any thread.
std::function<void(ComposeDialog::Work)> ComposeDialog::composer() {
    return [&drafting = services_.drafting, composition = composition_, post = poster()](Work work) {
        drafting.post([composition, post, work = std::move(work)] {
            std::optional<Composed> composed = work(*composition);
            if (!composed) return;
            for (json& rows : std::exchange(composed->rows, {})) {
                post([rows = std::move(rows)](ComposeDialog& dialog) { dialog.update(rows); });
            }
            post([composed = std::move(*composed)](ComposeDialog& dialog) { dialog.take(composed); });
        });
    };
}

void ComposeDialog::take(const Composed& composed) {
    content_.counts = composed.counts;
    content_.rejected = composed.rejected;
    if (content_.message.set_fields(composed.fields)) update(patch_fields(content_.message));
    content_.message.found(composed.version, composed.findings);
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

void ComposeDialog::looked_up(const std::string& failure, const std::set<LineId>& lines) {
    content_.stage = ComposeStage::editing;
    content_.line.conversations_found(lines);
    update(patch_line(content_.line.element()));
    if (!failure.empty()) content_.failure = "The recipients could not all be looked up: " + failure;
    look_at_queue();
}

void ComposeDialog::on_refused(const std::string& words) {
    content_.refused = words;
    show_texts();
}

void ComposeDialog::on_event(const json& event) {
    if (!std::exchange(content_.refused, {}).empty()) show_texts();
    Dialog::on_event(event);
}

void ComposeDialog::on_changed(const FieldChange& change) {
    if (change.element == content_.message.id()) {
        if (content_.message.typed(change.value)) message_changed();
    } else if (change.element == "line") {
        choose_line(LineId(change.value));
    } else if (change.element == "template") {
        choose_template(change.value);
    }
}

void ComposeDialog::on_pressed(const std::string& button, const json& values) {
    if (content_.message.typed(values.value(content_.message.id(), content_.message.message())))
        survey_message();
    press(button);
}

void ComposeDialog::press(const std::string& button) {
    if (button == "cancel") return cancel();
    if (content_.stage == ComposeStage::saving) return;
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
        manage_templates(services_.for_templates(), if_open(*this, &ComposeDialog::look_for_templates));
    }
}

void ComposeDialog::look_for_templates() {
    fetch_templates(services_.for_templates(),
                    if_open(*this,
                            [](ComposeDialog& dialog, std::vector<MessageTemplate> templates) {
                                const bool is_new =
                                    dialog.content_.message.set_templates(std::move(templates));
                                dialog.update(is_new ? patch_message(dialog.content_.message)
                                                     : patch_template(dialog.content_.message));
                                is_new ? dialog.message_changed() : dialog.show_texts();
                            }),
                    if_open(*this, [](ComposeDialog& dialog, const std::string& words) {
                        dialog.content_.failure = "The templates could not be looked up: " + words;
                        dialog.show_texts();
                    }));
}

void ComposeDialog::use_plain_characters() {
    if (content_.message.is_surveyed() && !content_.findings().offers_plain_characters) return;
    content_.message.use_plain_characters();
    update(patch_message(content_.message));
    message_changed();
}

void ComposeDialog::keep_as_template() {
    ask_for_template(services_.for_templates(), content_.message.message(),
                     content_.message.chosen_template(),
                     if_open(*this, [](ComposeDialog& dialog, const MessageTemplate& kept) {
                         dialog.content_.message.kept_as(kept);
                         dialog.look_for_templates();
                     }));
}

/// Beginning with one of the recipients, or with the first. It shows what is there now.
void ComposeDialog::preview(const std::string& first_row) {
    if (content_.stage != ComposeStage::editing) return;
    services_.drafting.post([composition = composition_, post = poster(), first_row,
                             &drafting = services_.drafting] {
        const auto recipient = composition->found(first_row);
        const std::shared_ptr<const MessageDraft> draft =
            destroyed_on(drafting, MessageDraft(composition->draft()));
        const std::size_t shown = recipient ? draft->text_of(recipient->record).value_or(0) : 0;
        post([draft, shown](ComposeDialog& dialog) { show_preview(dialog.services_.dialogs, draft, shown); });
    });
}

void ComposeDialog::choose_line(const LineId& line) {
    if (content_.stage == ComposeStage::saving || !content_.line.choose(line)) return;
    update(patch_line(content_.line.element()));
    look_at_queue();
}

void ComposeDialog::on_row_action(const RowAction& chosen) {
    if (content_.stage == ComposeStage::saving || chosen.element != "recipients") return;
    if (chosen.action == "remove") {
        composer()([row = chosen.row](Composition& composition) { return composition.remove(row); });
    } else if (chosen.action == "change_number") {
        change_number(chosen.row);
    } else if (chosen.action == "preview") {
        preview(chosen.row);
    }
}

void ComposeDialog::change_number(const std::string& row) {
    services_.drafting.post([composition = composition_, post = poster(), row] {
        const auto recipient = composition->found(row);
        if (!recipient) return;
        post([recipient = *recipient](ComposeDialog& dialog) {
            open_number_dialog(dialog.services_, dialog.lookup(), recipient,
                               if_open(dialog, &ComposeDialog::replace));
        });
    });
}

/// Another way to text one of them was chosen. They may have been taken out meanwhile.
void ComposeDialog::replace(const FoundRecipients& changed) {
    if (content_.stage == ComposeStage::saving) return;
    composer()([changed](Composition& composition) { return composition.replace(changed); });
}

void ComposeDialog::send() {
    content_.failure.clear();
    if (content_.sending_refusal()) {
        show_texts();
        return;
    }
    const SessionUser user = services_.session.user();
    content_.stage = ComposeStage::saving;
    services_.drafting.post([services = services_, composition = composition_, self = weak_from_this(),
                             not_committed = if_open(*this, &ComposeDialog::not_committed), post = poster(),
                             sender = Sender{user.rep_id, user.name}, line = content_.line,
                             draft = draft_.id()] {
        try {
            if (composition->sending_refusal()) {
                return post([](ComposeDialog& dialog) {
                    dialog.content_.stage = ComposeStage::editing;
                    dialog.show_texts();
                });
            }
            SendRequest request = composition->request(sender, line);
            const std::shared_ptr<const SentRequest> sent = destroyed_on(
                services.drafting, SentRequest(request.texts.size(), composition->recipients().all()));
            commit_request(services, std::move(request), self,
                           {[services, self, sent](RequestId request_id, std::shared_ptr<const void> coming) {
                                if (const auto dialog = self.lock())
                                    return static_cast<ComposeDialog&>(*dialog).committed(request_id, sent,
                                                                                          std::move(coming));
                                services.watch.watch(request_id, {});  // nobody shows it but the host
                                services.desk.post([&watch = services.watch, request_id] {
                                    watch.request_changed(request_id);
                                });
                            },
                            not_committed, [&drafts = services.drafts, draft] { drafts.forget_now(draft); }});
        } catch (const std::exception& error) {
            post([words = std::string(error.what())](ComposeDialog& dialog) { dialog.not_committed(words); });
        }
    });
    // After it is on its way: a host that cannot show it must not leave a window that saves for ever.
    show_texts();
}

void ComposeDialog::committed(RequestId request_id, const std::shared_ptr<const SentRequest>& sent,
                              std::shared_ptr<const void> coming) {
    const ComposeServices services = services_;
    close();
    show_sent(services, {request_id, sent, std::move(coming)});
}

void ComposeDialog::not_committed(const std::string& reason) {
    content_.stage = ComposeStage::editing;
    content_.failure = "Nothing was sent: " + reason;
    show_texts();
}

/// What the line must send first. Only of interest where it takes its time.
void ComposeDialog::look_at_queue() {
    if (content_.line.line().empty() || !is_large_group(content_.counts->texts)) return;
    services_.desk.post([&outbox = services_.outbox, line = content_.line.line(),
                         texts = content_.counts->texts, post = poster()] {
        post([segments = outbox.segments_before(line, texts)](ComposeDialog& dialog) {
            dialog.content_.queued_segments = segments;
            dialog.show_texts();
        });
    });
}

void ComposeDialog::show_texts() {
    update(patch_texts(content_.texts(services_.settings.get()->segments_per_minute)));
}

/// What is said of the message and its recipients.
void ComposeDialog::show_message() {
    update(patch_note(content_.message, content_.findings().note));
    show_texts();
}

void ComposeDialog::message_changed() {
    survey_message();
    show_message();
}

/// For all recipients.
void ComposeDialog::survey_message() {
    if (draft_.keep(content_.message, services_.clock.now())) content_.draft_words.clear();
    *newest_version_ = content_.message.version();
    // Somebody who types is quicker than ten thousand messages: those in between are not gone through.
    composer()([message = content_.message.message(), version = content_.message.version(),
                newest = newest_version_](Composition& composition) -> std::optional<Composed> {
        if (*newest != version) return std::nullopt;
        return composition.write(message, version);
    });
}

}  // namespace send_text
