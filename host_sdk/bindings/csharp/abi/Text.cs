// Strings and versions. As in staffing/string.h, staffing/version.h; the meaning of each field and function is
// told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [StructLayout(LayoutKind.Sequential)]
    public struct String
    {
        public IntPtr Data;
        public ulong Size;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void StringSinkWrite(IntPtr context, IntPtr data, ulong size);

    [StructLayout(LayoutKind.Sequential)]
    public struct StringSink
    {
        public IntPtr Context;
        public StringSinkWrite Write;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Version
    {
        public uint Major;
        public uint Minor;
        public uint Patch;
        public uint Reserved;
    }
}
