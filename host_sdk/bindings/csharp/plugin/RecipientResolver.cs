using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// Which number of each record would be texted, or why none. On any thread.
    public sealed class RecipientResolver
    {
        readonly Plugin plugin;
        readonly Abi.RecipientResolver table;

        internal RecipientResolver(Plugin plugin, Abi.RecipientResolver table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// Starts a resolution and returns its id. Both functions are called on a thread of the plug-in: partial
        /// with the next recipients, in the order of the records; complete once, at the end, with OK, CANCELLED or
        /// what went wrong, as text. After an exception of partial no more recipients come: complete then gets
        /// INTERNAL_ERROR.
        public ulong Start(IList<RecordRef> records, Action<IList<Recipient>> partial, Action<Status, string> complete)
        {
            var listener = new ResolutionListener(plugin, partial, complete);
            try
            {
                using (var call = new PluginCall())
                {
                    IntPtr jobId = call.Allocate(sizeof(ulong));
                    IntPtr request = call.Struct(new Abi.ResolutionRequest
                    {
                        StructSize = NativeMemory.SizeOf<Abi.ResolutionRequest>(),
                        Records = call.Refs(records),
                        RecordCount = (ulong)records.Count,
                    });
                    IntPtr told = call.Struct(listener.ToAbi());
                    call.Check(table.Start(plugin.Pointer, request, told, jobId, call.Error));
                    return (ulong)Marshal.ReadInt64(jobId);
                }
            }
            catch
            {
                listener.Forget();
                throw;
            }
        }

        /// Asks a resolution to end; false when it has already ended.
        public bool Cancel(ulong jobId)
        {
            var status = (Status)table.Cancel(plugin.Pointer, jobId);
            if (status != Status.Ok && status != Status.NotFound)
                throw new StaffingException(status, "The resolution cannot be cancelled.");
            return status == Status.Ok;
        }
    }
}
