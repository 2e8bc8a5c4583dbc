using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Staffing
{
    /// Reads one JSON text. What it does not like ends as INVALID_ARGUMENT.
    internal sealed class JsonReader
    {
        const int Deepest = 100;
        static readonly Regex Number = new Regex(@"\G-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?");

        readonly string text;
        int at;
        int depth;

        public JsonReader(string text)
        {
            this.text = text;
        }

        public object Read()
        {
            object value = Value();
            SkipSpace();
            if (at != text.Length) throw Wrong();
            return value;
        }

        StaffingException Wrong()
        {
            return new StaffingException(Status.InvalidArgument, "This is no JSON, from character " + (at + 1) + " on.");
        }

        void SkipSpace()
        {
            while (at < text.Length && " \t\r\n".IndexOf(text[at]) >= 0)
                ++at;
        }

        bool Takes(string words)
        {
            if (string.CompareOrdinal(text, at, words, 0, words.Length) != 0) return false;
            at += words.Length;
            return true;
        }

        void Expect(string words)
        {
            SkipSpace();
            if (!Takes(words)) throw Wrong();
        }

        object Value()
        {
            SkipSpace();
            if (Takes("{")) return Members();
            if (Takes("[")) return Items();
            if (Takes("\"")) return Text();
            if (Takes("null")) return null;
            if (Takes("true")) return true;
            if (Takes("false")) return false;
            Match number = Number.Match(text, at);
            if (!number.Success) throw Wrong();
            at += number.Length;
            return new JsonNumber(number.Value);
        }

        Dictionary<string, object> Members()
        {
            var members = new Dictionary<string, object>(StringComparer.Ordinal);
            Each("}", () =>
            {
                Expect("\"");
                string name = Text();
                Expect(":");
                members[name] = Value(); // the last one by a name counts
            });
            return members;
        }

        List<object> Items()
        {
            var items = new List<object>();
            Each("]", () => items.Add(Value()));
            return items;
        }

        void Each(string end, Action readOne)
        {
            if (++depth > Deepest) throw Wrong();
            SkipSpace();
            if (!Takes(end))
            {
                do
                {
                    readOne();
                    SkipSpace();
                } while (Takes(","));
                Expect(end);
            }
            --depth;
        }

        /// What stands behind the quote at the beginning, with the one at the end.
        string Text()
        {
            var to = new StringBuilder();
            while (at < text.Length && text[at] != '"')
            {
                char next = text[at];
                if (next < ' ') throw Wrong();
                to.Append(next == '\\' ? Escaped() : next);
                ++at;
            }
            if (!Takes("\"")) throw Wrong();
            string read = to.ToString();
            Utf8.Bytes(read); // half of a surrogate pair is no character
            return read;
        }

        /// The character that an escape stands for; afterwards `at` is at its last character.
        char Escaped()
        {
            ++at;
            int name = at < text.Length ? "\"\\/bfnrt".IndexOf(text[at]) : -1;
            if (name >= 0) return "\"\\/\b\f\n\r\t"[name];
            ushort code;
            if (at + 4 >= text.Length || text[at] != 'u' || !ushort.TryParse(text.Substring(at + 1, 4),
                    NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)) throw Wrong();
            at += 4;
            return (char)code;
        }
    }
}
