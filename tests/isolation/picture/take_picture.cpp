#include "isolation/picture/picture.hpp"

namespace isolation {

Picture take_picture(const OwnLibraries& own) {
    Picture picture;
    add_process(picture);
    add_threads_and_files(picture);
    add_language(picture);
    add_poco(picture);
    add_sqlite(picture, own);
    add_openssl(picture, own);
    return picture;
}

}  // namespace isolation
