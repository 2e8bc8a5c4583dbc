using System;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// The accounts of a plug-in. Values are an object, field id to string, as JSON. Test, Save, Remove and List
    /// on any thread but the main thread; the others on any.
    public sealed class ExternalService
    {
        readonly Plugin plugin;
        readonly Abi.ExternalService table;

        internal ExternalService(Plugin plugin, Abi.ExternalService table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// The service and its form: schema/external_service_form.schema.json.
        public string Describe()
        {
            return Answer.Of((call, sink) => table.Describe(plugin.Pointer, sink, call.Error));
        }

        /// Problems of values while they are typed: an object, field id to sentence.
        public string Validate(string valuesJson)
        {
            return Answer.Of((call, sink) =>
                table.Validate(plugin.Pointer, call.Text(valuesJson), sink, call.Error));
        }

        /// Asks the carrier: REFUSED when it does not accept the values, UNAVAILABLE when it cannot be asked.
        public void Test(long accountId, string valuesJson)
        {
            using (var call = new PluginCall())
                call.Check(table.Test(plugin.Pointer, accountId, call.Text(valuesJson), call.Error));
        }

        /// Adds an account (accountId 0) or changes one; returns its id.
        public long Save(long accountId, string valuesJson)
        {
            using (var call = new PluginCall())
            {
                IntPtr savedId = call.Allocate(sizeof(long));
                call.Check(table.Save(plugin.Pointer, accountId, call.Text(valuesJson), savedId, call.Error));
                return Marshal.ReadInt64(savedId);
            }
        }

        public void Remove(long accountId)
        {
            using (var call = new PluginCall()) call.Check(table.Remove(plugin.Pointer, accountId, call.Error));
        }

        /// The saved accounts, without secrets: schema/external_service_accounts.schema.json.
        public string List()
        {
            return Answer.Of((call, sink) => table.List(plugin.Pointer, sink, call.Error));
        }
    }
}
