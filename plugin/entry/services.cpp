#include "entry/services.hpp"

#include "gateway/make_gateway_factory.hpp"
#include "recipients/phone_format.hpp"

namespace send_text {

Services::Services(HostAdapters& host, const std::string& data_folder)
    : host_(host),
      database_(data_folder + "/send_text.sqlite", random_),
      settings_service_(settings_store_, current_settings_, host.clock, host.log,
                        [this] { return host_.message_log.action_codes(); }),
      gateways_(make_gateway_factory()),
      accounts_(account_store_, host.secrets, *gateways_, current_settings_, host.clock,
                [this] {
                    delivery_.accounts_changed();
                    inbox_.accounts_changed();
                    wake_all();
                }),
      delivery_gateways_(accounts_, *gateways_, current_settings_),
      inbox_gateways_(accounts_, *gateways_, current_settings_),
      dialogs_(host.dialogs),
      watch_(outbox_, host.main_thread, host.notifier),
      delivery_(outbox_, conversations_, delivery_gateways_, current_settings_, host.clock, random_, host.log,
                {[this](std::int64_t request_id) {
                     watch_.progressed(request_id);
                     logger_thread_.wake();
                 },
                 [this](const std::string& line, const std::string& reason) {
                     host_.notifier.notify(0, "Texting from " + national_format(line) + " has stopped",
                                           reason, {});
                 },
                 stopping()}),
      inbox_(outbox_, conversations_, inbox_gateways_, host.records, host.notifier, current_settings_,
             host.clock, random_, host.log, stopping()),
      logger_(conversations_, host.message_log, host.records, host.notifier, current_settings_, host.clock,
              random_, host.log, stopping()),
      desk_(host.clock, host.log),
      resolutions_(
          [this] {
              const auto settings = current_settings_.get();
              return RecipientResolver(host_.records, NumberJudge(settings->default_region),
                                       settings->method_order);
          },
          host.clock, host.log),
      delivery_thread_("Delivery", host.clock, host.log, [this] { return delivery_.step(); }),
      inbox_thread_("Replies", host.clock, host.log,
                    [this] {
                        const std::int64_t next_ms = inbox_.step();
                        logger_thread_.wake();
                        return next_ms;
                    }),
      logger_thread_("Conversation log", host.clock, host.log, [this] { return logger_.step(); }) {
    settings_service_.load();
    accounts_.load();
    host.main_thread.start();
    desk_.start();
    resolutions_.start();
    delivery_thread_.start();
    inbox_thread_.start();
    logger_thread_.start();
    desk_.post([this] { NumberJudge(current_settings_.get()->default_region).warm_up(); });
}

Services::~Services() {
    stopping_ = true;
    dialogs_.close_all();
    resolutions_.stop();
    desk_.stop();
    delivery_thread_.stop();
    inbox_thread_.stop();
    logger_thread_.stop();
    host_.main_thread.stop();
}

ComposeServices Services::compose() {
    return {dialogs_,
            host_.session,
            accounts_,
            host_.records,
            current_settings_,
            outbox_,
            watch_,
            desk_,
            host_.main_thread,
            host_.clock,
            [this] { delivery_thread_.wake(); }};
}

void Services::wake_all() {
    delivery_thread_.wake();
    inbox_thread_.wake();
    logger_thread_.wake();
}

}  // namespace send_text
