using System;
using System.Collections.Generic;

namespace Staffing
{
    /// A plug-in: made by PluginLibrary.Create, activated, deactivated, and destroyed by Dispose, all on the main
    /// thread. Extensions that it does not have are null; the others work while it is active.
    public sealed class Plugin : IDisposable
    {
        readonly HomeThread mainThread = new HomeThread();
        readonly Abi.Plugin functions;
        readonly NativeHost host;
        readonly ICollection<Plugin> living;
        IntPtr pointer;

        public PluginDescriptor Descriptor { get; private set; }
        public Menu Menu { get; private set; }
        public ExternalService ExternalService { get; private set; }
        public Settings Settings { get; private set; }
        public DialogEvents DialogEvents { get; private set; }
        public RecipientResolver RecipientResolver { get; private set; }
        public MessageLogger MessageLogger { get; private set; }
        public AccountActions AccountActions { get; private set; } // since 1.1
        public Audit Audit { get; private set; }                   // since 1.1
        public SessionEvents SessionEvents { get; private set; }   // since 1.1
        public Backup Backup { get; private set; }                 // since 1.2

        internal Plugin(IntPtr pointer, NativeHost host, ICollection<Plugin> living)
        {
            functions = OtherSide.Sized<Abi.Plugin>(pointer);
            this.pointer = pointer;
            this.host = host;
            this.living = living;
            living.Add(this);
        }

        /// What the functions of its tables are called with.
        internal IntPtr Pointer
        {
            get
            {
                if (pointer == IntPtr.Zero) throw new ObjectDisposedException("Plugin");
                return pointer;
            }
        }

        internal void Init()
        {
            try
            {
                using (var call = new PluginCall()) call.Check(functions.Init(Pointer, call.Error));
                Descriptor = new PluginDescriptor(functions.Descriptor);
                Menu = Extension<Abi.Menu, Menu>("staffing.menu/1", table => new Menu(this, table));
                ExternalService = Extension<Abi.ExternalService, ExternalService>("staffing.external_service/1",
                    table => new ExternalService(this, table));
                Settings = Extension<Abi.Settings, Settings>("staffing.settings/1",
                    table => new Settings(this, table));
                DialogEvents = Extension<Abi.DialogEvents, DialogEvents>("staffing.dialog_events/1",
                    table => new DialogEvents(this, table));
                RecipientResolver = Extension<Abi.RecipientResolver, RecipientResolver>(
                    "staffing.recipient_resolver/1", table => new RecipientResolver(this, table));
                MessageLogger = Extension<Abi.MessageLogger, MessageLogger>("staffing.message_logger/1",
                    table => new MessageLogger(this, table));
                AccountActions = Extension<Abi.AccountActions, AccountActions>("staffing.account_actions/1",
                    table => new AccountActions(this, table));
                Audit = Extension<Abi.Audit, Audit>("staffing.audit/1", table => new Audit(this, table));
                SessionEvents = Extension<Abi.SessionEvents, SessionEvents>("staffing.session_events/1",
                    table => new SessionEvents(this, table));
                Backup = Extension<Abi.Backup, Backup>("staffing.backup/1", table => new Backup(this, table));
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        /// Starts working, also again after Deactivate.
        public void Activate()
        {
            using (var call = new PluginCall()) call.Check(functions.Activate(Pointer, call.Error));
        }

        /// Stops working and waits for its threads. Let the host's own calls into the plug-in return first.
        public void Deactivate()
        {
            mainThread.Check();
            functions.Deactivate(Pointer);
            ++host.Life;
        }

        /// Destroys it, deactivating it first, and releases what the host passed to it.
        public void Dispose()
        {
            if (pointer == IntPtr.Zero) return;
            Deactivate();
            functions.Destroy(pointer);
            pointer = IntPtr.Zero;
            living.Remove(this);
            host.Dispose();
        }

        internal void Report(string words)
        {
            host.Report(words);
        }

        Wrapper Extension<Table, Wrapper>(string id, Func<Table, Wrapper> wrap)
            where Table : struct where Wrapper : class
        {
            using (var call = new PluginCall())
            {
                IntPtr table = functions.GetExtension(Pointer, call.Text(id));
                return table == IntPtr.Zero ? null : wrap(OtherSide.Required<Table>(table));
            }
        }
    }
}
