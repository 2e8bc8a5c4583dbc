using System;

namespace Staffing
{
    /// Wraps everything that a plug-in calls: exceptions do not cross but become a status and an error text.
    internal static class Guard
    {
        public static int Run(IntPtr error, Action work)
        {
            try
            {
                work();
                return (int)Status.Ok;
            }
            catch (StaffingException refusal)
            {
                return Fail(error, refusal.Status, refusal.Message);
            }
            catch (Exception exception)
            {
                return Fail(error, Status.InternalError, "The host failed: " + Describe(exception));
            }
        }

        public static string Describe(Exception exception)
        {
            return exception.GetType().Name + ": " + exception.Message;
        }

        static int Fail(IntPtr error, Status status, string words)
        {
            try
            {
                if (error != IntPtr.Zero) OtherSide.Write(error, Utf8.WordsToBytes(words));
            }
            catch (Exception)
            {
                // The status is returned without its text.
            }
            return (int)status;
        }
    }
}
