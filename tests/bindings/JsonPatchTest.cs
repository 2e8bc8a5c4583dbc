using System.Collections.Generic;
using System.IO;
using Staffing;

/// JSON and its patches, by the cases that the C example is held against as well.
static class JsonPatchTest
{
    public static void Run(string casesFile)
    {
        foreach (object one in (List<object>)Json.Parse(File.ReadAllText(casesFile)))
            Case((Dictionary<string, object>)one);
        Reading();
        Screen();
    }

    static void Case(Dictionary<string, object> one)
    {
        string what = (string)one["what"];
        string document = Json.Write(one["document"]);
        object expected;
        if (one.TryGetValue("expected", out expected))
        {
            object changed = Json.Parse(JsonPatch.Apply(document, Json.Write(one["patch"])));
            Expect.That(Json.AreEqual(expected, changed), what + ": it is " + Json.Write(changed) + ".");
        }
        else
        {
            Expect.Fails(Status.InvalidArgument, "", () => JsonPatch.Apply(one["document"], one["patch"]));
            Expect.Equal(document, Json.Write(one["document"]), what + ": the document");
        }
    }

    static void Reading()
    {
        string[] right = { "null", " [ ] ", "{}", "-0", "0.5E+3", "\"\\u0041\"", "[1,[2,{\"a\":[]}]]" };
        foreach (string text in right)
            Expect.That(Json.AreEqual(Json.Parse(text), Json.Parse(Json.Write(Json.Parse(text)))), text + " is lost.");
        Expect.Equal("{\"a\":2}", Json.Write(Json.Parse("{\"a\":1,\"a\":2}")), "What came twice");
        string[] wrong = { "", " ", "nul", "nulll", "[1,]", "[1 2]", "[", "{\"a\"}", "{a:1}", "01", "1.", ".5", "+1",
            "1e", "-", "\"", "\"\\x\"", "\"\\", "\"\\u12\"", "\"\n\"", "'a'", "[]]", new string('[', 100000) };
        foreach (string text in wrong)
            Expect.Fails(Status.InvalidArgument, "no JSON", () => Json.Parse(text));
        Expect.Fails(Status.InvalidUtf8, "surrogate", () => Json.Parse("\"\\uD800\""));
    }

    static void Screen()
    {
        var screen = new MemoryScreen();
        IDialogs dialogs = screen;
        ulong id = dialogs.Open("{\"title\":\"A\",\"elements\":[]}");
        dialogs.Update(id, "[{\"op\":\"add\",\"path\":\"/elements/-\",\"value\":{\"text\":\"B\"}}]");
        Expect.Equal("{\"title\":\"A\",\"elements\":[{\"text\":\"B\"}]}", screen.View(id), "The view");
        Expect.Fails(Status.InvalidArgument, "leads nowhere",
            () => dialogs.Update(id, "[{\"op\":\"remove\",\"path\":\"/elements/1\"}]"));
        Expect.Fails(Status.InvalidArgument, "no object",
            () => dialogs.Update(id, "[{\"op\":\"replace\",\"path\":\"\",\"value\":1}]"));
        Expect.Equal("{\"title\":\"A\",\"elements\":[{\"text\":\"B\"}]}", screen.View(id), "The view");
        dialogs.Close(id);
        Expect.Fails(Status.NotFound, "closed", () => screen.View(id));
    }
}
