#include "soak/plug_in_run.hpp"

#include <iostream>

#include "conversations/conversation_logger.hpp"
#include "conversations/inbox.hpp"
#include "core/time.hpp"
#include "delivery/delivery_worker.hpp"
#include "delivery/older_store.hpp"
#include "soak/dying_disk.hpp"
#include "soak/world_adapters.hpp"
#include "store/backup.hpp"
#include "store/database.hpp"
#include "store/request_counter.hpp"
#include "store/restore.hpp"
#include "store/store_place.hpp"
#include "unit/support/fake_host.hpp"
#include "unit/support/fake_record_directory.hpp"
#include "unit/support/seeded_random.hpp"

namespace soak {
namespace {

using namespace send_text;
using nlohmann::json;

class ErrorLog final : public Log {
  public:
    explicit ErrorLog(bool is_verbose) : is_verbose_(is_verbose) {}
    void write(LogSeverity, std::string_view message) override {
        if (is_verbose_) std::cerr << "      log: " << message << '\n';
    }

  private:
    bool is_verbose_;
};

/// Plain texts that fly past the pace, which is a matter of its own tests.
Settings fast_settings() {
    Settings settings;
    settings.segments_per_minute = 6000;
    return settings;
}

class PlugIn {
  public:
    PlugIn(const RunOptions& options, SharedMoment& moment, Wire& wire)
        : wire_(wire),
          clock_(moment),
          random_(options.seed),
          log_(options.has_verbose_log),
          settings_(fast_settings()),
          delivery_lines_(wire, clock_, shared_),
          inbox_lines_(wire, clock_, shared_),
          place_(options.data_folder),
          database_(place_.file(), random_, place_.begin_opening()),
          counter_(options.data_folder, database_.store_id(), world_vault(wire), clock_, log_) {
        place_.end_opening();
        set_lines(options.lines);
    }

    /// One command. Throws StoreError.
    json obey(const json& command) {
        const std::string what = command.at("do");
        if (what == "deliver") return deliver();
        if (what == "poll") return {{"next_ms", in_milliseconds(inbox_.step())}};
        if (what == "log") return {{"next_ms", in_milliseconds(logger_.step())}};
        if (what == "commit") return commit(command);
        if (what == "texts") return texts();
        if (what == "decide") return decide(command);
        if (what == "stop") return {{"stopped", outbox_.stop(command.at("request"), person, clock_.now())}};
        if (what == "back_up") {
            write_backup(database_, command.at("to"), place_.data_folder(), [] { return false; });
            return json::object();
        }
        if (what == "accounts") {
            set_lines(command.at("lines"));
            worker_.accounts_changed();
            inbox_.accounts_changed();
            return json::object();
        }
        throw std::logic_error("no such command: " + what);
    }

  private:
    static inline const Sender person{7, "Alexander Swanson"};

    static std::int64_t in_milliseconds(TimePoint time) { return time.time_since_epoch().count(); }

    void set_lines(const json& lines) {
        delivery_lines_.set(lines);
        inbox_lines_.set(lines);
    }

    /// As Services does.
    json deliver() {
        if (!std::exchange(is_store_age_known_, true)) {
            if (const auto words = handle_older_store(outbox_, counter_, clock_.now(), log_))
                wire_.send({{"told", "older"}, {"reason", *words}});
        }
        return {{"next_ms", in_milliseconds(worker_.step())}};
    }

    json commit(const json& command) {
        SendRequest request{"", person, {}};
        for (const json& text : command.at("texts")) {
            request.texts.push_back({E164(text.at("number")),
                                     {{RecordKind::employee, 5814}},
                                     LineId(command.at("line")),
                                     text.at("body")});
        }
        return {{"request", number_of(outbox_.commit(request, clock_.now()))}};
    }

