namespace Staffing
{
    /// The plug-in's settings, for administrators. Change on any thread but the main thread; the others on any.
    public sealed class Settings
    {
        readonly Plugin plugin;
        readonly Abi.Settings table;

        internal Settings(Plugin plugin, Abi.Settings table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// Describes all settings: schema/settings.schema.json.
        public string Describe()
        {
            return Answer.Of((call, sink) => table.Describe(plugin.Pointer, sink, call.Error));
        }

        /// The current values: an object, key to value.
        public string Values()
        {
            return Answer.Of((call, sink) => table.Values(plugin.Pointer, sink, call.Error));
        }

        /// Changes the named values, all or none. When one is not accepted, the exception's status is REFUSED and its
        /// Details are an object, key to sentence.
        public string Change(string valuesJson)
        {
            return Answer.Of((call, sink) =>
                table.Change(plugin.Pointer, call.Text(valuesJson), sink, call.Error));
        }
    }
}
