using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Staffing
{
    public enum AuditFormat { Unspecified = 0, Csv = 1, JsonLines = 2, Spreadsheet = 3 }

    /// The audit trail of a plug-in. On any thread but the main thread.
    public sealed class Audit
    {
        const long EntriesOfAPart = 1000;

        readonly Plugin plugin;
        readonly Abi.Audit table;

        internal Audit(Plugin plugin, Abi.Audit table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// The oldest entries after one (0: from the beginning), at most mostEntries (1 to 10,000). lastId is the
        /// last of them; 0: there is no further entry.
        public string Read(AuditFormat format, long afterId, long mostEntries, out long lastId)
        {
            long last = 0;
            string part = Answer.Of((call, sink) =>
            {
                IntPtr place = call.Allocate(sizeof(long));
                int status = table.Read(plugin.Pointer, (int)format, afterId, mostEntries, sink, place, call.Error);
                last = Marshal.ReadInt64(place);
                return status;
            });
            lastId = last;
            return part;
        }

        /// Writes the whole trail, part by part.
        public void Export(AuditFormat format, TextWriter file)
        {
            long lastId = 0;
            do
                file.Write(Read(format, lastId, EntriesOfAPart, out lastId));
            while (lastId != 0);
        }
    }
}
