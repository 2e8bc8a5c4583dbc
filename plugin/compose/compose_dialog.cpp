#include "compose/compose_dialog.hpp"

#include <set>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "accounts/texting_permission.hpp"
#include "body/body_problem.hpp"
#include "body/plain_characters.hpp"
#include "compose/body_note.hpp"
#include "compose/number_dialog.hpp"
#include "compose/sent_dialogs.hpp"
#include "compose/undecided_dialog.hpp"
#include "core/counted.hpp"
#include "recipients/phone_format.hpp"
#include "recipients/recipient_summary.hpp"
#include "recipients/verdict_words.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// The carriers' advice that the original integration passed on: groups of under 50.
constexpr std::size_t large_group = 50;

/// Why a request may not be committed (any more): who sends it, and from which line, is looked at once more.
std::string why_not_sending(const ComposeServices& services, const SendRequest& request) {
    const SessionUser user = services.session.user();
    if (user.is_logged_in && user.rep_id != request.sender.rep_id)
        return "Somebody else is logged in by now: " + user.name + ".";
    const LineChoice choice(services.accounts.accounts_for(user), user);
    const std::set<std::string> in_use = lines_in_use(services.accounts);
    for (const OutgoingText& text : request.texts) {
        const bool has_line = choice.is_by_conversation()
                                  ? services.conversations.latest_line(text.number, in_use) == text.line
                                  : LineChoice(choice).choose(text.line);
        if (const std::string why_not = why_not_texting(user, has_line); !why_not.empty()) return why_not;
    }
    return {};
}

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
    texts.body_note = note_of_body("").text;
    texts.why_not_send = texts.summary;
    const LineChoice line(accounts, user);
    const auto dialog = services.dialogs.open<ComposeDialog>(compose_view(texts, line.element()), services,
                                                             records.size(), line);
    dialog->look_up(std::move(records));
    ask_about_undecided(services, user.rep_id);
}

ComposeDialog::ComposeDialog(std::uint64_t id, const ComposeServices& services, std::size_t record_count,
                             LineChoice line)
    : id_(id), services_(services), record_count_(record_count), line_(std::move(line)) {}

ComposeDialog::~ComposeDialog() {
    *closed_ = true;
}

