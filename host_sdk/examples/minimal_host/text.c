#include "text.h"

#include <stdio.h>
#include <string.h>

staffing_string text(const char *words) {
    return (staffing_string){words, strlen(words)};
}

int is_equal(const staffing_string *a, const char *b) {
    return a->data != NULL && a->size == strlen(b) && memcmp(a->data, b, a->size) == 0;
}

/* RFC 3629: no overlong form, no surrogate, nothing past U+10FFFF. */
static int is_utf8(const unsigned char *at, uint64_t left) {
    static const uint32_t lowest[] = {0, 0x80, 0x800, 0x10000};
    for (uint64_t more; left > 0; at += more + 1, left -= more + 1) {
        more = at[0] < 0x80 ? 0 : at[0] < 0xE0 ? 1 : at[0] < 0xF0 ? 2 : 3;
        if (more == 0) continue;
        if (at[0] < 0xC2 || at[0] > 0xF4 || left <= more) return 0;
        uint32_t code = at[0] & (0x3Fu >> more);
        for (uint64_t next = 1; next <= more; ++next) {
            if ((at[next] & 0xC0) != 0x80) return 0;
            code = code << 6 | (at[next] & 0x3Fu);
        }
        if (code < lowest[more] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return 0;
    }
    return 1;
}

staffing_status check_text(const staffing_string *given, const staffing_error_sink *error) {
    if (given == NULL || (given->data == NULL && given->size > 0))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of a text.");
    if (!is_utf8((const unsigned char *)given->data, given->size))
        return fail(error, STAFFING_STATUS_INVALID_UTF8, "A text is not valid UTF-8.");
    return STAFFING_STATUS_OK;
}

void print(const char *before, const staffing_string *line) {
    printf("%s%.*s\n", before, (int)line->size, line->size == 0 ? "" : line->data);
}

staffing_status fail(const staffing_error_sink *error, staffing_status status, const char *words) {
    if (error != NULL) error->write(error->context, words, strlen(words));
    return status;
}

void STAFFING_CALL keep(void *context, const char *data, uint64_t size) {
    kept_words *const kept = context;
    const uint64_t most = sizeof kept->text - 1;
    const uint64_t taken = size < most ? size : most;
    if (taken > 0) memcpy(kept->text, data, taken);
    kept->text[taken] = '\0';
}
