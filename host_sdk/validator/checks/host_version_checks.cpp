#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <new>

#include "host/live_plugin.hpp"
#include "runner/outcome.hpp"
#include "staffing_cpp/first_version.hpp"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

constexpr std::uint32_t first_size = staffing::first_version_size<staffing_host>;
constexpr std::uint32_t size_with_version = offsetof(staffing_host, version) + sizeof(staffing_version);

/// A host struct of which only `size` bytes exist: reading past them crashes.
class HostBytes {
  public:
    HostBytes(const staffing_host& host, std::size_t size)
        : page_(static_cast<std::size_t>(::getpagesize())) {
        memory_ = ::mmap(nullptr, 2 * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory_ == MAP_FAILED) throw std::bad_alloc();
        char* const end = static_cast<char*>(memory_) + page_;
        ::mprotect(end, page_, PROT_NONE);
        // The first eight bytes can always be read: they hold struct_size.
        const std::size_t readable = std::max<std::size_t>((size + 7) / 8 * 8, 8);
        host_ = end - readable;
        std::memcpy(host_, &host, std::min(readable, sizeof host));
    }
    ~HostBytes() { ::munmap(memory_, 2 * page_); }

    HostBytes(const HostBytes&) = delete;
    HostBytes& operator=(const HostBytes&) = delete;

    const staffing_host* c() const { return static_cast<const staffing_host*>(host_); }

  private:
    std::size_t page_;
    void* memory_;
    void* host_;
};

/// A host of another major version: the fields after its version do not mean what we expect.
staffing_host host_of_major(std::uint32_t major) {
    staffing_host host;
    std::memset(&host, 0x5A, sizeof host);
    host.struct_size = sizeof host;
    host.reserved = 0;
    host.version = {major, 3, 0, 0};
    return host;
}

std::string other_major_refused(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    for (const std::uint32_t major : {0U, 2U, 77U}) {
        const std::string what = "A host of version " + std::to_string(major) + ".3";
        run.step(what);
        const staffing_host host = host_of_major(major);
        const staffing_plugin* plugin = reinterpret_cast<const staffing_plugin*>(&host);
        const Answer answer = create(library, &host, &plugin);
        expect(answer.status == STAFFING_STATUS_VERSION_MISMATCH,
               what + " was answered " + name_of(answer.status) + " instead of VERSION_MISMATCH.");
        expect(plugin == nullptr, what + " was refused, but *plugin is not NULL.");
        for (const std::uint32_t named : {major, STAFFING_VERSION_MAJOR})
            expect(answer.words.find(std::to_string(named)) != std::string::npos,
                   what + " was refused with an error text that does not name version " +
                       std::to_string(named) + ": \"" + answer.words + "\"");

        run.step(what + " that ends with its version");
        staffing_host smaller = host;
        smaller.struct_size = size_with_version;
        const HostBytes bytes(smaller, size_with_version);
        const Answer of_smaller = create(library, bytes.c(), &plugin);
        expect(of_smaller.status == STAFFING_STATUS_VERSION_MISMATCH ||
                   of_smaller.status == STAFFING_STATUS_STRUCT_TOO_SMALL,
               what + " that ends with its version was answered " + name_of(of_smaller.status) + ".");
    }
    return "Hosts of major versions 0, 2 and 77 were refused with error texts that name both versions.";
}

std::string newer_minor_accepted(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    {
        LivePlugin in_a_host_like_us(library, HostOptions{.folder = run.scratch});
        in_a_host_like_us.init();
        in_a_host_like_us.activate();
    }
    const HostOptions newer{.version = {STAFFING_VERSION_MAJOR, 99, 99, 0}, .folder = run.scratch};
    const ValidatorHost host(newer);
    const staffing_plugin* made = nullptr;
    run.step("create for a host of a newer minor");
    const Answer answer = create(library, host.c(), &made);
    expect(answer.status == STAFFING_STATUS_OK,
           "create for a host of a newer minor answered " + name_of(answer.status) + ": " + answer.words);
    destroy(*made);
    LivePlugin plugin(library, newer);
    expect_start(plugin, "In a host of a newer minor");
    return "It started in a host of version 1.99.99.";
}

std::string struct_sizes(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    const ValidatorHost model(HostOptions{.folder = run.scratch});
    for (const std::uint32_t size :
         {0U, 8U, size_with_version - 8, size_with_version, first_size - 8, first_size - 1}) {
        const std::string what = "A host with struct_size " + std::to_string(size);
        run.step(what);
        staffing_host host = *model.c();
        host.struct_size = size;
        const HostBytes bytes(host, size);
        const staffing_plugin* plugin = reinterpret_cast<const staffing_plugin*>(&host);
        const Answer answer = create(library, bytes.c(), &plugin);
        expect(answer.status == STAFFING_STATUS_STRUCT_TOO_SMALL,
               what + " was answered " + name_of(answer.status) + " instead of STRUCT_TOO_SMALL.");
        expect(plugin == nullptr, what + " was refused, but *plugin is not NULL.");
    }
    for (const std::uint32_t size : {first_size, first_size + 8}) {
        run.step("a host with struct_size " + std::to_string(size));
        HostOptions options{.struct_size = size, .folder = run.scratch};
        const ValidatorHost host(options);
        const staffing_plugin* plugin = nullptr;
        const Answer answer = create(library, host.c(), &plugin);
        expect(answer.status == STAFFING_STATUS_OK, "A host with struct_size " + std::to_string(size) +
                                                        " was answered " + name_of(answer.status) + ": " +
                                                        answer.words);
        destroy(*plugin);
    }
    return "Less than " + std::to_string(first_size) + " bytes were refused, as many or more accepted.";
}

constexpr Check checks[] = {
    {"host-other-major-refused",
     "create refuses a host of another major version with VERSION_MISMATCH and an error text that names both "
     "versions, and reads nothing else of the host.",
     &other_major_refused},
    {"host-newer-minor-accepted", "A host with a newer minor version or patch is never refused.",
     &newer_minor_accepted},
    {"host-struct-sizes",
     "create refuses a host struct smaller than the first version with STRUCT_TOO_SMALL, accepts a larger "
     "one, and reads nothing past its size.",
     &struct_sizes},
};

}  // namespace

std::span<const Check> host_version_checks() {
    return checks;
}

}  // namespace validator
