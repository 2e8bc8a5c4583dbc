namespace Staffing
{
    /// Who is logged in to the host.
    public sealed class SessionUser
    {
        public long RepId;
        public long BranchId;
        public string LoginName = "";
        public string FirstName = "";
        public string LastName = "";
        public string BranchName = "";
        public string TimeZone = ""; // of the branch, IANA: "America/Chicago"
    }
}
