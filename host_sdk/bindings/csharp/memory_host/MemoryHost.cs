using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Staffing
{
    /// A host with every extension, all in memory but the plug-in's folders: for tests, for trying a plug-in out
    /// and for learning. Made on the main thread. Its parts are there to be filled, looked at and replaced.
    public sealed class MemoryHost : Host
    {
        public readonly MemoryTasks Tasks = new MemoryTasks();
        public readonly MemoryScreen Screen = new MemoryScreen();
        public readonly MemoryRecords People = new MemoryRecords();
        public readonly MemoryMessages Messages = new MemoryMessages();
        public readonly MemorySecrets Secrets = new MemorySecrets();
        public readonly MemoryUser User = new MemoryUser();
        public readonly MemoryOffice Office = new MemoryOffice();
        public readonly MemoryLines Lines = new MemoryLines();

        /// folder: where the plug-in may keep its files.
        public MemoryHost(string folder)
        {
            Name = "Memory Host";
            Version = "1.0";
            var clock = new SystemClock();
            Clock = clock;
            Credentials = Secrets;
            Dialogs = Screen;
            Log = Lines;
            MainThread = Tasks;
            MessageLog = Messages;
            MonotonicClock = clock;
            Notifications = Screen;
            Organization = Office;
            Paths = new MemoryFolders(folder);
            Progress = Screen;
            Records = People;
            Session = User;
            ThreadCheck = Tasks;
        }

        /// For functions that are not called on the main thread: runs the work on a thread of its own, and waits
        /// for it.
        public static void OnWorker(Action work)
        {
            ExceptionDispatchInfo failure = null;
            var worker = new Thread(() =>
            {
                try
                {
                    work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            });
            worker.Start();
            worker.Join();
            if (failure != null) failure.Throw();
        }
    }
}
