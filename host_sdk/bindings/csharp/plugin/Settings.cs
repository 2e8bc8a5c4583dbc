namespace Staffing
{
    /// What an administrator can set. Change on any thread but the main thread; the others on any.
    public sealed class Settings
    {
        readonly Plugin plugin;
        readonly Abi.Settings table;

        internal Settings(Plugin plugin, Abi.Settings table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// The settings that there are: schema/settings.schema.json.
        public string Describe()
        {
            return Answer.Of((call, sink) => table.Describe(plugin.Pointer, sink, call.Error));
        }

        /// The values in force: an object, key to value.
        public string Values()
        {
            return Answer.Of((call, sink) => table.Values(plugin.Pointer, sink, call.Error));
        }

        /// Changes the values named, all or none. When one is not taken the exception says REFUSED, and its
        /// Details are an object, key to sentence.
        public string Change(string valuesJson)
        {
            return Answer.Of((call, sink) =>
                table.Change(plugin.Pointer, call.Text(valuesJson), sink, call.Error));
        }
    }
}
