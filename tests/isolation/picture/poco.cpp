#include <Poco/Data/SessionFactory.h>
#include <Poco/ErrorHandler.h>
#include <Poco/Logger.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPSessionFactory.h>
#include <Poco/Net/PrivateKeyPassphraseHandler.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/NotificationCenter.h>
#include <Poco/NotificationQueue.h>
#include <Poco/TextEncoding.h>
#include <Poco/ThreadPool.h>
#include <Poco/URIStreamOpener.h>

#include <sstream>

#include "isolation/picture/picture.hpp"

// The singletons of Poco.
namespace isolation {
namespace {

std::string loggers() {
    std::vector<std::string> names;
    Poco::Logger::names(names);
    std::ostringstream text;
    for (const std::string& name : names) {
        Poco::Logger& logger = Poco::Logger::get(name);
        text << '"' << name << "\": level " << logger.getLevel() << ", channel " << logger.getChannel().get()
             << '\n';
    }
    return text.str();
}

std::string default_pool() {
    const Poco::ThreadPool& pool = Poco::ThreadPool::defaultPool();
    return "capacity " + std::to_string(pool.capacity()) + ", used " + std::to_string(pool.used()) +
           ", allocated " + std::to_string(pool.allocated()) + ", stack " +
           std::to_string(pool.getStackSize());
}

std::string ssl_manager() {
    Poco::Net::SSLManager& manager = Poco::Net::SSLManager::instance();
    const Poco::Net::Context::Ptr context = manager.defaultClientContext();
    std::ostringstream text;
    text << "client context " << context.get() << " for " << context->sslContext() << ", certificate handler "
         << manager.clientCertificateHandler().get() << ", passphrase handler "
         << manager.clientPassphraseHandler().get();
    return text.str();
}

bool has_connector(const std::string& name) {
    try {
        Poco::Data::SessionFactory::instance().create(name, ":memory:");
        return true;
    } catch (const Poco::Exception&) {
        return false;
    }
}

std::string connectors() {
    std::string text;
    for (const char* const name : {"sqlite", "postgresql", "odbc", "mysql"})
        text += std::string(name) + (has_connector(name) ? " is there\n" : " is not there\n");
    return text;
}

std::string schemes() {
    std::string text;
    for (const char* const scheme : {"http", "https", "ftp", "file"}) {
        if (Poco::URIStreamOpener::defaultOpener().supportsScheme(scheme))
            text += std::string("streams of ") + scheme + "\n";
        if (Poco::Net::HTTPSessionFactory::defaultFactory().supportsProtocol(scheme))
            text += std::string("sessions of ") + scheme + "\n";
    }
    return text;
}

}  // namespace

void add_poco(Picture& picture) {
    picture["Poco's loggers"] = loggers();
    std::ostringstream handler;
    handler << Poco::ErrorHandler::get();
    picture["Poco's error handler"] = handler.str();
    picture["Poco's default thread pool"] = default_pool();
    picture["Poco's SSL manager"] = ssl_manager();
    picture["Poco's database connectors"] = connectors();
    picture["Poco's URL schemes"] = schemes();
    const auto& proxy = Poco::Net::HTTPClientSession::getGlobalProxyConfig();
    picture["Poco's global proxy"] = proxy.host + ":" + std::to_string(proxy.port);
    picture["Poco's notifications"] =
        std::to_string(Poco::NotificationCenter::defaultCenter().countObservers()) + " observers, " +
        std::to_string(Poco::NotificationQueue::defaultQueue().size()) + " waiting";
    picture["Poco's text encoding"] = Poco::TextEncoding::global().canonicalName();
}

}  // namespace isolation
