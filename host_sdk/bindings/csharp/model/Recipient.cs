namespace Staffing
{
    public enum Verdict
    {
        Unspecified = 0,
        Ok = 1,
        ExtensionDropped = 2,
        SharesNumber = 3,
        Missing = 4,
        NotANumber = 5,
        TooShort = 6,
        TooLong = 7,
        NotInService = 8,
        CannotReceive = 9,
        RecordGone = 10,
        LocalOnly = 11,
        OptedOut = 12,
        OutsideHours = 13,
    }

    /// Which number of a record would be texted, or why none.
    public sealed class Recipient
    {
        public RecordRef Record { get; internal set; }
        public Verdict Verdict { get; internal set; }
        public bool CanText { get; internal set; }
        public long MethodId { get; internal set; } // of the contact method chosen; 0: none
        public ContactMethodType MethodType { get; internal set; }
        public string Name { get; internal set; }
        public string Number { get; internal set; } // E.164; empty unless CanText
        public string Reason { get; internal set; } // a sentence for people

        internal Recipient() { }
    }
}
