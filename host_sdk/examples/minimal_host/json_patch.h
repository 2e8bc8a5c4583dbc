/* JSON Patch (RFC 6902): how plug-ins change what a dialog says. Take json.c and json_patch.c for your own host. */
#ifndef JSON_PATCH_H
#define JSON_PATCH_H

#include "json.h"

/* The document with the patch applied, a new one, all or nothing. NULL when the patch is none or does not fit; then
 * *why says so in words, which are not to be freed. */
json *json_patch(const json *document, const json *patch, const char **why);

#endif
