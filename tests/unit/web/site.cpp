#include "web/site.hpp"

#include <Poco/StreamCopier.h>

#include <fstream>

namespace net = Poco::Net;
using nlohmann::json;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

}  // namespace

Site::Site(mock_host::WebServer::Answer answer) {
    write(folder_.path() / "web/index.html", R"(<meta name="mock-host-token" content="" />)");
    write(folder_.path() / "web/pages/app.js", "export {};\n");
    write(folder_.path() / "web/.npmrc", "hidden");
    write(folder_.path() / "secret.txt", "outside");
    mock_host::WebServerOptions options;
    options.port = 0;
    options.pages = folder_.path() / "web";
    options.run_id = "this run";
    const auto counted = [this, answer](const mock_host::ApiCall& call) {
        ++calls_;
        return answer(call);
    };
    server_ = std::make_unique<mock_host::WebServer>(options, counted, events_);
}

Site::~Site() {
    events_.end();
}

Site::Answer Site::change(const std::string& method, const std::string& target, const std::string& body,
                          const Headers& headers) {
    Headers all{{"X-Mock-Host-Token", server_->token()},
                {"Content-Type", "application/json"},
                {"Origin", "http://" + own_host()}};
    for (const auto& [name, value] : headers)
        all[name] = value;
    return ask(method, target, body, all);
}

Site::Answer Site::ask(const std::string& method, const std::string& target, const std::string& body,
                       const Headers& headers) {
    net::HTTPClientSession session("127.0.0.1", server_->port());
    net::HTTPRequest request(method, target, net::HTTPMessage::HTTP_1_1);
    for (const auto& [name, value] : headers) {
        if (!value.empty()) request.set(name, value);
    }
    if (!body.empty()) request.setContentLength64(static_cast<Poco::Int64>(body.size()));
    session.sendRequest(request) << body;
    net::HTTPResponse response;
    Answer answer;
    std::istream& stream = session.receiveResponse(response);
    answer.status = response.getStatus();
    if (method != "HEAD") Poco::StreamCopier::copyToString(stream, answer.body);
    for (const auto& [name, value] : response)
        answer.headers[name] = value;
    return answer;
}

Site::Stream::Stream(std::uint16_t port) : session_("127.0.0.1", port) {
    net::HTTPRequest request("GET", "/api/events", net::HTTPMessage::HTTP_1_1);
    session_.sendRequest(request);
    stream_ = &session_.receiveResponse(response_);
}

std::string Site::Stream::next() {
    std::string event;
    std::string line;
    while (std::getline(*stream_, line) && !line.empty())
        event += (event.empty() ? "" : "|") + line;
    return event;
}

mock_host::ApiResult Site::echo(const mock_host::ApiCall& call) {
    mock_host::ApiResult result;
    result.body =
        json{{"method", call.method}, {"path", call.path}, {"query", call.query}, {"body", call.body}}.dump();
    return result;
}
