namespace NewsDiff.Sqlite;

/// <summary>The facts about a database file that change when it is opened or written.</summary>
/// <param name="Length">The length of the file.</param>
/// <param name="WrittenAt">When it was last written.</param>
/// <param name="HasLog">Whether there is a log with content beside it.</param>
/// <param name="IsClosed">Whether no process has it open for writing.</param>
internal readonly record struct FileStamp(long Length, DateTime WrittenAt, bool HasLog, bool IsClosed)
{
    public static FileStamp Of(string path)
    {
        (FileInfo file, FileInfo log) = (new FileInfo(path), new FileInfo($"{path}-wal"));
        return file.Exists
            ? new FileStamp(
                file.Length,
                file.LastWriteTimeUtc,
                log.Exists && log.Length > 0,
                !log.Exists && !File.Exists($"{path}-shm") && !File.Exists($"{path}-journal"))
            : default;
    }
}
