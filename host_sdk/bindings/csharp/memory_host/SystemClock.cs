using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Staffing
{
    /// The system's time.
    public sealed class SystemClock : IClock, IMonotonicClock
    {
        sealed class Waiter
        {
            public bool IsWoken;
        }

        static readonly DateTime Epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        readonly Dictionary<ulong, Waiter> waiters = new Dictionary<ulong, Waiter>(); // also the lock
        readonly Stopwatch stopwatch = Stopwatch.StartNew();
        ulong lastId;

        public long NowMilliseconds()
        {
            return (DateTime.UtcNow - Epoch).Ticks / TimeSpan.TicksPerMillisecond;
        }

        public long ElapsedMilliseconds()
        {
            return stopwatch.ElapsedMilliseconds;
        }

        public ulong OpenWaiter()
        {
            lock (waiters)
            {
                waiters.Add(++lastId, new Waiter());
                return lastId;
            }
        }

        public void WaitUntil(ulong waiterId, long deadlineMilliseconds)
        {
            Waiter waiter = Find(waiterId);
            lock (waiter)
            {
                while (!waiter.IsWoken)
                {
                    long now = NowMilliseconds();
                    if (deadlineMilliseconds <= now) break;
                    // In pieces, because a wait of C# is no longer than some weeks.
                    Monitor.Wait(waiter, (int)Math.Min(deadlineMilliseconds - now, 1000 * 1000));
                }
                waiter.IsWoken = false;
            }
        }

        public void Wake(ulong waiterId)
        {
            Waiter waiter = Find(waiterId);
            lock (waiter)
            {
                waiter.IsWoken = true;
                Monitor.Pulse(waiter);
            }
        }

        public void CloseWaiter(ulong waiterId)
        {
            lock (waiters) waiters.Remove(waiterId);
        }

        Waiter Find(ulong waiterId)
        {
            Waiter found;
            lock (waiters)
                if (waiters.TryGetValue(waiterId, out found)) return found;
            throw new StaffingException(Status.NotFound, "There is no such waiter.");
        }
    }
}
