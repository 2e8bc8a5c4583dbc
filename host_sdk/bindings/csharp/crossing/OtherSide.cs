using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// Reads what the other side made, and writes where it wants the result.
    internal static class OtherSide
    {
        public static string Text(IntPtr text)
        {
            return Text(Required<Abi.String>(text));
        }

        public static string Text(Abi.String text)
        {
            return Utf8.Text(text.Data, text.Size);
        }

        /// A struct that never grows.
        public static T Required<T>(IntPtr pointer) where T : struct
        {
            if (pointer == IntPtr.Zero) throw new StaffingException(Status.InvalidArgument, "NULL was given.");
            return Marshal.PtrToStructure<T>(pointer);
        }

        /// A struct that starts with its size. firstAdded: the first of its fields that version 1.0 did not have;
        /// these are 0 where the other side does not know them. Without it the struct is as it was then.
        public static T Sized<T>(IntPtr pointer, string firstAdded = null) where T : struct
        {
            if (pointer == IntPtr.Zero) throw new StaffingException(Status.InvalidArgument, "NULL was given.");
            uint given = (uint)Marshal.ReadInt32(pointer);
            int size = Marshal.SizeOf<T>();
            int least = firstAdded == null ? size : (int)Marshal.OffsetOf<T>(firstAdded);
            if (given < least)
                throw new StaffingException(Status.StructTooSmall,
                    "The size of a staffing struct (" + typeof(T).Name + ") is below that of version 1.0.");
            return given >= size ? Marshal.PtrToStructure<T>(pointer) : Shorter<T>(pointer, (int)given, size);
        }

        static T Shorter<T>(IntPtr pointer, int given, int size) where T : struct
        {
            var bytes = new byte[size];
            Marshal.Copy(pointer, bytes, 0, given);
            IntPtr copy = Marshal.AllocHGlobal(size);
            try
            {
                Marshal.Copy(bytes, 0, copy, size);
                return Marshal.PtrToStructure<T>(copy);
            }
            finally
            {
                Marshal.FreeHGlobal(copy);
            }
        }

        public static List<RecordRef> Refs(IntPtr records, ulong count)
        {
            if (records == IntPtr.Zero && count > 0)
                throw new StaffingException(Status.InvalidArgument, "NULL was given for records.");
            var refs = new List<RecordRef>();
            int size = Marshal.SizeOf<Abi.RecordRef>();
            for (ulong at = 0; at < count; ++at, records += size)
                refs.Add(new RecordRef(Marshal.PtrToStructure<Abi.RecordRef>(records)));
            return refs;
        }

        /// Writes to a string sink of the other side.
        public static void Write(IntPtr sink, byte[] bytes)
        {
            var given = Required<Abi.StringSink>(sink);
            GCHandle pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
            try
            {
                given.Write(given.Context, bytes.Length == 0 ? IntPtr.Zero : pinned.AddrOfPinnedObject(),
                    (ulong)bytes.Length);
            }
            finally
            {
                pinned.Free();
            }
        }

        /// Where the other side wants a result, or INVALID_ARGUMENT.
        public static IntPtr Place(IntPtr result)
        {
            if (result == IntPtr.Zero)
                throw new StaffingException(Status.InvalidArgument, "NULL was given for a result.");
            return result;
        }
    }
}
