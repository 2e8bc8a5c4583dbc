using System.Collections.Generic;
using System.Linq;

namespace Staffing
{
    /// The messages that were logged, each key once.
    public sealed class MemoryMessages : IMessageLog
    {
        readonly List<Message> messages = new List<Message>(); // also the lock

        /// The action codes there are; at first "Text".
        public readonly IList<ActionCode> Codes =
            new List<ActionCode> { new ActionCode { Code = "Text", Description = "Text conversation" } };

        public IList<Message> All
        {
            get { lock (messages) return messages.ToList(); }
        }

        public long Add(Message message)
        {
            if (!Codes.Any(code => code.Code == message.ActionCode && code.IsActive))
                throw new StaffingException(Status.Refused, "There is no action code " + message.ActionCode + ".");
            if (message.Records.Count == 0) throw new StaffingException(Status.NotFound, "There is no record.");
            lock (messages)
            {
                int known = messages.FindIndex(other => other.Key == message.Key);
                if (known >= 0) return known + 1;
                messages.Add(message);
                return messages.Count;
            }
        }

        public IEnumerable<ActionCode> ActionCodes()
        {
            return Codes;
        }
    }
}
