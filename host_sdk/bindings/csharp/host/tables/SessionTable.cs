using System.Runtime.InteropServices;

namespace Staffing
{
    internal static class SessionTable
    {
        public static Abi.Session Of(ISession session)
        {
            return new Abi.Session
            {
                GetUser = (host, given, error) => Guard.Run(error, () =>
                {
                    var sink = OtherSide.Required<Abi.SessionUserSink>(given);
                    using (var memory = new NativeMemory())
                        sink.Write(sink.Context, memory.Struct(ToAbi(session.GetUser(), memory)));
                }),
                HasPermission = (host, permission, isGranted, error) => Guard.Run(error, () =>
                {
                    OtherSide.Place(isGranted);
                    bool granted = session.HasPermission(OtherSide.Text(permission));
                    Marshal.WriteInt32(isGranted, granted ? 1 : 0);
                }),
            };
        }

        static Abi.SessionUser ToAbi(SessionUser user, NativeMemory memory)
        {
            var given = user ?? new SessionUser();
            return new Abi.SessionUser
            {
                StructSize = NativeMemory.SizeOf<Abi.SessionUser>(),
                IsLoggedIn = user == null ? 0 : 1,
                RepId = given.RepId,
                BranchId = given.BranchId,
                LoginName = memory.String(given.LoginName),
                FirstName = memory.String(given.FirstName),
                LastName = memory.String(given.LastName),
                BranchName = memory.String(given.BranchName),
                TimeZone = memory.String(given.TimeZone),
            };
        }
    }
}
