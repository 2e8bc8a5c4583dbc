namespace Staffing
{
    /// What a plug-in is given: the host's name, and those extensions that the host has. One that is null is one
    /// that the host does not have, and the plug-in does without. Nothing of it may change while a plug-in lives.
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
