#include "json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define DEEPEST 100

/* The text that is still to be read. */
typedef struct reader {
    const char *at;
    const char *end;
    int depth;
} reader;

static json *new_value(json_kind kind) {
    json *const value = calloc(1, sizeof *value);
    if (value != NULL) value->kind = kind;
    return value;
}

static int set_text(json_text *text, const char *data, size_t size) {
    char *const copy = malloc(size + 1);
    if (copy == NULL) return 0;
    if (size > 0) memcpy(copy, data, size);
    copy[size] = '\0';
    free(text->data);
    *text = (json_text){copy, size};
    return 1;
}

static int is_same(const json_text *a, const json_text *b) {
    return a->size == b->size && (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

void json_free(json *value) {
    if (value == NULL) return;
    for (size_t index = 0; index < value->count; ++index)
        json_free(value->items[index]);
    free(value->items);
    free(value->name.data);
    free(value->text.data);
    free(value);
}

json *json_copy(const json *value) {
    json *const copy = new_value(value->kind);
    if (copy == NULL) return NULL;
    int is_whole = (value->name.data == NULL || set_text(&copy->name, value->name.data, value->name.size)) &&
                   (value->text.data == NULL || set_text(&copy->text, value->text.data, value->text.size));
    for (size_t index = 0; is_whole && index < value->count; ++index) {
        json *const item = json_copy(value->items[index]);
        is_whole = item != NULL && json_insert(copy, index, item);
        if (!is_whole) json_free(item);
    }
    if (is_whole) return copy;
    json_free(copy);
    return NULL;
}

int json_insert(json *container, size_t index, json *value) {
    json **const items = realloc(container->items, (container->count + 1) * sizeof *items);
    if (items == NULL) return 0;
    container->items = items;
    memmove(items + index + 1, items + index, (container->count - index) * sizeof *items);
    items[index] = value;
    ++container->count;
    return 1;
}

json *json_take(json *container, size_t index) {
    json *const taken = container->items[index];
    --container->count;
    memmove(container->items + index, container->items + index + 1, (container->count - index) * sizeof taken);
    return taken;
}

int json_rename(json *value, const char *name, size_t size) {
    return set_text(&value->name, name, size);
}

static json *member(const json *object, const json_text *name) {
    for (size_t index = 0; object->kind == JSON_OBJECT && index < object->count; ++index)
        if (is_same(&object->items[index]->name, name)) return object->items[index];
    return NULL;
}

json *json_member(const json *object, const char *name) {
    const json_text wanted = {(char *)name, strlen(name)};
    return object == NULL ? NULL : member(object, &wanted);
}

const char *json_text_of(const json *object, const char *name) {
    const json *const found = json_member(object, name);
    return found != NULL && found->kind == JSON_STRING ? found->text.data : "";
}

int json_is_equal(const json *a, const json *b) {
    if (a->kind != b->kind || a->count != b->count) return 0;
    if (a->kind == JSON_NUMBER)
        return is_same(&a->text, &b->text) || strtod(a->text.data, NULL) == strtod(b->text.data, NULL);
    if (a->kind == JSON_STRING) return is_same(&a->text, &b->text);
    for (size_t index = 0; index < a->count; ++index) {
        const json *const other = a->kind == JSON_ARRAY ? b->items[index] : member(b, &a->items[index]->name);
        if (other == NULL || !json_is_equal(a->items[index], other)) return 0;
    }
    return 1;
}

static void skip_space(reader *from) {
    while (from->at < from->end && memchr(" \t\r\n", *from->at, 4) != NULL)
        ++from->at;
}

/* Whether this comes next; if so, it is read. */
static int takes(reader *from, const char *words) {
    const size_t size = strlen(words);
    if ((size_t)(from->end - from->at) < size || memcmp(from->at, words, size) != 0) return 0;
    from->at += size;
    return 1;
}

static size_t take_digits(reader *from) {
    const char *const start = from->at;
    while (from->at < from->end && *from->at >= '0' && *from->at <= '9')
        ++from->at;
    return (size_t)(from->at - start);
}

static json *read_number(reader *from) {
    const char *const start = from->at;
    takes(from, "-");
    if (!takes(from, "0") && take_digits(from) == 0) return NULL;
    if (takes(from, ".") && take_digits(from) == 0) return NULL;
    if (takes(from, "e") || takes(from, "E")) {
        if (!takes(from, "+")) takes(from, "-");
        if (take_digits(from) == 0) return NULL;
    }
    json *const number = new_value(JSON_NUMBER);
    if (number != NULL && set_text(&number->text, start, (size_t)(from->at - start))) return number;
    json_free(number);
    return NULL;
}

/* The value of four hexadecimal digits; -1: there are none. */
static long read_four(reader *from) {
    long code = 0;
    for (int digit = 0; digit < 4; ++digit) {
        static const char digits[] = "0123456789abcdef0123456789ABCDEF";
        const char *const found = from->at == from->end ? NULL : memchr(digits, *from->at, sizeof digits - 1);
        if (found == NULL) return -1;
        code = code * 16 + (found - digits) % 16;
        ++from->at;
    }
    return code;
}

/* Writes the character after "\u" as UTF-8; returns how many bytes, 0: not a character. */
static size_t read_code(reader *from, char *to) {
    long code = read_four(from);
    if (code >= 0xD800 && code <= 0xDBFF) {
        const long low = takes(from, "\\u") ? read_four(from) : -1;
        code = low >= 0xDC00 && low <= 0xDFFF ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : -1;
    } else if (code >= 0xDC00 && code <= 0xDFFF) {
        return 0;
    }
    if (code < 0) return 0;
    const size_t more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    to[0] = (char)(lead[more] | (unsigned char)(code >> (6 * more)));
    for (size_t next = 1; next <= more; ++next)
        to[next] = (char)(0x80 | ((code >> (6 * (more - next))) & 0x3F));
    return more + 1;
}

/* A string with its quotes. Its text is never longer than its JSON form. */
static int read_string(reader *from, json_text *to) {
    if (!takes(from, "\"")) return 0;
    char *const data = malloc((size_t)(from->end - from->at) + 1);
    size_t size = 0;
    int is_right = data != NULL;
    while (is_right && from->at < from->end && *from->at != '"') {
        static const char names[] = "\"\\/bfnrt";
        static const char meant[] = "\"\\/\b\f\n\r\t";
        const char next = *from->at++;
        if ((unsigned char)next < 0x20) {
            is_right = 0;
        } else if (next != '\\') {
            data[size++] = next;
        } else if (takes(from, "u")) {
            const size_t written = read_code(from, data + size);
            is_right = written > 0;
            size += written;
        } else {
            const char *const name = from->at == from->end ? NULL : memchr(names, *from->at, sizeof names - 1);
            is_right = name != NULL;
            if (is_right) data[size++] = meant[name - names];
            if (is_right) ++from->at;
        }
    }
    is_right = is_right && takes(from, "\"") && set_text(to, data, size);
    free(data);
    return is_right;
}

static json *read_value(reader *from);

/* Adds a value with its name to an object, which may already have one with this name. */
static int read_member(reader *from, json *object) {
    json_text name = {NULL, 0};
    skip_space(from);
    int is_right = read_string(from, &name);
    skip_space(from);
    json *const value = is_right && takes(from, ":") ? read_value(from) : NULL;
    is_right = value != NULL && json_rename(value, name.data, name.size);
    for (size_t index = 0; is_right && index < object->count; ++index)
        if (is_same(&object->items[index]->name, &name)) json_free(json_take(object, index)); /* the last one counts */
    is_right = is_right && json_insert(object, object->count, value);
    if (!is_right) json_free(value);
    free(name.data);
    return is_right;
}

static int read_item(reader *from, json *array) {
    json *const value = read_value(from);
    if (value != NULL && json_insert(array, array->count, value)) return 1;
    json_free(value);
    return 0;
}

static json *read_container(reader *from, json_kind kind, const char *end, int (*read_one)(reader *, json *)) {
    json *const container = ++from->depth > DEEPEST ? NULL : new_value(kind);
    int is_right = container != NULL;
    skip_space(from);
    if (is_right && !takes(from, end)) {
        do {
            is_right = read_one(from, container);
            skip_space(from);
        } while (is_right && takes(from, ","));
        is_right = is_right && takes(from, end);
    }
    --from->depth;
    if (is_right) return container;
    json_free(container);
    return NULL;
}

static json *read_value(reader *from) {
    skip_space(from);
    if (takes(from, "{")) return read_container(from, JSON_OBJECT, "}", read_member);
    if (takes(from, "[")) return read_container(from, JSON_ARRAY, "]", read_item);
    if (takes(from, "null")) return new_value(JSON_NULL);
    if (takes(from, "false")) return new_value(JSON_FALSE);
    if (takes(from, "true")) return new_value(JSON_TRUE);
    if (from->at == from->end || *from->at != '"') return read_number(from);
    json *const string = new_value(JSON_STRING);
    if (string != NULL && read_string(from, &string->text)) return string;
    json_free(string);
    return NULL;
}

json *json_parse(const char *data, size_t size) {
    reader from = {data, data + size, 0};
    json *const value = size == 0 ? NULL : read_value(&from);
    skip_space(&from);
    if (value != NULL && from.at == from.end) return value;
    json_free(value);
    return NULL;
}

static void write_string(const json_text *text, FILE *file) {
    fputc('"', file);
    for (size_t at = 0; at < text->size; ++at) {
        const unsigned char next = (unsigned char)text->data[at];
        if (next < 0x20) {
            fprintf(file, "\\u%04x", next);
        } else {
            if (next == '"' || next == '\\') fputc('\\', file);
            fputc(next, file);
        }
    }
    fputc('"', file);
}

void json_write(const json *value, FILE *file) {
    static const char *const words[] = {"null", "false", "true"};
    if (value->kind <= JSON_TRUE) fputs(words[value->kind], file);
    if (value->kind == JSON_NUMBER) fputs(value->text.data, file);
    if (value->kind == JSON_STRING) write_string(&value->text, file);
    if (value->kind < JSON_ARRAY) return;
    fputc(value->kind == JSON_ARRAY ? '[' : '{', file);
    for (size_t index = 0; index < value->count; ++index) {
        if (index > 0) fputc(',', file);
        if (value->kind == JSON_OBJECT) {
            write_string(&value->items[index]->name, file);
            fputc(':', file);
        }
        json_write(value->items[index], file);
    }
    fputc(value->kind == JSON_ARRAY ? ']' : '}', file);
}
