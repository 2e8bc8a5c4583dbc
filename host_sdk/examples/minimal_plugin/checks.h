/* Checks of what the host passes: NULL, sizes, versions, UTF-8. Feel free to copy them. */
#ifndef CHECKS_H
#define CHECKS_H

#include <stdio.h>
#include <string.h>

#include "staffing/ext/menu.h"
#include "staffing/host.h"

#define CONTRACT \
    { STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0 }
#define TEXT(literal) \
    { literal, sizeof(literal) - 1 }
#define SIZE_UP_TO(type, field) (offsetof(type, field) + sizeof(((const type *)0)->field))

static inline staffing_status fail(const staffing_error_sink *error, staffing_status status, const char *words) {
    if (error != NULL) error->write(error->context, words, strlen(words));
    return status;
}

static inline staffing_status null_given(const staffing_error_sink *error) {
    return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given where Minimal Plug-in needs a value.");
}

/* The host's table of an extension. A table consists only of function pointers; one that lacks any of them counts as
 * missing. */
static inline const void *extension_of(const staffing_host *host, const char *id, size_t table_size) {
    const staffing_string extension_id = {id, strlen(id)};
    const char *const table = host->get_extension(host, &extension_id);
    void (*function)(void);
    for (size_t at = 0; table != NULL && at < table_size; at += sizeof function) {
        memcpy(&function, table + at, sizeof function);
        if (function == NULL) return NULL;
    }
    return table;
}

/* Whether an id is exactly this one, with nothing after it. */
static inline int is_equal(const staffing_string *text, const char *wanted) {
    return text->data != NULL && text->size == strlen(wanted) && memcmp(text->data, wanted, text->size) == 0;
}

/* RFC 3629: no overlong form, no surrogate, nothing past U+10FFFF. */
static inline int is_utf8(const unsigned char *at, uint64_t left) {
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

static inline staffing_status check_text(const staffing_string *text, uint64_t most_bytes,
                                         const staffing_error_sink *error) {
    if (text == NULL || (text->data == NULL && text->size > 0)) return null_given(error);
    if (text->size > most_bytes) return fail(error, STAFFING_STATUS_TOO_LARGE, "A text is longer than it may be.");
    if (!is_utf8((const unsigned char *)text->data, text->size))
        return fail(error, STAFFING_STATUS_INVALID_UTF8, "A text is not valid UTF-8.");
    return STAFFING_STATUS_OK;
}

/* A larger struct is from a later version. Only the fields of the first version are read, so it needs no special care.
 */
static inline staffing_status check_target(const staffing_menu_target *target, const staffing_error_sink *error) {
    if (target == NULL) return null_given(error);
    if (target->struct_size < SIZE_UP_TO(staffing_menu_target, hotlist_id))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The struct_size of the menu's target is too small.");
    return target->records == NULL && target->record_count > 0 ? null_given(error) : STAFFING_STATUS_OK;
}

/* Places that were added after this plug-in was built are unknown and get no item. */
static inline int is_known_place(staffing_menu_place place) {
    return place >= STAFFING_MENU_PLACE_EMPLOYEE_RECORD && place <= STAFFING_MENU_PLACE_HOTLIST;
}

/* The version comes first: a host of another major version may have anything after it. */
static inline staffing_status check_host(const staffing_host *host, const staffing_error_sink *error) {
    if (host == NULL) return null_given(error);
    if (host->struct_size < SIZE_UP_TO(staffing_host, version))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The host's struct_size is too small for a version.");
    if (host->version.major != STAFFING_VERSION_MAJOR) {
        char words[160];
        snprintf(words, sizeof words, "Minimal Plug-in speaks version %u.%u of the contract and this host %lu.%lu.",
                 STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, (unsigned long)host->version.major,
                 (unsigned long)host->version.minor);
        return fail(error, STAFFING_STATUS_VERSION_MISMATCH, words);
    }
    if (host->struct_size < SIZE_UP_TO(staffing_host, get_extension))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The host's struct_size is too small.");
    return host->get_extension == NULL ? null_given(error) : STAFFING_STATUS_OK;
}

#endif
