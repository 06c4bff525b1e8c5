using System.Globalization;
using System.Text;

namespace NewsDiff.Evaluation.Crashes;

/// <summary>What a process was told by the store, written down at once: it outlives the process.</summary>
internal sealed class CrashNotes : IAsyncDisposable
{
    private readonly FileStream _file;

    internal CrashNotes(string path) => _file = new FileStream(
        path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    /// <summary>A file for the notes of one more process.</summary>
    internal static string NewPath(string folder) => Path.Combine(folder, $"{Guid.NewGuid():n}.notes");

    /// <summary>Reads the notes of all processes; a line that was cut off does not count.</summary>
    internal static IEnumerable<string[]> ReadAll(string folder) => Directory.GetFiles(folder, "*.notes")
        .SelectMany(path => File.ReadAllText(path).Split('\n')[..^1])
        .Select(line => line.Split(' '));

    internal void Appended(ArticleVersion version) => Write(string.Create(
        CultureInfo.InvariantCulture, $"appended {version.ArticleId} {version.Number} {version.ContentHash}"));

    internal void Visited(string target, long claim) => Write(string.Create(
        CultureInfo.InvariantCulture, $"visited {target} {claim}"));

    internal void Handled(string handler, Guid id) => Write($"handled {handler} {id}");

    internal void Failed(Exception fault) => Write($"failed {fault.GetType().Name}");

    private void Write(string line) => _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
}
