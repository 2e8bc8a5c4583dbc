using System;
using System.IO;
using Staffing;

/// A life of the echo plug-in; the test says what becomes of its secrets.
sealed class EchoHost : IDisposable
{
    readonly PluginLibrary library;
    readonly Plugin plugin;

    public readonly MemoryHost Host;

    public EchoHost(string path, ICredentials credentials = null)
    {
        Host = new MemoryHost(Path.GetTempPath()); // the echo plug-in keeps no files
        if (credentials != null) Host.Credentials = credentials;
        library = new PluginLibrary(path);
        plugin = library.Create(Host);
        plugin.Activate();
    }

    public Settings Settings
    {
        get { return plugin.Settings; }
    }

    public Plugin Plugin
    {
        get { return plugin; }
    }

    /// What comes back from the plug-in, which has it from the host again.
    public string Echo(string told)
    {
        string answer = null;
        MemoryHost.OnWorker(() => answer = plugin.Settings.Change(told));
        return answer;
    }

    /// The plug-in with it.
    public void Dispose()
    {
        library.Dispose();
    }
}
