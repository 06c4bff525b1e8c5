namespace NewsDiff.Archives;

/// <summary>Creates folders that only their owner can read.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates a folder, with its missing parents; an existing one keeps its mode.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // The platform gives the mode to the last folder only.
        string full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is { } above && !Directory.Exists(above))
        {
            Create(above);
        }

        Directory.CreateDirectory(full, ForOwner);
    }
}
