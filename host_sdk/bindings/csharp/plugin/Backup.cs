namespace Staffing
{
    /// Backups of all that the plug-in keeps, for whoever has the permission "administration". On any thread but the
    /// main thread.
    public sealed class Backup
    {
        readonly Plugin plugin;
        readonly Abi.Backup table;

        internal Backup(Plugin plugin, Abi.Backup table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// Makes one, whole and durable, and gives its full path. path: of a file that is not there yet, in full;
        /// "": a place of the plug-in's own.
        public string BackUp(string path)
        {
            return Answer.Of((call, sink) => table.BackUp(plugin.Pointer, call.Text(path), sink, call.Error));
        }

        /// Puts one in the place of what the plug-in keeps. All or nothing.
        public void Restore(string path)
        {
            using (var call = new PluginCall())
                call.Check(table.Restore(plugin.Pointer, call.Text(path), call.Error));
        }

        /// Those in the plug-in's own folder: schema/backups.schema.json.
        public string List()
        {
            return Answer.Of((call, sink) => table.List(plugin.Pointer, sink, call.Error));
        }
    }
}
