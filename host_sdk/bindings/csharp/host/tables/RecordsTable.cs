using System;
using System.Collections.Generic;
using System.Linq;

namespace Staffing
{
    internal static class RecordsTable
    {
        public static Abi.Records Of(IRecords records)
        {
            return new Abi.Records
            {
                Get = (host, refs, count, sink, error) => Guard.Run(error, () =>
                    Give(records.Get(OtherSide.Refs(refs, count)), count,
                        OtherSide.Required<Abi.RecordSink>(sink))),
                FindByPhone = (host, number, given, error) => Guard.Run(error, () =>
                {
                    var sink = OtherSide.Required<Abi.RecordRefSink>(given);
                    foreach (RecordRef found in records.FindByPhone(OtherSide.Text(number)))
                        using (var memory = new NativeMemory())
                            sink.Write(sink.Context, memory.Struct(found.ToAbi()));
                }),
                UpdateMethod = (host, record, methodId, oldValue, newValue, error) => Guard.Run(error, () =>
                    records.UpdateMethod(new RecordRef(OtherSide.Required<Abi.RecordRef>(record)), methodId,
                        OtherSide.Text(oldValue), OtherSide.Text(newValue))),
            };
        }

        static void Give(IEnumerable<Record> records, ulong count, Abi.RecordSink sink)
        {
            ulong index = 0;
            foreach (Record record in records)
            {
                if (index == count) break;
                using (var memory = new NativeMemory())
                {
                    IntPtr native = record == null ? IntPtr.Zero : ToNative(record, memory);
                    if (sink.Write(sink.Context, index++, native) == 0) return;
                }
            }
            if (index < count)
                throw new InvalidOperationException("IRecords.Get gave fewer answers than were asked for.");
        }

        static IntPtr ToNative(Record record, NativeMemory memory)
        {
            var methods = record.Methods.Select(method => memory.Struct(new Abi.ContactMethod
            {
                StructSize = NativeMemory.SizeOf<Abi.ContactMethod>(),
                Type = (int)method.Type,
                Id = method.Id,
                Value = memory.String(method.Value),
            })).ToList();
            return memory.Struct(new Abi.Record
            {
                StructSize = NativeMemory.SizeOf<Abi.Record>(),
                IsActive = record.IsActive ? 1 : 0,
                Ref = record.Ref.ToAbi(),
                FirstName = memory.String(record.FirstName),
                LastName = memory.String(record.LastName),
                DisplayName = memory.String(record.DisplayName),
                BranchId = record.BranchId,
                RepId = record.RepId,
                PostalCode = memory.String(record.PostalCode),
                Methods = memory.Pointers(methods),
                MethodCount = (ulong)methods.Count,
                FieldsJson = memory.String(record.FieldsJson),
                BranchName = memory.String(record.BranchName),
            });
        }
    }
}
