#include "compose/number_dialog.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "body/blanks.hpp"
#include "compose/recipient_row.hpp"
#include "core/e164.hpp"
#include "core/phone_format.hpp"
#include "core/refusal.hpp"
#include "dialogs/patch.hpp"
#include "dialogs/view.hpp"
#include "recipients/number_judge.hpp"
#include "recipients/typed_value.hpp"
#include "recipients/verdict_words.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr std::size_t max_number_characters = 100;
constexpr std::size_t max_reason_characters = 200;

/// What is longer is not looked at: the longest number in characters of four bytes.
constexpr std::size_t max_number_bytes = 4 * max_number_characters;

/// The record's methods with what is known of them, the one that is texted first.
std::vector<Candidate> methods_of(const Recipient& recipient) {
    std::vector<Candidate> methods;
    if (recipient.method && recipient.method->id != 0)
        methods.push_back({*recipient.method, recipient.number, recipient.verdict, recipient.reason});
    for (const Candidate& other : recipient.others) {
        if (other.method.id != 0) methods.push_back(other);
    }
    return methods;
}

class NumberDialog final : public Dialog {
  public:
    using Changed = std::function<void(const FoundRecipients&)>;

    NumberDialog(const ComposeServices& services, const RecipientLookup& lookup, const Recipient& recipient,
                 Changed changed)
        : Dialog(services.dialogs),
          services_(services),
          lookup_(lookup),
          recipient_(recipient),
          changed_(std::move(changed)),
          judge_(services.settings.get()->default_region),
          methods_(methods_of(recipient)) {
        const bool is_typed_in = recipient.method && recipient.method->id == 0;
        chosen_ = methods_.empty() || is_typed_in ? methods_.size() : 0;
        typed_ = is_typed_in ? recipient.method->value : value_of_chosen();
    }

    json view() const override {
        return view::dialog("send_text.number", "Number for " + recipient_.name, elements(), buttons());
    }

    void on_refused(const std::string& words) override {
        problem_ = words;
        show();
    }

  protected:
    void on_pressed(const std::string& button, const json& values) override {
        if (button == "cancel") {
            if (!is_saving_) close();
            return;
        }
        typed_ = values.value(field_id(), typed_);
        reason_ = values.value(reason_id(), reason_);
        press(button);
    }

    void on_changed(const FieldChange& change) override {
        problem_.clear();
        if (change.element == "method") return choose(change.value);
        if (change.element == field_id()) {
            typed_ = change.value;
        } else if (change.element == reason_id()) {
            reason_ = change.value;
        } else {
            return;
        }
        show();
    }

  private:
    bool is_on_record() const { return chosen_ < methods_.size(); }
    std::string value_of_chosen() const {
        return is_on_record() ? methods_[chosen_].method.value : std::string();
    }
    bool is_corrected() const { return is_on_record() && typed_ != methods_[chosen_].method.value; }

    /// Another field for each method, or the host would keep what was typed into the one before.
    std::string field_id() const { return "number_" + std::to_string(fields_); }
    std::string reason_id() const { return "reason_" + std::to_string(fields_); }

    /// What is in the field, as a method to be texted.
    ContactMethod method(bool is_for_record) const {
        const std::string value(trimmed(typed_));
        if (!is_for_record) return {0, MethodType::unspecified, value};
        return {methods_[chosen_].method.id, methods_[chosen_].method.type, is_corrected() ? value : typed_};
    }

    /// What was found of the number in the field; nothing once it was changed.
    std::optional<Candidate> as_found() const {
        if (is_on_record()) return is_corrected() ? std::nullopt : std::optional(methods_[chosen_]);
        const bool is_typed_in =
            recipient_.method && recipient_.method->id == 0 && recipient_.method->value == trimmed(typed_);
        if (!is_typed_in) return std::nullopt;
        return Candidate{*recipient_.method, recipient_.number, recipient_.verdict, recipient_.reason};
    }

    /// The number in the field, if a carrier called it a landline; else empty. What takes no texts by its
    /// digits, such as a toll-free number, is nothing that a person could know better.
    E164 known_landline() const {
        const auto found = as_found();
        if (!found || found->verdict != Verdict::cannot_receive) return {};
        const NumberJudgement judgement = judge_.judge(found->method.value);
        return E164(judgement.e164.empty() ? judgement.possible : judgement.e164);
    }

    /// The number in the field is the one that they wanted texted though it is not known to be in service.
    bool is_insisted_on() const {
        const auto found = as_found();
        return recipient_.is_insisted && found && found->method.id == recipient_.method->id;
    }

