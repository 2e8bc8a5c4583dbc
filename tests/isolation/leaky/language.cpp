#include <stdio_ext.h>

#include <cfenv>
#include <clocale>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <locale>
#include <new>

#include "isolation/leaky/leak.hpp"

namespace {

struct FrenchNumbers : std::numpunct<char> {
    char do_thousands_sep() const override { return ' '; }
};

std::locale earlier_locale;
std::terminate_handler earlier_terminate = nullptr;
std::new_handler earlier_new = nullptr;

}  // namespace

std::vector<Leak> language_leaks() {
    using R = const Reach&;
    return {
        {"C locale", [](R) { setlocale(LC_NUMERIC, "C"); }, [](R) { setlocale(LC_ALL, "C.UTF-8"); }},
        {"C++ locale",
         [](R) { earlier_locale = std::locale::global(std::locale(std::locale(), new FrenchNumbers)); },
         [](R) { std::locale::global(earlier_locale); }},
        {"terminate handler", [](R) { earlier_terminate = std::set_terminate(&std::abort); },
         [](R) { std::set_terminate(earlier_terminate); }},
        {"new handler", [](R) { earlier_new = std::set_new_handler([] { throw std::bad_alloc(); }); },
         [](R) { std::set_new_handler(earlier_new); }},
        {"C streams", [](R) { __fsetlocking(stdin, FSETLOCKING_BYCALLER); },
         [](R) { __fsetlocking(stdin, FSETLOCKING_INTERNAL); }},
        {"C++ streams", [](R) { std::cerr << std::hex; }, [](R) { std::cerr << std::dec; }},
        {"floating-point environment", [](R) { fesetround(FE_UPWARD); }, [](R) { fesetround(FE_TONEAREST); }},
        {"C random numbers", [](R) { (void)rand(); }, nullptr},
    };
}
