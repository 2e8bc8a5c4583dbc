// A whole host: shows the menu of a record, sends it a text, and prints what happened.
// Usage: mono console_host.exe PLUGIN DATA_FOLDER CARRIER_URL     (carrier_simulator says its URL when it starts)
using System;
using Staffing;

static class ConsoleHost
{
    public static void Main(string[] arguments)
    {
        var host = new MemoryHost(arguments[1]);
        var ana = new RecordRef(RecordKind.Employee, 1);
        host.People.Add(new Record { Ref = ana, FirstName = "Ana", LastName = "Novak", BranchId = 3, RepId = 1,
            Methods = { new ContactMethod { Id = 11, Type = ContactMethodType.Sms, Value = "(651) 555-0143" } } });

        using (var library = new PluginLibrary(arguments[0]))
        using (var plugin = library.Create(host))
        {
            plugin.Activate();
            MemoryHost.OnWorker(() =>
            {
                // With its usual hours a text would wait for the next morning when this is tried in the evening.
                plugin.Settings.Change("{\"zipwhip_base_url\": \"" + arguments[2] +
                    "\", \"texting_hours_begin\": \"00:00\", \"texting_hours_end\": \"24:00\"}");
                plugin.ExternalService.Save(0, @"{""owner"": ""user"", ""service_rep"": ""1"",
                    ""carrier"": ""zipwhip"", ""username"": ""6515550100"", ""password"": ""secret""}");
            });
            var target = new MenuTarget(MenuPlace.EmployeeRecord, ana);
            foreach (var item in plugin.Menu.Populate(target))
            {
                Console.WriteLine("menu: " + item.Label + (item.IsEnabled ? "" : ", not now: " + item.DisabledReason));
                plugin.Menu.Perform(target, item.ActionId);
            }
            host.Tasks.RunUntil(() => host.Screen.Said("can be texted."));
            plugin.DialogEvents.OnEvent(host.Screen.LastDialog,
                @"{""event"": ""pressed"", ""button"": ""send"",
                    ""values"": {""body"": ""Are you free on Monday?""}}");
            host.Tasks.RunUntil(() => host.Screen.Said("The carrier has accepted the text."));
            Console.WriteLine("The carrier has accepted the text.");
            MemoryHost.OnWorker(plugin.MessageLogger.Flush);
            foreach (var message in host.Messages.All)
                Console.WriteLine("on " + message.Records[0] + ": " + message.Text);
        }
    }
}
