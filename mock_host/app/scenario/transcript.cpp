#include "mock_host/app/scenario/transcript.hpp"

#include <iomanip>
#include <ostream>
#include <sstream>

namespace mock_host {

std::string indented(const std::string& text, std::size_t spaces) {
    std::istringstream lines(text);
    std::string result;
    for (std::string line; std::getline(lines, line);)
        result += std::string(spaces, ' ') + line + "\n";
    return result;
}

void Transcript::scenario(const std::string& name, const std::string& description) {
    out_ << name << "\n";
    if (!description.empty()) out_ << indented(description, 2);
    out_ << std::endl;
}

void Transcript::step(std::size_t number, const std::string& title, const std::string& comment) {
    if (!comment.empty()) out_ << "\n     " << comment << "\n";
    out_ << std::setw(3) << number << ". " << title << std::endl;
}

void Transcript::seen(const std::string& text) {
    out_ << indented(text, 7) << std::flush;
}

void Transcript::failed(const std::string& what, const std::string& words) {
    out_ << "\nNot as stated: " << what << "\n" << indented(words, 2) << std::flush;
}

void Transcript::line(const std::string& text) {
    out_ << text << std::endl;
}

}  // namespace mock_host
