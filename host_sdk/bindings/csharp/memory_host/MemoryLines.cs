using System.Collections.Generic;
using System.Linq;

namespace Staffing
{
    /// The lines of the log.
    public sealed class MemoryLines : ILog
    {
        readonly List<string> lines = new List<string>(); // also the lock

        public IList<string> All
        {
            get { lock (lines) return lines.ToList(); }
        }

        public void Write(LogSeverity severity, string message)
        {
            lock (lines) lines.Add(severity + ": " + message);
        }
    }
}
