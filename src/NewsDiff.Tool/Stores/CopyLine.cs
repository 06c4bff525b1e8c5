using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Sqlite;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Stores;

/// <summary>What a copy of a database contains.</summary>
internal sealed record CopyLine(long Versions, long Bytes)
{
    internal static async Task<CopyLine> ReadAsync(string path, DateTimeOffset now, CancellationToken stop)
    {
        SqliteVersionStore copy = await SqliteVersionStore.OpenAsync(
            path, new SqliteStoreOptions { ReadOnly = true }, stop).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            ImmutableSortedDictionary<string, long> counts = await copy.CountAsync(now, stop).ConfigureAwait(false);
            return new CopyLine(counts["versions"], counts["bytes"]);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Versions:#,0} {(Versions == 1 ? "version" : "versions")}, {ByteSize.Of(Bytes)}, verified");

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("versions", Versions);
        json.WriteNumber("bytes", Bytes);
    }
}
