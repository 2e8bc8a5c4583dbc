#include "compose/question_dialog.hpp"

#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

namespace send_text {
namespace {

using nlohmann::json;

class QuestionDialog final : public Dialog {
  public:
    QuestionDialog(std::uint64_t id, DialogSet& dialogs, std::function<void()> confirmed)
        : id_(id), dialogs_(dialogs), confirmed_(std::move(confirmed)) {}

    static json view(const Question& question) {
        return {{"name", question.name},
                {"title", question.title},
                {"elements", {{{"kind", "text"}, {"id", "question"}, {"text", question.words}}}},
                {"buttons",
                 {{{"id", "no"}, {"label", question.no}, {"role", "default"}},
                  {{"id", "yes"}, {"label", question.yes}}}}};
    }

    void on_event(const json& event) override {
        if (event.at("event") != "pressed") return;
        const bool is_confirmed = event.at("button") == "yes";
        dialogs_.close(id_);
        if (is_confirmed) confirmed_();
    }

  private:
    std::uint64_t id_;
    DialogSet& dialogs_;
    std::function<void()> confirmed_;
};

}  // namespace

std::shared_ptr<Dialog> ask(DialogSet& dialogs, const Question& question, std::function<void()> confirmed) {
    return dialogs.open<QuestionDialog>(QuestionDialog::view(question), dialogs, std::move(confirmed));
}

}  // namespace send_text
