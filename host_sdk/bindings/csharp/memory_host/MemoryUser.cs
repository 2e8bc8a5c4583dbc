using System.Collections.Generic;

namespace Staffing
{
    /// Who is logged in: a service rep who may send texts, until something else is said.
    public sealed class MemoryUser : ISession
    {
        /// null: nobody.
        public volatile SessionUser LoggedIn = new SessionUser
        {
            RepId = 1,
            BranchId = 3,
            LoginName = "drew",
            FirstName = "Drew",
            LastName = "Larson",
            BranchName = "Eagan",
            TimeZone = "America/Chicago",
        };

        /// Not to be changed while a plug-in is active.
        public readonly ISet<string> Permissions = new HashSet<string> { "text_messaging", "administration" };

        public SessionUser GetUser()
        {
            return LoggedIn;
        }

        public bool HasPermission(string permission)
        {
            return LoggedIn != null && Permissions.Contains(permission);
        }
    }
}
