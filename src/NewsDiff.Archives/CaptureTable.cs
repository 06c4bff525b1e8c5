using System.Collections;

namespace NewsDiff.Archives;

/// <summary>The captures of an archive, ordered by time and then by when they were kept.</summary>
/// <remarks>Entries are created on request.</remarks>
internal sealed class CaptureTable : IReadOnlyList<CaptureEntry>
{
    private readonly CaptureRow[] _rows;

    private CaptureTable(CaptureRow[] rows) => _rows = rows;

    /// <inheritdoc/>
    public int Count => _rows.Length;

    /// <inheritdoc/>
    public CaptureEntry this[int index] => _rows[index].ToEntry();

    /// <summary>Reads an archive's list.</summary>
    public static async Task<CaptureTable> ReadAsync(
        IAsyncEnumerable<CaptureEntry> entries,
        CancellationToken cancellationToken)
    {
        List<CaptureRow> rows = [];
        Dictionary<string, string> types = new(StringComparer.Ordinal);
        await foreach (CaptureEntry entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            string? type = entry.ContentType;
            if (type is not null && !types.TryAdd(type, type))
            {
                type = types[type];
            }

            rows.Add(CaptureRow.Of(entry, type));
        }

        return new CaptureTable([.. rows.OrderBy(static row => row.CapturedAt)]);
    }

    /// <summary>A row; callers read only what they need.</summary>
    public ref readonly CaptureRow RowAt(int index) => ref _rows[index];

    /// <inheritdoc/>
    public IEnumerator<CaptureEntry> GetEnumerator() => _rows.Select(static row => row.ToEntry()).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
