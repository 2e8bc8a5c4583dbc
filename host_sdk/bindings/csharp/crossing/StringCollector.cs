using System;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// A string sink that C# gives to a plug-in for one call.
    internal sealed class StringCollector : IDisposable
    {
        // Static: a delegate that lives as long as the program cannot be collected while a plug-in calls it.
        static readonly Abi.StringSinkWrite WriteFunction = Write;

        readonly GCHandle self;
        byte[] written = new byte[0];
        Exception failure;

        public IntPtr Sink { get; private set; }

        public StringCollector()
        {
            self = GCHandle.Alloc(this);
            var sink = new Abi.StringSink { Context = GCHandle.ToIntPtr(self), Write = WriteFunction };
            Sink = Marshal.AllocHGlobal(Marshal.SizeOf<Abi.StringSink>());
            Marshal.StructureToPtr(sink, Sink, false);
        }

        /// What was written; it must be valid UTF-8.
        public string Text
        {
            get
            {
                if (failure != null) throw failure;
                return Utf8.Text(written);
            }
        }

        /// What was written, for people to read.
        public string Words
        {
            get { return Utf8.WordsOf(written); }
        }

        public void Dispose()
        {
            Marshal.FreeHGlobal(Sink);
            Sink = IntPtr.Zero;
            self.Free();
        }

        static void Write(IntPtr context, IntPtr data, ulong size)
        {
            var collector = (StringCollector)GCHandle.FromIntPtr(context).Target;
            try
            {
                collector.written = Utf8.Copy(data, size);
            }
            catch (Exception exception)
            {
                collector.failure = exception; // must not cross; thrown when the text is asked for
            }
        }
    }
}
