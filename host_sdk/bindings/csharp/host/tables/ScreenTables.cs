using System.Runtime.InteropServices;

namespace Staffing
{
    internal static class ScreenTables
    {
        public static void AddTo(NativeHost native, Host host)
        {
            if (host.Dialogs != null) native.Add("staffing.dialogs/1", Of(host.Dialogs));
            if (host.Notifications != null) native.Add("staffing.notifications/1", Of(host.Notifications));
            if (host.Progress != null) native.Add("staffing.progress/1", Of(host.Progress));
        }

        static Abi.Dialogs Of(IDialogs dialogs)
        {
            return new Abi.Dialogs
            {
                Open = (host, view, dialogId, error) => Guard.Run(error, () =>
                {
                    OtherSide.Place(dialogId);
                    Marshal.WriteInt64(dialogId, (long)dialogs.Open(OtherSide.Text(view)));
                }),
                Update = (host, dialogId, patch, error) =>
                    Guard.Run(error, () => dialogs.Update(dialogId, OtherSide.Text(patch))),
                Close = (host, dialogId, error) => Guard.Run(error, () => dialogs.Close(dialogId)),
            };
        }

        static Abi.Notifications Of(INotifications notifications)
        {
            return new Abi.Notifications
            {
                Show = (host, given, error) => Guard.Run(error, () =>
                {
                    var notification = OtherSide.Sized<Abi.Notification>(given, nameof(Abi.Notification.ReplyActionId));
                    notifications.Show(new Notification
                    {
                        Severity = (NotificationSeverity)notification.Severity,
                        RepId = notification.RepId,
                        Title = OtherSide.Text(notification.Title),
                        Text = OtherSide.Text(notification.Text),
                        Records = OtherSide.Refs(notification.Records, notification.RecordCount),
                        ReplyActionId = OtherSide.Text(notification.ReplyActionId),
                    });
                }),
            };
        }

        static Abi.Progress Of(IProgress progress)
        {
            return new Abi.Progress
            {
                Begin = (host, given, progressId, error) => Guard.Run(error, () =>
                {
                    OtherSide.Place(progressId);
                    var start = OtherSide.Sized<Abi.ProgressStart>(given);
                    ulong id = progress.Begin(OtherSide.Text(start.Title), start.Total, start.CanCancel != 0);
                    Marshal.WriteInt64(progressId, (long)id);
                }),
                Update = (host, progressId, done, detail, isCancelled, error) => Guard.Run(error, () =>
                {
                    OtherSide.Place(isCancelled);
                    bool cancelled = progress.Update(progressId, done, OtherSide.Text(detail));
                    Marshal.WriteInt32(isCancelled, cancelled ? 1 : 0);
                }),
                End = (host, progressId, outcome, error) =>
                    Guard.Run(error, () => progress.End(progressId, OtherSide.Text(outcome))),
            };
        }
    }
}
