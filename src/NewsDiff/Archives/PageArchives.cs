using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives;

/// <summary>Opens archives by their path.</summary>
public static class PageArchives
{
    private static readonly string[] Extensions = [".warc", ".warc.gz"];

    /// <summary>Opens what is at a path: a WARC file, a folder of WARC files, or a folder of raw pages.</summary>
    /// <param name="path">The file or folder.</param>
    /// <returns>The archive, for reading.</returns>
    /// <exception cref="FileNotFoundException">Nothing is there, or a folder holds no archive.</exception>
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
            ? throw new FileNotFoundException($"The folder '{path}' holds no WARC file and no list of raw pages.", path)
            : WarcArchive.OpenRead(files);
    }

    private static bool IsWarc(string file) => Extensions.Any(extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
