using System.Threading;

namespace Staffing
{
    /// The thread that this is made on: the plug-in's main thread, on which it must be ended.
    internal sealed class HomeThread
    {
        readonly int id = Thread.CurrentThread.ManagedThreadId;

        public void Check()
        {
            if (Thread.CurrentThread.ManagedThreadId != id)
                throw new StaffingException(Status.WrongThread,
                    "This is to be called on the thread that loaded the plug-in.");
        }
    }
}
