#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/refusal.hpp"
#include "templates/merge_values.hpp"

namespace send_text {

/// A text that is no template; what() says what to do.
class TemplateError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// One recipient's message, or why there is none.
struct Rendering {
    std::string body;                ///< empty when there is a problem
    std::optional<Refusal> problem;  ///< names the person and says what to do
};

/// A message with merge fields: "Hi {first_name|there}, this is {rep_first_name}."
///
/// `{name}` is filled with the recipient's value; `{name|default}` with the default when there is none (it
/// may be empty: `{name|}`). Names are matched by field_name, and stand on one line. `{{` is a brace as such,
/// which `}}` (or `}`) closes: `{{{name}}}` is the value in braces. Any other `}` stands for itself.
/// `{{name}}`, as other products write fields, `{{name}` and `{name}}` are refused: the braces would go out
/// to everybody.
class Template {
  public:
    /// Parses valid UTF-8; throws TemplateError for a field that is not closed, has no name, or has braces of
    /// its own on one side or on both.
    /// Which fields there are is known only from the values: compare fields() with what they have.
    static Template parse(std::string_view text);

    /// The names of the fields, each once, in the order of the text. Empty: every rendering is the same.
    const std::vector<std::string>& fields() const { return fields_; }

    /// The message for one recipient. Values are filled in as they are (braces in them mean nothing), without
    /// the blanks around them. A value that is empty, of blanks only or unknown and has no default is a
    /// problem. Blanks around the whole message that would cost more (see without_forcing_blanks) are left
    /// out.
    Rendering render(const MergeValues& values) const;

  private:
    struct Field {
        std::string name;
        std::optional<std::string> default_text;
    };
    struct Part {
        std::string literal;
        std::optional<Field> field;  ///< after the literal
    };

    void add_literal(std::string_view text);
    void add_field(std::string_view inside);

    std::vector<Part> parts_;
    std::vector<std::string> fields_;
};

}  // namespace send_text
