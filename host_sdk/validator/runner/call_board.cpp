#include "runner/call_board.hpp"

#include <signal.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <system_error>

namespace validator {
namespace {

constexpr std::size_t longest = 200;
constexpr int no_place = -1;
constexpr int nobody = -1;
constexpr int own_thread = -2;  ///< a thread without a place

/// A text that can be read even if its writer died while writing it.
class Words {
  public:
    void write(std::string_view words) {
        const std::size_t size = std::min(words.size(), longest - 1);
        std::memcpy(bytes_.data(), words.data(), size);
        bytes_[size] = '\0';
    }
    std::string read() const { return {bytes_.data(), ::strnlen(bytes_.data(), longest)}; }

  private:
    std::array<char, longest> bytes_{};
};

struct Board {
    struct Place {
        std::atomic<bool> is_taken = false;
        Words call;
    };
    std::array<Place, 128> places;  ///< the first is the main thread's
    std::atomic<int> ended_by = nobody;
    Words thrown_out_of;
};

Board* board = nullptr;

/// A thread's place on the board. When all places are taken, further threads are not recorded.
struct OwnPlace {
    int index = no_place;
    const InCall* innermost = nullptr;

    OwnPlace() = default;
    ~OwnPlace() {
        if (index != no_place && board != nullptr)
            board->places[static_cast<std::size_t>(index)].is_taken = false;
    }
    OwnPlace(const OwnPlace&) = delete;
    OwnPlace& operator=(const OwnPlace&) = delete;

    void write(std::string_view call) {
        if (board == nullptr) return;
        for (std::size_t at = 0; index == no_place && at < board->places.size(); ++at)
            if (!board->places[at].is_taken.exchange(true)) index = static_cast<int>(at);
        if (index != no_place) board->places[static_cast<std::size_t>(index)].call.write(call);
    }
};

thread_local OwnPlace own_place;
thread_local int own_index = no_place;  ///< the same, for the handler of a signal

constexpr int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSYS, SIGTRAP};
std::array<struct sigaction, std::size(fatal_signals)> before;

void note_end(int signal, siginfo_t* info, void*) {
    int expected = nobody;
    board->ended_by.compare_exchange_strong(expected, own_index == no_place ? own_thread : own_index);
    for (std::size_t at = 0; at < std::size(fatal_signals); ++at)
        if (fatal_signals[at] == signal) ::sigaction(signal, &before[at], nullptr);
    if (info->si_code <= 0) ::raise(signal);  // a sent signal does not come again; a fault does
}

}  // namespace

InCall::InCall(std::string_view what)
    : what_(what), outer_(own_place.innermost), exceptions_before_(std::uncaught_exceptions()) {
    own_place.innermost = this;
    own_place.write(what_);
    own_index = own_place.index;
}

InCall::~InCall() {
    if (board != nullptr && std::uncaught_exceptions() > exceptions_before_ &&
        board->thrown_out_of.read().empty())
        board->thrown_out_of.write(what_);
    own_place.innermost = outer_;
    own_place.write(outer_ == nullptr ? std::string_view() : outer_->what_);
}

void CallBoard::clear() {
    if (board == nullptr) {
        void* const memory =
            ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED)
            throw std::system_error(errno, std::generic_category(), "Making a board of calls");
        board = new (memory) Board;
    } else {
        board = new (board) Board;
    }
    own_place.index = 0;
    board->places[0].is_taken = true;
}

void CallBoard::watch_for_crashes() {
    // For the main thread, whose stack may be exhausted when the signal comes.
    static std::array<char, 65'536> stack;
    stack_t now{};
    ::sigaltstack(nullptr, &now);
    stack_t own{};
    own.ss_sp = stack.data();
    own.ss_size = stack.size();
    if ((now.ss_flags & SS_DISABLE) != 0) ::sigaltstack(&own, nullptr);
    own_index = own_place.index;
    struct sigaction action {};
    action.sa_sigaction = &note_end;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    for (std::size_t at = 0; at < std::size(fatal_signals); ++at)
        ::sigaction(fatal_signals[at], &action, &before[at]);
}

std::string CallBoard::last_call() {
    if (board == nullptr) return {};
    if (const int ended_by = board->ended_by; ended_by >= 0)
        return board->places[static_cast<std::size_t>(ended_by)].call.read();
    // The thread is unknown; usually the main thread waits for the others.
    for (const Board::Place& place : board->places)
        if (std::string call = place.call.read(); place.is_taken && !call.empty()) return call;
    return {};
}

std::string CallBoard::main_call() {
    return board == nullptr ? std::string() : board->places[0].call.read();
}

bool CallBoard::was_own_thread() {
    return board != nullptr && board->ended_by == own_thread;
}

std::string CallBoard::thrown_out_of() {
    return board == nullptr ? std::string() : board->thrown_out_of.read();
}

}  // namespace validator
