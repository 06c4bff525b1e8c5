using System.Runtime.CompilerServices;

namespace NewsDiff.Research.Import;

/// <summary>Reads the pages of a folder, the oldest file first.</summary>
/// <remarks>The list of files is kept in memory; their content is not. Links are not followed.</remarks>
internal static class FolderReader
{
    private static readonly string[] Extensions = [".html", ".htm", ".xhtml"];

    internal static bool IsPage(string path) =>
        Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    internal static async IAsyncEnumerable<PageDraft> ReadAsync(
        string folder, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<FileInfo> files = [];
        foreach (PageDraft problem in List(new DirectoryInfo(folder), files))
        {
            yield return problem;
        }

        int done = 0;
        foreach (FileInfo file in files.OrderBy(static file => file.LastWriteTimeUtc)
            .ThenBy(static file => file.FullName, StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            yield return await LoadAsync(file, path, options, cancellationToken).ConfigureAwait(false) with
            {
                Progress = (double)++done / files.Count,
            };
        }
    }

    /// <summary>The address of a page in a folder with a base address.</summary>
    internal static Uri? AddressOf(Uri? folder, string path) => folder is null || path.Length == 0
        ? null
        : SourceAddress.Read(
            folder.AbsoluteUri.TrimEnd('/') + "/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));

    private static IEnumerable<PageDraft> List(DirectoryInfo folder, List<FileInfo> files)
    {
        Stack<DirectoryInfo> waiting = new([folder]);
        while (waiting.TryPop(out DirectoryInfo? next))
        {
            string? problem = null;
            try
            {
                foreach (FileSystemInfo entry in next.EnumerateFileSystemInfos()
                    .Where(static entry => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)))
                {
                    if (entry is DirectoryInfo inner)
                    {
                        waiting.Push(inner);
                    }
                    else if (IsPage(entry.Name))
                    {
                        files.Add((FileInfo)entry);
                    }
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                problem = $"The folder cannot be listed: {fault.Message}";
            }

            if (problem is not null)
            {
                yield return new PageDraft { Place = next.FullName, Problem = problem };
            }
        }
    }

    private static async Task<PageDraft> LoadAsync(
        FileInfo file, string path, ImportOptions options, CancellationToken cancellationToken)
    {
        var page = new PageDraft { Place = path, Url = AddressOf(options.BaseUrl, path) };
        if (SourceTime.Plausible(new DateTimeOffset(file.LastWriteTimeUtc), options.Clock) is not { } time)
        {
            return page with { Problem = SourceTime.Describe($"{file.LastWriteTimeUtc:u}") };
        }

        if (file.Length > ImportLimits.RowBytes)
        {
            return page with { Problem = ImportLimits.TooLarge };
        }

        try
        {
            byte[] content = await File.ReadAllBytesAsync(file.FullName, cancellationToken).ConfigureAwait(false);
            return page with { SeenAt = time, Content = content };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return page with { Problem = $"It cannot be read: {fault.Message}" };
        }
    }
}
