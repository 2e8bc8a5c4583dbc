#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

struct sqlite3;
struct ssl_ctx_st;

/// A host that uses the libraries of the plug-in for itself, each in another way than by default: what a
/// plug-in that sets them up for itself would change. One in a process, made before anything else.
struct OwnLibraries {
    explicit OwnLibraries(const std::filesystem::path& folder);
    ~OwnLibraries();
    OwnLibraries(const OwnLibraries&) = delete;
    OwnLibraries& operator=(const OwnLibraries&) = delete;

    sqlite3* database() const;             ///< with an open transaction
    std::size_t sqlite_log_lines() const;  ///< that came to the host's callback
    ssl_ctx_st* tls_context() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};
