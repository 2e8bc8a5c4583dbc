using System.Collections.Generic;

namespace Staffing
{
    /// Branches and reps by their ids. Not to be changed while a plug-in is active.
    public sealed class MemoryOffice : IOrganization
    {
        public readonly IDictionary<long, string> Branches = new Dictionary<long, string> { { 3, "Eagan" } };
        public readonly IDictionary<long, string> Reps = new Dictionary<long, string> { { 1, "Drew Larson" } };

        public string BranchName(long branchId)
        {
            return Find(Branches, branchId);
        }

        public string RepName(long repId)
        {
            return Find(Reps, repId);
        }

        static string Find(IDictionary<long, string> names, long id)
        {
            string name;
            return names.TryGetValue(id, out name) ? name : null;
        }
    }
}
