# The libraries that the mock host, the carrier simulator and the tests need beside those of the plug-in.

find_package(Poco 1.11 REQUIRED COMPONENTS NetSSL Util Crypto)
find_package(Boost 1.74 REQUIRED)
