using System;
using System.Linq;
using Staffing;

/// Texts, in both directions, valid and not.
static class Utf8Test
{
    public static void Run(string echoPlugin)
    {
        using (var host = new EchoHost(echoPlugin))
        {
            string[] texts = { "", "Send Text", "Zoë Żak", "\u20AC", "\U0001F600 \U0010FFFF", "a\0b\0", "\0",
                new string('\u00E9', 100000) };
            foreach (string text in texts)
                Expect.Equal(text, host.Echo(text), "The echo");
            Expect.Equal("", host.Echo(null), "The echo of null");
            Expect.Fails(Status.InvalidUtf8, "surrogate", () => host.Echo("half \uD83D"));
            Expect.Fails(Status.InvalidUtf8, "not valid UTF-8", () => host.Settings.Values());
        }
        byte[] four = { 0xF0, 0x9F, 0x98, 0x80 };
        Expect.That(Utf8.Bytes("\U0001F600").SequenceEqual(four), "A character of four bytes is wrong.");
        byte[][] invalid =
        {
            new byte[] { 0x80 }, new byte[] { 0xC3 }, new byte[] { 0xC0, 0x80 }, new byte[] { 0xED, 0xA0, 0x80 },
            new byte[] { 0xF0, 0x9F, 0x98 }, new byte[] { 0xF4, 0x90, 0x80, 0x80 }, new byte[] { 0x61, 0xFF, 0x61 },
        };
        foreach (byte[] bytes in invalid)
            Expect.Fails(Status.InvalidUtf8, "not valid UTF-8", () => Utf8.Text(bytes));
        Expect.Equal("", Utf8.Text(IntPtr.Zero, 0), "NULL of size 0");
        Expect.Fails(Status.InvalidArgument, "no bytes", () => Utf8.Text(IntPtr.Zero, 1));
        Expect.Fails(Status.TooLarge, "2 GiB", () => Utf8.Text(new IntPtr(1), ulong.MaxValue));
    }
}
