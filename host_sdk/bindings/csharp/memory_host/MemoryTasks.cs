using System;
using System.Collections.Generic;
using System.Threading;

namespace Staffing
{
    /// The main thread, which is the one that this is made on, and its queue.
    public sealed class MemoryTasks : IMainThread, IThreadCheck
    {
        readonly int mainThreadId = Thread.CurrentThread.ManagedThreadId;
        readonly Queue<Action> tasks = new Queue<Action>(); // also the lock

        public void Post(Action task)
        {
            lock (tasks)
            {
                tasks.Enqueue(task);
                Monitor.Pulse(tasks);
            }
        }

        public bool IsMainThread()
        {
            return Thread.CurrentThread.ManagedThreadId == mainThreadId;
        }

        /// On the main thread: runs tasks, and waits for more, until the condition holds.
        public void RunUntil(Func<bool> condition)
        {
            while (!condition())
                Next()();
        }

        Action Next()
        {
            lock (tasks)
            {
                while (tasks.Count == 0)
                    Monitor.Wait(tasks);
                return tasks.Dequeue();
            }
        }
    }
}
