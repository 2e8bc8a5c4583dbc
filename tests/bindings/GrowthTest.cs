using System;
using System.Reflection;
using System.Runtime.InteropServices;
using Staffing;
using Staffing.Abi;

/// Structs that have grown since version 1.0, as a side that was built with it gives them.
static class GrowthTest
{
    public static void Run()
    {
        const int sizeOfNotification = 64, sizeOfMenuItem = 88;
        Expect.Equal(7L, Read<Staffing.Abi.Notification>(sizeOfNotification, "ReplyActionId").RepId, "The rep");
        Expect.Equal(0UL, Read<Staffing.Abi.Notification>(sizeOfNotification, "ReplyActionId").ReplyActionId.Size,
            "What is not there");
        Expect.Equal(0UL, Read<Staffing.Abi.MenuItem>(sizeOfMenuItem, "Notice").Notice.Size, "What is not there");
        Expect.Equal(7UL, Read<Staffing.Abi.MenuItem>(sizeOfMenuItem + 16, "Notice").Notice.Size, "What is there");
        Expect.Fails(Status.StructTooSmall, "below that of version 1.0",
            () => Read<Staffing.Abi.Notification>(sizeOfNotification - 1, "ReplyActionId"));
    }

    /// A struct of this size, in which every number is 7.
    static T Read<T>(int size, string firstAdded)
    {
        IntPtr memory = Marshal.AllocHGlobal(1024);
        try
        {
            for (int at = 0; at < 1024; at += 8) Marshal.WriteInt64(memory, at, 7);
            Marshal.WriteInt32(memory, size);
            MethodInfo sized = typeof(Staffing.Host).Assembly.GetType("Staffing.OtherSide").GetMethod("Sized")
                .MakeGenericMethod(typeof(T));
            return (T)sized.Invoke(null, new object[] { memory, firstAdded });
        }
        catch (TargetInvocationException failure)
        {
            throw failure.InnerException;
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }
}
