using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Staffing
{
    /// Strings of the contract (UTF-8 with a size, without a terminator) and those of C#.
    public static class Utf8
    {
        static readonly Encoding Strict = new UTF8Encoding(false, true);
        static readonly Encoding Lenient = new UTF8Encoding(false, false);

        /// The bytes of a text. INVALID_UTF8 for half a surrogate pair, which has no UTF-8.
        public static byte[] Bytes(string text)
        {
            try
            {
                return Strict.GetBytes(text ?? "");
            }
            catch (EncoderFallbackException)
            {
                throw new StaffingException(Status.InvalidUtf8, "The text holds half of a surrogate pair.");
            }
        }

        /// The text of bytes that somebody else made. INVALID_UTF8, INVALID_ARGUMENT for NULL with a size,
        /// TOO_LARGE for more than C# can hold.
        public static string Text(IntPtr data, ulong size)
        {
            return Text(Copy(data, size));
        }

        public static string Text(byte[] bytes)
        {
            try
            {
                return Strict.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                throw new StaffingException(Status.InvalidUtf8, "The text is not valid UTF-8.");
            }
        }

        public static byte[] Copy(IntPtr data, ulong size)
        {
            if (size == 0) return new byte[0];
            if (data == IntPtr.Zero)
                throw new StaffingException(Status.InvalidArgument, "A text has a size but no bytes.");
            if (size > int.MaxValue) throw new StaffingException(Status.TooLarge, "A text is larger than 2 GiB.");
            var bytes = new byte[size];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }

        /// For words that people read, where something is better than nothing: what is invalid is replaced.
        internal static byte[] WordsToBytes(string words)
        {
            return Lenient.GetBytes(words ?? "");
        }

        internal static string WordsOf(byte[] bytes)
        {
            return Lenient.GetString(bytes);
        }
    }
}
