// Records and their contact methods. As in record.h, ext/records.h of host_sdk/include/staffing; the meaning of
// each field and function is told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [StructLayout(LayoutKind.Sequential)]
    public struct RecordRef
    {
        public int Kind;
        public uint Reserved;
        public long Id;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ContactMethod
    {
        public uint StructSize;
        public int Type;
        public long Id;
        public String Value;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Record
    {
        public uint StructSize;
        public int IsActive;
        public RecordRef Ref;
        public String FirstName;
        public String LastName;
        public String DisplayName;
        public long BranchId;
        public long RepId;
        public String PostalCode;
        public IntPtr Methods;
        public ulong MethodCount;
        public String FieldsJson;
        public String BranchName;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int RecordSinkWrite(IntPtr context, ulong index, IntPtr record);

    [StructLayout(LayoutKind.Sequential)]
    public struct RecordSink
    {
        public IntPtr Context;
        public RecordSinkWrite Write;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void RecordRefSinkWrite(IntPtr context, IntPtr record);

    [StructLayout(LayoutKind.Sequential)]
    public struct RecordRefSink
    {
        public IntPtr Context;
        public RecordRefSinkWrite Write;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int RecordsGet(IntPtr host, IntPtr records, ulong recordCount, IntPtr sink, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int RecordsFindByPhone(IntPtr host, IntPtr number, IntPtr sink, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int RecordsUpdateMethod(IntPtr host, IntPtr record, long methodId, IntPtr oldValue,
        IntPtr newValue, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Records
    {
        public RecordsGet Get;
        public RecordsFindByPhone FindByPhone;
        public RecordsUpdateMethod UpdateMethod;
    }
}