    /// What is to be said of the number in the field.
    struct Opinion {
        bool can_be_texted = false;
        std::string words;
        bool can_be_insisted_on = false;  ///< it is possible, and only not known to be in service
    };

    Opinion opinion() const {
        if (typed_.size() > max_number_bytes) {
            return {false, "A number has at most " + std::to_string(max_number_characters) +
                               " characters. Shorten it."};
        }
        const ContactMethod typed = method(is_on_record());
        const JudgedMethod judged{&typed, judge_.judge(typed.value)};
        const std::string& possible = judged.judgement.possible;
        if (const auto found = as_found())
            return opinion_of(found->verdict, found->reason, found->number.str(), possible);
        if (judged.judgement.verdict == Verdict::missing) return {false, "Type the number to text."};
        return opinion_of(judged.judgement.verdict, reason_of(judged, recipient_.name), judged.judgement.e164,
                          possible);
    }

    static Opinion opinion_of(Verdict verdict, const std::string& reason, const std::string& number,
                              const std::string& possible) {
        if (verdict == Verdict::not_in_service && !possible.empty()) {
            return {false,
                    reason + " If you are sure of " + national_format(possible) + ", you can text it anyway.",
                    true};
        }
        return {can_text(verdict), reason.empty() ? "Texts go to " + national_format(number) + "." : reason};
    }

    /// The note below the field says more.
    std::optional<Refusal> refusal() const {
        if (opinion().can_be_texted) return std::nullopt;
        return Refusal{"The number above cannot be texted."};
    }

    void choose(const std::string& method_id) {
        const auto found = std::find_if(methods_.begin(), methods_.end(), [&](const Candidate& one) {
            return std::to_string(one.method.id) == method_id;
        });
        chosen_ = static_cast<std::size_t>(found - methods_.begin());
        typed_ = value_of_chosen();
        reason_.clear();
        ++fields_;
        show();
    }

    void press(const std::string& button) {
        if (button == "no_landline") return say_no_landline();
        if (button == "text_anyway") return insist();
        const bool is_for_record = button == "use" || button == "correct";
        if (is_saving_ || (is_for_record && !is_on_record()) || (!is_for_record && button != "use_once"))
            return;
        problem_.clear();
        if (refusal()) return show();
        const ContactMethod wanted = method(is_for_record);
        if (!is_for_record || !is_corrected()) return apply(wanted, {}, is_insisted_on());
        apply(wanted, {[&directory = services_.directory, record = recipient_.record, wanted,
                        old_value = value_of_chosen()] {
                           directory.update_method(record, wanted.id, old_value, wanted.value);
                       },
                       "The record was not changed: ",
                       "The record was changed, but the number could not be checked: "});
    }

    /// A corrected number is texted this once: a record is not changed to what may be none.
    void insist() {
        if (is_saving_ || !opinion().can_be_insisted_on) return;
        problem_.clear();
        apply(method(is_on_record() && !is_corrected()), {}, true);
    }

    /// The number is tried again; what the carrier says then is known of it again.
    void say_no_landline() {
        const E164 number = known_landline();
        const std::string reason(without_surrounding_blanks(reason_));
        if (is_saving_ || number.empty() || reason.empty()) return;
        problem_.clear();
        const SessionUser user = services_.session.user();
        apply(
            method(is_on_record()),
            {[&consent = services_.consent, number, reason, record = recipient_.record,
              who = Sender{user.rep_id, user.name}] { consent.clear_landline(number, record, reason, who); },
             "The number still counts as a landline: ",
             "The number no longer counts as a landline, but it could not be checked: "},
            is_insisted_on());
    }

    /// Something that is to be changed beside the choice of the number, and the words for its failing and for
    /// a failure after it.
    struct Change {
        std::function<void()> make = {};
        std::string not_made = {};
        std::string made_but = {};
    };

    /// Makes the change, if there is one, and has the recipient judged anew. A change that was made counts,
    /// even if the window was closed meanwhile. `insists`: also where it is not known to be in service.
    void apply(ContactMethod wanted, Change change, bool insists = false) {
        is_saving_ = true;
        show();
        services_.desk.post(
            [services = services_, lookup = lookup_, recipient = recipient_, wanted = std::move(wanted),
             change = std::move(change), insists, changed = changed_, self = weak_from_this(),
             close = if_open(*this, &NumberDialog::close), failed = if_open(*this, &NumberDialog::failed)] {
                const bool has_change = change.make != nullptr;
                std::string failing = has_change ? change.not_made : "Nothing was changed: ";
                try {
                    if (has_change) {
                        change.make();
                        failing = change.made_but;
                    }
                    services.main_thread.post([found = lookup.with_method(recipient, wanted, insists),
                                               has_change, changed, self, close] {
                        const bool is_wanted = has_change || !self.expired();
                        close();
                        if (is_wanted) changed(found);
                    });
                } catch (const std::exception& error) {
                    services.main_thread.post([words = failing + error.what(), failed] { failed(words); });
                }
            });
    }

