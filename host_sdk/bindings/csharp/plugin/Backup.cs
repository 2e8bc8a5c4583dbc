namespace Staffing
{
    /// Backups of all the plug-in's data, for users with the permission "administration". On any thread but the main
    /// thread.
    public sealed class Backup
    {
        readonly Plugin plugin;
        readonly Abi.Backup table;

        internal Backup(Plugin plugin, Abi.Backup table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// Makes a complete, durable backup and returns its full path. path: the full path of a file that does not
        /// exist yet; "": a path of the plug-in's own.
        public string BackUp(string path)
        {
            return Answer.Of((call, sink) => table.BackUp(plugin.Pointer, call.Text(path), sink, call.Error));
        }

        /// Replaces the plug-in's data with a backup. All or nothing.
        public void Restore(string path)
        {
            using (var call = new PluginCall())
                call.Check(table.Restore(plugin.Pointer, call.Text(path), call.Error));
        }

        /// The backups in the plug-in's own folder: schema/backups.schema.json.
        public string List()
        {
            return Answer.Of((call, sink) => table.List(plugin.Pointer, sink, call.Error));
        }
    }
}
