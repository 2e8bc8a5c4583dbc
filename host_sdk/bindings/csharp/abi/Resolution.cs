// Extension of the plug-in: which number of a record would be texted. As in ext/recipient_resolver.h of
// host_sdk/include/staffing; the meaning of each field and function is told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [StructLayout(LayoutKind.Sequential)]
    public struct ResolutionRequest
    {
        public uint StructSize;
        public uint Reserved;
        public IntPtr Records;
        public ulong RecordCount;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Recipient
    {
        public uint StructSize;
        public int Verdict;
        public RecordRef Record;
        public long MethodId;
        public int MethodType;
        public int CanText;
        public String Name;
        public String Number;
        public String Reason;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void ResolutionListenerPartial(IntPtr context, IntPtr recipients, ulong count);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void ResolutionListenerComplete(IntPtr context, int status, IntPtr message);

    [StructLayout(LayoutKind.Sequential)]
    public struct ResolutionListener
    {
        public uint StructSize;
        public uint Reserved;
        public IntPtr Context;
        public ResolutionListenerPartial Partial;
        public ResolutionListenerComplete Complete;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int RecipientResolverStart(IntPtr plugin, IntPtr request, IntPtr listener,
        IntPtr jobId, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int RecipientResolverCancel(IntPtr plugin, ulong jobId);

    [StructLayout(LayoutKind.Sequential)]
    public struct RecipientResolver
    {
        public RecipientResolverStart Start;
        public RecipientResolverCancel Cancel;
    }
}
