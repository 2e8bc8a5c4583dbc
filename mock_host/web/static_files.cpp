#include "mock_host/web/static_files.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>

#include "mock_host/web/api_request.hpp"

namespace mock_host {

namespace {

constexpr const char* index_page = "index.html";

std::string content_type_of(const std::filesystem::path& file) {
    static const std::map<std::string_view, const char*> types{
        {".css", "text/css; charset=utf-8"},
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json"},
        {".map", "application/json"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".png", "image/png"},
        {".svg", "image/svg+xml"},
        {".txt", "text/plain; charset=utf-8"},
        {".woff2", "font/woff2"},
    };
    const auto found = types.find(file.extension().string());
    return found != types.end() ? found->second : "application/octet-stream";
}

/// Neither hidden nor a way out of the folder.
bool is_plain_name(const std::string& name) {
    return !name.empty() && name.front() != '.' &&
           name.find_first_of(std::string_view("/\\\0", 3)) == name.npos;
}

/// Fills in content="…" of the meta tag; a page without one stays as it is.
std::string with_token(std::string page, const std::string& token) {
    constexpr std::string_view content = "content=\"";
    const std::size_t meta = page.find("name=\"mock-host-token\"");
    if (meta == std::string::npos) return page;
    const std::size_t value = page.find(content, meta);
    if (value == std::string::npos) return page;
    const std::size_t begin = value + content.size();
    const std::size_t end = page.find('"', begin);
    if (end == std::string::npos) return page;
    return page.replace(begin, end - begin, token);
}

}  // namespace

StaticFiles::StaticFiles(std::filesystem::path folder, std::string token)
    : folder_(std::move(folder)), token_(std::move(token)) {}

StaticFiles::File StaticFiles::read(const std::vector<std::string>& path) const {
    const bool is_index = path.empty() || (path.size() == 1 && path.front() == index_page);
    std::filesystem::path file = folder_;
    if (!std::all_of(path.begin(), path.end(), is_plain_name)) throw ApiError(404, "There is no such page.");
    for (const std::string& name : path)
        file /= name;
    if (path.empty()) file /= index_page;
    std::error_code error;
    std::ifstream stream;
    if (std::filesystem::is_regular_file(file, error)) stream.open(file, std::ios::binary);
    if (!stream.is_open()) {
        throw ApiError(404, is_index ? "The screens are not built: build the target mock_web_pages."
                                     : "There is no such page.");
    }
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    return {content_type_of(file), is_index ? with_token(std::move(text), token_) : std::move(text)};
}

}  // namespace mock_host