void ComposeDialog::look_up(std::vector<RecordRef> records) {
    services_.desk.post([&desk = services_.desk, &main_thread = services_.main_thread,
                         lookup = RecipientLookup(services_, line_.is_by_conversation()),
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
    take_lines(part);
    json patch = json::array();
    for (const Recipient& recipient : part.recipients) {
        recipients_.add(recipient);
        patch.push_back(patch_add_row(recipients_.all().back()));
    }
    services_.dialogs.update(id_, patch);
    show_texts();
}

void ComposeDialog::take_lines(const FoundRecipients& found) {
    for (const auto& [number, line] : found.lines)
        line_.found(number, line);
}

void ComposeDialog::looked_up(const std::string& failure) {
    stage_ = Stage::editing;
    if (!failure.empty()) failure_ = "The recipients could not all be looked up: " + failure;
    show_texts();
}

void ComposeDialog::on_event(const json& event) {
    const auto& kind = event.at("event").get_ref<const std::string&>();
    if (kind == "changed" && event.at("element") == body_field()) {
        body_ = event.at("value").get<std::string>();
        show_texts();
    } else if (kind == "changed" && event.at("element") == "line") {
        choose_line(event.at("value").get<std::string>());
    } else if (kind == "row_action" && event.at("element") == "recipients") {
        row_action(event.at("action").get<std::string>(), event.at("row").get<std::string>());
    } else if (kind == "pressed" && event.at("button") == "send") {
        body_ = event.at("values").value(body_field(), body_);
        send();
    } else if (kind == "pressed" && event.at("button") == "use_plain_characters") {
        body_ = event.at("values").value(body_field(), body_);
        use_plain_characters();
    } else if (kind == "pressed" && event.at("button") == "cancel") {
        services_.dialogs.close(id_);
    }
}

void ComposeDialog::choose_line(const std::string& line) {
    if (stage_ == Stage::saving || !line_.choose(line)) return;
    services_.dialogs.update(id_, patch_line(line_.element()));
}

void ComposeDialog::row_action(const std::string& action, const std::string& row) {
    const auto index = recipients_.find(row);
    if (!index || stage_ != Stage::editing) return;
    if (action == "remove") {
        show_rows(json::array({patch_remove_row(*index)}), recipients_.remove(*index));
    } else if (action == "change_number") {
        change_number(*index);
    }
}

void ComposeDialog::change_number(std::size_t index) {
    open_number_dialog(services_, RecipientLookup(services_, line_.is_by_conversation()),
                       recipients_.found(index), [self = weak_from_this()](const FoundRecipients& changed) {
                           if (const auto dialog = self.lock()) dialog->replace(changed);
                       });
}

/// Another way to text one of them was chosen. They may have been taken out meanwhile.
void ComposeDialog::replace(const FoundRecipients& changed) {
    const Recipient& recipient = changed.recipients.at(0);
    const auto index = recipients_.find(row_id(recipient.record));
    if (!index || stage_ != Stage::editing) return;
    take_lines(changed);
    show_rows(json::array(), recipients_.replace(*index, recipient));
}

void ComposeDialog::show_rows(json patch, const std::vector<std::size_t>& rows) {
    for (const std::size_t row : rows)
        patch.push_back(patch_replace_row(row, recipients_.all()[row]));
    services_.dialogs.update(id_, patch);
    show_texts();
}

void ComposeDialog::use_plain_characters() {
    if (stage_ != Stage::saving && note_of_body(body_).offers_plain_characters) {
        body_ = plain_characters(body_);
        ++body_fields_;
        services_.dialogs.update(id_, patch_body(body_field(), body_));
    }
    show_texts();
}

void ComposeDialog::send() {
    failure_.clear();
    if (!why_not_send().empty()) {
        show_texts();
        return;
    }
    const SessionUser user = services_.session.user();
    SendRequest request{
        body_, {user.rep_id, user.name}, recipients_.outgoing([this](const std::string& number) {
            return line_.line_for(number);
        })};
    stage_ = Stage::saving;
    // Before it is shown: a host that cannot show it must not leave a window that saves for ever.
    services_.desk.post([services = services_, request = std::move(request), self = weak_from_this()] {
        std::function<void(ComposeDialog&)> answer;
        try {
            if (const std::string why_not = why_not_sending(services, request); !why_not.empty())
                throw std::runtime_error(why_not);
            const std::int64_t request_id = services.outbox.commit(request, services.clock.now_ms());
            services.wake_delivery();
            answer = [request_id](ComposeDialog& dialog) { dialog.committed(request_id); };
        } catch (const std::exception& error) {
            const auto tell = [self, words = std::string(error.what()), rep_id = request.sender.rep_id,
                               &watch = services.watch] {
                if (const auto dialog = self.lock()) return dialog->not_committed(words);
                watch.not_committed(rep_id, words);
            };
            // When the plug-in stops, the window is closed and the main thread does nothing any more.
            if (self.expired()) return tell();
            services.main_thread.post(tell);
            return;
        }
        post_to(self, services.main_thread, std::move(answer));
    });
    show_texts();
}

void ComposeDialog::committed(std::int64_t request_id) {
    const SentRequest sent{request_id, recipients_.texted().size(), recipients_.textable(),
                           recipients_.all()};
    const ComposeServices services = services_;
    try {
        services.dialogs.close(id_);
    } catch (const std::exception&) {
        // The host has closed it by itself; what was sent is to be confirmed all the same.
    }
    show_sent(services, sent);
}

void ComposeDialog::not_committed(const std::string& reason) {
    stage_ = Stage::editing;
    failure_ = "Nothing was sent: " + reason;
    show_texts();
}

std::string ComposeDialog::summary() const {
    if (!failure_.empty()) return failure_;
    if (stage_ == Stage::looking_up) {
        return "Looking up " + counted(record_count_, "recipient", "recipients") + "... " +
               std::to_string(recipients_.all().size()) + " found.";
    }
    std::string words = summarize(recipients_.all()).words;
    if (recipients_.texted().size() >= large_group) {
        words +=
            " This is a large group: carriers advise groups of under 50. The texts leave one after the "
            "other.";
    }
    return words;
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
    if (recipients_.textable() == 0) return "There is nobody here who can be texted.";
    return problem_of_body(body_);
}

ComposeTexts ComposeDialog::texts() const {
    const BodyNote body_note = note_of_body(body_);
    ComposeTexts texts;
    texts.summary = summary();
    const bool is_partial = recipients_.textable() < recipients_.all().size();
    texts.severity = !failure_.empty()                                          ? "error"
                     : is_partial || recipients_.texted().size() >= large_group ? "warning"
                                                                                : "info";
    texts.body_note = body_note.text;
    texts.offers_plain_characters = body_note.offers_plain_characters;
    if (recipients_.texted().size() > 1)
        texts.send_label = "Send to " + std::to_string(recipients_.textable());
    texts.why_not_send = why_not_send();
    return texts;
}

void ComposeDialog::show_texts() {
    services_.dialogs.update(id_, patch_texts(texts()));
}

}  // namespace send_text
