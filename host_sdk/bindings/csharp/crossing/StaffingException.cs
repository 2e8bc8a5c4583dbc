using System;

namespace Staffing
{
    /// A call that did not succeed: its status, and the words for people (Message). The binding throws it for what
    /// a plug-in answers; a host throws it from its interfaces to answer a plug-in with that status and those
    /// words.
    public sealed class StaffingException : Exception
    {
        public Status Status { get; private set; }

        /// What the other side wrote although it failed: the problems of Settings.Change. Empty otherwise.
        public string Details { get; private set; }

        /// A status that the contract does not know, and one of success, count as a defect of who gave it.
        public StaffingException(Status status, string words, string details = "") : base(words)
        {
            bool isFailure = status > Status.Ok && status <= Status.InternalError;
            Status = isFailure ? status : Status.InternalError;
            Details = details;
        }
    }
}
