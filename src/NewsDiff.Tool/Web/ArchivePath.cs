using NewsDiff.Archives;

namespace NewsDiff.Tool.Web;

/// <summary>Opens the archive of kept pages that the user named.</summary>
internal static class ArchivePath
{
    /// <exception cref="TroubleException">The path does not exist, or is not an archive.</exception>
    internal static IPageArchive Open(string path)
    {
        if (!Path.Exists(path))
        {
            throw new TroubleException($"there is no file or folder '{path}'.");
        }

        try
        {
            return PageArchives.OpenRead(path);
        }
        catch (FileNotFoundException missing)
        {
            throw new TroubleException(missing.Message, missing);
        }
    }
}
