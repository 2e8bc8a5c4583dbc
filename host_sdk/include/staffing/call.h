/* How functions cross: the calling convention and the mark of the one exported function. */
#ifndef STAFFING_CALL_H
#define STAFFING_CALL_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define STAFFING_CALL __cdecl
#define STAFFING_EXPORT __declspec(dllexport)
#else
#define STAFFING_CALL
#define STAFFING_EXPORT __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
#define STAFFING_BEGIN_DECLS extern "C" {
#define STAFFING_END_DECLS }
#else
#define STAFFING_BEGIN_DECLS
#define STAFFING_END_DECLS
#endif

#endif
