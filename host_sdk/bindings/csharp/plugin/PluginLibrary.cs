using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// A plug-in's library: loaded by the constructor, unloaded by Dispose. Both, and Create, on the main thread.
    public sealed class PluginLibrary : IDisposable
    {
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        delegate IntPtr EntryFunction();

        readonly HomeThread mainThread = new HomeThread();
        readonly DynamicLibrary library;
        readonly Abi.PluginEntry entry;
        readonly List<Plugin> plugins = new List<Plugin>();
        bool isDisposed;

        public PluginDescriptor Descriptor { get; private set; }

        /// Throws a StaffingException when the file is not a plug-in, has another major version, or refuses.
        public PluginLibrary(string path)
        {
            path = Path.GetFullPath(path);
            library = new DynamicLibrary(path);
            try
            {
                var getEntry = library.Function<EntryFunction>("staffing_plugin_entry_v1");
                entry = OtherSide.Sized<Abi.PluginEntry>(getEntry());
                if (entry.Version.Major != 1)
                    throw new StaffingException(Status.VersionMismatch, path + " was built with version " +
                        entry.Version.Major + " of the contract, this host with version 1.");
                Descriptor = new PluginDescriptor(entry.Descriptor);
                using (var call = new PluginCall()) call.Check(entry.Init(call.Text(path), call.Error));
            }
            catch
            {
                library.Dispose();
                throw;
            }
        }

        /// Makes a plug-in for this host and lets it ask for the host's extensions (create and init). Each one
        /// works independently; the caller disposes of it.
        public Plugin Create(Host host)
        {
            mainThread.Check();
            if (isDisposed) throw new ObjectDisposedException("PluginLibrary");
            var native = new NativeHost(host);
            try
            {
                using (var call = new PluginCall())
                {
                    IntPtr created = call.Allocate(IntPtr.Size);
                    call.Check(entry.Create(native.Pointer, created, call.Error));
                    var plugin = new Plugin(Marshal.ReadIntPtr(created), native, plugins);
                    native = null; // the plug-in's from here on
                    plugin.Init();
                    return plugin;
                }
            }
            finally
            {
                if (native != null) native.Dispose();
            }
        }

        /// Disposes of the remaining plug-ins and unloads the library.
        public void Dispose()
        {
            mainThread.Check();
            if (isDisposed) return;
            isDisposed = true;
            foreach (Plugin left in Enumerable.Reverse(plugins).ToList())
                left.Dispose();
            entry.Deinit();
            library.Dispose();
        }
    }
}
