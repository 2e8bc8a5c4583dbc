using System;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// A shared library of Linux, loaded as hosts should: everything resolved at once, nothing of it visible to
    /// others.
    internal sealed class DynamicLibrary : IDisposable
    {
        const int ResolveNow = 2; // RTLD_NOW; RTLD_LOCAL is 0

        IntPtr handle;

        public DynamicLibrary(string path)
        {
            dlerror(); // found now: finding it when something has gone wrong would wipe out what that was
            handle = dlopen(Terminated(path), ResolveNow);
            if (handle == IntPtr.Zero) throw new StaffingException(Status.NotFound, LastError());
        }

        public T Function<T>(string name) where T : class
        {
            IntPtr symbol = dlsym(handle, Terminated(name));
            if (symbol == IntPtr.Zero) throw new StaffingException(Status.NotSupported, LastError());
            return (T)(object)Marshal.GetDelegateForFunctionPointer(symbol, typeof(T));
        }

        public void Dispose()
        {
            if (handle != IntPtr.Zero) dlclose(handle);
            handle = IntPtr.Zero;
        }

        static byte[] Terminated(string text)
        {
            return Utf8.Bytes(text + "\0");
        }

        static string LastError()
        {
            IntPtr words = dlerror();
            return words == IntPtr.Zero ? "The library cannot be loaded." : Marshal.PtrToStringAnsi(words);
        }

        [DllImport("libdl.so.2")]
        static extern IntPtr dlopen(byte[] path, int flags);

        [DllImport("libdl.so.2")]
        static extern IntPtr dlsym(IntPtr library, byte[] name);

        [DllImport("libdl.so.2")]
        static extern IntPtr dlerror();

        [DllImport("libdl.so.2")]
        static extern int dlclose(IntPtr library);
    }
}
