using System;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Staffing;

/// How libraries are loaded: here on Linux; of Windows what can be seen without it.
static class LibraryTest
{
    public static void Run(string noPlugin)
    {
        Expect.Fails(Status.NotFound, "/nowhere/Żak.so", () => new PluginLibrary("/nowhere/Żak.so"));
        Expect.Fails(Status.NotSupported, "staffing_plugin_entry_v1", () => new PluginLibrary(noPlugin));
        Type windows = typeof(PluginLibrary).Assembly.GetType("Staffing.DynamicLibrary+WindowsLoader", true);
        Imported(windows, "LoadLibraryExW", CharSet.Unicode);
        Imported(windows, "GetProcAddress", CharSet.Ansi); // the name of an exported function is in bytes
        Imported(windows, "FreeLibrary", null);
        Imported(windows, "SetThreadErrorMode", null);
        var words = (string)windows.GetMethod("Words", BindingFlags.Static | BindingFlags.NonPublic)
            .Invoke(null, new object[] { @"C:\plugins\send_text.dll", 126 });
        Expect.That(words.StartsWith(@"C:\plugins\send_text.dll: ") && words.EndsWith(" (error 126)"),
            "\"" + words + "\" does not name the file and the error.");
    }

    static void Imported(Type windows, string name, CharSet? texts)
    {
        MethodInfo function = windows.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic);
        var import = (DllImportAttribute)function.GetCustomAttributes(typeof(DllImportAttribute), false).Single();
        Expect.Equal("kernel32.dll", import.Value, "The library of " + name);
        Expect.That(import.ExactSpelling, name + " is looked for by another name.");
        if (texts == null) return;
        Expect.Equal(texts.Value, import.CharSet, "The texts of " + name);
        Expect.That(import.SetLastError, "The error of " + name + " is not kept.");
    }
}
