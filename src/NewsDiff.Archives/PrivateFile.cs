namespace NewsDiff.Archives;

/// <summary>Creates files that only their owner can read.</summary>
/// <remarks>
/// The mode is set at creation, so that no other user can open the file before that. An existing file keeps its mode.
/// </remarks>
internal static class PrivateFile
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Create(
        string path, FileMode mode, FileAccess access, FileShare share, FileOptions options = FileOptions.Asynchronous)
    {
        var settings = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = share,
            Options = options,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            settings.UnixCreateMode = ForOwner;
        }

        return new FileStream(path, settings);
    }
}
