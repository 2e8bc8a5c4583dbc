#include "runner/outcome.hpp"

namespace validator {

std::string_view word_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::ok:
            return "ok";
        case Outcome::failed:
            return "failed";
        case Outcome::crashed:
            return "crashed";
        case Outcome::warning:
            return "warning";
        case Outcome::skipped:
            return "skipped";
    }
    return "failed";
}

}  // namespace validator
