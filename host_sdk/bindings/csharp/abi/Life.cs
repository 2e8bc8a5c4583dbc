// The host, the plug-in and its entry. As in host.h, plugin.h, entry.h of host_sdk/include/staffing; the meaning
// of each field and function is told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate IntPtr HostGetExtension(IntPtr host, IntPtr extensionId);

    [StructLayout(LayoutKind.Sequential)]
    public struct Host
    {
        public uint StructSize;
        public uint Reserved;
        public Version Version;
        public IntPtr HostData;
        public String Name;
        public String Vendor;
        public String HostVersion;
        public HostGetExtension GetExtension;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct PluginDescriptor
    {
        public uint StructSize;
        public uint Reserved;
        public String Id;
        public String Name;
        public String Vendor;
        public String Version;
        public String Description;
        public String Url;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int PluginInit(IntPtr plugin, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int PluginActivate(IntPtr plugin, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void PluginDeactivate(IntPtr plugin);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void PluginDestroy(IntPtr plugin);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate IntPtr PluginGetExtension(IntPtr plugin, IntPtr extensionId);

    [StructLayout(LayoutKind.Sequential)]
    public struct Plugin
    {
        public uint StructSize;
        public uint Reserved;
        public IntPtr Descriptor;
        public IntPtr PluginData;
        public PluginInit Init;
        public PluginActivate Activate;
        public PluginDeactivate Deactivate;
        public PluginDestroy Destroy;
        public PluginGetExtension GetExtension;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int PluginEntryInit(IntPtr libraryPath, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void PluginEntryDeinit();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int PluginEntryCreate(IntPtr host, IntPtr plugin, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct PluginEntry
    {
        public uint StructSize;
        public uint Reserved;
        public Version Version;
        public IntPtr Descriptor;
        public PluginEntryInit Init;
        public PluginEntryDeinit Deinit;
        public PluginEntryCreate Create;
    }
}
