using System.IO;
using Staffing;

/// What 1.1 added: actions of accounts, the audit trail, and a session that changes; and 1.2: backups, and how much
/// time has passed.
static class AdministrationTest
{
    public static void Run(string echoPlugin)
    {
        using (var host = new EchoHost(echoPlugin))
        {
            Actions(host);
            Trail(host);
            Backups(host);
            Passed(host);
            Names(host);
            Session(host);
            Expect.That(host.Plugin.Menu == null, "The echo has a menu.");
        }
    }

    static void Actions(EchoHost host)
    {
        AccountActions actions = host.Plugin.AccountActions;
        MemoryHost.OnWorker(() => actions.Perform(long.MaxValue, "rotate \u20AC"));
        Expect.Equal("rotate \u20AC", host.Host.Credentials.Get("action"), "The action");
        Expect.Fails(Status.NotFound, "no such account",
            () => MemoryHost.OnWorker(() => actions.Perform(-1, "rotate")));
    }

    static void Trail(EchoHost host)
    {
        Audit audit = host.Plugin.Audit;
        long lastId = -1;
        string part = audit.Read(AuditFormat.JsonLines, 2, 10, out lastId);
        Expect.Equal("2 after 2 of 10\n", part, "A part of the trail");
        Expect.Equal(3L, lastId, "The last entry of the part");
        Expect.Equal("", audit.Read(AuditFormat.JsonLines, 3, 10, out lastId), "The part behind the last entry");
        Expect.Equal(0L, lastId, "The last entry of no further one");
        var file = new StringWriter();
        audit.Export(AuditFormat.Csv, file);
        Expect.Equal("1 after 0 of 1000\n1 after 1 of 1000\n1 after 2 of 1000\n", file.ToString(), "The file");
        Expect.Fails(Status.InvalidArgument, "too many",
            () => audit.Read(AuditFormat.Csv, 0, 10001, out lastId));
    }

    static void Backups(EchoHost host)
    {
        Backup backup = host.Plugin.Backup;
        string written = null, list = null;
        MemoryHost.OnWorker(() => written = backup.BackUp("/back ups/\u20AC"));
        Expect.Equal("/back ups/\u20AC", written, "The backup's path");
        MemoryHost.OnWorker(() => list = backup.List());
        Expect.Equal("/back ups/\u20AC", list, "The list of backups");
        Expect.Fails(Status.NotFound, "no such backup", () => MemoryHost.OnWorker(() => backup.Restore("/none")));
    }

    static void Names(EchoHost host)
    {
        AccountActions actions = host.Plugin.AccountActions;
        MemoryHost.OnWorker(() => actions.Perform(1003, ""));
        MemoryHost.OnWorker(() => actions.Perform(2001, ""));
        Expect.That(host.Host.Lines.All.Contains("Info: Eagan"), "The branch's name did not cross.");
        Expect.That(host.Host.Lines.All.Contains("Info: Drew Larson"), "The rep's name did not cross.");
        Expect.Fails(Status.NotFound, "There is no such branch.",
            () => MemoryHost.OnWorker(() => actions.Perform(1004, "")));
    }

    static void Passed(EchoHost host)
    {
        long before = host.Host.MonotonicClock.ElapsedMilliseconds();
        MemoryHost.OnWorker(() => host.Plugin.AccountActions.Perform(long.MinValue, ""));
        long told = long.Parse(host.Host.Credentials.Get("action"));
        Expect.That(before <= told && told <= host.Host.MonotonicClock.ElapsedMilliseconds(),
            "The plug-in was told that " + told + " ms have passed.");
    }

    static void Session(EchoHost host)
    {
        host.Plugin.SessionEvents.Changed();
        host.Host.User.LoggedIn = null;
        host.Plugin.SessionEvents.Changed();
        Expect.Equal("Info: Eagan, Info: Drew Larson, Info: drew, Info: nobody", string.Join(", ", host.Host.Lines.All), "Who was logged in");
    }
}
