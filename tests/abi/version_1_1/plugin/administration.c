#include <stdio.h>

#include "plugin.h"

/* The settings (one: the greeting) and the accounts (at most one, with a token). */

static staffing_status give(const staffing_string_sink* sink, const char* words,
                            const staffing_error_sink* error) {
    if (sink == NULL || sink->write == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no sink.");
    sink->write(sink->context, words, strlen(words));
    return STAFFING_STATUS_OK;
}

/* The value of a key of a flat object of texts, without spaces around the colon; 0 when it is missing. */
static int value_of(const staffing_string* json, const char* key, char* value, size_t room) {
    char whole[512], pattern[64];
    copy_text(whole, sizeof whole, json->data, json->size);
    snprintf(pattern, sizeof pattern, "\"%s\":\"", key);
    const char* found = strstr(whole, pattern);
    if (found == NULL) return 0;
    found += strlen(pattern);
    copy_text(value, room, found, strcspn(found, "\""));
    return 1;
}

static staffing_status STAFFING_CALL describe_settings(const staffing_plugin* plugin,
                                                       const staffing_string_sink* sink,
                                                       const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    if (active(plugin, 0, error, &status) == NULL) return status;
    return give(sink,
                "{\"settings\": [{\"key\": \"greeting\", \"type\": \"text\", \"default\": \"To\","
                " \"label\": \"Greeting\"}]}",
                error);
}

static staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* sink,
                                            const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 0, error, &status);
    char json[200];
    if (self == NULL) return status;
    pthread_mutex_lock(&self->lock);
    snprintf(json, sizeof json, "{\"greeting\": \"%s\"}", self->greeting);
    pthread_mutex_unlock(&self->lock);
    return give(sink, json, error);
}

static staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* values_json,
                                            const staffing_string_sink* problems,
                                            const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 1, error, &status);
    char greeting[100];
    if (self == NULL) return status;
    if (values_json == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There are no values.");
    if (!value_of(values_json, "greeting", greeting, sizeof greeting)) return STAFFING_STATUS_OK;
    if (greeting[0] == '\0') {
        give(problems, "{\"greeting\": \"A greeting has at least one letter.\"}", NULL);
        return fail(error, STAFFING_STATUS_REFUSED, "A greeting has at least one letter.");
    }
    pthread_mutex_lock(&self->lock);
    memcpy(self->greeting, greeting, sizeof greeting);
    pthread_mutex_unlock(&self->lock);
    note_in_trail(self, "setting.change");
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL describe_accounts(const staffing_plugin* plugin,
                                                       const staffing_string_sink* sink,
                                                       const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    if (active(plugin, 0, error, &status) == NULL) return status;
    return give(sink,
                "{\"service\": \"notes\", \"label\": \"Notes\", \"fields\": [{\"id\": \"token\", \"type\": "
                "\"secret\","
                " \"label\": \"Token\", \"required\": true}]}",
                error);
}

static staffing_status STAFFING_CALL validate(const staffing_plugin* plugin,
                                              const staffing_string* values_json,
                                              const staffing_string_sink* problems,
                                              const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    char token[100];
    if (active(plugin, 0, error, &status) == NULL) return status;
    if (values_json == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There are no values.");
    const int is_there = value_of(values_json, "token", token, sizeof token);
    return give(problems, is_there ? "{}" : "{\"token\": \"A token is needed.\"}", error);
}

static staffing_status STAFFING_CALL test(const staffing_plugin* plugin, int64_t account_id,
                                          const staffing_string* values_json,
                                          const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    char token[100];
    (void)account_id;
    if (active(plugin, 1, error, &status) == NULL) return status;
    if (values_json == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There are no values.");
    if (value_of(values_json, "token", token, sizeof token)) return STAFFING_STATUS_OK;
    return fail(error, STAFFING_STATUS_REFUSED, "A token is needed.");
}

static staffing_status STAFFING_CALL save(const staffing_plugin* plugin, int64_t account_id,
                                          const staffing_string* values_json, int64_t* saved_id,
                                          const staffing_error_sink* error) {
    const staffing_string name = text("token");
    char token[100] = "";
    staffing_status status = test(plugin, account_id, values_json, error);
    if (status != STAFFING_STATUS_OK) return status;
    if (saved_id == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no place for the id.");
    notes* self = plugin->plugin_data;
    if (self->credentials == NULL)
        return fail(error, STAFFING_STATUS_NOT_SUPPORTED, "The host keeps no secrets.");
    value_of(values_json, "token", token, sizeof token);
    const staffing_string secret = text(token);
    status = self->credentials->put(self->host, &name, &secret, error);
    if (status != STAFFING_STATUS_OK) return status;
    pthread_mutex_lock(&self->lock);
    self->account_id = 1;
    self->is_paused = 0;
    pthread_mutex_unlock(&self->lock);
    note_in_trail(self, "account.add");
    *saved_id = 1;
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL remove_account(const staffing_plugin* plugin, int64_t account_id,
                                                    const staffing_error_sink* error) {
    const staffing_string name = text("token");
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 1, error, &status);
    if (self == NULL) return status;
    pthread_mutex_lock(&self->lock);
    const int is_there = account_id != 0 && self->account_id == account_id;
    if (is_there) self->account_id = 0;
    pthread_mutex_unlock(&self->lock);
    if (!is_there) return fail(error, STAFFING_STATUS_NOT_FOUND, "There is no such account.");
    return self->credentials->remove(self->host, &name, error);
}

static staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* sink,
                                          const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 1, error, &status);
    if (self == NULL) return status;
    pthread_mutex_lock(&self->lock);
    const int is_there = self->account_id != 0, is_paused = self->is_paused;
    pthread_mutex_unlock(&self->lock);
    if (!is_there) return give(sink, "{\"accounts\": []}", error);
    return give(sink,
                is_paused ? "{\"accounts\": [{\"id\": 1, \"label\": \"Notes\", \"values\": {}, \"state\": "
                            "\"disabled\", \"problem\": \"\", \"actions\": []}]}"
                          : "{\"accounts\": [{\"id\": 1, \"label\": \"Notes\", \"values\": {}, \"state\": "
                            "\"in_use\", \"problem\": \"\", \"actions\": [{\"id\": \"pause\", \"label\": "
                            "\"Pause\"}]}]}",
                error);
}

const staffing_settings settings_table = {describe_settings, values, change};
const staffing_external_service external_service_table = {describe_accounts, validate, test, save,
                                                          remove_account,    list};
