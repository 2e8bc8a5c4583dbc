#pragma once

#include <sys/resource.h>

#include <csignal>

/// While this lives no file of this process can be longer, as on a full disk.
class FullDisk {
  public:
    explicit FullDisk(rlim_t max_bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit most{max_bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &most);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int);
};
