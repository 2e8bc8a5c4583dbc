/* The calling convention, the export mark of the one exported function, and the rules that apply to every function
 * pointer and struct of the contract unless the comment above it says otherwise.
 *
 * Threads. The main thread is the one on which the host runs its windows and loaded the plug-in. Each function
 * pointer has exactly one tag:
 *   [main-thread]  called on the main thread only. Answers at once: it does not wait for disk, network or a thread.
 *   [thread-safe]  called on any thread, on several at the same time. Answers at once.
 *   [worker]       called on any thread but the main thread, on several at the same time. May block, but must not
 *                  wait for the main thread, which may be waiting for it in deactivate.
 * The write of a sink is called on the thread of the call that received the sink, one at a time, before that call
 * returns.
 *
 * Re-entry. A function of the plug-in may call the host before it returns. A function of the host does not call
 * the plug-in or run one of its tasks before it returns; sinks that were passed to it are the exception. The write
 * of a sink calls nothing of either side.
 *
 * Pointers. None may be NULL; a function that gets NULL answers STAFFING_STATUS_INVALID_ARGUMENT. There are three
 * exceptions: an error sink, the data of an empty string, and an array without elements. What is pointed at belongs
 * to the caller and is valid until the call returns. A host or plug-in is passed back as the same pointer that was
 * received, never as a copy.
 *
 * Failure. Any status but STAFFING_STATUS_OK means that there is no lasting change. Discard what was written to a
 * sink or through a pointer, except for the error text.
 *
 * Exceptions and longjmp do not cross the boundary, in either direction.
 *
 * Layout. Structs are laid out as the platform's C compiler does it, without packing pragmas; on 64-bit platforms
 * they have no hidden padding. Fields named reserved are set to 0 and never read. An int32_t that is "1 or 0" counts
 * as 1 when it is anything but 0. An id that the other side assigns (to a dialog, a job ...) is never 0.
 *
 * Growth. Tables of functions, sinks, staffing_task, staffing_string, staffing_version and staffing_record_ref never
 * change. All other structs start with struct_size, which the side that makes them sets to sizeof, and may grow at
 * their end: the receiver refuses a size below the first version's with STAFFING_STATUS_STRUCT_TOO_SMALL, and reads
 * nothing past the smaller of the two sizes. Arrays of such structs are passed as arrays of pointers. Values may be
 * added to every list of values: a receiver treats an unknown one as unspecified. */
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
