namespace Staffing
{
    /// What a plug-in gets: the host's name and its extensions. Null is an extension that the host does not have; the
    /// plug-in works without it. Do not change anything here while a plug-in exists.
    public class Host
    {
        public string Name = "";
        public string Vendor = "";
        public string Version = ""; // of the application, as people write it

        public IClock Clock;
        public ICredentials Credentials;
        public IDialogs Dialogs;
        public ILog Log;
        public IMainThread MainThread;
        public IMessageLog MessageLog;
        public IMonotonicClock MonotonicClock;
        public INotifications Notifications;
        public IOrganization Organization;
        public IPaths Paths;
        public IProgress Progress;
        public IRecords Records;
        public ISession Session;
        public IThreadCheck ThreadCheck;
    }
}
