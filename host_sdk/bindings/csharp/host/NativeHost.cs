using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// A host as one plug-in sees it: the struct and the tables of functions, with every delegate behind them. It keeps
    /// itself alive until Dispose, even without other references, so that what the plug-in may call is never collected.
    internal sealed class NativeHost : NativeMemory
    {
        readonly GCHandle self;
        readonly Dictionary<string, IntPtr> tables = new Dictionary<string, IntPtr>();
        readonly List<object> delegates = new List<object>(); // the structs that hold them
        readonly ILog log;

        public IntPtr Pointer { get; private set; }

        /// Tasks that the plug-in posted before it was deactivated are of an earlier life than this and not run.
        public volatile int Life;

        public NativeHost(Host host)
        {
            self = GCHandle.Alloc(this);
            log = host.Log;
            ServiceTables.AddTo(this, host);
            ScreenTables.AddTo(this, host);
            if (host.MessageLog != null) Add("staffing.message_log/1", MessageLogTable.Of(host.MessageLog));
            if (host.Organization != null) Add("staffing.organization/1", OrganizationTable.Of(host.Organization));
            if (host.Records != null) Add("staffing.records/1", RecordsTable.Of(host.Records));
            if (host.Session != null) Add("staffing.session/1", SessionTable.Of(host.Session));
            var native = new Abi.Host
            {
                StructSize = SizeOf<Abi.Host>(),
                Version = new Abi.Version { Major = 1, Minor = 2 },
                Name = String(host.Name),
                Vendor = String(host.Vendor),
                HostVersion = String(host.Version),
                GetExtension = GetExtension,
            };
            delegates.Add(native);
            Pointer = Struct(native);
        }

        public void Add<T>(string extensionId, T table) where T : struct
        {
            delegates.Add(table);
            tables.Add(extensionId, Struct(table));
        }

        /// Logs what could not be reported elsewhere.
        public void Report(string words)
        {
            try
            {
                if (log != null) log.Write(LogSeverity.HostMisbehaving, words);
            }
            catch (Exception)
            {
                // A failing log cannot be reported anywhere.
            }
        }

        public override void Dispose()
        {
            base.Dispose();
            delegates.Clear();
            self.Free();
        }

        IntPtr GetExtension(IntPtr host, IntPtr extensionId)
        {
            IntPtr table = IntPtr.Zero;
            Guard.Run(IntPtr.Zero, () => tables.TryGetValue(OtherSide.Text(extensionId), out table));
            return table;
        }
    }
}
