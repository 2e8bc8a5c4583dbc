namespace Staffing
{
    /// How a call went. The numbers are those of staffing/status.h.
    public enum Status
    {
        Unspecified = 0,
        Ok = 1,
        InvalidArgument = 2,
        InvalidUtf8 = 3,
        StructTooSmall = 4,
        WrongThread = 5,
        WrongState = 6,
        NotFound = 7,
        NotSupported = 8,
        NotLoggedIn = 9,
        PermissionDenied = 10,
        Cancelled = 11,
        Unavailable = 12,
        Refused = 13,
        VersionMismatch = 14,
        TooLarge = 15,
        InternalError = 16,
    }
}
