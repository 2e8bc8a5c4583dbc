// A request as the wire brings it, and what two readers could understand differently.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <optional>
#include <string>

#include "webhooks/request_reader.hpp"

using namespace send_text;

namespace {

const std::string head = "POST /a HTTP/1.1\r\n";
const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";

/// What became of a request whose bytes arrive in pieces.
struct Reading {
    Reading(const std::string& bytes, std::size_t piece) {
        std::size_t at = 0;
        try {
            for (; at < bytes.size() && !is_whole; at += piece)
                is_whole = reader.take(std::string_view(bytes).substr(at, piece));
        } catch (const HttpRefusal& refusal) {
            refused = refusal.status;
        }
    }

    RequestReader reader;
    bool is_whole = false;
    int refused = 0;
};

std::size_t any_piece() {
    return GENERATE(as<std::size_t>{}, 1, 2, 3, 7, 64, 100'000);
}

}  // namespace

TEST_CASE("a body in chunks is put together, however it is cut and whatever stands beside it") {
    const std::string chunks = GENERATE(
        "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n", "7\r\nabcdefg\r\n0\r\n\r\n", "0007\r\nabcdefg\r\n000\r\n\r\n",
        "7;name=value\r\nabcdefg\r\n0;last\r\n\r\n", "7 ; a=\"b;c\"\r\nabcdefg\r\n0\r\n\r\n",
        "7  \r\nabcdefg\r\n0\r\n\r\n", "7\r\nabcdefg\r\n0\r\nX-Checksum: 12\r\nX-More: \r\n\r\n",
        "1\r\na\r\n1\r\nb\r\n1\r\nc\r\n1\r\nd\r\n1\r\ne\r\n1\r\nf\r\n1\r\ng\r\n0\r\n\r\n",
        "7\r\nabcdefg\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n");
    const std::string name = GENERATE("Transfer-Encoding: chunked", "transfer-encoding:CHUNKED",
                                      "TRANSFER-ENCODING: \t Chunked \t");
    Reading reading(head + name + "\r\n\r\n" + chunks, any_piece());
    CAPTURE(chunks, name);
    CHECK(reading.is_whole);
    CHECK(reading.reader.request().body == "abcdefg");
}

TEST_CASE("chunks carry any bytes") {
    std::string body;
    for (int byte = 0; byte < 256; ++byte)
        body += static_cast<char>(byte);
    Reading reading(chunked + "100\r\n" + body + "\r\n0\r\n\r\n", any_piece());
    CHECK(reading.is_whole);
    CHECK(reading.reader.request().body == body);
}

TEST_CASE("a trailer is no header") {
    Reading reading(chunked + "0\r\nX-Twilio-Signature: forged\r\nContent-Length: 5\r\n\r\n", any_piece());
    CHECK(reading.is_whole);
    CHECK(reading.reader.request().header("x-twilio-signature").empty());
}

TEST_CASE("chunks are bounded, and so is what stands beside them") {
    const auto [bytes, status] = GENERATE(table<std::string, int>({
        {"10000\r\n" + std::string(65'536, 'x') + "\r\n0\r\n\r\n", 0},
        {"10001\r\n", 413},
        {"10000\r\n" + std::string(65'536, 'x') + "\r\n1\r\n", 413},
        {"FFFFFFFFFFFFFFFF\r\n", 413},
        {"10000000000000001\r\n", 400},
        {"1;" + std::string(17 << 10, 'x') + "\r\n", 431},
        {"1;" + std::string(17 << 10, 'x'), 431},
        {"0\r\na: " + std::string(17 << 10, 'x') + "\r\n\r\n", 431},
    }));
    CAPTURE(bytes.substr(0, 20));
    const std::size_t piece = GENERATE(as<std::size_t>{}, 4096, 1'000'000);
    const Reading reading(chunked + bytes, piece);
    CHECK(reading.refused == status);
    CHECK(reading.is_whole == (status == 0));
}

TEST_CASE("extensions and trailers are bounded together") {
    std::string many;
    for (int count = 0; count < 100; ++count)
        many += "1;" + std::string(200, 'x') + "\r\na\r\n";
    CHECK(Reading(chunked + many, 100'000).refused == 431);
    std::string trailers = "0\r\n";
    for (int count = 0; count < 100; ++count)
        trailers += "a: " + std::string(200, 'x') + "\r\n";
    CHECK(Reading(chunked + trailers, 100'000).refused == 431);
}

TEST_CASE("whatever two readers could understand differently is refused") {
    const auto [bytes, status] = GENERATE(table<std::string, int>({
        {head + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        {head + "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n", 400},
        {head + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
        {head + "Content-Length: 3\r\ncontent-length: 3\r\n\r\nabc", 400},
        {head + "Content-Length: 3, 3\r\n\r\nabc", 400},
        {head + "Content-Length: +3\r\n\r\nabc", 400},
        {head + "Content-Length: 0x3\r\n\r\nabc", 400},
        {head + "Content-Length: 3 3\r\n\r\nabc", 400},
        {head + "Content-Length:\r\n\r\n", 400},
        {head + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501},
        {head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 501},
        {head + "Transfer-Encoding: xchunked\r\n\r\n", 501},
        {head + "Transfer-Encoding: \"chunked\"\r\n\r\n", 501},
        {head + "Transfer-Encoding:\r\n\r\n", 501},
        {"POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {head + "Content-Length : 3\r\n\r\nabc", 400},
        {head + " Content-Length: 3\r\n\r\nabc", 400},
        {head + "Content-Length: 3\r\n more\r\n\r\nabc", 400},
        {head + "a: b\rc: d\r\n\r\n", 400},
        {head + "a: b\r\r\n\r\n", 400},
        {head + std::string("a: b\0c\r\n\r\n", 10), 400},
        {head + "a\x7F: b\r\n\r\n", 400},
        {head + "(a): b\r\n\r\n", 400},
        {head + ": b\r\n\r\n", 400},
        {head + "Host: a\r\nHost: b\r\n\r\n", 400},
        {"POST  /a HTTP/1.1\r\n\r\n", 400},
        {"POST /a  HTTP/1.1\r\n\r\n", 400},
        {"POST /a HTTP/1.1 \r\n\r\n", 400},
        {"POST /a b HTTP/1.1\r\n\r\n", 400},
        {"POST /a\tb HTTP/1.1\r\n\r\n", 400},
        {"POST /a HTTP/1.10\r\n\r\n", 400},
        {"POST /a http/1.1\r\n\r\n", 400},
        {"POST /a HTTP/2.0\r\n\r\n", 400},
        {"(POST) /a HTTP/1.1\r\n\r\n", 400},
        {chunked + "3\nabc\r\n0\r\n\r\n", 400},
        {chunked + "3\r\nabc\n0\r\n\r\n", 400},
        {chunked + "3\r\nabcd\r\n0\r\n\r\n", 400},
        {chunked + "3\r\rabc\r\n", 400},
        {chunked + "3;a\rb\r\nabc\r\n", 400},
        {chunked + "0x3\r\nabc\r\n0\r\n\r\n", 400},
        {chunked + "-3\r\nabc\r\n0\r\n\r\n", 400},
        {chunked + " 3\r\nabc\r\n0\r\n\r\n", 400},
        {chunked + "3 4\r\nabc\r\n0\r\n\r\n", 400},
        {chunked + "\r\nabc\r\n0\r\n\r\n", 400},
        {chunked + "0\r\nno trailer\r\n\r\n", 400},
        {chunked + "0\r\na : b\r\n\r\n", 400},
    }));
    CAPTURE(bytes);
    const Reading reading(bytes, any_piece());
    CHECK(reading.refused == status);
    CHECK_FALSE(reading.is_whole);
}

TEST_CASE("old clients' line ends and empty lines are borne") {
    const std::string bytes = GENERATE("\r\n\r\nPOST /a HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi",
                                       "\n\nPOST /a HTTP/1.0\nContent-Length: 2\n\nhi",
                                       "POST /a HTTP/1.1\nCONTENT-LENGTH: 2\r\n\nhi",
                                       "POST /a HTTP/1.0\r\ncontent-length:2\r\nA:\r\n\r\nhi\r\n");
    CAPTURE(bytes);
    Reading reading(bytes, any_piece());
    CHECK(reading.is_whole);
    CHECK(reading.reader.request().target == "/a");
    CHECK(reading.reader.request().body == "hi");
}

TEST_CASE("empty lines alone are not kept") {
    RequestReader reader;
    const std::string lines(10'000, '\n');
    for (int count = 0; count < 100; ++count)
        REQUIRE_FALSE(reader.take(lines));
    CHECK(reader.take("POST /a HTTP/1.1\r\n\r\n"));
}

TEST_CASE("a header that comes twice is one list") {
    Reading reading(head + "X-Twilio-Signature: a\r\nx-twilio-signature: b\r\n\r\n", any_piece());
    CHECK(reading.is_whole);
    CHECK(reading.reader.request().header("x-twilio-signature") == "a, b");
}
