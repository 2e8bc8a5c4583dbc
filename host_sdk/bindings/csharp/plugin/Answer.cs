using System;

namespace Staffing
{
    internal static class Answer
    {
        /// What a function of the plug-in writes to the sink that it is called with.
        public static string Of(Func<PluginCall, IntPtr, int> function)
        {
            using (var call = new PluginCall())
            using (var answer = new StringCollector())
            {
                call.Check(function(call, answer.Sink), () => answer.Words);
                return answer.Text;
            }
        }
    }
}
