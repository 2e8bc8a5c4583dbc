// Extensions of the host: what it does for a plug-in, unseen. As in ext/clock.h, ext/credentials.h, ext/log.h,
// ext/main_thread.h, ext/monotonic_clock.h, ext/paths.h, ext/thread_check.h of host_sdk/include/staffing; the meaning
// of each field and function is told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate long ClockNowMilliseconds(IntPtr host);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ClockOpenWaiter(IntPtr host, IntPtr waiterId);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ClockWaitUntil(IntPtr host, ulong waiterId, long deadlineMilliseconds);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ClockWake(IntPtr host, ulong waiterId);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ClockCloseWaiter(IntPtr host, ulong waiterId);

    [StructLayout(LayoutKind.Sequential)]
    public struct Clock
    {
        public ClockNowMilliseconds NowMilliseconds;
        public ClockOpenWaiter OpenWaiter;
        public ClockWaitUntil WaitUntil;
        public ClockWake Wake;
        public ClockCloseWaiter CloseWaiter;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate long MonotonicClockElapsedMilliseconds(IntPtr host);

    [StructLayout(LayoutKind.Sequential)]
    public struct MonotonicClock
    {
        public MonotonicClockElapsedMilliseconds ElapsedMilliseconds;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int CredentialsPut(IntPtr host, IntPtr name, IntPtr secret, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int CredentialsGet(IntPtr host, IntPtr name, IntPtr secret, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int CredentialsRemove(IntPtr host, IntPtr name, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Credentials
    {
        public CredentialsPut Put;
        public CredentialsGet Get;
        public CredentialsRemove Remove;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void LogWrite(IntPtr host, int severity, IntPtr message);

    [StructLayout(LayoutKind.Sequential)]
    public struct Log
    {
        public LogWrite Write;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void TaskRun(IntPtr context);

    [StructLayout(LayoutKind.Sequential)]
    public struct Task
    {
        public IntPtr Context;
        public TaskRun Run;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MainThreadPost(IntPtr host, IntPtr task, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct MainThread
    {
        public MainThreadPost Post;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int PathsGet(IntPtr host, int kind, IntPtr path, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Paths
    {
        public PathsGet Get;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ThreadCheckIsMainThread(IntPtr host);

    [StructLayout(LayoutKind.Sequential)]
    public struct ThreadCheck
    {
        public ThreadCheckIsMainThread IsMainThread;
    }
}
