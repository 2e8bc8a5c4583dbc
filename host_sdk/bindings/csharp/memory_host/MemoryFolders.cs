using System.IO;

namespace Staffing
{
    /// Folders in a folder. For one plug-in at a time.
    public sealed class MemoryFolders : IPaths
    {
        readonly string root;

        public MemoryFolders(string root)
        {
            this.root = Path.GetFullPath(root);
        }

        public string Get(PathKind kind)
        {
            if (kind < PathKind.Data || kind > PathKind.Temporary)
                throw new StaffingException(Status.NotFound, "There is no such folder.");
            return Directory.CreateDirectory(Path.Combine(root, kind.ToString().ToLowerInvariant())).FullName;
        }
    }
}
