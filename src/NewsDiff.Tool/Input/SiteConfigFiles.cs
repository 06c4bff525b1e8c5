using System.Text;

namespace NewsDiff.Tool.Input;

/// <summary>Reads site configs of Full-Text RSS: a file, or all of a folder.</summary>
internal static class SiteConfigFiles
{
    /// <summary>The number of bytes that are read of a file; a longer one is no site config.</summary>
    private const int MaxBytes = 1_000_000;

    private const int MaxFiles = 100_000;

    /// <summary>Reads the files.</summary>
    /// <returns>Their names without folders, and their texts.</returns>
    /// <exception cref="TroubleException">They cannot be read, or there are none.</exception>
    internal static async Task<Dictionary<string, string>> ReadAsync(
        string source, ToolHost host, CancellationToken stop)
    {
        string[] names = [source];
        if (Directory.Exists(source))
        {
            // A link may lead nowhere, or out of a folder that somebody else made.
            names =
            [
                .. Directory.EnumerateFiles(source, "*.txt")
                    .Where(static name => !File.GetAttributes(name).HasFlag(FileAttributes.ReparsePoint))
                    .Take(MaxFiles).Order(StringComparer.Ordinal),
            ];
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        byte[] buffer = new byte[MaxBytes];
        foreach (string name in names)
        {
            Stream stream = LocalFile.Open(name, host);
            await using (stream.ConfigureAwait(false))
            {
                int read = await stream.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, stop)
                    .ConfigureAwait(false);
                files[Path.GetFileName(name)] = Encoding.UTF8.GetString(buffer, 0, read);
            }
        }

        return files.Count > 0 ? files : throw new TroubleException($"there is no .txt file in '{source}'.");
    }
}
