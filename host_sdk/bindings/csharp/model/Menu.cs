using System.Collections.Generic;

namespace Staffing
{
    public enum MenuPlace
    {
        Unspecified = 0,
        EmployeeRecord = 1,
        EmployeeSearchResults = 2,
        ContactRecord = 3,
        ContactSearchResults = 4,
        HotlistRow = 5,
        Hotlist = 6,
    }

    /// What a menu is opened on.
    public sealed class MenuTarget
    {
        public readonly MenuPlace Place;
        public readonly IList<RecordRef> Records; // in the order of the screen
        public long HotlistId;                    // of the two hotlist places; else 0

        public MenuTarget(MenuPlace place, params RecordRef[] records)
        {
            Place = place;
            Records = records;
        }
    }

    public sealed class MenuItem
    {
        public string ActionId { get; internal set; }
        public string Label { get; internal set; }
        public bool IsEnabled { get; internal set; }
        public string DisabledReason { get; internal set; } // a sentence for people
        public string Tooltip { get; internal set; }
        public string Icon { get; internal set; } // a name, such as "text_message"
        public string Notice { get; internal set; } // a sentence to show on the records; may be empty
    }
}
