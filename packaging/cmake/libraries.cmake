# The libraries of the plug-in, from the system's packages (packaging/install-deps installs them).

find_package(Poco 1.11 REQUIRED COMPONENTS Foundation Net Data DataSQLite)
find_package(SQLite3 3.35 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS SSL)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(date 3.0 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc)

# libphonenumber ships neither a CMake config nor a .pc file.
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h REQUIRED)
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
find_package(Protobuf REQUIRED)
add_library(send_text_phonenumber INTERFACE)
target_include_directories(send_text_phonenumber SYSTEM INTERFACE ${PHONENUMBER_INCLUDE_DIR})
target_link_libraries(send_text_phonenumber INTERFACE ${PHONENUMBER_LIBRARY} protobuf::libprotobuf)
