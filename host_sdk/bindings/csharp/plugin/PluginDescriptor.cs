using System;

namespace Staffing
{
    /// A plug-in's description of itself.
    public sealed class PluginDescriptor
    {
        public readonly string Id; // "com.example.send_text"
        public readonly string Name;
        public readonly string Vendor;
        public readonly string Version;
        public readonly string Description;
        public readonly string Url;

        internal PluginDescriptor(IntPtr pointer)
        {
            var native = OtherSide.Sized<Abi.PluginDescriptor>(pointer);
            Id = OtherSide.Text(native.Id);
            Name = OtherSide.Text(native.Name);
            Vendor = OtherSide.Text(native.Vendor);
            Version = OtherSide.Text(native.Version);
            Description = OtherSide.Text(native.Description);
            Url = OtherSide.Text(native.Url);
        }
    }
}
