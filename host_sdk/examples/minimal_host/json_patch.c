#include "json_patch.h"

#include <stdlib.h>
#include <string.h>

static const char no_memory[] = "There is no memory left.";
static const char no_place[] = "A path of the patch leads nowhere.";

/* A place in a document: the document itself, or an item of its parent. */
typedef struct place {
    json *parent; /* NULL: the document itself */
    size_t index; /* of the item, or where a new one would go */
    int is_there;
    json_text name; /* in an object; to be freed */
} place;

/* The next part of a pointer (RFC 6901), after its "/"; free it. NULL: not a pointer, or no memory. */
static char *next_part(const char **at, const char *end, size_t *size) {
    char *const part = malloc((size_t)(end - *at) + 1);
    *size = 0;
    for (; part != NULL && *at < end && **at != '/'; ++*at) {
        char next = **at;
        if (next == '~') {
            if (++*at == end || (**at != '0' && **at != '1')) {
                free(part);
                return NULL;
            }
            next = **at == '0' ? '~' : '/';
        }
        part[(*size)++] = next;
    }
    return part;
}

/* The index that a part names; "-" is the place after the last item. A larger result: not an index. */
static size_t index_of(const json *array, const char *part, size_t size) {
    const size_t none = array->count + 1;
    size_t index = 0;
    if (size == 1 && part[0] == '-') return array->count;
    if (size == 0 || size > 9 || (size > 1 && part[0] == '0')) return none;
    for (size_t at = 0; at < size; ++at) {
        if (part[at] < '0' || part[at] > '9') return none;
        index = index * 10 + (size_t)(part[at] - '0');
    }
    return index > array->count ? none : index;
}

/* Whether the pointer leads to a value, or to a place where one can be added. */
static int find(json *document, const json *pointer, place *found) {
    *found = (place){NULL, 0, 1, {NULL, 0}};
    if (pointer == NULL || pointer->kind != JSON_STRING) return 0;
    const char *at = pointer->text.data;
    const char *const end = at + pointer->text.size;
    json *here = document;
    while (at < end) {
        if (*at++ != '/' || here == NULL) return 0;
        free(found->name.data);
        found->name.data = next_part(&at, end, &found->name.size);
        if (found->name.data == NULL || (here->kind != JSON_ARRAY && here->kind != JSON_OBJECT)) return 0;
        found->parent = here;
        found->index = here->kind == JSON_ARRAY ? index_of(here, found->name.data, found->name.size) : 0;
        while (here->kind == JSON_OBJECT && found->index < here->count) {
            const json_text *const name = &here->items[found->index]->name;
            if (name->size == found->name.size && memcmp(name->data, found->name.data, name->size) == 0) break;
            ++found->index;
        }
        if (found->index > here->count) return 0;
        found->is_there = found->index < here->count;
        here = found->is_there ? here->items[found->index] : NULL;
    }
    return 1;
}

static int is_something(json *document, const json *path) {
    place where;
    const int is_there = find(document, path, &where) && where.is_there;
    free(where.name.data);
    return is_there;
}

static json *value_at(json *document, const place *where) {
    return where->parent == NULL ? document : where->parent->items[where->index];
}

/* Puts a value at a place: in an object it replaces the old value, in an array it goes before it. Owns the value. */
static const char *put(json **document, const place *where, json *value) {
    if (value == NULL) return no_memory;
    if (where->parent == NULL) {
        json_free(*document);
        *document = value;
        return NULL;
    }
    const int is_object = where->parent->kind == JSON_OBJECT;
    if ((is_object && !json_rename(value, where->name.data, where->name.size)) ||
        !json_insert(where->parent, where->index, value)) {
        json_free(value);
        return no_memory;
    }
    if (is_object && where->is_there) json_free(json_take(where->parent, where->index + 1));
    return NULL;
}

static const char *add(json **document, const json *path, json *value) {
    place where;
    const char *why = no_place;
    if (find(*document, path, &where)) {
        why = put(document, &where, value);
    } else {
        json_free(value);
    }
    free(where.name.data);
    return why;
}

