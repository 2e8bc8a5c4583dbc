#include "compose/pieces.hpp"

#include <cstddef>
#include <utility>

#include <nlohmann/json.hpp>

namespace send_text {
namespace {

using nlohmann::json;

/// Written as text and given to the host in a fraction of a millisecond.
constexpr std::size_t operations_of_a_piece = 50;

}  // namespace

std::vector<json> in_pieces(json operations) {
    std::vector<json> pieces;
    for (json& operation : operations) {
        if (pieces.empty() || pieces.back().size() == operations_of_a_piece) pieces.push_back(json::array());
        pieces.back().push_back(std::move(operation));
    }
    return pieces;
}

}  // namespace send_text
