using System.Collections.Generic;
using System.Linq;

namespace Staffing
{
    /// Records, filled with Add.
    public sealed class MemoryRecords : IRecords
    {
        readonly Dictionary<RecordRef, Record> records = new Dictionary<RecordRef, Record>(); // also the lock

        /// Adds a record, or puts it in place of the one with the same kind and id.
        public void Add(Record record)
        {
            lock (records) records[record.Ref] = record;
        }

        public IEnumerable<Record> Get(IList<RecordRef> wanted)
        {
            lock (records) return wanted.Select(Find).ToList();
        }

        public IEnumerable<RecordRef> FindByPhone(string number)
        {
            string digits = LastDigits(number);
            lock (records)
                return records.Values
                    .Where(record => record.Methods.Any(method => LastDigits(method.Value) == digits))
                    .Select(record => record.Ref).ToList();
        }

        public void UpdateMethod(RecordRef reference, long methodId, string oldValue, string newValue)
        {
            lock (records)
            {
                Record record = Find(reference);
                var method = record == null ? null : record.Methods.FirstOrDefault(one => one.Id == methodId);
                if (method == null) throw new StaffingException(Status.NotFound, "There is no such contact method.");
                if (method.Value != oldValue)
                    throw new StaffingException(Status.Refused, "Somebody has changed the value meanwhile.");
                method.Value = newValue;
            }
        }

        Record Find(RecordRef reference)
        {
            Record found;
            return records.TryGetValue(reference, out found) ? found : null;
        }

        /// Of a number of North America: what was typed before its last ten digits is a country code.
        static string LastDigits(string typed)
        {
            var digits = typed.Where(letter => letter >= '0' && letter <= '9').ToArray();
            return new string(digits.Skip(digits.Length - 10).ToArray());
        }
    }
}
