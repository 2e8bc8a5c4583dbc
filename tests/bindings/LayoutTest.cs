using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

/// The structs of the binding against the layout file of the contract, and no more and no less of them.
static class LayoutTest
{
    static readonly Type[] Plain = { typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(IntPtr) };

    public static void Run(string layoutFile)
    {
        var all = typeof(Staffing.Abi.Version).Assembly.GetTypes()
            .Where(type => type.Namespace == "Staffing.Abi").ToList();
        var structs = all.Where(type => type.IsValueType).ToDictionary(type => type.Name);
        var fields = new List<string>();
        foreach (string line in File.ReadLines(layoutFile).Where(read => !read.StartsWith("#")))
        {
            string[] words = line.Split(' ');
            string[] name = words[1].Split('.');
            Type type;
            if (!structs.TryGetValue(Pascal(name[0].Substring("staffing_".Length)), out type))
                Expect.That(false, name[0] + " has no counterpart.");
            else if (words[0] == "struct")
                Expect.Equal(int.Parse(words[2]), Marshal.SizeOf(type), "The size of " + words[1]);
            else
                fields.Add(CompareField(type, Pascal(name[1]), words));
        }
        Expect.That(fields.Count > 0, "The layout file has no fields.");
        foreach (var field in structs.Values.SelectMany(type => type.GetFields()))
        {
            string name = field.DeclaringType.Name + "." + field.Name;
            Expect.That(fields.Contains(name), name + " is not in the layout file.");
            Expect.That(IsPlain(field.FieldType) || all.Contains(field.FieldType), name + " is marshalled.");
        }
        foreach (Type type in all.Where(type => !type.IsValueType))
            CheckDelegate(type);
    }

    static string CompareField(Type type, string name, string[] words)
    {
        var field = type.GetField(name);
        Expect.That(field != null, words[1] + " has no counterpart.");
        if (field == null) return "";
        Expect.Equal(int.Parse(words[2]), (int)Marshal.OffsetOf(type, name), "The offset of " + words[1]);
        int size = typeof(Delegate).IsAssignableFrom(field.FieldType) ? IntPtr.Size : Marshal.SizeOf(field.FieldType);
        Expect.Equal(int.Parse(words[3]), size, "The size of " + words[1]);
        return type.Name + "." + name;
    }

    static void CheckDelegate(Type type)
    {
        var convention = (UnmanagedFunctionPointerAttribute)Attribute.GetCustomAttribute(
            type, typeof(UnmanagedFunctionPointerAttribute));
        bool isCdecl = convention != null && convention.CallingConvention == CallingConvention.Cdecl;
        Expect.That(isCdecl, type + " is not cdecl.");
        var method = type.GetMethod("Invoke");
        var crossing = method.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        if (method.ReturnType != typeof(void)) crossing.Add(method.ReturnType);
        Expect.That(crossing.All(IsPlain), type + " takes or gives what is marshalled.");
    }

    static bool IsPlain(Type type)
    {
        return Plain.Contains(type);
    }

    static string Pascal(string name)
    {
        return string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
    }
}
