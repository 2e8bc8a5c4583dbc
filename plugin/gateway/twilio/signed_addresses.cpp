#include "gateway/twilio/signed_addresses.hpp"

#include <Poco/Ascii.h>
#include <Poco/String.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "net/url_encoded.hpp"

namespace send_text::twilio {
namespace {

using Spellings = std::vector<std::string>;

void add_new(Spellings& spellings, std::string spelling) {
    if (std::find(spellings.begin(), spellings.end(), spelling) == spellings.end())
        spellings.push_back(std::move(spelling));
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    Poco::replaceInPlace(text, what, by);
    return text;
}

/// "https://user:password@[::1]:8443/texts" in its parts.
struct Base {
    std::string scheme;  ///< "https"
    std::string user;    ///< "user:password@"
    std::string host;    ///< "[::1]"
    std::string port;    ///< ":8443"
    std::string path;    ///< "/texts"
};

bool parse(std::string_view text, Base& base) {
    const std::size_t authority = text.find("://");
    if (authority == std::string_view::npos) return false;
    base.scheme = Poco::toLower(std::string(text.substr(0, authority)));
    text.remove_prefix(authority + 3);
    const std::size_t path = std::min(text.find_first_of("/?#"), text.size());
    base.path = text.substr(path);
    text = text.substr(0, path);
    const std::size_t host = text.rfind('@') + 1;  // npos + 1 is 0
    base.user = text.substr(0, host);
    text.remove_prefix(host);
    const std::size_t port = std::min(text.find(':', text.rfind(']') + 1), text.size());
    base.host = text.substr(0, port);
    base.port = text.substr(port);
    while (base.path.ends_with('/'))
        base.path.pop_back();
    return (base.scheme == "https" || base.scheme == "http") && !base.host.empty();
}

/// "texts.example.com" as people write names: "Texts.Example.com".
std::string capitalized(std::string host) {
    bool begins = true;
    const std::size_t last_label = host.rfind('.') + 1;
    for (std::size_t at = 0; at < host.size(); ++at) {
        if (begins && (at < last_label || last_label == 0))
            host[at] = static_cast<char>(Poco::Ascii::toUpper(host[at]));
        begins = host[at] == '.';
    }
    return host;
}

Spellings hosts(const Base& base, const std::string& asked) {
    Spellings all{base.host};
    const std::string asked_host = asked.substr(0, asked.find(':', asked.rfind(']') + 1));
    if (Poco::icompare(asked_host, base.host) == 0) add_new(all, asked_host);
    const std::string lower = Poco::toLower(base.host);
    add_new(all, lower);
    add_new(all, capitalized(lower));
    add_new(all, Poco::toUpper(base.host));
    return all;
}

/// Everything before the path.
Spellings origins(const Base& base, const std::string& asked) {
    Spellings all;
    for (const std::string& host : hosts(base, asked)) {
        for (const std::string& scheme :
             {base.scheme, std::string(base.scheme == "https" ? "http" : "https")}) {
            std::string without = scheme;
            without.append("://").append(base.user).append(host);
            const std::string standard = scheme == "https" ? ":443" : ":80";
            add_new(all, without + base.port);
            add_new(all, without + (base.port.empty() ? standard : std::string()));
        }
    }
    return all;
}

Spellings paths(const std::string& path) {
    const std::string plain = replaced(replaced(path, "%2B", "+"), "%2b", "+");
    Spellings all{path};
    add_new(all, plain);
    add_new(all, replaced(plain, "+", "%2B"));
    for (const std::string& spelling : Spellings(all))
        add_new(all, spelling.ends_with('/') ? spelling.substr(0, spelling.size() - 1) : spelling + "/");
    for (const std::string& spelling : Spellings(all))
        add_new(all, spelling.starts_with("//") ? spelling.substr(1) : "/" + spelling);
    return all;
}

/// As Node's querystring writes what it has read.
std::string legacy_query(const std::string& query) {
    const auto parameters = url_decoded(query);
    if (!parameters) return query;
    std::string text = form_encoded(*parameters);
    for (const auto& [encoded, plain] :
         {std::pair{"%21", "!"}, {"%27", "'"}, {"%28", "("}, {"%29", ")"}, {"%2A", "*"}})
        Poco::replaceInPlace(text, encoded, plain);
    return text;
}

Spellings queries(const std::string& query) {
    Spellings all{query};
    add_new(all, replaced(replaced(query, "'", "%27"), "\"", "%22"));  // as browsers write them
    add_new(all, replaced(replaced(query, "%27", "'"), "%22", "\""));
    if (!query.empty()) add_new(all, "?" + legacy_query(query.substr(1)));
    return all;
}

}  // namespace

std::vector<std::string> signed_addresses(const std::string& base, const std::string& target,
                                          const std::string& host) {
    Base parsed;
    if (!parse(base, parsed)) return {};
    const std::size_t query = std::min(target.find('?'), target.size());
    const Spellings all_origins = origins(parsed, host);
    const Spellings all_paths = paths(target.substr(0, query));
    const Spellings all_queries = queries(target.substr(query));
    std::vector<std::pair<std::size_t, std::string>> by_distance;  // from how it was asked
    for (std::size_t o = 0; o < all_origins.size(); ++o) {
        for (std::size_t p = 0; p < all_paths.size(); ++p) {
            for (std::size_t q = 0; q < all_queries.size(); ++q)
                by_distance.emplace_back(o + p + q,
                                         all_origins[o] + parsed.path + all_paths[p] + all_queries[q]);
        }
    }
    std::sort(by_distance.begin(), by_distance.end());
    Spellings all;
    for (auto& [distance, address] : by_distance)
        all.push_back(std::move(address));
    return all;
}

}  // namespace send_text::twilio