    json texts() const {
        json result = json::array();
        for (std::int64_t request = 1; outbox_.progress(RequestId{request}).total > 0; ++request) {
            for (const Text& text : outbox_.texts_of(RequestId{request})) {
                result.push_back({{"id", number_of(text.id)},
                                  {"request", request},
                                  {"line", text.line.str()},
                                  {"number", text.number.str()},
                                  {"body", text.body},
                                  {"state", name_of(text.state)},
                                  {"waits_for_person", text.hold_reason == HoldReason::person},
                                  {"attempts", text.attempts},
                                  {"reason", text.reason}});
            }
        }
        return {{"texts", std::move(result)}};
    }

    json decide(const json& command) {
        const std::string said = command.at("decision");
        const Decision decision = said == "was_sent"     ? Decision::was_sent
                                  : said == "send_again" ? Decision::send_again
                                                         : Decision::do_not_send;
        const DecisionResult result = outbox_.decide({TextId{command.at("id").get<std::int64_t>()}}, decision,
                                                     person, clock_.now(), settings_.get()->batch_window);
        return {{"decided", result.decided}};
    }

    DeliveryHooks hooks() {
        DeliveryHooks hooks;
        hooks.line_stopped = [this](const LineId& line, const std::string& reason) {
            wire_.send({{"told", "stopped"}, {"line", line.str()}, {"reason", reason}});
        };
        hooks.line_resumed = [this](const LineId& line) {
            wire_.send({{"told", "resumed"}, {"line", line.str()}});
        };
        hooks.texts_wait = [this](const WaitingTexts& waiting) {
            wire_.send({{"told", "waiting"},
                        {"line", waiting.line.str()},
                        {"cause", static_cast<int>(waiting.cause)},
                        {"reason", waiting.reason}});
        };
        hooks.wait_ended = [this](const WaitEnded& over) {
            wire_.send(
                {{"told", "over"}, {"line", over.line.str()}, {"cause", static_cast<int>(over.cause)}});
        };
        hooks.request_begins = [this] {
            if (counter_.begun(outbox_.requests_begun())) counter_.keep();
        };
        hooks.permitted_from = [](const Text&, TimePoint now) { return now; };
        return hooks;
    }

    Wire& wire_;
    SharedClock clock_;
    testing::SeededRandom random_;
    ErrorLog log_;
    CurrentSettings settings_;
    const WorkContext context_{settings_, clock_, random_, log_};
    WorldLines::Shared shared_;
    WorldLines delivery_lines_;
    WorldLines inbox_lines_;
    WorldMessageLog message_log_{wire_};
    testing::FakeRecordDirectory directory_;
    testing::FakeNotifier notifier_;
    StorePlace place_;
    Database database_;
    RequestCounter counter_;
    bool is_store_age_known_ = false;
    OutboxStore outbox_{database_};
    ConversationStore conversations_{database_};
    NumberFactStore number_facts_{database_};
    ConsentRegister consent_{number_facts_, clock_};
    DeliveryWorker worker_{outbox_, conversations_, delivery_lines_, context_, hooks()};
    Inbox inbox_{outbox_, conversations_, inbox_lines_, consent_, directory_, notifier_, context_, {}};
    ConversationLogger logger_{conversations_, message_log_, directory_, notifier_, context_, {}};
};

}  // namespace

void run_plug_in(const RunOptions& options, SharedMoment& moment, Wire& wire) {
    use_dying_disk(moment);
    try {
        if (!options.put_back.empty()) {
            const SharedClock clock(moment);
            const StorePlace place(options.data_folder);
            Restore(options.data_folder, place.file(), options.put_back, clock.now()).put_in_place();
        }
        PlugIn plug_in(options, moment, wire);
        wire.send({{"done", "started"}});
        for (auto command = wire.receive(); command; command = wire.receive()) {
            if (command->at("do") == "end") break;
            try {
                wire.send({{"done", plug_in.obey(*command)}});
            } catch (const StoreError& error) {
                wire.send({{"done", {{"error", error.what()}}}});
            }
        }
    } catch (const std::exception& error) {
        wire.send({{"done", {{"error", error.what()}}}});
        return;
    }
    wire.send({{"done", "ended"}});
}

}  // namespace soak
