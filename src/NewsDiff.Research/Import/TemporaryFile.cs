using System.IO.Compression;

namespace NewsDiff.Research.Import;

/// <summary>A file that only this process may read, and that is deleted in the end.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsdiff-import-").FullName;

    internal string Path => System.IO.Path.Combine(_folder, "import.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Unpacks a gzip file into it.</summary>
    internal void Unpack(string packed)
    {
        using var from = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
        using FileStream to = File.Create(Path);
        from.CopyTo(to);
    }
}
