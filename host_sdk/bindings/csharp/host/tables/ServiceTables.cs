using System;
using System.Runtime.InteropServices;

namespace Staffing
{
    internal static class ServiceTables
    {
        public static void AddTo(NativeHost native, Host host)
        {
            if (host.Clock != null) native.Add("staffing.clock/1", Of(host.Clock));
            if (host.Credentials != null) native.Add("staffing.credentials/1", Of(host.Credentials));
            if (host.Log != null) native.Add("staffing.log/1", Of(host.Log));
            if (host.MainThread != null) native.Add("staffing.main_thread/1", Of(host.MainThread, native));
            if (host.MonotonicClock != null) native.Add("staffing.monotonic_clock/1", Of(host.MonotonicClock));
            if (host.Paths != null) native.Add("staffing.paths/1", Of(host.Paths));
            if (host.ThreadCheck != null) native.Add("staffing.thread_check/1", Of(host.ThreadCheck));
        }

        static Abi.Clock Of(IClock clock)
        {
            return new Abi.Clock
            {
                NowMilliseconds = host =>
                {
                    long now = 0;
                    Guard.Run(IntPtr.Zero, () => now = clock.NowMilliseconds());
                    return now;
                },
                OpenWaiter = (host, waiterId) => Guard.Run(IntPtr.Zero, () =>
                    Marshal.WriteInt64(OtherSide.Place(waiterId), (long)clock.OpenWaiter())),
                WaitUntil = (host, waiterId, deadline) =>
                    Guard.Run(IntPtr.Zero, () => clock.WaitUntil(waiterId, deadline)),
                Wake = (host, waiterId) => Guard.Run(IntPtr.Zero, () => clock.Wake(waiterId)),
                CloseWaiter = (host, waiterId) => Guard.Run(IntPtr.Zero, () => clock.CloseWaiter(waiterId)),
            };
        }

        static Abi.MonotonicClock Of(IMonotonicClock clock)
        {
            return new Abi.MonotonicClock
            {
                ElapsedMilliseconds = host =>
                {
                    long elapsed = 0;
                    Guard.Run(IntPtr.Zero, () => elapsed = clock.ElapsedMilliseconds());
                    return elapsed;
                },
            };
        }

        static Abi.Credentials Of(ICredentials credentials)
        {
            return new Abi.Credentials
            {
                Put = (host, name, secret, error) => Guard.Run(error, () =>
                    credentials.Put(OtherSide.Text(name), OtherSide.Text(secret))),
                Get = (host, name, sink, error) => Guard.Run(error, () =>
                {
                    OtherSide.Place(sink);
                    string secret = credentials.Get(OtherSide.Text(name));
                    if (secret == null) throw NoSecret();
                    OtherSide.Write(sink, Utf8.Bytes(secret));
                }),
                Remove = (host, name, error) => Guard.Run(error, () =>
                {
                    if (!credentials.Remove(OtherSide.Text(name))) throw NoSecret();
                }),
            };
        }

        static StaffingException NoSecret()
        {
            return new StaffingException(Status.NotFound, "There is no secret of this name.");
        }

        static Abi.Log Of(ILog log)
        {
            return new Abi.Log
            {
                Write = (host, severity, message) => Guard.Run(IntPtr.Zero, () =>
                {
                    var given = OtherSide.Required<Abi.String>(message);
                    log.Write((LogSeverity)severity, Utf8.WordsOf(Utf8.Copy(given.Data, given.Size)));
                }),
            };
        }

        static Abi.MainThread Of(IMainThread mainThread, NativeHost native)
        {
            return new Abi.MainThread
            {
                Post = (host, given, error) => Guard.Run(error, () =>
                {
                    var task = OtherSide.Required<Abi.Task>(given);
                    if (task.Run == null)
                        throw new StaffingException(Status.InvalidArgument, "The task has no function.");
                    int life = native.Life;
                    mainThread.Post(() =>
                    {
                        if (life == native.Life) task.Run(task.Context);
                    });
                }),
            };
        }

        static Abi.Paths Of(IPaths paths)
        {
            return new Abi.Paths
            {
                Get = (host, kind, sink, error) => Guard.Run(error, () =>
                    OtherSide.Write(sink, Utf8.Bytes(paths.Get((PathKind)kind)))),
            };
        }

        static Abi.ThreadCheck Of(IThreadCheck threadCheck)
        {
            return new Abi.ThreadCheck
            {
                IsMainThread = host =>
                {
                    bool isMainThread = false;
                    Guard.Run(IntPtr.Zero, () => isMainThread = threadCheck.IsMainThread());
                    return isMainThread ? 1 : 0;
                },
            };
        }
    }
}
