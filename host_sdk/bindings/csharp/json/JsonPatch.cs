using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Staffing
{
    /// JSON Patch (RFC 6902): how plug-ins change what a dialog says (IDialogs.Update).
    public static class JsonPatch
    {
        /// The document with the patch applied, all or nothing. INVALID_ARGUMENT when the patch is none or does not
        /// fit.
        public static string Apply(string document, string patch)
        {
            return Json.Write(Apply(Json.Parse(document), Json.Parse(patch)));
        }

        /// The same for what Json.Parse gives. The document stays as it is.
        public static object Apply(object document, object patch)
        {
            var steps = patch as List<object>;
            if (steps == null) throw Wrong("The patch is no list.");
            var changed = new Changed { Document = Json.Copy(document) };
            foreach (object step in steps)
                changed.Take(step as Dictionary<string, object>);
            return changed.Document;
        }

        static StaffingException Wrong(string words)
        {
            return new StaffingException(Status.InvalidArgument, words);
        }

        /// A place in the document: the document itself without a parent, else an item or member of it.
        sealed class Place
        {
            public List<object> List;
            public int Index; // in the list; its count is the place behind the last
            public Dictionary<string, object> Members;
            public string Name;

            public bool IsDocument
            {
                get { return List == null && Members == null; }
            }

            public bool IsThere
            {
                get { return IsDocument || (List != null ? Index < List.Count : Members.ContainsKey(Name)); }
            }
        }

        sealed class Changed
        {
            static readonly Regex NoEscape = new Regex("~(?![01])");

            public object Document;

            public void Take(Dictionary<string, object> step)
            {
                if (step == null) throw Wrong("A step of the patch is no object.");
                object op;
                step.TryGetValue("op", out op);
                string path = TextOf(step, "path");
                switch (op as string)
                {
                    case "add": Add(path, Json.Copy(ValueOf(step))); break;
                    case "remove": Remove(path); break;
                    case "replace": Replace(path, Json.Copy(ValueOf(step))); break;
                    case "move": Move(TextOf(step, "from"), path); break;
                    case "copy": Add(path, Json.Copy(At(TextOf(step, "from")))); break;
                    case "test":
                        if (!Json.AreEqual(At(path), ValueOf(step)))
                            throw Wrong("A test of the patch found another value at \"" + path + "\".");
                        break;
                    default: throw Wrong("A step of the patch is none that there is.");
                }
            }

            static string TextOf(Dictionary<string, object> step, string name)
            {
                object text;
                step.TryGetValue(name, out text);
                if (!(text is string)) throw Wrong("A step of the patch has no " + name + ".");
                return (string)text;
            }

            static object ValueOf(Dictionary<string, object> step)
            {
                object value;
                if (!step.TryGetValue("value", out value)) throw Wrong("A step of the patch has no value.");
                return value;
            }

            void Add(string path, object value)
            {
                Place where = Find(path);
                if (where.IsDocument) Document = value;
                else if (where.List != null) where.List.Insert(where.Index, value);
                else where.Members[where.Name] = value;
            }

            void Remove(string path)
            {
                Place where = Existing(path);
                if (where.IsDocument) throw Wrong("The whole document cannot be taken away.");
                if (where.List != null) where.List.RemoveAt(where.Index);
                else where.Members.Remove(where.Name);
            }

            void Replace(string path, object value)
            {
                Place where = Existing(path);
                if (where.List != null) where.List[where.Index] = value;
                else Add(path, value);
            }

            void Move(string from, string path)
            {
                if (path.StartsWith(from + "/", System.StringComparison.Ordinal))
                    throw Wrong("A value of the patch is moved into itself.");
                object value = At(from);
                if (path == from) return;
                Remove(from);
                Add(path, value);
            }

            object At(string path)
            {
                Place where = Existing(path);
                return where.IsDocument ? Document
                    : where.List != null ? where.List[where.Index]
                    : where.Members[where.Name];
            }

            Place Existing(string path)
            {
                Place where = Find(path);
                if (!where.IsThere) throw Nowhere(path);
                return where;
            }

            /// Where a JSON Pointer (RFC 6901) leads: to something, or to where something could be added.
            Place Find(string path)
            {
                var where = new Place();
                if (path == "") return where;
                if (path[0] != '/') throw Nowhere(path);
                object here = Document;
                string[] parts = path.Substring(1).Split('/');
                for (int depth = 0; depth < parts.Length; ++depth)
                {
                    string part = Unescaped(parts[depth], path);
                    where = new Place { List = here as List<object>, Members = here as Dictionary<string, object>,
                        Name = part };
                    if (where.IsDocument) throw Nowhere(path);
                    if (where.List != null) where.Index = IndexOf(part, where.List.Count, path);
                    if (depth == parts.Length - 1) break;
                    if (!where.IsThere) throw Nowhere(path);
                    here = where.List != null ? where.List[where.Index] : where.Members[part];
                }
                return where;
            }

            static string Unescaped(string part, string path)
            {
                if (NoEscape.IsMatch(part)) throw Nowhere(path);
                return part.Replace("~1", "/").Replace("~0", "~");
            }

            static int IndexOf(string part, int count, string path)
            {
                if (part == "-") return count;
                int index;
                bool isIndex = part != "" && part.All(digit => digit >= '0' && digit <= '9') &&
                    (part.Length == 1 || part[0] != '0') &&
                    int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index <= count;
                if (!isIndex) throw Nowhere(path);
                return int.Parse(part, CultureInfo.InvariantCulture);
            }

            static StaffingException Nowhere(string path)
            {
                return Wrong("The path \"" + path + "\" of the patch leads nowhere.");
            }
        }
    }
}
