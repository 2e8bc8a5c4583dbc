using System.IO;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using Staffing;

/// The example, over and over in one process: each time the library goes, and what comes after it works.
static class RoundsTest
{
    public static void Run(string plugin, string folder, string carrierUrl)
    {
        const int rounds = 20;
        for (int round = 1; round <= rounds; ++round)
        {
            ConsoleHost.Main(new[] { plugin, Path.Combine(folder, round.ToString()), carrierUrl });
            Expect.That(!IsMapped(plugin), "The library is loaded still after round " + round + ".");
        }
        string handset = new WebClient().DownloadString(carrierUrl + "/_simulator/handsets/+16515550143");
        int arrived = Regex.Matches(handset, "Are you free on Monday").Count;
        Expect.Equal(rounds, arrived, "The number of texts that have arrived");
        using (var library = new PluginLibrary(plugin))
        using (var made = library.Create(new MemoryHost(folder)))
        {
            Expect.That(IsMapped(plugin), "A library that is loaded is not seen.");
            object[] extensions = { made.Menu, made.ExternalService, made.Settings, made.DialogEvents,
                made.RecipientResolver, made.MessageLogger, made.AccountActions, made.Audit, made.SessionEvents };
            Expect.That(extensions.All(extension => extension != null), "An extension is missing.");
        }
    }

    public static bool IsMapped(string library)
    {
        return File.ReadLines("/proc/self/maps").Any(line => line.EndsWith(Path.GetFullPath(library)));
    }
}