    void failed(const std::string& words) {
        is_saving_ = false;
        problem_ = words;
        show();
    }

    json elements() const {
        const bool is_said_below = opinion().words.starts_with(recipient_.reason);
        const std::string status = !problem_.empty() ? problem_ : is_said_below ? "" : recipient_.reason;
        json all =
            json::array({view::Text("status", status).severity(problem_.empty() ? "warning" : "error")});
        if (!methods_.empty()) {
            std::vector<view::Option> choices;
            for (const Candidate& one : methods_)
                choices.push_back({std::to_string(one.method.id), label(one)});
            choices.push_back({"0", "Another number, for this text only"});
            all.push_back(view::Choice("method", "Contact method",
                                       is_on_record() ? std::to_string(methods_[chosen_].method.id) : "0",
                                       choices));
        }
        all.push_back(view::TextArea(field_id(), "Number", value_at_first())
                          .lines(1)
                          .max_characters(max_number_characters)
                          .note(opinion().words));
        if (!known_landline().empty()) {
            all.push_back(
                view::TextArea(reason_id(), "If it is now a mobile number, how do you know?", "")
                    .lines(1)
                    .max_characters(max_reason_characters)
                    .note("Your answer is kept in the audit trail with your name. The number can then be "
                          "texted until a carrier says again that it is not a mobile number."));
        }
        return all;
    }

    /// A value in the view is a field's first one.
    std::string value_at_first() const {
        const bool was_typed_in = !is_on_record() && recipient_.method && recipient_.method->id == 0;
        return was_typed_in ? recipient_.method->value : value_of_chosen();
    }

    static std::string label(const Candidate& one) {
        return label_of(one.method, one.number) + (can_text(one.verdict) ? "" : " (cannot be texted)");
    }

    json buttons() const {
        const auto unless_saving = [this](std::optional<Refusal> refusal) {
            return is_saving_ ? std::optional(Refusal{"The number is being checked."}) : std::move(refusal);
        };
        const auto button = [reason = unless_saving(refusal())](const char* id, const char* label) {
            return view::Button(id, label).disabled_because(reason);
        };
        json all = json::array();
        if (is_corrected()) {
            all.push_back(button("correct", "Correct the record").as_default());
            all.push_back(button("use_once", "Use for this text only").as_normal());
        } else if (is_on_record()) {
            all.push_back(button("use", "Use this number").as_default());
        } else {
            all.push_back(button("use_once", "Use for this text only").as_default());
        }
        if (opinion().can_be_insisted_on) {
            all.push_back(view::Button("text_anyway", "Text it anyway")
                              .as_normal()
                              .disabled_because(unless_saving(std::nullopt)));
        }
        if (!known_landline().empty()) {
            std::optional<Refusal> refusal;
            if (without_surrounding_blanks(reason_).empty())
                refusal = Refusal{"Below the number, say how you know."};
            all.push_back(view::Button("no_landline", "It is a mobile now")
                              .as_normal()
                              .disabled_because(unless_saving(refusal)));
        }
        all.push_back(view::Button("cancel", "Cancel").as_cancel());
        return all;
    }

    void show() { update({patch::replace_elements(elements()), patch::replace_buttons(buttons())}); }

    ComposeServices services_;
    RecipientLookup lookup_;
    Recipient recipient_;
    Changed changed_;
    NumberJudge judge_;
    std::vector<Candidate> methods_;
    std::size_t chosen_ = 0;  ///< past the last: a number that is on no record
    std::string typed_;
    std::string reason_;      ///< why it is no landline
    std::size_t fields_ = 1;  ///< so many number fields there were; the last is shown
    std::string problem_;     ///< what went wrong last, in words
    bool is_saving_ = false;
};

}  // namespace

void open_number_dialog(const ComposeServices& services, const RecipientLookup& lookup,
                        const Recipient& recipient, std::function<void(const FoundRecipients&)> changed) {
    services.dialogs.open<NumberDialog>(services, lookup, recipient, std::move(changed));
}

}  // namespace send_text
