/* Records of the host and their contact methods. */
#ifndef STAFFING_RECORD_H
#define STAFFING_RECORD_H

#include "staffing/string.h"

STAFFING_BEGIN_DECLS

typedef int32_t staffing_record_kind;

#define STAFFING_RECORD_KIND_UNSPECIFIED ((staffing_record_kind)0)
#define STAFFING_RECORD_KIND_EMPLOYEE ((staffing_record_kind)1)
#define STAFFING_RECORD_KIND_CONTACT ((staffing_record_kind)2)

/* Names a record. Frozen: never grows, so that arrays of it keep their stride. */
typedef struct staffing_record_ref {
    staffing_record_kind kind;
    uint32_t reserved; /* 0 */
    int64_t id; /* the host's, unique within its kind */
} staffing_record_ref;

typedef int32_t staffing_contact_method_type;

#define STAFFING_CONTACT_METHOD_UNSPECIFIED ((staffing_contact_method_type)0)
#define STAFFING_CONTACT_METHOD_SMS ((staffing_contact_method_type)1)
#define STAFFING_CONTACT_METHOD_CELL_PHONE ((staffing_contact_method_type)2)
#define STAFFING_CONTACT_METHOD_PHONE ((staffing_contact_method_type)3)
#define STAFFING_CONTACT_METHOD_OFFICE_PHONE ((staffing_contact_method_type)4)
#define STAFFING_CONTACT_METHOD_HOME_PHONE ((staffing_contact_method_type)5)
#define STAFFING_CONTACT_METHOD_OTHER ((staffing_contact_method_type)6) /* car phone, fax, e-mail ...: never texted */

/* One way to reach a record. */
typedef struct staffing_contact_method {
    uint32_t struct_size;
    staffing_contact_method_type type;
    int64_t id;            /* the host's id of the method, unique within its record; never 0 */
    staffing_string value; /* as a person typed it */
} staffing_contact_method;

/* A record, as far as a plug-in may see it. */
typedef struct staffing_record {
    uint32_t struct_size;
    int32_t is_active; /* 1 or 0 */
    staffing_record_ref ref;
    staffing_string first_name;
    staffing_string last_name;
    staffing_string display_name; /* as the host shows the person; empty: first and last name are shown */
    int64_t branch_id;            /* 0: none */
    int64_t rep_id;               /* the service rep who looks after the record; 0: none */
    staffing_string postal_code;
    const staffing_contact_method *const *methods; /* method_count pointers, in the host's order */
    uint64_t method_count;
    staffing_string fields_json; /* a JSON object of more merge fields, name to string; may be empty */
    staffing_string branch_name; /* since 1.2: what people call the branch; may be empty */
} staffing_record;

STAFFING_END_DECLS

#endif
