using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Staffing
{
    /// Receives the results of one resolution. Keeps itself alive until complete has been called.
    internal sealed class ResolutionListener
    {
        // Static, so that the delegates cannot be collected while a plug-in calls them.
        static readonly Abi.ResolutionListenerPartial PartialFunction = Partial;
        static readonly Abi.ResolutionListenerComplete CompleteFunction = Complete;

        readonly GCHandle self;
        readonly Plugin plugin;
        readonly Action<IList<Recipient>> partial;
        readonly Action<Status, string> complete;
        Exception failure;

        public ResolutionListener(Plugin plugin, Action<IList<Recipient>> partial, Action<Status, string> complete)
        {
            self = GCHandle.Alloc(this);
            this.plugin = plugin;
            this.partial = partial;
            this.complete = complete;
        }

        public Abi.ResolutionListener ToAbi()
        {
            return new Abi.ResolutionListener
            {
                StructSize = NativeMemory.SizeOf<Abi.ResolutionListener>(),
                Context = GCHandle.ToIntPtr(self),
                Partial = PartialFunction,
                Complete = CompleteFunction,
            };
        }

        /// It will not be called any more.
        public void Forget()
        {
            self.Free();
        }

        static void Partial(IntPtr context, IntPtr recipients, ulong count)
        {
            var listener = (ResolutionListener)GCHandle.FromIntPtr(context).Target;
            if (listener.failure != null) return;
            try
            {
                var read = new List<Recipient>();
                for (ulong at = 0; at < count; ++at, recipients += IntPtr.Size)
                    read.Add(FromAbi(OtherSide.Sized<Abi.Recipient>(Marshal.ReadIntPtr(recipients))));
                listener.partial(read);
            }
            catch (Exception exception)
            {
                listener.failure = exception;
            }
        }

        static void Complete(IntPtr context, int status, IntPtr message)
        {
            var listener = (ResolutionListener)GCHandle.FromIntPtr(context).Target;
            try
            {
                if (listener.failure == null)
                    listener.complete((Status)status, OtherSide.Text(message));
                else
                    listener.complete(Status.InternalError,
                        "The listener failed: " + Guard.Describe(listener.failure));
            }
            catch (Exception exception)
            {
                listener.plugin.Report("The listener of a resolution failed: " + Guard.Describe(exception));
            }
            listener.Forget();
        }

        static Recipient FromAbi(Abi.Recipient recipient)
        {
            return new Recipient
            {
                Record = new RecordRef(recipient.Record),
                Verdict = (Verdict)recipient.Verdict,
                CanText = recipient.CanText != 0,
                MethodId = recipient.MethodId,
                MethodType = (ContactMethodType)recipient.MethodType,
                Name = OtherSide.Text(recipient.Name),
                Number = OtherSide.Text(recipient.Number),
                Reason = OtherSide.Text(recipient.Reason),
            };
        }
    }
}
