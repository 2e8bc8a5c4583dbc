using System;
using System.Linq;
using Staffing;

/// Expectations, and the choice of the test by the first argument.
static class Expect
{
    static int broken;

    public static void That(bool holds, string words)
    {
        if (holds) return;
        ++broken;
        Console.Error.WriteLine("BROKEN: " + words);
    }

    public static void Equal<T>(T wanted, T seen, string what)
    {
        That(Equals(wanted, seen), what + " is " + seen + ", not " + wanted + ".");
    }

    /// The call fails with this status, and with words that hold these.
    public static void Fails(Status wanted, string words, Action call, string details = "")
    {
        try
        {
            call();
            That(false, "A call succeeds that should fail with " + wanted + ".");
        }
        catch (StaffingException failure)
        {
            Equal(wanted, failure.Status, "The status of \"" + failure.Message + "\"");
            Equal(details, failure.Details, "What comes with \"" + failure.Message + "\"");
            That(failure.Message.Contains(words), "\"" + failure.Message + "\" does not say \"" + words + "\".");
        }
    }

    static int Main(string[] arguments)
    {
        var rest = arguments.Skip(1).ToArray();
        switch (arguments[0])
        {
            case "layout": LayoutTest.Run(rest[0]); break;
            case "growth": GrowthTest.Run(); break;
            case "numbers": NumbersTest.Run(rest[0]); break;
            case "json_patch": JsonPatchTest.Run(rest[0]); break;
            case "library": LibraryTest.Run(rest[0]); break;
            case "utf8": Utf8Test.Run(rest[0]); break;
            case "exceptions": ExceptionsTest.Run(rest[0], rest[1]); break;
            case "administration": AdministrationTest.Run(rest[0]); break;
            case "collection": CollectionTest.Run(rest[0], rest[1], rest[2]); break;
            case "rounds": RoundsTest.Run(rest[0], rest[1], rest[2]); break;
            default: That(false, "There is no test " + arguments[0] + "."); break;
        }
        return broken == 0 ? 0 : 1;
    }
}
