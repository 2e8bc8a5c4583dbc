#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace mock_host {

/// What people read while a scenario is played. Each line is written out at once.
class Transcript {
  public:
    explicit Transcript(std::ostream& out) : out_(out) {}

    void scenario(const std::string& name, const std::string& description);
    void step(std::size_t number, const std::string& title, const std::string& comment);
    /// What was seen, below its step; each line of it is indented.
    void seen(const std::string& text);
    void failed(const std::string& what, const std::string& words);
    void line(const std::string& text);

  private:
    std::ostream& out_;
};

/// Each line of a text, behind so many spaces.
std::string indented(const std::string& text, std::size_t spaces);

}  // namespace mock_host
