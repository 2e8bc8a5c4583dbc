namespace Staffing
{
    /// More actions of saved accounts; ExternalService.List names them. On any thread but the main thread.
    public sealed class AccountActions
    {
        readonly Plugin plugin;
        readonly Abi.AccountActions table;

        internal AccountActions(Plugin plugin, Abi.AccountActions table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// All or nothing. NOT_FOUND for an account that is gone, or an action that it does not have now.
        public void Perform(long accountId, string actionId)
        {
            using (var call = new PluginCall())
                call.Check(table.Perform(plugin.Pointer, accountId, call.Text(actionId), call.Error));
        }
    }
}
