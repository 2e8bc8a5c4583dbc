using System;
using System.Collections.Generic;

// What a host developer implements, one interface for each extension of the host. The tag of each function says on
// which thread it is called, see staffing/call.h. Throwing a StaffingException refuses the call with that status
// and text; any other exception becomes INTERNAL_ERROR. "[main-thread]" and "[thread-safe]" functions
// answer at once.
namespace Staffing
{
    /// The time. Without it the plug-in reads the system's clock.
    public interface IClock
    {
        long NowMilliseconds(); // [thread-safe] since 1970-01-01T00:00:00Z
        ulong OpenWaiter();     // [thread-safe] an id that is never reused; not 0

        /// [worker] Blocks until the deadline (long.MaxValue: none) or a wake.
        void WaitUntil(ulong waiterId, long deadlineMilliseconds);

        /// [thread-safe] Ends the current wait; if there is none, the next wait ends at once.
        void Wake(ulong waiterId);

        void CloseWaiter(ulong waiterId); // [thread-safe]
    }

    /// Elapsed time, whatever happens to the clock that people see. Without it the plug-in asks the system. A host that
    /// moves time itself offers it beside IClock.
    public interface IMonotonicClock
    {
        long ElapsedMilliseconds(); // [thread-safe] since a fixed moment; never goes back
    }

    /// A store for secrets, encrypted at rest.
    public interface ICredentials
    {
        void Put(string name, string secret); // [worker] returns when it is durable
        string Get(string name);              // [worker] null: there is none
        bool Remove(string name);             // [worker] false: there was none
    }

    public enum LogSeverity
    {
        Unspecified = 0,
        Debug = 1,
        Info = 2,
        Warning = 3,
        Error = 4,
        HostMisbehaving = 5,
        PluginMisbehaving = 6,
    }

    public interface ILog
    {
        void Write(LogSeverity severity, string message); // [thread-safe] never calls the plug-in
    }

    public interface IMainThread
    {
        /// [thread-safe] Runs the task later on the main thread, in order, and never inside a call of the plug-in.
        /// Once the plug-in is deactivated, its tasks that were not run do nothing.
        void Post(Action task);
    }

    /// The messages on the host's records.
    public interface IMessageLog
    {
        /// [worker] Adds a message durably and returns its id. One with a known key is not added again: its id is that
        /// of the first. Records that are gone are left out; NOT_FOUND when all are gone. REFUSED for an action code
        /// that cannot be used.
        long Add(Message message);

        IEnumerable<ActionCode> ActionCodes(); // [worker]
    }

    /// The names of branches and service reps. Without it the plug-in shows their ids.
    public interface IOrganization
    {
        string BranchName(long branchId); // [worker] null: there is none
        string RepName(long repId);       // [worker] null: there is none
    }

    public enum PathKind { Unspecified = 0, Data = 1, Cache = 2, Temporary = 3 }

    public interface IPaths
    {
        /// [thread-safe] The full path of a folder that exists and that only this plug-in uses.
        string Get(PathKind kind);
    }

    public interface IRecords
    {
        /// [worker] One answer for each requested record, in order; null for one that is gone. The plug-in takes them
        /// one by one, and may stop early.
        IEnumerable<Record> Get(IList<RecordRef> records);

        /// [worker] The records with this number (E.164), however it was typed.
        IEnumerable<RecordRef> FindByPhone(string number);

        /// [worker] Replaces the value of a contact method if it is still oldValue, else REFUSED; NOT_FOUND when
        /// it is gone, PERMISSION_DENIED when the logged-in user may not do it.
        void UpdateMethod(RecordRef record, long methodId, string oldValue, string newValue);
    }

    public interface ISession
    {
        SessionUser GetUser();                // [thread-safe] null: nobody is logged in
        bool HasPermission(string permission); // [thread-safe] false for an unknown one
    }

    public interface IThreadCheck
    {
        bool IsMainThread(); // [thread-safe]
    }
}
