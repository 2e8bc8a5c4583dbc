namespace Staffing
{
    /// What people do in a plug-in's dialogs. On the main thread.
    public sealed class DialogEvents
    {
        readonly Plugin plugin;
        readonly Abi.DialogEvents table;

        internal DialogEvents(Plugin plugin, Abi.DialogEvents table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// Something happened in a dialog: schema/dialog_event.schema.json. NOT_FOUND for a dialog that the
        /// plug-in does not know any more.
        public void OnEvent(ulong dialogId, string eventJson)
        {
            using (var call = new PluginCall())
                call.Check(table.OnEvent(plugin.Pointer, dialogId, call.Text(eventJson), call.Error));
        }
    }
}
