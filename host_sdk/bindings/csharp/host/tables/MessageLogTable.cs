using System.Runtime.InteropServices;

namespace Staffing
{
    internal static class MessageLogTable
    {
        public static Abi.MessageLog Of(IMessageLog log)
        {
            return new Abi.MessageLog
            {
                Add = (host, message, messageId, error) => Guard.Run(error, () =>
                {
                    OtherSide.Place(messageId);
                    Marshal.WriteInt64(messageId, log.Add(FromAbi(OtherSide.Sized<Abi.Message>(message))));
                }),
                ActionCodes = (host, given, error) => Guard.Run(error, () =>
                {
                    var sink = OtherSide.Required<Abi.ActionCodeSink>(given);
                    foreach (ActionCode code in log.ActionCodes())
                        using (var memory = new NativeMemory())
                            sink.Write(sink.Context, memory.Struct(ToAbi(code, memory)));
                }),
            };
        }

        static Message FromAbi(Abi.Message message)
        {
            return new Message
            {
                Key = OtherSide.Text(message.Key),
                ActionCode = OtherSide.Text(message.ActionCode),
                Text = OtherSide.Text(message.Text),
                AuthorRepId = message.AuthorRepId,
                Records = OtherSide.Refs(message.Records, message.RecordCount),
            };
        }

        static Abi.ActionCode ToAbi(ActionCode code, NativeMemory memory)
        {
            return new Abi.ActionCode
            {
                StructSize = NativeMemory.SizeOf<Abi.ActionCode>(),
                IsActive = code.IsActive ? 1 : 0,
                RelevantToEmployees = code.IsRelevantToEmployees ? 1 : 0,
                RelevantToContacts = code.IsRelevantToContacts ? 1 : 0,
                Code = memory.String(code.Code),
                Description = memory.String(code.Description),
                SideEffect = memory.String(code.SideEffect),
            };
        }
    }
}
