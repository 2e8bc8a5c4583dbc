// Extension of the host: who is logged in. As in staffing/ext/session.h; the meaning of each field and function is
// told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [StructLayout(LayoutKind.Sequential)]
    public struct SessionUser
    {
        public uint StructSize;
        public int IsLoggedIn;
        public long RepId;
        public long BranchId;
        public String LoginName;
        public String FirstName;
        public String LastName;
        public String BranchName;
        public String TimeZone;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void SessionUserSinkWrite(IntPtr context, IntPtr user);

    [StructLayout(LayoutKind.Sequential)]
    public struct SessionUserSink
    {
        public IntPtr Context;
        public SessionUserSinkWrite Write;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SessionGetUser(IntPtr host, IntPtr sink, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SessionHasPermission(IntPtr host, IntPtr permission, IntPtr isGranted, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Session
    {
        public SessionGetUser GetUser;
        public SessionHasPermission HasPermission;
    }
}
