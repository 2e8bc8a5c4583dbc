/* JSON Patch (RFC 6902): how plug-ins change a dialog. Copy json.c and json_patch.c to your own host. */
#ifndef JSON_PATCH_H
#define JSON_PATCH_H

#include "json.h"

/* A new document with the patch applied, all or nothing. NULL when the patch is invalid or does not fit; *why is then a
 * message, which must not be freed. */
json *json_patch(const json *document, const json *patch, const char **why);

#endif
