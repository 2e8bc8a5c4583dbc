#include <stdio_ext.h>

#include <array>
#include <cfenv>
#include <clocale>
#include <cstdlib>
#include <exception>
#include <iomanip>
#include <iostream>
#include <locale>
#include <new>
#include <sstream>
#include <typeinfo>

#include "isolation/picture/picture.hpp"

// What the runtime libraries of C and C++ keep for a process.
namespace isolation {
namespace {

std::string c_stream(const char* name, FILE* stream) {
    std::ostringstream text;
    text << name << ": " << (__flbf(stream) != 0 ? "by lines" : "by blocks") << ", buffer "
         << __fbufsize(stream) << ", wide " << fwide(stream, 0) << ", error " << ferror(stream) << ", lock "
         << __fsetlocking(stream, FSETLOCKING_QUERY) << '\n';
    return text.str();
}

std::string cpp_stream(const char* name, const std::ios& stream) {
    std::ostringstream text;
    const std::streambuf& buffer = *stream.rdbuf();
    text << name << ": flags " << stream.flags() << ", precision " << stream.precision() << ", width "
         << stream.width() << ", fill " << static_cast<int>(stream.fill()) << ", exceptions "
         << stream.exceptions() << ", state " << stream.rdstate() << ", buffer " << &buffer << " "
         << typeid(buffer).name() << ", tied to " << stream.tie() << ", locale " << stream.getloc().name()
         << '\n';
    return text.str();
}

/// The state of rand(), which can only be seen by setting another one for a moment.
std::string random_numbers() {
    static std::array<char, 32> other{};
    char* const state = initstate(1, other.data(), other.size());
    std::ostringstream text;
    for (std::size_t i = 0; i < 32; ++i)
        text << std::hex << static_cast<int>(static_cast<unsigned char>(state[i]));
    setstate(state);
    return text.str();
}

/// A locale with a facet of somebody's own has no name, so the facets that people replace are in it too.
std::string cpp_locale() {
    const std::locale global;
    std::ostringstream text;
    text << global.name() << ", numbers " << &std::use_facet<std::numpunct<char>>(global) << ", letters "
         << &std::use_facet<std::ctype<char>>(global) << ", encoding "
         << &std::use_facet<std::codecvt<wchar_t, char, std::mbstate_t>>(global);
    return text.str();
}

template <class Handler>
std::string address(Handler handler) {
    std::ostringstream text;
    text << reinterpret_cast<void*>(handler);
    return text.str();
}

}  // namespace

void add_language(Picture& picture) {
    picture["C locale"] = setlocale(LC_ALL, nullptr);
    picture["C++ locale"] = cpp_locale();
    picture["terminate handler"] = address(std::get_terminate());
    picture["new handler"] = address(std::get_new_handler());
    picture["C streams"] = c_stream("stdin", stdin) + c_stream("stdout", stdout) + c_stream("stderr", stderr);
    picture["C++ streams"] = cpp_stream("cin", std::cin) + cpp_stream("cout", std::cout) +
                             cpp_stream("cerr", std::cerr) + cpp_stream("clog", std::clog);
    picture["floating-point environment"] =
        "rounding " + std::to_string(fegetround()) + ", traps " + std::to_string(fegetexcept());
    picture["C random numbers"] = random_numbers();
}

}  // namespace isolation
