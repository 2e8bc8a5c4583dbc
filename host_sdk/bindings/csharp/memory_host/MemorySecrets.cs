using System.Collections.Generic;

namespace Staffing
{
    /// Secrets, not encrypted and gone with the host: not for real ones.
    public sealed class MemorySecrets : ICredentials
    {
        readonly Dictionary<string, string> secrets = new Dictionary<string, string>(); // also the lock

        public void Put(string name, string secret)
        {
            lock (secrets) secrets[name] = secret;
        }

        public string Get(string name)
        {
            string secret;
            lock (secrets) return secrets.TryGetValue(name, out secret) ? secret : null;
        }

        public bool Remove(string name)
        {
            lock (secrets) return secrets.Remove(name);
        }
    }
}
