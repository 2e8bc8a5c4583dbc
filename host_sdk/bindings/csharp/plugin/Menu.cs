using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// A plug-in's items in the menus of the host. On the main thread.
    public sealed class Menu
    {
        // Static, so that the delegate cannot be collected while a plug-in calls it.
        static readonly Abi.MenuItemSinkWrite WriteFunction = Write;

        readonly Plugin plugin;
        readonly Abi.Menu table;

        internal Menu(Plugin plugin, Abi.Menu table)
        {
            this.plugin = plugin;
            this.table = table;
        }

        /// The items for a target, in the order of the menu.
        public IList<MenuItem> Populate(MenuTarget target)
        {
            var answer = new Answer();
            GCHandle handle = GCHandle.Alloc(answer);
            try
            {
                using (var call = new PluginCall())
                {
                    IntPtr sink = call.Struct(
                        new Abi.MenuItemSink { Context = GCHandle.ToIntPtr(handle), Write = WriteFunction });
                    call.Check(table.Populate(plugin.Pointer, ToNative(target, call), sink, call.Error));
                }
            }
            finally
            {
                handle.Free();
            }
            if (answer.Failure != null) throw answer.Failure;
            return answer.Items;
        }

        /// The person chose an item. REFUSED, with the reason, for one that is not enabled.
        public void Perform(MenuTarget target, string actionId)
        {
            using (var call = new PluginCall())
                call.Check(table.Perform(plugin.Pointer, ToNative(target, call), call.Text(actionId), call.Error));
        }

        sealed class Answer
        {
            public readonly List<MenuItem> Items = new List<MenuItem>();
            public Exception Failure;
        }

        static IntPtr ToNative(MenuTarget target, NativeMemory memory)
        {
            return memory.Struct(new Abi.MenuTarget
            {
                StructSize = NativeMemory.SizeOf<Abi.MenuTarget>(),
                Place = (int)target.Place,
                Records = memory.Refs(target.Records),
                RecordCount = (ulong)target.Records.Count,
                HotlistId = target.HotlistId,
            });
        }

        static void Write(IntPtr context, IntPtr pointer)
        {
            var answer = (Answer)GCHandle.FromIntPtr(context).Target;
            try
            {
                var item = OtherSide.Sized<Abi.MenuItem>(pointer, nameof(Abi.MenuItem.Notice));
                answer.Items.Add(new MenuItem
                {
                    IsEnabled = item.IsEnabled != 0,
                    ActionId = OtherSide.Text(item.ActionId),
                    Label = OtherSide.Text(item.Label),
                    DisabledReason = OtherSide.Text(item.DisabledReason),
                    Tooltip = OtherSide.Text(item.Tooltip),
                    Icon = OtherSide.Text(item.Icon),
                    Notice = OtherSide.Text(item.Notice),
                });
            }
            catch (Exception exception)
            {
                answer.Failure = exception; // must not cross; thrown when populate has returned
            }
        }
    }
}
