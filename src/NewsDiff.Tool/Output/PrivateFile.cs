namespace NewsDiff.Tool.Output;

/// <summary>Creates files that only their owner can read; it never writes through a link.</summary>
internal static class PrivateFile
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file.</summary>
    /// <exception cref="IOException">The name exists already, even as a broken link.</exception>
    internal static async Task WriteNewAsync(string path, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        FileStream file = Open(path, FileMode.CreateNew);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(content, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Opens a file to write to it.</summary>
    internal static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = ForOwner;
        }

        return new FileStream(path, options);
    }

    /// <summary>Whether a path is a link, even a broken one.</summary>
    internal static bool IsLink(string path) =>
        new FileInfo(Path.TrimEndingDirectorySeparator(path)).LinkTarget is not null;
}
