/* JSON (RFC 8259) as a tree: as much as a host needs to read the views of dialogs. */
#ifndef JSON_H
#define JSON_H

#include <stddef.h>
#include <stdio.h>

typedef enum json_kind {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} json_kind;

/* The bytes of a string, followed by a NUL that is not counted. They may also contain a NUL. */
typedef struct json_text {
    char *data;
    size_t size;
} json_text;

typedef struct json {
    json_kind kind;
    json_text name;      /* of a member of an object */
    json_text text;      /* of a string, in UTF-8; of a number, as it was written */
    struct json **items; /* of an array, or the members of an object in their order */
    size_t count;
} json;

/* The tree of a UTF-8 text; NULL when it is not JSON, is nested deeper than 100, or there is no memory. */
json *json_parse(const char *data, size_t size);

json *json_copy(const json *value); /* NULL: no memory */
void json_free(json *value);        /* NULL is allowed */

/* Whether both are equal: members in any order, numbers by value. */
int json_is_equal(const json *a, const json *b);

/* The member of an object, or NULL; also when it is not an object. */
json *json_member(const json *object, const char *name);

/* The text of a string that is a member; "" when there is none. */
const char *json_text_of(const json *object, const char *name);

/* Inserts a value before this index, or at the end. The container then owns it. 0: no memory. */
int json_insert(json *container, size_t index, json *value);

/* Removes and returns a value, which the caller then owns. */
json *json_take(json *container, size_t index);

/* Gives a value another name. 0: no memory. */
int json_rename(json *value, const char *name, size_t size);

void json_write(const json *value, FILE *file);

#endif
