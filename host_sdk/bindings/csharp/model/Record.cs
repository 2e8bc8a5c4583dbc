using System.Collections.Generic;

namespace Staffing
{
    public enum RecordKind { Unspecified = 0, Employee = 1, Contact = 2 }

    /// Names a record: its id is unique within its kind.
    public struct RecordRef
    {
        public readonly RecordKind Kind;
        public readonly long Id;

        public RecordRef(RecordKind kind, long id)
        {
            Kind = kind;
            Id = id;
        }

        internal RecordRef(Abi.RecordRef record) : this((RecordKind)record.Kind, record.Id) { }

        internal Abi.RecordRef ToAbi()
        {
            return new Abi.RecordRef { Kind = (int)Kind, Id = Id };
        }

        public override string ToString()
        {
            return Kind.ToString().ToLowerInvariant() + ":" + Id;
        }
    }

    public enum ContactMethodType
    {
        Unspecified = 0,
        Sms = 1,
        CellPhone = 2,
        Phone = 3,
        OfficePhone = 4,
        HomePhone = 5,
        Other = 6, // never texted
    }

    /// One way to reach a record.
    public sealed class ContactMethod
    {
        public long Id; // unique within its record; never 0
        public ContactMethodType Type;
        public string Value = ""; // as a person typed it
    }

    /// A record, as far as a plug-in may see it.
    public sealed class Record
    {
        public RecordRef Ref;
        public bool IsActive = true;
        public string FirstName = "";
        public string LastName = "";
        public string DisplayName = ""; // empty: first and last name are shown
        public long BranchId;           // 0: none
        public long RepId;              // the service rep who looks after the record; 0: none
        public string PostalCode = "";
        public List<ContactMethod> Methods = new List<ContactMethod>();
        public string FieldsJson = ""; // an object, name to string, for merge fields
        public string BranchName = ""; // since 1.2
    }
}
