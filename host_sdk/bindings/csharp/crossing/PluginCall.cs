using System;

namespace Staffing
{
    /// One call into a plug-in: memory for its arguments, and the words of its failure.
    internal sealed class PluginCall : NativeMemory
    {
        readonly StringCollector words = new StringCollector();

        public IntPtr Error
        {
            get { return words.Sink; }
        }

        /// Throws unless the status is OK, with the words and the details.
        public void Check(int status, Func<string> details = null)
        {
            if (status == (int)Status.Ok) return;
            throw new StaffingException((Status)status, words.Words, details == null ? "" : details());
        }

        public override void Dispose()
        {
            base.Dispose();
            words.Dispose();
        }
    }
}
