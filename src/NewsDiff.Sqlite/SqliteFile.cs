namespace NewsDiff.Sqlite;

/// <summary>Makes the file of a new database, which only its owner can read; SQLite's own files beside it get the same mode.</summary>
internal static class SqliteFile
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file, which is a new database to SQLite. One that is there is left as it is.</summary>
    public static void CreateIfMissing(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            // SQLite makes the file that a link leads to, when it is not there.
            string file = new FileInfo(path) is { LinkTarget: not null } link
                ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
                : path;
            if (Path.Exists(file))
            {
                return;
            }

            new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = ForOwner,
            }).Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or there can be no file: SQLite meets the same when it opens it, and says why.
        }
    }
}
