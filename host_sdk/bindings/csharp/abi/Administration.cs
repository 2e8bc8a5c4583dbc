// Extensions of the plug-in: its settings, its accounts, its audit trail, its backups, its dialogs, its session and its
// logging. As in ext/account_actions.h, ext/audit.h, ext/backup.h, ext/dialog_events.h, ext/external_service.h, ext/settings.h,
// ext/message_logger.h, ext/session_events.h of host_sdk/include/staffing; the meaning of each field and function is
// told there.

using System;
using System.Runtime.InteropServices;

namespace Staffing.Abi
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int DialogEventsOnEvent(IntPtr plugin, ulong dialogId, IntPtr eventJson, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct DialogEvents
    {
        public DialogEventsOnEvent OnEvent;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ExternalServiceDescribe(IntPtr plugin, IntPtr formJson, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ExternalServiceValidate(IntPtr plugin, IntPtr valuesJson, IntPtr problemsJson,
        IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ExternalServiceTest(IntPtr plugin, long accountId, IntPtr valuesJson, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ExternalServiceSave(IntPtr plugin, long accountId, IntPtr valuesJson,
        IntPtr savedId, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ExternalServiceRemove(IntPtr plugin, long accountId, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int ExternalServiceList(IntPtr plugin, IntPtr accountsJson, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct ExternalService
    {
        public ExternalServiceDescribe Describe;
        public ExternalServiceValidate Validate;
        public ExternalServiceTest Test;
        public ExternalServiceSave Save;
        public ExternalServiceRemove Remove;
        public ExternalServiceList List;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int AccountActionsPerform(IntPtr plugin, long accountId, IntPtr actionId, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct AccountActions
    {
        public AccountActionsPerform Perform;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int AuditRead(IntPtr plugin, int format, long afterId, long mostEntries, IntPtr part,
        IntPtr lastId, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Audit
    {
        public AuditRead Read;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int BackupBackUp(IntPtr plugin, IntPtr path, IntPtr writtenPath, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int BackupRestore(IntPtr plugin, IntPtr path, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int BackupList(IntPtr plugin, IntPtr backupsJson, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Backup
    {
        public BackupBackUp BackUp;
        public BackupRestore Restore;
        public BackupList List;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SessionEventsChanged(IntPtr plugin, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct SessionEvents
    {
        public SessionEventsChanged Changed;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SettingsDescribe(IntPtr plugin, IntPtr settingsJson, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SettingsValues(IntPtr plugin, IntPtr valuesJson, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SettingsChange(IntPtr plugin, IntPtr valuesJson, IntPtr problemsJson, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Settings
    {
        public SettingsDescribe Describe;
        public SettingsValues Values;
        public SettingsChange Change;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MessageLoggerFlush(IntPtr plugin, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MessageLoggerFlushRecord(IntPtr plugin, IntPtr record, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MessageLoggerRecordMerged(IntPtr plugin, IntPtr loser, IntPtr survivor, IntPtr error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int MessageLoggerRecordDeleted(IntPtr plugin, IntPtr record, IntPtr error);

    [StructLayout(LayoutKind.Sequential)]
    public struct MessageLogger
    {
        public MessageLoggerFlush Flush;
        public MessageLoggerFlushRecord FlushRecord;
        public MessageLoggerRecordMerged RecordMerged;
        public MessageLoggerRecordDeleted RecordDeleted;
    }
}
