// Extensions of the host: what people see. As in ext/dialogs.h, ext/notifications.h, ext/progress.h of
// host_sdk/include/staffing; the meaning of each field and function is told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int DialogsOpen(IntPtr host, IntPtr viewJson, IntPtr dialogId, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int DialogsUpdate(IntPtr host, ulong dialogId, IntPtr patchJson, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int DialogsClose(IntPtr host, ulong dialogId, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Dialogs
    {
        public DialogsOpen Open;
        public DialogsUpdate Update;
        public DialogsClose Close;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Notification
    {
        public uint StructSize;
        public int Severity;
        public long RepId;
        public String Title;
        public String Text;
        public IntPtr Records;
        public ulong RecordCount;
        public String ReplyActionId;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int NotificationsShow(IntPtr host, IntPtr notification, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Notifications
    {
        public NotificationsShow Show;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ProgressStart
    {
        public uint StructSize;
        public int CanCancel;
        public ulong Total;
        public String Title;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ProgressBegin(IntPtr host, IntPtr start, IntPtr progressId, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ProgressUpdate(IntPtr host, ulong progressId, ulong done, IntPtr detail,
        IntPtr isCancelled, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ProgressEnd(IntPtr host, ulong progressId, IntPtr outcome, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Progress
    {
        public ProgressBegin Begin;
        public ProgressUpdate Update;
        public ProgressEnd End;
    }
}
