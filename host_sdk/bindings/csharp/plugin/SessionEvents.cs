namespace Staffing
{
    /// The host reports that its session has changed. On the main thread.
    public sealed class SessionEvents
    {
        readonly Plugin plugin;
        readonly Abi.SessionEvents table;

        internal SessionEvents(Plugin plugin, Abi.SessionEvents table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// Somebody logged in or out, or permissions changed; ISession already reports the new state.
        public void Changed()
        {
            using (var call = new PluginCall()) call.Check(table.Changed(plugin.Pointer, call.Error));
        }
    }
}
