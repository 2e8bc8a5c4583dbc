using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// Memory that the other side may read; all of it is freed by Dispose. One thread at a time.
    internal class NativeMemory : IDisposable
    {
        readonly List<IntPtr> blocks = new List<IntPtr>();

        public IntPtr Allocate(int size)
        {
            IntPtr block = Marshal.AllocHGlobal(size);
            blocks.Add(block);
            Marshal.Copy(new byte[size], 0, block, size);
            return block;
        }

        /// A staffing_string, to be a field of a struct.
        public Abi.String String(string text)
        {
            byte[] bytes = Utf8.Bytes(text);
            if (bytes.Length == 0) return new Abi.String();
            IntPtr data = Allocate(bytes.Length);
            Marshal.Copy(bytes, 0, data, bytes.Length);
            return new Abi.String { Data = data, Size = (ulong)bytes.Length };
        }

        /// A staffing_string, by pointer.
        public IntPtr Text(string text)
        {
            return Struct(String(text));
        }

        /// A copy of a struct. Delegates in it must be kept alive by the caller.
        public IntPtr Struct<T>(T value) where T : struct
        {
            IntPtr copy = Allocate(Marshal.SizeOf<T>());
            Marshal.StructureToPtr(value, copy, false);
            return copy;
        }

        public static uint SizeOf<T>()
        {
            return (uint)Marshal.SizeOf<T>();
        }

        public IntPtr Refs(IList<RecordRef> records)
        {
            if (records.Count == 0) return IntPtr.Zero;
            int size = Marshal.SizeOf<Abi.RecordRef>();
            IntPtr array = Allocate(size * records.Count);
            for (int at = 0; at < records.Count; ++at)
                Marshal.StructureToPtr(records[at].ToAbi(), array + at * size, false);
            return array;
        }

        /// An array of pointers, which is how structs that may grow are passed.
        public IntPtr Pointers(IList<IntPtr> pointers)
        {
            if (pointers.Count == 0) return IntPtr.Zero;
            IntPtr array = Allocate(IntPtr.Size * pointers.Count);
            for (int at = 0; at < pointers.Count; ++at)
                Marshal.WriteIntPtr(array, at * IntPtr.Size, pointers[at]);
            return array;
        }

        public virtual void Dispose()
        {
            foreach (IntPtr block in blocks)
                Marshal.FreeHGlobal(block);
            blocks.Clear();
        }
    }
}
