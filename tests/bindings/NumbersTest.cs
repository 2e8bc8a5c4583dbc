using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Staffing;

/// The enums of the binding against the lists of values in the contract's headers.
static class NumbersTest
{
    static readonly Dictionary<string, Type> Enums = new Dictionary<string, Type>
    {
        { "staffing_status", typeof(Status) },
        { "staffing_record_kind", typeof(RecordKind) },
        { "staffing_contact_method_type", typeof(ContactMethodType) },
        { "staffing_menu_place", typeof(MenuPlace) },
        { "staffing_log_severity", typeof(LogSeverity) },
        { "staffing_notification_severity", typeof(NotificationSeverity) },
        { "staffing_path_kind", typeof(PathKind) },
        { "staffing_verdict", typeof(Verdict) },
        { "staffing_audit_format", typeof(AuditFormat) },
    };

    public static void Run(string includeFolder)
    {
        var value = new Regex(@"#define STAFFING_(\w+) \(\((staffing_\w+)\)(\d+)\)");
        var seen = new Dictionary<string, int>();
        foreach (string header in Directory.GetFiles(includeFolder, "*.h", SearchOption.AllDirectories))
            foreach (Match match in value.Matches(File.ReadAllText(header)))
            {
                string type = match.Groups[2].Value;
                string wanted = match.Groups[1].Value.Replace("_", "");
                string found = Enum.GetName(Enums[type], int.Parse(match.Groups[3].Value)) ?? "missing";
                bool isSame = wanted.EndsWith(found, StringComparison.OrdinalIgnoreCase);
                Expect.That(isSame, match.Value + " is " + found + ".");
                seen[type] = seen.ContainsKey(type) ? seen[type] + 1 : 1;
            }
        foreach (var one in Enums)
            Expect.Equal(Enum.GetNames(one.Value).Length, seen.ContainsKey(one.Key) ? seen[one.Key] : 0,
                "The number of values of " + one.Key);
    }
}
