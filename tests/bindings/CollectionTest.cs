using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Staffing;

/// What a plug-in may call outlives every collection of garbage, between calls and during them.
static class CollectionTest
{
    sealed class Collecting : IRecords, ISession, ILog
    {
        public readonly MemoryRecords People = new MemoryRecords();
        readonly MemoryUser user = new MemoryUser();
        public int Calls;

        public IEnumerable<Record> Get(IList<RecordRef> records)
        {
            foreach (Record record in People.Get(records))
            {
                Collect();
                yield return record;
            }
        }

        public IEnumerable<RecordRef> FindByPhone(string number) { Collect(); return People.FindByPhone(number); }
        public SessionUser GetUser() { Collect(); return user.GetUser(); }
        public bool HasPermission(string permission) { Collect(); return user.HasPermission(permission); }
        public void Write(LogSeverity severity, string message) { Collect(); }

        public void UpdateMethod(RecordRef record, long methodId, string oldValue, string newValue)
        {
            Collect();
            People.UpdateMethod(record, methodId, oldValue, newValue);
        }

        void Collect()
        {
            Interlocked.Increment(ref Calls);
            CollectGarbage();
        }
    }

    public static void Run(string plugin, string echoPlugin, string folder)
    {
        var collecting = new Collecting();
        for (int id = 1; id <= 20; ++id)
            collecting.People.Add(new Record { Ref = new RecordRef(RecordKind.Employee, id), Methods =
                { new ContactMethod { Id = 1, Type = ContactMethodType.Sms, Value = "(651) 555-01" + (10 + id) } } });
        using (var library = new PluginLibrary(plugin))
        using (var made = library.Create(HostOf(collecting, folder)))
        {
            CollectGarbage();
            made.Activate();
            for (int round = 0; round < 3; ++round)
            {
                CollectGarbage();
                made.Menu.Populate(new MenuTarget(MenuPlace.EmployeeRecord, new RecordRef(RecordKind.Employee, 1)));
                Expect.Equal(20, Resolve(made), "The number of records resolved");
            }
            made.Deactivate();
            CollectGarbage();
            made.Activate();
        }
        Expect.That(collecting.Calls >= 60, "The plug-in has called only " + collecting.Calls + " times.");
        Forgotten(echoPlugin);
    }

    static Host HostOf(Collecting collecting, string folder)
    {
        return new MemoryHost(folder) { Records = collecting, Session = collecting, Log = collecting };
    }

    static int Resolve(Plugin plugin)
    {
        int count = 0;
        using (var completed = new ManualResetEventSlim())
        {
            var records = Enumerable.Range(1, 20).Select(id => new RecordRef(RecordKind.Employee, id)).ToList();
            plugin.RecipientResolver.Start(records,
                recipients =>
                {
                    CollectGarbage();
                    count += recipients.Count(recipient => recipient.CanText);
                },
                (status, words) =>
                {
                    Expect.Equal(Status.Ok, status, "The status of the resolution");
                    completed.Set();
                });
            CollectGarbage();
            completed.Wait();
        }
        return count;
    }

    /// A plug-in whose C# objects nobody holds any more lives on, hence so must all that it can call.
    static void Forgotten(string echoPlugin)
    {
        WeakReference session = null;
        MemoryHost.OnWorker(() => // whose stack, where the collector might see a left-over, goes with it
        {
            var host = new MemoryHost(System.IO.Path.GetTempPath());
            session = new WeakReference(host.Session);
            new PluginLibrary(echoPlugin).Create(host);
        });
        CollectGarbage();
        Expect.That(session.IsAlive, "What the plug-in can call was collected.");
    }

    static void CollectGarbage()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
