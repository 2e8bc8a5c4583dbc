using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// A shared library, loaded as hosts should: all symbols resolved at once, none visible to others.
    internal sealed class DynamicLibrary : IDisposable
    {
        readonly ILoader loader;
        IntPtr handle;

        public DynamicLibrary(string path)
            : this(path, Environment.OSVersion.Platform == PlatformID.Win32NT ? (ILoader)new WindowsLoader()
                : new LinuxLoader())
        {
        }

        internal DynamicLibrary(string path, ILoader loader)
        {
            this.loader = loader;
            handle = loader.Load(path);
            if (handle == IntPtr.Zero) throw new StaffingException(Status.NotFound, loader.LastError(path));
        }

        public T Function<T>(string name) where T : class
        {
            IntPtr symbol = loader.Find(handle, name);
            if (symbol == IntPtr.Zero) throw new StaffingException(Status.NotSupported, loader.LastError(name));
            return (T)(object)Marshal.GetDelegateForFunctionPointer(symbol, typeof(T));
        }

        public void Dispose()
        {
            if (handle != IntPtr.Zero) loader.Unload(handle);
            handle = IntPtr.Zero;
        }

        /// How the operating system does it.
        internal interface ILoader
        {
            IntPtr Load(string fullPath);                    // zero: it cannot be loaded
            IntPtr Find(IntPtr library, string function);    // zero: it has none by this name
            void Unload(IntPtr library);
            string LastError(string what);                   // why the last call failed, as text
        }

        sealed class LinuxLoader : ILoader
        {
            const int ResolveNow = 2; // RTLD_NOW; RTLD_LOCAL is 0

            public IntPtr Load(string fullPath)
            {
                dlerror(); // found now: finding it when something has gone wrong would wipe out what that was
                return dlopen(Terminated(fullPath), ResolveNow);
            }

            public IntPtr Find(IntPtr library, string function)
            {
                return dlsym(library, Terminated(function));
            }

            public void Unload(IntPtr library)
            {
                dlclose(library);
            }

            public string LastError(string what)
            {
                IntPtr words = dlerror();
                return words == IntPtr.Zero ? what + " cannot be loaded." : Marshal.PtrToStringAnsi(words);
            }

            static byte[] Terminated(string text)
            {
                return Utf8.Bytes(text + "\0");
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

        internal sealed class WindowsLoader : ILoader
        {
            // What it needs in turn is looked for beside it first, and never in the current folder.
            const uint SearchBesideIt = 0x100;  // LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR
            const uint SearchAsUsual = 0x1000;  // LOAD_LIBRARY_SEARCH_DEFAULT_DIRS
            const uint NoMessageBox = 0x1;      // SEM_FAILCRITICALERRORS

            int lastError;

            public IntPtr Load(string fullPath)
            {
                uint before;
                SetThreadErrorMode(NoMessageBox, out before); // what is missing is said by an exception
                IntPtr library = LoadLibraryExW(fullPath, IntPtr.Zero, SearchBesideIt | SearchAsUsual);
                lastError = Marshal.GetLastWin32Error();
                SetThreadErrorMode(before, out before);
                return library;
            }

            public IntPtr Find(IntPtr library, string function)
            {
                IntPtr found = GetProcAddress(library, function);
                lastError = Marshal.GetLastWin32Error();
                return found;
            }

            public void Unload(IntPtr library)
            {
                FreeLibrary(library);
            }

            public string LastError(string what)
            {
                return Words(what, lastError);
            }

            internal static string Words(string what, int error)
            {
                return what + ": " + new Win32Exception(error).Message + " (error " + error + ")";
            }

            [DllImport("kernel32.dll", ExactSpelling = true, CharSet = CharSet.Unicode, SetLastError = true)]
            static extern IntPtr LoadLibraryExW(string path, IntPtr file, uint flags);

            [DllImport("kernel32.dll", ExactSpelling = true, CharSet = CharSet.Ansi, SetLastError = true)]
            static extern IntPtr GetProcAddress(IntPtr library, string name);

            [DllImport("kernel32.dll", ExactSpelling = true, SetLastError = true)]
            [return: MarshalAs(UnmanagedType.Bool)]
            static extern bool FreeLibrary(IntPtr library);

            [DllImport("kernel32.dll", ExactSpelling = true)]
            [return: MarshalAs(UnmanagedType.Bool)]
            static extern bool SetThreadErrorMode(uint mode, out uint before);
        }
    }
}
