using System.Collections.Generic;

namespace Staffing
{
    /// A message that a plug-in logs on records.
    public sealed class Message
    {
        public string Key { get; internal set; } // unique in the world
        public string ActionCode { get; internal set; }
        public string Text { get; internal set; }
        public long AuthorRepId { get; internal set; } // 0: nobody of the office
        public IList<RecordRef> Records { get; internal set; }
    }

    /// One of the host's message action codes.
    public sealed class ActionCode
    {
        public string Code = "";
        public string Description = "";
        public bool IsActive = true;
        public bool IsRelevantToEmployees = true;
        public bool IsRelevantToContacts = true;
        public string SideEffect = ""; // what logging under it changes, in words
    }
}
