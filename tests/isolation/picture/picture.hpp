#pragma once

#include <map>
#include <string>
#include <vector>

struct OwnLibraries;

namespace isolation {

/// What belongs to the whole process and not to a plug-in: by the name of each property what it is now.
/// Not in it, because there is nothing to hold a plug-in to: errno and the floating-point flags that
/// arithmetic raises (every function of C may set them), and what is compiled into a library, such as
/// OpenSSL's default paths (the environment that goes before them is in it).
using Picture = std::map<std::string, std::string>;

/// Each file adds the properties of its subject.
void add_process(Picture& picture);
void add_threads_and_files(Picture& picture);
void add_language(Picture& picture);
void add_poco(Picture& picture);
void add_sqlite(Picture& picture, const OwnLibraries& own);
void add_openssl(Picture& picture, const OwnLibraries& own);

Picture take_picture(const OwnLibraries& own);

/// The properties whose values are not the same.
std::vector<std::string> changed_properties(const Picture& before, const Picture& after);

/// What became of a property: the lines that are gone and those that are new.
std::string change(const std::string& property, const Picture& before, const Picture& after);

}  // namespace isolation
