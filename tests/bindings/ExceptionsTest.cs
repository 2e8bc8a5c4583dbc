using System;
using System.Linq;
using Staffing;

/// What a host throws, and what it is called with that is not allowed, becomes a status.
static class ExceptionsTest
{
    sealed class Throwing : ICredentials
    {
        public Exception Thrown;

        public void Put(string name, string secret) { throw Thrown; }
        public string Get(string name) { throw Thrown; }
        public bool Remove(string name) { throw Thrown; }
    }

    public static void Run(string echoPlugin, string noPlugin)
    {
        var credentials = new Throwing();
        using (var host = new EchoHost(echoPlugin, credentials))
        {
            credentials.Thrown = new InvalidOperationException("The cellar is wet.");
            Expect.Fails(Status.InternalError, "InvalidOperationException: The cellar is wet.", () => host.Echo("x"));
            credentials.Thrown = new StaffingException(Status.Refused, "The cellar is closed \u2013 come back later.");
            Expect.Fails(Status.Refused, "closed \u2013 come back", () => host.Echo("x"), "{\"echo\": \"no\"}");
            credentials.Thrown = new StaffingException(Status.Ok, "An exception is no success.");
            Expect.Fails(Status.InternalError, "no success", () => host.Echo("x"));
            credentials.Thrown = new StaffingException((Status)99, "Unheard of \uD83D");
            Expect.Fails(Status.InternalError, "Unheard of", () => host.Echo("x"));
        }
        using (var host = new EchoHost(echoPlugin))
        {
            string answers = string.Join(" ", Wrong(host).Select(letter => (Status)(letter - 'a')));
            Expect.Equal("InvalidUtf8 InvalidArgument InvalidArgument InvalidArgument StructTooSmall " +
                "InvalidArgument InvalidArgument InvalidArgument InvalidArgument InvalidArgument",
                answers, "What wrong calls answer");
            Expect.Fails(Status.WrongThread, "loaded the plug-in", () => MemoryHost.OnWorker(host.Dispose));
            Expect.Equal("whole still", host.Echo("whole still"), "The echo");
            Expect.Equal(1, host.Host.Lines.All.Count, "The number of lines in the log");
        }
        Lacking(echoPlugin, noPlugin);
    }

    static string Wrong(EchoHost host)
    {
        string answers = null;
        MemoryHost.OnWorker(() => answers = host.Settings.Describe());
        return answers;
    }

    /// A plug-in that cannot be made, and a library that is none, leave nothing loaded.
    static void Lacking(string echoPlugin, string noPlugin)
    {
        using (var library = new PluginLibrary(echoPlugin))
            Expect.Fails(Status.NotSupported, "staffing.clock/1", () => library.Create(new Host()));
        Expect.That(!RoundsTest.IsMapped(echoPlugin), "The library is loaded still.");
        Expect.Fails(Status.NotSupported, "staffing_plugin_entry_v1", () => new PluginLibrary(noPlugin));
        Expect.Fails(Status.NotFound, "no_such_library.so", () => new PluginLibrary("no_such_library.so"));
    }
}
