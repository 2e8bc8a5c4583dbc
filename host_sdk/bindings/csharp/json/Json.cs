using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Staffing
{
    /// JSON (RFC 8259), for views of dialogs and whatever else crosses as JSON: null, bool, JsonNumber, string,
    /// List&lt;object&gt; and Dictionary&lt;string, object&gt;.
    public static class Json
    {
        /// INVALID_ARGUMENT for what is no JSON.
        public static object Parse(string text)
        {
            return new JsonReader(text).Read();
        }

        public static string Write(object value)
        {
            var to = new StringBuilder();
            Write(value, to);
            return to.ToString();
        }

        /// A copy that shares nothing that can change.
        public static object Copy(object value)
        {
            var list = value as List<object>;
            if (list != null) return list.Select(Copy).ToList();
            var members = value as Dictionary<string, object>;
            return members == null ? value : members.ToDictionary(member => member.Key, member => Copy(member.Value));
        }

        /// Whether both say the same: members in any order, numbers by their value.
        public static bool AreEqual(object a, object b)
        {
            var list = a as List<object>;
            var otherList = b as List<object>;
            if (list != null && otherList != null)
                return list.Count == otherList.Count && list.Zip(otherList, AreEqual).All(same => same);
            var members = a as Dictionary<string, object>;
            var otherMembers = b as Dictionary<string, object>;
            if (members != null && otherMembers != null)
                return members.Count == otherMembers.Count && members.All(member =>
                    otherMembers.ContainsKey(member.Key) && AreEqual(member.Value, otherMembers[member.Key]));
            return Equals(a, b);
        }

        static void Write(object value, StringBuilder to)
        {
            var list = value as List<object>;
            var members = value as Dictionary<string, object>;
            string separator = "";
            if (list != null)
            {
                to.Append('[');
                foreach (object item in list)
                {
                    to.Append(separator);
                    Write(item, to);
                    separator = ",";
                }
                to.Append(']');
            }
            else if (members != null)
            {
                to.Append('{');
                foreach (KeyValuePair<string, object> member in members)
                {
                    to.Append(separator);
                    WriteText(member.Key, to);
                    to.Append(':');
                    Write(member.Value, to);
                    separator = ",";
                }
                to.Append('}');
            }
            else if (value is string) WriteText((string)value, to);
            else if (value is bool) to.Append((bool)value ? "true" : "false");
            else to.Append(value == null ? "null" : value.ToString());
        }

        static void WriteText(string text, StringBuilder to)
        {
            to.Append('"');
            foreach (char next in text)
            {
                if (next == '"' || next == '\\') to.Append('\\').Append(next);
                else if (next < ' ') to.Append("\\u").Append(((int)next).ToString("x4"));
                else to.Append(next);
            }
            to.Append('"');
        }
    }

    /// A number as it was written, so that none loses a digit.
    public sealed class JsonNumber
    {
        readonly string written;

        internal JsonNumber(string written)
        {
            this.written = written;
        }

        public double Value
        {
            get { return double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture); }
        }

        public override string ToString()
        {
            return written;
        }

        public override bool Equals(object other)
        {
            var number = other as JsonNumber;
            return number != null && (number.written == written || number.Value == Value);
        }

        public override int GetHashCode()
        {
            return Value.GetHashCode();
        }
    }
}
