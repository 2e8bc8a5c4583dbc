namespace Staffing
{
    /// The host controls the logging of conversations. On any thread but the main thread.
    public sealed class MessageLogger
    {
        readonly Plugin plugin;
        readonly Abi.MessageLogger table;

        internal MessageLogger(Plugin plugin, Abi.MessageLogger table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// Logs all open conversations now. UNAVAILABLE when some could not be.
        public void Flush()
        {
            using (var call = new PluginCall()) call.Check(table.Flush(plugin.Pointer, call.Error));
        }

        /// Logs the open conversations of one record now.
        public void FlushRecord(RecordRef record)
        {
            using (var call = new PluginCall())
                call.Check(table.FlushRecord(plugin.Pointer, call.Struct(record.ToAbi()), call.Error));
        }

        /// Two records became one.
        public void RecordMerged(RecordRef loser, RecordRef survivor)
        {
            using (var call = new PluginCall())
                call.Check(table.RecordMerged(plugin.Pointer, call.Struct(loser.ToAbi()),
                    call.Struct(survivor.ToAbi()), call.Error));
        }

        /// A record is gone.
        public void RecordDeleted(RecordRef record)
        {
            using (var call = new PluginCall())
                call.Check(table.RecordDeleted(plugin.Pointer, call.Struct(record.ToAbi()), call.Error));
        }
    }
}
