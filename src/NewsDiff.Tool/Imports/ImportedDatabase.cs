using NewsDiff.Sqlite;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Imports;

/// <summary>A database for one command, in a folder that only the user may read.</summary>
internal sealed class ImportedDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsdiff-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    internal async Task<NewsStore> OpenAsync(CancellationToken stop)
    {
        SqliteVersionStore file = await SqliteVersionStore.OpenAsync(
            Path.Combine(_folder.FullName, "import.db"), new SqliteStoreOptions { Search = false }, stop)
            .ConfigureAwait(false);
        return NewsStore.Over(file, file.ReadIdAsync);
    }
}
