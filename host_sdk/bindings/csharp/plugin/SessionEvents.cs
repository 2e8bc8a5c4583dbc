namespace Staffing
{
    /// The host says that its session changed. On the main thread.
    public sealed class SessionEvents
    {
        readonly Plugin plugin;
        readonly Abi.SessionEvents table;

        internal SessionEvents(Plugin plugin, Abi.SessionEvents table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// Somebody logged in or out, or may do other things than before; ISession says it already.
        public void Changed()
        {
            using (var call = new PluginCall()) call.Check(table.Changed(plugin.Pointer, call.Error));
        }
    }
}
