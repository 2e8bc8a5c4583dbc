// Extension of the host: names of branches and reps. As in staffing/ext/organization.h; the meaning of each function is
// told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int OrganizationBranchName(IntPtr host, long branchId, IntPtr name, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int OrganizationRepName(IntPtr host, long repId, IntPtr name, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Organization
    {
        public OrganizationBranchName BranchName;
        public OrganizationRepName RepName;
    }
}
