using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives;

/// <summary>Opens archives by their path.</summary>
public static class PageArchives
{
    private static readonly string[] Extensions = [".warc", ".warc.gz"];

    /// <summary>Opens a WARC file, a folder of WARC files, or a folder of raw pages.</summary>
    /// <param name="path">The file or folder.</param>
    /// <returns>The archive, for reading.</returns>
    /// <exception cref="FileNotFoundException">Nothing is there, or a folder is not an archive.</exception>
    public static IPageArchive OpenRead(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (FolderArchive.IsOne(path))
        {
            return new FolderArchive(path);
        }

        if (!Directory.Exists(path))
        {
            return WarcArchive.OpenRead(path);
        }

        string[] files = [.. Directory.EnumerateFiles(path).Where(IsWarc).Order(StringComparer.Ordinal)];
        return files.Length == 0
            ? throw new FileNotFoundException(
                $"The folder '{path}' has neither a WARC file nor a list of raw pages.", path)
            : WarcArchive.OpenRead(files);
    }

    /// <summary>Opens an archive for appending; creates it when it is missing.</summary>
    /// <param name="path">
    /// A WARC file, if it ends with <c>.warc</c> or <c>.warc.gz</c>; otherwise a folder of raw pages.
    /// </param>
    /// <param name="cancellationToken">Cancels the reading of a WARC file's list.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="IOException">It cannot be written, or another process is writing the file.</exception>
    public static async Task<IPageArchive> AppendAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (IsWarc(path))
        {
            return await WarcArchive.AppendAsync(path, cancellationToken).ConfigureAwait(false);
        }

        return File.Exists(path)
            ? throw new IOException(
                $"'{path}' is a file, but not a WARC file (.warc or .warc.gz). Name a folder or a WARC file.")
            : new FolderArchive(path);
    }

    private static bool IsWarc(string file) =>
        Extensions.Any(extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
