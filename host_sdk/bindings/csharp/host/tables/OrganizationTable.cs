using System;

namespace Staffing
{
    internal static class OrganizationTable
    {
        public static Abi.Organization Of(IOrganization organization)
        {
            return new Abi.Organization
            {
                BranchName = (host, id, sink, error) => Guard.Run(error, () =>
                    Give(sink, organization.BranchName(id), "branch")),
                RepName = (host, id, sink, error) => Guard.Run(error, () =>
                    Give(sink, organization.RepName(id), "service rep")),
            };
        }

        static void Give(IntPtr sink, string name, string what)
        {
            OtherSide.Place(sink);
            if (name == null) throw new StaffingException(Status.NotFound, "There is no such " + what + ".");
            OtherSide.Write(sink, Utf8.Bytes(name));
        }
    }
}