/* Removes the value there and writes it to *taken. */
static const char *take(json **document, const json *path, json **taken) {
    place where;
    const char *why = no_place;
    if (find(*document, path, &where) && where.is_there) {
        *taken = where.parent == NULL ? *document : json_take(where.parent, where.index);
        if (where.parent == NULL) *document = NULL;
        why = *document == NULL ? "The whole document cannot be taken away." : NULL;
    }
    free(where.name.data);
    return why;
}

static const char *remove_value(json **document, const json *path) {
    json *taken = NULL;
    const char *const why = take(document, path, &taken);
    json_free(taken);
    return why;
}

static const char *replace(json **document, const json *path, json *value) {
    place where;
    const char *why = no_place;
    if (find(*document, path, &where) && where.is_there) {
        /* In an array the new value is inserted before the old one, which then comes after it. */
        const int is_array = where.parent != NULL && where.parent->kind == JSON_ARRAY;
        why = put(document, &where, value);
        if (why == NULL && is_array) json_free(json_take(where.parent, where.index + 1));
    } else {
        json_free(value);
    }
    free(where.name.data);
    return why;
}

static const char *test(json *document, const json *path, const json *value) {
    place where;
    const char *why = no_place;
    if (find(document, path, &where) && where.is_there)
        why = json_is_equal(value_at(document, &where), value) ? NULL : "A test of the patch found another value.";
    free(where.name.data);
    return why;
}

static const char *copy(json **document, const json *from, const json *path) {
    place where;
    json *value = NULL;
    const char *why = no_place;
    if (find(*document, from, &where) && where.is_there) {
        value = json_copy(value_at(*document, &where));
        why = NULL;
    }
    free(where.name.data);
    return why != NULL ? why : value == NULL ? no_memory : add(document, path, value);
}

/* Whether one pointer leads into the value of the other. */
static int is_within(const json *path, const json *from) {
    return path->text.size > from->text.size && memcmp(path->text.data, from->text.data, from->text.size) == 0 &&
           path->text.data[from->text.size] == '/';
}

static const char *move(json **document, const json *from, const json *path) {
    if (is_within(path, from)) return "A value of the patch is moved into itself.";
    if (json_is_equal(from, path)) return is_something(*document, from) ? NULL : no_place;
    json *taken = NULL;
    const char *const why = take(document, from, &taken);
    if (why == NULL) return add(document, path, taken);
    json_free(taken);
    return why;
}

static int is_text(const json *value) {
    return value != NULL && value->kind == JSON_STRING;
}

static const char *apply(json **document, const json *operation) {
    const char *const name = json_text_of(operation, "op");
    const json *const path = json_member(operation, "path");
    const json *const from = json_member(operation, "from");
    const json *const value = json_member(operation, "value");
    if (!is_text(path)) return "A step of the patch has no path.";
    if (strcmp(name, "remove") == 0) return remove_value(document, path);
    if (strcmp(name, "move") == 0 || strcmp(name, "copy") == 0) {
        if (!is_text(from)) return "A step of the patch has no from.";
        return name[0] == 'm' ? move(document, from, path) : copy(document, from, path);
    }
    if (strcmp(name, "add") != 0 && strcmp(name, "replace") != 0 && strcmp(name, "test") != 0)
        return "A step of the patch is none that there is.";
    if (value == NULL) return "A step of the patch has no value.";
    if (name[0] == 't') return test(*document, path, value);
    json *const fresh = json_copy(value);
    if (fresh == NULL) return no_memory;
    return name[0] == 'a' ? add(document, path, fresh) : replace(document, path, fresh);
}

json *json_patch(const json *document, const json *patch, const char **why) {
    json *changed = json_copy(document);
    *why = changed == NULL ? no_memory : patch->kind == JSON_ARRAY ? NULL : "The patch is no list.";
    for (size_t step = 0; *why == NULL && step < patch->count; ++step)
        *why = apply(&changed, patch->items[step]);
    if (*why == NULL) return changed;
    json_free(changed);
    return NULL;
}
