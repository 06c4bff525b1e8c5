using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace NewsDiff.Evaluation;

/// <summary>Reads the two formats of the data: packed folders and packed lines of JSON.</summary>
internal static class Archive
{
    /// <summary>Reads the HTML files of a .tar.gz as UTF-8 texts by their paths.</summary>
    public static SortedDictionary<string, string> ReadPages(FileInfo file)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var stream = new GZipStream(file.OpenRead(), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                using var reader = new StreamReader(data, Encoding.UTF8);
                pages[entry.Name] = reader.ReadToEnd();
            }
        }

        return pages;
    }

    /// <summary>Reads the files of a .tar.gz as bytes by their paths.</summary>
    public static Dictionary<string, byte[]> ReadFiles(FileInfo file)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var stream = new GZipStream(file.OpenRead(), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                // An empty file has no stream.
                using var bytes = new MemoryStream();
                entry.DataStream?.CopyTo(bytes);
                files[entry.Name.StartsWith("./", StringComparison.Ordinal)
                    ? entry.Name[2..]
                    : entry.Name] = bytes.ToArray();
            }
        }

        return files;
    }

    /// <summary>Reads the lines of a text file, packed or not.</summary>
    public static IEnumerable<string> ReadLines(FileInfo file)
    {
        using FileStream raw = file.OpenRead();
        using Stream stream = file.Extension == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
