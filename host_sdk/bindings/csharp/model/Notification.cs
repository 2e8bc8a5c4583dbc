using System.Collections.Generic;

namespace Staffing
{
    public enum NotificationSeverity { Unspecified = 0, Info = 1, Warning = 2, Error = 3 }

    /// A short message to somebody who may be looking at something else.
    public sealed class Notification
    {
        public NotificationSeverity Severity { get; internal set; }
        public long RepId { get; internal set; } // whom it is for; 0: whoever administers the plug-in
        public string Title { get; internal set; }
        public string Text { get; internal set; }
        public IList<RecordRef> Records { get; internal set; } // what it is about; may be none
        public string ReplyActionId { get; internal set; } // the menu action that answers it; may be empty
    }
}
