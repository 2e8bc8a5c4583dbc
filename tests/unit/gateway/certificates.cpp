#include "unit/gateway/certificates.hpp"

#include <Poco/TemporaryFile.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

TestAuthority::TestAuthority() : folder_(Poco::TemporaryFile::tempName()) {
    std::filesystem::create_directories(folder_);
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test-authority "
        "-keyout ca.key -out ca.pem");
}

TestAuthority::~TestAuthority() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

TestAuthority::Issued TestAuthority::issue(const std::string& names) const {
    std::ofstream(folder_ / "names.cnf") << "subjectAltName=" << names << '\n';
    openssl(
        "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=test-server -keyout "
        "server.key "
        "-out server.csr");
    openssl(
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names.cnf "
        "-out server.pem");
    return {(folder_ / "server.pem").string(), (folder_ / "server.key").string()};
}

void TestAuthority::openssl(const std::string& arguments) const {
    const std::string command = "cd '" + folder_.string() + "' && openssl " + arguments + " 2>openssl.log";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl failed: " + arguments);
}
