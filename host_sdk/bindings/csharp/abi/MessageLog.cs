// Extension of the host: the messages on its records.
// As in ext/message_log.h of host_sdk/include/staffing; the meaning of each field and function is told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public uint StructSize;
        public uint Reserved;
        public String Key;
        public String ActionCode;
        public String Text;
        public long AuthorRepId;
        public IntPtr Records;
        public ulong RecordCount;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ActionCode
    {
        public uint StructSize;
        public int IsActive;
        public int RelevantToEmployees;
        public int RelevantToContacts;
        public String Code;
        public String Description;
        public String SideEffect;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void ActionCodeSinkWrite(IntPtr context, IntPtr code);

    [StructLayout(LayoutKind.Sequential)]
    public struct ActionCodeSink
    {
        public IntPtr Context;
        public ActionCodeSinkWrite Write;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MessageLogAdd(IntPtr host, IntPtr message, IntPtr messageId, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MessageLogActionCodes(IntPtr host, IntPtr sink, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct MessageLog
    {
        public MessageLogAdd Add;
        public MessageLogActionCodes ActionCodes;
    }
}
