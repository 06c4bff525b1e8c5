namespace NewsDiff.Sqlite;

/// <summary>Creates a new database file that only its owner can read.</summary>
/// <remarks>SQLite gives the files beside it the same mode.</remarks>
internal static class SqliteFile
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates an empty file, which SQLite reads as a new database.</summary>
    /// <remarks>An existing file stays unchanged.</remarks>
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
            // Another process was faster, or the file cannot be created: SQLite reports that when it opens it.
        }
    }
}
