using NewsDiff.Research.Import;

namespace NewsDiff.Research;

/// <summary>Reads the versions of other collections as a stream.</summary>
/// <remarks>
/// It reads JSON Lines, databases of NewsEdits and diffengine, dumps of NewsSniffer, WARC files, tables that were
/// exported as Parquet with their texts, folders of pages, and git histories of such folders. The form is recognised
/// by content. What cannot be read is reported in its place, and the others follow. docs/guide/research.md describes
/// the forms.
/// </remarks>
public static class ImportReader
{
    /// <summary>Reads a file or folder.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <returns>The versions and problems, in the order of the source.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="FileNotFoundException">Nothing is there.</exception>
    /// <exception cref="FormatException">It is in none of the known forms; the message says in which it is.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IAsyncEnumerable<ImportedVersion> Read(string path, ImportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SourceForm.Open(path, options ?? ImportOptions.Default);
    }

    /// <summary>Reads JSON Lines.</summary>
    /// <param name="lines">The lines in UTF-8; the caller disposes the stream.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <returns>The versions and problems, in the order of the lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    public static IAsyncEnumerable<ImportedVersion> Read(Stream lines, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new JsonLinesReader(lines, options ?? ImportOptions.Default).ReadAsync();
    }
}
