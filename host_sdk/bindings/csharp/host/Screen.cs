namespace Staffing
{
    /// Windows. What people do there goes to Plugin.DialogEvents.
    public interface IDialogs
    {
        /// [main-thread] Opens a dialog and returns its id, which is not 0 and never reused. The view is one of
        /// schema/dialog_view.schema.json. Does not wait for the person.
        ulong Open(string viewJson);

        void Update(ulong dialogId, string patchJson); // [main-thread] a JSON Patch (RFC 6902) of the view
        void Close(ulong dialogId);                    // [main-thread] NOT_FOUND when it is already closed
    }

    public interface INotifications
    {
        void Show(Notification notification); // [thread-safe]
    }

    /// The progress of something that takes long.
    public interface IProgress
    {
        ulong Begin(string title, ulong total, bool canCancel); // [thread-safe] total 0: not known
        bool Update(ulong progressId, ulong done, string detail); // [thread-safe] whether the person cancelled
        void End(ulong progressId, string outcome);               // [thread-safe]
    }
}
