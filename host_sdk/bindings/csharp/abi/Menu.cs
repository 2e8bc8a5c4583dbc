// Extension of the plug-in: items in the menus of the host.
// As in ext/menu.h of host_sdk/include/staffing; the meaning of each field and function is told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [StructLayout(LayoutKind.Sequential)]
    public struct MenuTarget
    {
        public uint StructSize;
        public int Place;
        public IntPtr Records;
        public ulong RecordCount;
        public long HotlistId;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct MenuItem
    {
        public uint StructSize;
        public int IsEnabled;
        public String ActionId;
        public String Label;
        public String DisabledReason;
        public String Tooltip;
        public String Icon;
        public String Notice;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void MenuItemSinkWrite(IntPtr context, IntPtr item);

    [StructLayout(LayoutKind.Sequential)]
    public struct MenuItemSink
    {
        public IntPtr Context;
        public MenuItemSinkWrite Write;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MenuPopulate(IntPtr plugin, IntPtr target, IntPtr sink, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MenuPerform(IntPtr plugin, IntPtr target, IntPtr actionId, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Menu
    {
        public MenuPopulate Populate;
        public MenuPerform Perform;
    }
}
