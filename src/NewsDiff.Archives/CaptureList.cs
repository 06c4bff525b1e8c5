using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace NewsDiff.Archives;

/// <summary>A list of captures, one JSON object per line.</summary>
/// <remarks>One writer adds to it; any number may read it.</remarks>
internal sealed class CaptureList : IAsyncDisposable
{
    private const int MostWritersAtOnce = 10_000;
    private const char KeySeparator = '|';

    private readonly FileStream _file;

    private CaptureList(FileStream file) => _file = file;

    /// <summary>Its name, unique in the folder.</summary>
    public string Name => Path.GetFileNameWithoutExtension(_file.Name);

    /// <summary>Creates a list for one writer, named by the time.</summary>
    public static CaptureList Create(string folder, DateTimeOffset now)
    {
        PrivateFolder.Create(folder);
        for (int number = 0; ; number++)
        {
            string name = string.Create(
                CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{number:0000}.jsonl");
            string path = Path.Combine(folder, name);
            try
            {
                return new CaptureList(PrivateFile.Create(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
            }
            catch (IOException) when (File.Exists(path) && number < MostWritersAtOnce)
            {
                // Another writer began in the same millisecond.
            }
        }
    }

    /// <summary>The key of a line in a list.</summary>
    public static string KeyOf(string list, long offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(list)}{KeySeparator}{offset}");

    /// <summary>Reads the lines of a list, each with its byte offset.</summary>
    /// <remarks>An unfinished line, which a crash may leave, is skipped.</remarks>
    public static async IAsyncEnumerable<(long Offset, CaptureLine Line)> ReadAsync(
        string path, long offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file =
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 4096, useAsync: true);
        file.Position = offset;
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } text)
        {
            if (Parse(text) is { } line)
            {
                yield return (offset, line);
            }

            offset += Encoding.UTF8.GetByteCount(text) + 1;
        }
    }

    /// <summary>Finds the line of a key.</summary>
    public static async Task<CaptureLine?> FindAsync(string folder, string key, CancellationToken cancellationToken)
    {
        // The name must be that of a list in the folder, not a way out of it.
        if (key.Split(KeySeparator) is not [var name, var text]
            || Path.GetFileName(name) != name
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long wanted)
            || !File.Exists(Path.Combine(folder, name)))
        {
            return null;
        }

        (long offset, CaptureLine? line) = await ReadAsync(Path.Combine(folder, name), wanted, cancellationToken)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return offset == wanted ? line : null;
    }

    /// <summary>Adds a line.</summary>
    public async Task AddAsync(CaptureLine line)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(line, ArchiveJsonContext.Default.CaptureLine);
        await _file.WriteAsync((byte[])[.. json, (byte)'\n']).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static CaptureLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(
                text,
                ArchiveJsonContext.Default.CaptureLine) is { Status: >= 100 and <= 999 } line
                    && line.Url.IsAbsoluteUri
                    && line.HasNoNull
                ? line
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
