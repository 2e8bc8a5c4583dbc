#include <Poco/Data/SQLite/Connector.h>
#include <Poco/ErrorHandler.h>
#include <Poco/Latin1Encoding.h>
#include <Poco/Logger.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPSessionInstantiator.h>
#include <Poco/Net/InvalidCertificateHandler.h>
#include <Poco/Net/KeyConsoleHandler.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/Notification.h>
#include <Poco/NotificationQueue.h>
#include <Poco/TextEncoding.h>
#include <Poco/ThreadPool.h>

#include "isolation/leaky/leak.hpp"

namespace {

using Poco::Net::SSLManager;

int earlier_level = 0;
Poco::ErrorHandler* earlier_handler = nullptr;
SSLManager::PrivateKeyPassphraseHandlerPtr earlier_passphrases;
Poco::TextEncoding::Ptr earlier_encoding;

void ask_for_passphrases_with(SSLManager::PrivateKeyPassphraseHandlerPtr handler) {
    SSLManager& manager = SSLManager::instance();
    manager.initializeClient(std::move(handler), manager.clientCertificateHandler(),
                             manager.defaultClientContext());
}

void set_proxy(const char* host) {
    Poco::Net::HTTPClientSession::ProxyConfig proxy;
    proxy.host = host;
    Poco::Net::HTTPClientSession::setGlobalProxyConfig(proxy);
}

}  // namespace

std::vector<Leak> poco_leaks() {
    using R = const Reach&;
    return {
        {"Poco's loggers",
         [](R) {
             earlier_level = Poco::Logger::root().getLevel();
             Poco::Logger::root().setLevel(Poco::Message::PRIO_TRACE);
         },
         [](R) { Poco::Logger::root().setLevel(earlier_level); }},
        {"Poco's error handler",
         [](R) {
             static Poco::ErrorHandler handler;
             earlier_handler = Poco::ErrorHandler::set(&handler);
         },
         [](R) { Poco::ErrorHandler::set(earlier_handler); }},
        {"Poco's default thread pool", [](R) { Poco::ThreadPool::defaultPool().addCapacity(1); },
         [](R) { Poco::ThreadPool::defaultPool().addCapacity(-1); }},
        {"Poco's SSL manager",
         [](R) {
             earlier_passphrases = SSLManager::instance().clientPassphraseHandler();
             ask_for_passphrases_with(new Poco::Net::KeyConsoleHandler(false));
         },
         [](R) {
             ask_for_passphrases_with(earlier_passphrases);
             earlier_passphrases = nullptr;
         }},
        {"Poco's database connectors", [](R) { Poco::Data::SQLite::Connector::registerConnector(); },
         [](R) { Poco::Data::SQLite::Connector::unregisterConnector(); }},
        {"Poco's URL schemes", [](R) { Poco::Net::HTTPSessionInstantiator::registerInstantiator(); },
         [](R) { Poco::Net::HTTPSessionInstantiator::unregisterInstantiator(); }},
        {"Poco's global proxy", [](R) { set_proxy("proxy.example.com"); }, [](R) { set_proxy(""); }},
        {"Poco's notifications",
         [](R) { Poco::NotificationQueue::defaultQueue().enqueueNotification(new Poco::Notification); },
         [](R) { Poco::NotificationQueue::defaultQueue().clear(); }},
        {"Poco's text encoding",
         [](R) { earlier_encoding = Poco::TextEncoding::global(new Poco::Latin1Encoding); },
         [](R) {
             Poco::TextEncoding::global(earlier_encoding);
             earlier_encoding.reset();
         }},
    };
}
