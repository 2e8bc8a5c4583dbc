using System.Collections.Generic;
using System.Linq;

namespace Staffing
{
    /// What a person would see. It draws nothing: it keeps what dialogs say, as the JSON of the contract.
    public sealed class MemoryScreen : IDialogs, INotifications, IProgress
    {
        readonly object gate = new object();
        readonly List<string> said = new List<string>();
        readonly SortedDictionary<ulong, object> open = new SortedDictionary<ulong, object>(); // their views
        readonly List<Notification> notifications = new List<Notification>();
        readonly HashSet<ulong> progresses = new HashSet<ulong>();
        ulong lastId;

        /// The dialog that was opened last and is open still; 0: none is.
        public ulong LastDialog
        {
            get { lock (gate) return open.Keys.LastOrDefault(); }
        }

        /// What a dialog says now, as JSON: its view with all changes. NOT_FOUND when it is closed.
        public string View(ulong dialogId)
        {
            lock (gate)
            {
                if (!open.ContainsKey(dialogId)) throw Closed();
                return Json.Write(open[dialogId]);
            }
        }

        /// Whether a dialog's view or a change of one held these words since ForgetWhatWasSaid.
        public bool Said(string words)
        {
            lock (gate) return said.Any(json => json.Contains(words));
        }

        public void ForgetWhatWasSaid()
        {
            lock (gate) said.Clear();
        }

        public IList<Notification> Notifications
        {
            get { lock (gate) return notifications.ToList(); }
        }

        public ulong Open(string viewJson)
        {
            lock (gate)
            {
                object view = Checked(Json.Parse(viewJson));
                said.Add(viewJson);
                open[++lastId] = view;
                return lastId;
            }
        }

        void IDialogs.Update(ulong dialogId, string patchJson)
        {
            lock (gate)
            {
                if (!open.ContainsKey(dialogId)) throw Closed();
                open[dialogId] = Checked(JsonPatch.Apply(open[dialogId], Json.Parse(patchJson)));
                said.Add(patchJson);
            }
        }

        public void Close(ulong dialogId)
        {
            lock (gate)
                if (!open.Remove(dialogId)) throw Closed();
        }

        public void Show(Notification notification)
        {
            lock (gate) notifications.Add(notification);
        }

        ulong IProgress.Begin(string title, ulong total, bool canCancel)
        {
            lock (gate)
            {
                progresses.Add(++lastId);
                return lastId;
            }
        }

        bool IProgress.Update(ulong progressId, ulong done, string detail)
        {
            lock (gate)
                if (!progresses.Contains(progressId)) throw Over();
            return false;
        }

        void IProgress.End(ulong progressId, string outcome)
        {
            lock (gate)
                if (!progresses.Remove(progressId)) throw Over();
        }

        static object Checked(object view)
        {
            if (view is Dictionary<string, object>) return view;
            throw new StaffingException(Status.InvalidArgument, "The view is no object.");
        }

        static StaffingException Closed()
        {
            return new StaffingException(Status.NotFound, "This dialog is closed.");
        }

        static StaffingException Over()
        {
            return new StaffingException(Status.NotFound, "This progress is over.");
        }
    }
}
